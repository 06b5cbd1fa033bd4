import { civilDay, startOfDay } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { events } from '@tongxin/events/schema';
import { groupMembers, groups, members } from '@tongxin/members/schema';
import { organisations, terms } from '@tongxin/organisations/schema';
import { and, asc, desc, eq, exists, isNull, lte, not, sql, type SQL } from 'drizzle-orm';
import { inviters, type ListUntrained, type TrainingOf } from '../rules/index.ts';
import { one, page, serving, wasAt } from './asked-along.ts';
import { ensureOffice } from './owed.ts';
import { db, type Span } from './span.ts';

/**
 * The time since the committee's current term began, or this year where no term is written down. Training is an event of
 * that category.
 */
async function trainingSpan(ctx: Context, divisionCode: string) {
  const today = civilDay(ctx.now());
  const [term] = await db(ctx)
    .select({ termNo: terms.termNo, startsOn: terms.startsOn, endsOn: terms.endsOn })
    .from(terms)
    .innerJoin(organisations, eq(organisations.id, terms.organisationId))
    .where(
      and(
        eq(organisations.divisionCode, divisionCode),
        lte(terms.startsOn, today),
        sql`${terms.endsOn} > ${today.toString()}::date`,
      ),
    )
    .orderBy(desc(terms.startsOn))
    .limit(1);
  const from = term?.startsOn ?? today.with({ month: 1, day: 1 });
  const span = { from: startOfDay(from), until: startOfDay(today.add({ days: 1 })) };
  return { term: term ?? null, from, span };
}

const inGroup = (ctx: Context, where?: SQL) =>
  exists(
    db(ctx)
      .select(one)
      .from(groupMembers)
      .innerJoin(groups, eq(groups.id, groupMembers.groupId))
      .where(
        and(eq(groupMembers.memberId, members.id), isNull(groupMembers.toOn), isNull(groups.toOn), where),
      ),
  );

/** The groups of one committee that exist. */
const groupsOf = (divisionCode: string) =>
  and(
    isNull(groups.toOn),
    divisionCode.length === 4
      ? and(isNull(groups.countyCode), eq(groups.cityCode, divisionCode))
      : eq(groups.countyCode, divisionCode),
  );

const untrained = (ctx: Context, span: Span) => not(wasAt(ctx, span, eq(events.category, 'training')));

/**
 * Active members of one committee who were at no training since its term began, by name, 20 a page: of one group, of
 * none of its groups, or all of them. For the committee's office and the municipal one. Refuses: record.not_found.
 */
export async function listUntrained(ctx: Context, { divisionCode, group, after }: ListUntrained) {
  await ensureOffice(ctx, divisionCode, inviters);
  const { span } = await trainingSpan(ctx, divisionCode);
  const narrowed =
    group === undefined
      ? undefined
      : group === 'none'
        ? not(inGroup(ctx, groupsOf(divisionCode)))
        : inGroup(ctx, and(eq(groups.id, group), groupsOf(divisionCode)));
  return page(ctx, and(serving(ctx, divisionCode), narrowed, untrained(ctx, span)), after);
}

/**
 * Training of one committee's members since its term began: how many there are and how many were at none, in all, of each
 * group by name (at most 500) and of those in none of its groups; each number is the length of what `listUntrained`
 * lists. Refuses: record.not_found.
 */
export async function trainingCoverage(ctx: Context, { divisionCode }: TrainingOf) {
  await ensureOffice(ctx, divisionCode, inviters);
  const { term, from, span } = await trainingSpan(ctx, divisionCode);
  const people = db(ctx)
    .$with('people')
    .as(
      db(ctx)
        .select({ id: members.id, untrained: sql<boolean>`${untrained(ctx, span)}`.as('untrained') })
        .from(members)
        .where(and(eq(members.active, true), serving(ctx, divisionCode))),
    );
  const numbers = {
    members: sql<number>`count(distinct ${people.id})::int`,
    without: sql<number>`(count(distinct ${people.id}) filter (where ${people.untrained}))::int`,
  };
  const [all] = await db(ctx).with(people).select(numbers).from(people);
  const byGroup = await db(ctx)
    .with(people)
    .select({ id: groups.id, name: groups.name, ...numbers })
    .from(people)
    .innerJoin(groupMembers, and(eq(groupMembers.memberId, people.id), isNull(groupMembers.toOn)))
    .innerJoin(groups, eq(groups.id, groupMembers.groupId))
    .where(groupsOf(divisionCode))
    .groupBy(groups.id, groups.name)
    .orderBy(asc(groups.name), asc(groups.id))
    .limit(500);
  const [none] = await db(ctx)
    .with(people)
    .select(numbers)
    .from(people)
    .innerJoin(members, eq(members.id, people.id))
    .where(not(inGroup(ctx, groupsOf(divisionCode))));
  return { term, from, all: all!, groups: byGroup, none: none! };
}
