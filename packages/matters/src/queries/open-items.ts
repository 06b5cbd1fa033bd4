import { meantTime, pageOf, type Actor, type Grant } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { and, asc, eq, isNull, lte, ne, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import { matters } from '../schema.ts';
import { matterKinds, reminderLimit, type MatterKind, type OwnerRole } from '../rules/index.ts';

const pageSize = 50;

/** Hours before its date from which a turn waits for its host: the day on which it takes place. */
const turnAheadHours = 48;

export const ListOpenItems = z.strictObject({
  kind: z.enum(matterKinds).optional(),
  /** The last row of the page before: its due instant and id. */
  after: z
    .strictObject({ dueAt: z.iso.datetime({ offset: true }).regex(meantTime), id: z.uuid() })
    .optional(),
});
export type ListOpenItems = z.infer<typeof ListOpenItems>;

const db = (ctx: Context) => ctx.tx ?? ctx.municipality.db;

/**
 * What waits for this actor's roles, most overdue first, 50 a page. Only what their grants reach. A year of turns is
 * not a year of work waiting: each one waits from the day on which it takes place.
 */
export async function listOpenItems(ctx: Context, { kind, after }: ListOpenItems) {
  const turns = turnsOf(ctx.actor);
  if (turns.length === 0) return { rows: [], next: null };
  const lists = await Promise.all(turns.map((turn) => readTurn(ctx, turn, { kind, after })));
  // Open matters have a due date: the table refuses others.
  return pageOf(merged(lists), pageSize, ({ id, dueAt }) => ({ dueAt: dueAt!.toString(), id }));
}

/** By what the rows of a grant are found. Each has an index of its own, so each is a statement of its own. */
const turnColumns = {
  township: matters.townshipCode,
  county: matters.countyCode,
  city: matters.cityCode,
  unit: matters.ownerUnitId,
  matter: matters.id,
};
type Turn = { by: keyof typeof turnColumns; key: string; role: OwnerRole | null };

/** What the grants of this actor make theirs to do: the matters of a place or a unit whose turn is this role's. */
function turnsOf(actor: Actor): Turn[] {
  if (actor.kind !== 'account') return [];
  const turns = actor.grants.map(turnOfGrant).filter((turn) => turn !== undefined);
  return [...new Map(turns.map((turn) => [`${turn.by}:${turn.key}:${turn.role}`, turn])).values()];
}

function turnOfGrant({ role, divisionCode, organisationId, matterId }: Grant): Turn | undefined {
  if (matterId !== null) return { by: 'matter', key: matterId, role: null };
  if (role === 'department_clerk') {
    return organisationId === null ? undefined : { by: 'unit', key: organisationId, role };
  }
  if (divisionCode === null) return undefined;
  if (role === 'host') return { by: 'township', key: divisionCode, role };
  if (role === 'county_office') return { by: 'county', key: divisionCode, role };
  return role === 'city_office' ? { by: 'city', key: divisionCode, role } : undefined;
}

/**
 * Not prepared: which of the indexes is right depends on how much waits for this role, and a plan for any role has
 * read all that is open in search of the few that wait for a county office.
 */
function readTurn(ctx: Context, { by, key, role }: Turn, { kind, after }: ListOpenItems) {
  return db(ctx)
    .select({
      id: matters.id,
      kind: matters.kind,
      number: matters.number,
      state: matters.state,
      townshipCode: matters.townshipCode,
      ownerRole: matters.ownerRole,
      dueAt: matters.dueAt,
      openedAt: matters.openedAt,
    })
    .from(matters)
    .where(
      and(
        isNull(matters.closedAt),
        eq(turnColumns[by], key),
        role === null ? undefined : eq(matters.ownerRole, role),
        kind === undefined ? undefined : eq(matters.kind, kind),
        or(ne(matters.kind, 'turn'), lte(matters.dueAt, ctx.now().add({ hours: turnAheadHours }))),
        after === undefined
          ? undefined
          : sql`(${matters.dueAt}, ${matters.id}) > (${after.dueAt}::timestamptz, ${after.id}::uuid)`,
      ),
    )
    .orderBy(asc(matters.dueAt), asc(matters.id))
    .limit(pageSize + 1);
}

type Waiting = Awaited<ReturnType<typeof readTurn>>[number];

/** One list of several, the most overdue first, each row once. */
function merged(lists: readonly (readonly Waiting[])[]): Waiting[] {
  const rows = new Map(lists.flat().map((row) => [row.id, row]));
  return [...rows.values()].toSorted(
    (a, b) => Temporal.Instant.compare(a.dueAt!, b.dueAt!) || (a.id < b.id ? -1 : 1),
  );
}

/**
 * Open matters whose date has passed and for which there is something to do now, longest overdue first: a state
 * that passes by itself, or a reminder that is not yet sent (one a day, `reminderLimit` of them and an escalation).
 */
export async function listDue(
  ctx: Context,
  { limit, passing }: { limit: number; passing: readonly { kind: MatterKind; state: string }[] },
) {
  const passes = passing.map(({ kind, state }) => and(eq(matters.kind, kind), eq(matters.state, state)));
  const now = ctx.now().toString();
  const reminderDue = sql`${matters.reminders} <= ${reminderLimit}
    and ${matters.dueAt} + ${matters.reminders} * interval '24 hours' <= ${now}::timestamptz`;
  return db(ctx)
    .select({ id: matters.id, kind: matters.kind, state: matters.state })
    .from(matters)
    .where(and(isNull(matters.closedAt), lte(matters.dueAt, ctx.now()), or(...passes, reminderDue)))
    .orderBy(asc(matters.dueAt), asc(matters.id))
    .limit(limit);
}

/** Open matters without exactly one owner and one due date. Always empty; the tables refuse such rows. */
export async function listUnowned(ctx: Context) {
  return db(ctx)
    .select({ id: matters.id, state: matters.state })
    .from(matters)
    .where(and(isNull(matters.closedAt), or(isNull(matters.ownerRole), isNull(matters.dueAt))))
    .limit(100);
}
