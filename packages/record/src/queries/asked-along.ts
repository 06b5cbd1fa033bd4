import { pageOf } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { attendances, events } from '@tongxin/events/schema';
import { groups, members, memberships } from '@tongxin/members/schema';
import { and, asc, eq, exists, isNull, sql, type SQL } from 'drizzle-orm';
import { pageSize, type ListQuiet } from '../rules/index.ts';
import { db, within, type Span } from './span.ts';

/*
 * Whom to ask along: members of whom nothing is recorded, by name as a register is read. Each is looked up by the member
 * in the index of what they did, and the first fact ends the search; nobody's facts are counted.
 */
const byName = sql`${members.name} collate "zh-Hans-CN-x-icu"`;
export const one = { one: sql`1` };

/** Whoever serves on this committee: four digits name the municipal one, six a county's. */
export function serving(ctx: Context, divisionCode: string): SQL {
  return exists(
    db(ctx)
      .select(one)
      .from(memberships)
      .where(
        and(
          eq(memberships.memberId, members.id),
          isNull(memberships.leftOn),
          divisionCode.length === 4
            ? and(isNull(memberships.countyCode), eq(memberships.cityCode, divisionCode))
            : eq(memberships.countyCode, divisionCode),
        ),
      ),
  );
}

/** The member was at an event of these in this time; what interest groups do is none, nor what was called off. */
export function wasAt(ctx: Context, span: Span, of?: SQL): SQL {
  return exists(
    db(ctx)
      .select(one)
      .from(attendances)
      .innerJoin(events, eq(events.matterId, attendances.eventId))
      .leftJoin(groups, eq(groups.id, events.groupId))
      .where(
        and(
          eq(attendances.memberId, members.id),
          eq(attendances.state, 'attended'),
          isNull(events.cancelledAt),
          within(attendances.at, span),
          sql`${groups.kind} is distinct from 'interest'`,
          of,
        ),
      ),
  );
}

type After = ListQuiet['after'];

export async function page(ctx: Context, where: SQL | undefined, after: After) {
  const found = await db(ctx)
    .select({ id: members.id, name: members.name, dutyTitle: members.dutyTitle })
    .from(members)
    .where(
      and(
        eq(members.active, true),
        where,
        after === undefined
          ? undefined
          : sql`(${byName}, ${members.id}) > (${after.name} collate "zh-Hans-CN-x-icu", ${after.id}::uuid)`,
      ),
    )
    .orderBy(asc(byName), asc(members.id))
    .limit(pageSize + 1);
  return pageOf(found, pageSize, ({ name, id }) => ({ name, id }));
}
