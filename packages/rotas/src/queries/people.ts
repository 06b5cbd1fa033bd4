import { DomainError } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import type { Stretch } from '@tongxin/events/rules';
import { bookings } from '@tongxin/events/schema';
import { members } from '@tongxin/members/schema';
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { refusals } from '../rules/index.ts';

const db = (ctx: Context) => ctx.tx ?? ctx.municipality.db;

/** The names of these members, serving or not. */
export async function namesOf(ctx: Context, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await db(ctx)
    .select({ id: members.id, name: members.name })
    .from(members)
    .where(inArray(members.id, wanted))
    .orderBy(asc(members.id))
    .limit(wanted.length);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Everybody named is on the list and serves. Refuses: rotas.member_unknown. */
export async function ensureServing(ctx: Context, ids: readonly string[]): Promise<void> {
  const serving = await db(ctx)
    .select({ id: members.id })
    .from(members)
    .where(and(inArray(members.id, [...ids]), eq(members.active, true)))
    .limit(ids.length);
  const known = new Set(serving.map(({ id }) => id));
  const missing = ids.filter((id) => !known.has(id));
  if (missing.length > 0) {
    throw new DomainError('rotas.member_unknown', refusals['rotas.member_unknown'], { memberIds: missing });
  }
}

/** When these members are taken within a stretch of time, by what else they do; at most 20,000 stretches. */
export async function takenTimes(
  ctx: Context,
  ids: readonly string[],
  during: Stretch,
): Promise<Map<string, Stretch[]>> {
  const rows = await db(ctx)
    .select({ memberId: bookings.resourceId, during: bookings.during })
    .from(bookings)
    .where(
      and(
        eq(bookings.resourceKind, 'member'),
        inArray(bookings.resourceId, [...ids]),
        isNull(bookings.releasedAt),
        sql`${bookings.during} && tstzrange(${during.start.toString()}::timestamptz, ${during.end.toString()}::timestamptz)`,
      ),
    )
    .orderBy(asc(bookings.resourceId), sql`lower(${bookings.during})`)
    .limit(20_000);
  const taken = new Map<string, Stretch[]>();
  for (const { memberId, during: stretch } of rows) {
    taken.set(memberId, [...(taken.get(memberId) ?? []), stretch]);
  }
  return taken;
}
