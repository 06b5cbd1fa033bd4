import { DomainError, holds, pageOf, type Actor } from '@tongxin/core';
import { transact, type Context } from '@tongxin/db';
import { findMemberByAccount } from '@tongxin/members/queries';
import { members } from '@tongxin/members/schema';
import { listHistory } from '@tongxin/matters/queries';
import { matters } from '@tongxin/matters/schema';
import { movesFor, placeOf, refusals as spine, type MatterFacts } from '@tongxin/matters/rules';
import { organisations } from '@tongxin/organisations/schema';
import { and, asc, eq, sql } from 'drizzle-orm';
import {
  answers,
  eventWorkflow,
  markOf,
  mayAskLeave,
  mayCome,
  mayDecline,
  refusals,
  type Answer,
  type ListInvitees,
} from '../rules/index.ts';
import { attendances, eventInvitees, events, leaveReasons } from '../schema/index.ts';
import { doorCodesOf } from './door-codes.ts';
import { organisers } from './ground.ts';
import { notices } from './lists.ts';

const db = (ctx: Context) => ctx.tx ?? ctx.municipality.db;

const facts = {
  organisationId: matters.organisationId,
  ownerUnitId: matters.ownerUnitId,
  handlerUnitId: matters.handlerUnitId,
  villageCode: matters.villageCode,
  dueAt: matters.dueAt,
};

async function findEvent(ctx: Context, id: string) {
  const [row] = await notices(ctx).where(eq(events.matterId, id)).limit(1);
  if (row === undefined) throw notFound();
  const [more] = await db(ctx)
    .select({
      ...facts,
      summary: events.summary,
      onlineUrl: events.onlineUrl,
      othersPresent: events.othersPresent,
      publishedAt: events.publishedAt,
    })
    .from(events)
    .innerJoin(matters, eq(matters.id, events.matterId))
    .where(eq(events.matterId, id))
    .limit(1);
  return { ...row, ...more! };
}

/** Whether the event lies on the ground of an office of this actor. An auditor reads what happened, not what was planned. */
function worksOn(event: Parameters<typeof placeOf>[0], actor: Actor): boolean {
  return actor.kind === 'system' || holds(actor, organisers, placeOf(event)) !== undefined;
}

/** Whether the event is this actor's to organise, in whatever state it is. */
function organises(event: Omit<MatterFacts, 'doneBy'>, actor: Actor): boolean {
  const standing = { ...event, state: 'published', doneBy: {} };
  return movesFor(eventWorkflow, standing, actor, ['record']).record.allowed;
}

function notFound(): DomainError {
  return new DomainError('events.not_found', refusals['events.not_found']);
}

/**
 * An event as the asker may read it: offices of its ground; members who are asked, or who may put themselves down;
 * everybody when it is open to everybody. With a member's own answer and what they may say now; and its parts.
 * Refuses: events.not_found.
 */
export async function getEvent(ctx: Context, id: string) {
  const event = await findEvent(ctx, id);
  const member = ctx.actor.kind === 'account' ? await findMemberByAccount(ctx, ctx.actor.accountId) : null;
  const invitation = member === null ? null : await invitationOf(ctx, id, member.id);
  const works = worksOn(event, ctx.actor);
  const announced = event.state !== 'draft' && event.publishedAt !== null;
  const invited =
    event.signUp === 'public' || invitation !== null || (event.signUp === 'members' && member !== null);
  if (!works && !(announced && invited)) throw notFound();
  const { organisationId: _o, ownerUnitId: _w, handlerUnitId: _h, villageCode: _v, ...shown } = event;
  const asked = { ...event, invitation };
  return {
    ...shown,
    // Where to join online is for those who come.
    onlineUrl: works || invitation !== null ? event.onlineUrl : null,
    parts: await partsOf(ctx, id, works),
    mine:
      member === null
        ? null
        : { answer: invitation?.answer ?? null, leavesAsked: invitation?.leavesAsked ?? 0 },
    may: {
      come: member === null ? null : mayCome(asked, ctx.now()),
      decline: member === null ? null : mayDecline(asked, ctx.now()),
      askLeave: member === null ? null : mayAskLeave(asked, ctx.now()),
    },
  };
}

async function invitationOf(ctx: Context, eventId: string, memberId: string) {
  const [row] = await db(ctx)
    .select({ answer: eventInvitees.answer, leavesAsked: eventInvitees.leavesAsked })
    .from(eventInvitees)
    .where(and(eq(eventInvitees.eventId, eventId), eq(eventInvitees.memberId, memberId)))
    .limit(1);
  return row ?? null;
}

async function partsOf(ctx: Context, id: string, withDrafts: boolean) {
  const rows = await db(ctx)
    .select({
      id: events.matterId,
      title: events.title,
      startsAt: events.startsAt,
      endsAt: events.endsAt,
      placeWords: events.placeWords,
      state: matters.state,
    })
    .from(events)
    .innerJoin(matters, eq(matters.id, events.matterId))
    .where(eq(events.parentEventId, id))
    .orderBy(asc(events.startsAt), asc(events.matterId))
    .limit(200);
  return rows.filter(({ state }) => withDrafts || state !== 'draft');
}

/** An event for the office that organises it or may see it. Refuses: matters.not_found. */
async function forOffice(ctx: Context, id: string) {
  const event = await findEvent(ctx, id).catch(() => undefined);
  if (event === undefined || !worksOn(event, ctx.actor))
    throw new DomainError('matters.not_found', spine['matters.not_found']);
  return event;
}

/**
 * The desk of an event: what it says, how many answered what, how many were there, what this office may do now and why
 * not, and what happened. Refuses: matters.not_found.
 */
export async function eventDesk(ctx: Context, id: string) {
  const event = await forOffice(ctx, id);
  const { ownerUnitId: _w, handlerUnitId: _h, villageCode: _v, ...shown } = event;
  return {
    ...shown,
    parts: await partsOf(ctx, id, true),
    answers: await answersOf(ctx, id),
    attendance: await attendanceOf(ctx, id),
    history: await listHistory(ctx, id),
    may: movesFor(eventWorkflow, { ...event, doneBy: {} }, ctx.actor),
  };
}

async function answersOf(ctx: Context, eventId: string): Promise<Record<Answer, number>> {
  const rows = await db(ctx)
    .select({ answer: eventInvitees.answer, count: sql<number>`count(*)::int` })
    .from(eventInvitees)
    .where(eq(eventInvitees.eventId, eventId))
    .groupBy(eventInvitees.answer);
  const counts = new Map(rows.map(({ answer, count }) => [answer, count]));
  return Object.fromEntries(answers.map((answer) => [answer, counts.get(answer) ?? 0])) as Record<
    Answer,
    number
  >;
}

async function attendanceOf(ctx: Context, eventId: string): Promise<Record<string, number>> {
  const rows = await db(ctx)
    .select({ state: attendances.state, count: sql<number>`count(*)::int` })
    .from(attendances)
    .where(eq(attendances.eventId, eventId))
    .groupBy(attendances.state);
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

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

/** Members who were there or are recorded without having been asked, by name. At most 500. Refuses: matters.not_found. */
export async function listUnasked(ctx: Context, { id }: { id: string }) {
  await forOffice(ctx, id);
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
    .where(and(eq(attendances.eventId, id), sql`${eventInvitees.inviteeId} is null`))
    .orderBy(sql`${members.name} collate "zh-Hans-CN-x-icu"`, asc(attendances.memberId))
    .limit(500);
}

/**
 * What the door needs before the network fails: everybody who is asked with the mark that their QR is known by at this
 * door, and what is recorded; at most 5,000, by name. The codes themselves stay in the house. For whoever records attendance. Refuses: matters.not_found.
 */
export async function doorList(ctx: Context, { id }: { id: string }) {
  const event = await forOffice(ctx, id);
  const may = movesFor(eventWorkflow, { ...event, doneBy: {} }, ctx.actor, ['record', 'correct']);
  // Whoever was asked is for whoever stands at this door alone.
  if (!organises(event, ctx.actor)) throw new DomainError('matters.not_found', spine['matters.not_found']);
  const rows = await db(ctx)
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
    .where(eq(eventInvitees.eventId, id))
    .orderBy(sql`${members.name} collate "zh-Hans-CN-x-icu"`, asc(eventInvitees.inviteeId))
    .limit(5000);
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
