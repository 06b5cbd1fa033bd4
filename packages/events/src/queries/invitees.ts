import { DomainError, pageOf } from '@tongxin/core';
import { allInParts, transact, type Context } from '@tongxin/db';
import { movesFor, refusals as spine } from '@tongxin/matters/rules';
import { byPinyin, members } from '@tongxin/members/schema';
import { organisations } from '@tongxin/organisations/schema';
import { and, asc, eq, sql, type AnyColumn } from 'drizzle-orm';
import { markOf, eventWorkflow, type ListInvitees } from '../rules/index.ts';
import { attendances, eventInvitees, leaveReasons } from '../schema/index.ts';
import { doorCodesOf } from './door-codes.ts';
import { forOffice, organises } from './for-office.ts';

const db = (ctx: Context) => ctx.tx ?? ctx.municipality.db;

const inviteesPerPage = 100;

const byName = sql`coalesce(${members.name}, ${organisations.name}) collate "zh-Hans-CN-x-icu"`;

/**
 * Who is asked to an event, by name, 100 a page: what they said, what is recorded, and why they ask for leave as far as
 * the asker decides on it: the database shows the reason to nobody else. Refuses: matters.not_found.
 */
export async function listInvitees(ctx: Context, { id, after }: ListInvitees) {
  return transact(ctx, async (tx, inside) => {
    const event = await forOffice(inside, id);
    const decides = organises(event, inside.actor);
    const found = await tx
      .select({
        id: eventInvitees.inviteeId,
        memberId: eventInvitees.memberId,
        memberName: members.name,
        unitName: organisations.name,
        dutyTitle: members.dutyTitle,
        answer: eventInvitees.answer,
        answeredAt: eventInvitees.answeredAt,
        leavesAsked: eventInvitees.leavesAsked,
        signedUp: eventInvitees.signedUp,
        attendance: attendances.state,
        attendedAt: attendances.at,
        how: attendances.how,
        leaveReason: sql<
          string | null
        >`(select case when ${decides}::boolean then r.reason end from ${leaveReasons} r
          where r.event_id = ${eventInvitees.eventId} and r.member_id = ${eventInvitees.memberId}
          order by r.ask_no desc limit 1)`,
      })
      .from(eventInvitees)
      .leftJoin(members, eq(members.id, eventInvitees.memberId))
      .leftJoin(organisations, eq(organisations.id, eventInvitees.organisationId))
      .leftJoin(
        attendances,
        and(eq(attendances.eventId, eventInvitees.eventId), eq(attendances.memberId, eventInvitees.memberId)),
      )
      .where(
        and(
          eq(eventInvitees.eventId, id),
          after === undefined
            ? undefined
            : sql`(${byName}, ${eventInvitees.inviteeId}) > (${after.name} collate "zh-Hans-CN-x-icu", ${after.id}::uuid)`,
        ),
      )
      .orderBy(asc(byName), asc(eventInvitees.inviteeId))
      .limit(inviteesPerPage + 1);
    const rows = found.map(({ memberName, unitName, ...row }) => ({
      ...row,
      name: memberName ?? unitName ?? '',
    }));
    return pageOf(rows, inviteesPerPage, ({ name, id: last }) => ({ name, id: last }));
  });
}

/** Members who were there or are recorded without having been asked, all of them by name. Refuses: matters.not_found. */
export async function listUnasked(ctx: Context, { id }: { id: string }) {
  await forOffice(ctx, id);
  return allInParts<Unasked>((after, most) => unaskedAfter(ctx, id, after).limit(most));
}

type Unasked = Awaited<ReturnType<typeof unaskedAfter>>[number];

function unaskedAfter(ctx: Context, id: string, after: Named | undefined) {
  return db(ctx)
    .select({
      memberId: attendances.memberId,
      name: members.name,
      attendance: attendances.state,
      attendedAt: attendances.at,
      how: attendances.how,
    })
    .from(attendances)
    .innerJoin(members, eq(members.id, attendances.memberId))
    .leftJoin(
      eventInvitees,
      and(eq(eventInvitees.eventId, attendances.eventId), eq(eventInvitees.memberId, attendances.memberId)),
    )
    .where(
      and(
        eq(attendances.eventId, id),
        sql`${eventInvitees.inviteeId} is null`,
        after && afterName(after, attendances.memberId),
      ),
    )
    .orderBy(asc(byPinyin(members.name)), asc(attendances.memberId));
}

type Named = { name: string; memberId: string };

const afterName = ({ name, memberId }: Named, id: AnyColumn) =>
  sql`(${byPinyin(members.name)}, ${id}) > (${name} collate "zh-Hans-CN-x-icu", ${memberId}::uuid)`;

/**
 * What the door needs before the network fails: everybody who is asked with the mark that their QR is known by at this
 * door, and what is recorded; all of them by name. The codes themselves stay in the house. For whoever records
 * attendance. Refuses: matters.not_found.
 */
export async function doorList(ctx: Context, { id }: { id: string }) {
  const event = await forOffice(ctx, id);
  const may = movesFor(eventWorkflow, { ...event, doneBy: {} }, ctx.actor, ['record', 'correct']);
  // Whoever was asked is for whoever stands at this door alone.
  if (!organises(event, ctx.actor)) throw new DomainError('matters.not_found', spine['matters.not_found']);
  const rows = await allInParts<Guest>((after, most) => guestsAfter(ctx, id, after).limit(most));
  const codes = await doorCodesOf(
    ctx,
    rows.map(({ memberId }) => memberId),
  );
  const { number, title, state, startsAt, endsAt, siteName, placeWords } = event;
  return {
    event: { id, number, title, state, startsAt, endsAt, siteName, placeWords },
    people: await Promise.all(
      rows.map(async (row) => ({ ...row, mark: await markOf(id, codes.get(row.memberId) ?? '') })),
    ),
    may,
  };
}

type Guest = Awaited<ReturnType<typeof guestsAfter>>[number];

function guestsAfter(ctx: Context, id: string, after: Named | undefined) {
  return db(ctx)
    .select({
      memberId: sql<string>`${eventInvitees.memberId}`,
      name: members.name,
      answer: eventInvitees.answer,
      attendance: attendances.state,
      attendedAt: attendances.at,
    })
    .from(eventInvitees)
    .innerJoin(members, eq(members.id, eventInvitees.memberId))
    .leftJoin(
      attendances,
      and(eq(attendances.eventId, eventInvitees.eventId), eq(attendances.memberId, eventInvitees.memberId)),
    )
    .where(and(eq(eventInvitees.eventId, id), after && afterName(after, eventInvitees.inviteeId)))
    .orderBy(asc(byPinyin(members.name)), asc(eventInvitees.inviteeId));
}
