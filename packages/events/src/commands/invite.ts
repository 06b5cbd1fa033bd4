import { allInParts, insertRows, transact, type Context } from '@tongxin/db';
import { members, memberships } from '@tongxin/members/schema';
import { organisations } from '@tongxin/organisations/schema';
import { advance } from '@tongxin/matters/commands';
import { and, asc, eq, gt, inArray, isNull } from 'drizzle-orm';
import { eventWorkflow, type Invite, type Uninvite } from '../rules/index.ts';
import { attendances, eventInvitees } from '../schema/index.ts';
import { lockForMove, type EventRow, type Inside } from './event-row.ts';
import { freeTime, givePlaceBack, keepTime } from './places.ts';
import { refuse } from './refuse.ts';
import { taking } from './taken.ts';
import { tellAsked } from './tell-asked.ts';

type Wanted = Pick<Invite, 'memberIds' | 'organisationIds' | 'wholeCommittee'>;

/**
 * Asks more members and units to come. Whoever is asked already stays asked as they are. Once the event is announced
 * and coming is a duty, their time is taken with it, or nobody is asked; and they are told. Locks the event.
 * Refuses: as advance, events.member_unknown, events.unit_unknown, events.taken.
 */
export async function invite(ctx: Context, { id, ...wanted }: Invite): Promise<{ invited: number }> {
  return taking(ctx, async (inside) => {
    const event = await lockForMove(inside, id, 'invite');
    const added = await addInvitees(inside, event, wanted);
    if (added.length === 0) return { invited: 0 };
    await advance(inside, eventWorkflow, { matterId: id, move: 'invite', data: { added: added.length } });
    if (event.state === 'published' && event.mustAttend) {
      const memberIds = added.map(({ memberId }) => memberId).filter((one) => one !== null);
      await keepTime(inside, event, memberIds);
    }
    if (event.state === 'published') {
      const only = added.map(({ memberId, organisationId }) => (memberId ?? organisationId)!);
      await tellAsked(inside, { eventId: id, event: 'asked', only });
    }
    return { invited: added.length };
  });
}

/** Writes the invitations of an event whose row is locked; those that were not there yet. */
export async function addInvitees(
  inside: Inside,
  event: Pick<EventRow, 'id' | 'cityCode' | 'countyCode'>,
  { memberIds, organisationIds, wholeCommittee }: Wanted,
) {
  const people = [
    ...new Set([
      ...(await servingMembers(inside, memberIds)),
      ...(wholeCommittee ? await committeeOf(inside, event) : []),
    ]),
  ];
  await ensureUnits(inside, organisationIds);
  const rows = [
    ...people.map((id) => ({ eventId: event.id, inviteeId: id, memberId: id, organisationId: null })),
    ...organisationIds.map((id) => ({
      eventId: event.id,
      inviteeId: id,
      memberId: null,
      organisationId: id,
    })),
  ];
  const before = await alreadyAsked(inside, event.id);
  const added = rows.filter(({ inviteeId }) => !before.has(inviteeId));
  await insertRows(inside.tx, eventInvitees, added);
  return added;
}

async function alreadyAsked({ tx }: Inside, eventId: string): Promise<ReadonlySet<string>> {
  const rows = await allInParts<{ id: string }>((after, most) =>
    tx
      .select({ id: eventInvitees.inviteeId })
      .from(eventInvitees)
      .where(
        and(
          eq(eventInvitees.eventId, eventId),
          after === undefined ? undefined : gt(eventInvitees.inviteeId, after.id),
        ),
      )
      .orderBy(asc(eventInvitees.inviteeId))
      .limit(most),
  );
  return new Set(rows.map(({ id }) => id));
}

async function servingMembers({ tx }: Inside, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const serving = await tx
    .select({ id: members.id })
    .from(members)
    .where(and(inArray(members.id, [...ids]), eq(members.active, true)))
    .limit(ids.length);
  if (serving.length !== ids.length) {
    const known = new Set(serving.map(({ id }) => id));
    refuse('events.member_unknown', { memberIds: ids.filter((id) => !known.has(id)) });
  }
  return serving.map(({ id }) => id);
}

/** Whoever serves on the committee of the event's level: the county's, or the city's own. */
async function committeeOf(
  { tx }: Inside,
  { cityCode, countyCode }: Pick<EventRow, 'cityCode' | 'countyCode'>,
): Promise<string[]> {
  // One person is a member of one committee once at a time: the database sees to it.
  const rows = await allInParts<{ id: string }>((after, most) =>
    tx
      .select({ id: memberships.memberId })
      .from(memberships)
      .where(
        and(
          isNull(memberships.leftOn),
          eq(memberships.cityCode, cityCode),
          countyCode === null ? isNull(memberships.countyCode) : eq(memberships.countyCode, countyCode),
          after === undefined ? undefined : gt(memberships.memberId, after.id),
        ),
      )
      .orderBy(asc(memberships.memberId))
      .limit(most),
  );
  return rows.map(({ id }) => id);
}

async function ensureUnits({ tx }: Inside, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const units = await tx
    .select({ id: organisations.id })
    .from(organisations)
    .where(inArray(organisations.id, [...ids]))
    .limit(ids.length);
  if (units.length !== ids.length) refuse('events.unit_unknown');
}

/**
 * Takes somebody off the list; their time and place are free again. Locks the event.
 * Refuses: as advance, events.not_invited, events.has_fact.
 */
export async function uninvite(ctx: Context, { id, inviteeId }: Uninvite): Promise<void> {
  await transact(ctx, async (tx, inside) => {
    const event = await lockForMove(inside, id, 'invite');
    const [fact] = await tx
      .select({ memberId: attendances.memberId })
      .from(attendances)
      .where(and(eq(attendances.eventId, id), eq(attendances.memberId, inviteeId)))
      .limit(1);
    if (fact !== undefined) refuse('events.has_fact');
    const [gone] = await tx
      .delete(eventInvitees)
      .where(and(eq(eventInvitees.eventId, id), eq(eventInvitees.inviteeId, inviteeId)))
      .returning({ memberId: eventInvitees.memberId, answer: eventInvitees.answer });
    if (gone === undefined) return refuse('events.not_invited');
    if (gone.answer === 'coming') await givePlaceBack(inside, id);
    if (gone.memberId !== null) await freeTime(inside, event, gone.memberId);
    await advance(inside, eventWorkflow, { matterId: id, move: 'invite', data: { removed: inviteeId } });
  });
}
