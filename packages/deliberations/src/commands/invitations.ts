import type { Context } from '@tongxin/db';
import { members } from '@tongxin/members/schema';
import { organisations } from '@tongxin/organisations/schema';
import { platforms } from '@tongxin/platforms/schema';
import { and, eq, inArray } from 'drizzle-orm';
import type { ScheduleSession } from '../rules/index.ts';
import { refuse } from './refuse.ts';

const db = (ctx: Context) => ctx.tx ?? ctx.municipality.db;

/**
 * The hall with its ground, kept from being closed until the transaction ends. Refuses: deliberations.hall_not_yours
 * when there is none, as for another's hall, and for a room that lies in no township; deliberations.hall_closed.
 */
export async function hallOf(ctx: Context, platformId: string) {
  const [hall] = await db(ctx)
    .select({
      id: platforms.id,
      organisationId: platforms.organisationId,
      cityCode: platforms.cityCode,
      countyCode: platforms.countyCode,
      townshipCode: platforms.townshipCode,
      seats: platforms.seats,
      closedOn: platforms.closedOn,
    })
    .from(platforms)
    .where(eq(platforms.id, platformId))
    .limit(1)
    .for('share');
  const { countyCode, townshipCode, closedOn, ...rest } = hall ?? refuse('deliberations.hall_not_yours');
  if (countyCode === null || townshipCode === null) return refuse('deliberations.hall_not_yours');
  if (closedOn !== null) refuse('deliberations.hall_closed');
  return { ...rest, countyCode, townshipCode };
}

export type Hall = Awaited<ReturnType<typeof hallOf>>;

/** The members who come, the convenor among them, each once. */
export function membersOf({
  convenorId,
  memberIds,
}: Pick<ScheduleSession, 'convenorId' | 'memberIds'>): string[] {
  return [...new Set([convenorId, ...memberIds])];
}

/** Everybody invited is on the list and serves. Refuses: deliberations.member_unknown, deliberations.unit_unknown. */
export async function ensureInvitable(
  ctx: Context,
  { memberIds, organisationIds }: { memberIds: readonly string[]; organisationIds: readonly string[] },
): Promise<void> {
  const serving = await db(ctx)
    .select({ id: members.id })
    .from(members)
    .where(and(inArray(members.id, [...memberIds]), eq(members.active, true)))
    .limit(memberIds.length);
  if (serving.length !== memberIds.length) {
    const known = new Set(serving.map(({ id }) => id));
    refuse('deliberations.member_unknown', { memberIds: memberIds.filter((id) => !known.has(id)) });
  }
  if (organisationIds.length === 0) return;
  const units = await db(ctx)
    .select({ id: organisations.id })
    .from(organisations)
    .where(inArray(organisations.id, [...organisationIds]))
    .limit(organisationIds.length);
  if (units.length !== organisationIds.length) refuse('deliberations.unit_unknown');
}
