import type { Context } from '@tongxin/db';
import { findMemberByAccount } from '@tongxin/members/queries';
import { listHistory } from '@tongxin/matters/queries';
import { matters } from '@tongxin/matters/schema';
import { movesFor } from '@tongxin/matters/rules';
import { platforms } from '@tongxin/platforms/schema';
import { organisations } from '@tongxin/organisations/schema';
import { and, asc, eq, isNotNull, sql, type SQL } from 'drizzle-orm';
import {
  answers,
  eventWorkflow,
  mayAskLeave,
  mayCome,
  mayDecline,
  partsAtMost,
  type Answer,
} from '../rules/index.ts';
import { attendances, eventInvitees, events, eventSites } from '../schema/index.ts';
import { publishedArchive } from './archive.ts';
import { findEvent, forOffice, notFound, seesDrafts, worksOn } from './for-office.ts';
import { invitationOf, isRecorded } from './invitation.ts';
import { askedUnitsOf, unitsOf } from './units.ts';

const db = (ctx: Context) => ctx.tx ?? ctx.municipality.db;

/**
 * An event as the asker may read it: offices of its ground; members and units that are asked; members who may put
 * themselves down or whose attendance is written down; everybody when it is open to everybody. With what is shown of its archive, the asker's own answers
 * and what they may say now; and those of its parts that they may read as well.
 * Refuses: events.not_found.
 */
export async function getEvent(ctx: Context, id: string) {
  const event = await findEvent(ctx, id);
  const member = ctx.actor.kind === 'account' ? await findMemberByAccount(ctx, ctx.actor.accountId) : null;
  const invitation = member === null ? null : await invitationOf(ctx, id, member.id);
  const works = worksOn(event, ctx.actor);
  const announced = event.state !== 'draft' && event.publishedAt !== null;
  const units = announced ? await askedUnitsOf(ctx, event) : [];
  const invited =
    event.signUp === 'public' ||
    invitation !== null ||
    units.length > 0 ||
    (member !== null && (event.signUp === 'members' || (await isRecorded(ctx, id, member.id))));
  if (!works && !(announced && invited)) throw notFound();
  const { organisationId: _o, ownerUnitId: _w, handlerUnitId: _h, villageCode: _v, ...shown } = event;
  const asked = { ...event, invitation };
  return {
    ...shown,
    // Where to join online is for those who come.
    onlineUrl: works || invitation !== null || units.length > 0 ? event.onlineUrl : null,
    sites: await sitesOf(ctx, id),
    kept: event.signUp === 'public' ? await publishedArchive(ctx, id) : [],
    parts: await partsOf(ctx, event, { everything: works, memberId: member?.id ?? null }),
    units,
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

type PartsFor = { everything: boolean; memberId: string | null };

/** Whether a unit that the actor answers for is asked to a part. */
function isUnitAsked({ actor }: Context): SQL<boolean> {
  const units = unitsOf(actor);
  if (units === undefined) return sql<boolean>`false`;
  return sql<boolean>`exists (select from ${eventInvitees} i inner join ${organisations}
    on ${organisations.id} = i.organisation_id where i.event_id = ${events.matterId} and ${units})`;
}

/**
 * Parts by time: for an office all, for others those that they or their units are asked to or that they may come to. What was never announced is
 * its organisers' alone, also once it is called off. At most 200.
 */
async function partsOf(
  ctx: Context,
  event: Awaited<ReturnType<typeof findEvent>>,
  { everything, memberId }: PartsFor,
) {
  const signUps = memberId === null ? ['public'] : ['public', 'members'];
  const drafts = seesDrafts(event, ctx.actor);
  const rows = await db(ctx)
    .select({
      id: events.matterId,
      title: events.title,
      startsAt: events.startsAt,
      endsAt: events.endsAt,
      placeWords: events.placeWords,
      signUp: events.signUp,
      state: matters.state,
      asked: sql<boolean>`${eventInvitees.inviteeId} is not null or ${isUnitAsked(ctx)}`,
    })
    .from(events)
    .innerJoin(matters, eq(matters.id, events.matterId))
    .leftJoin(
      eventInvitees,
      and(eq(eventInvitees.eventId, events.matterId), eq(eventInvitees.inviteeId, sql`${memberId}::uuid`)),
    )
    .where(and(eq(events.parentEventId, event.id), drafts ? undefined : isNotNull(events.publishedAt)))
    .orderBy(asc(events.startsAt), asc(events.matterId))
    .limit(partsAtMost);
  return rows
    .filter(({ signUp, asked }) => everything || asked || signUps.includes(signUp))
    .map(({ asked: _asked, signUp: _signUp, ...part }) => part);
}

/** The sites that an event goes to see, by name. At most 30. */
async function sitesOf(ctx: Context, id: string) {
  return db(ctx)
    .select({ id: platforms.id, name: platforms.name })
    .from(eventSites)
    .innerJoin(platforms, eq(platforms.id, eventSites.platformId))
    .where(eq(eventSites.eventId, id))
    .orderBy(asc(platforms.name), asc(platforms.id))
    .limit(30);
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
    sites: await sitesOf(ctx, id),
    parts: await partsOf(ctx, event, { everything: true, memberId: null }),
    answers: await answersOf(ctx, id),
    attendance: await attendanceOf(ctx, id),
    history: await listHistory(ctx, id),
    readsArchive: seesDrafts(event, ctx.actor),
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

/** How many members are recorded as having been there, absent or on leave. */
export async function attendanceOf(ctx: Context, eventId: string): Promise<Record<string, number>> {
  const rows = await db(ctx)
    .select({ state: attendances.state, count: sql<number>`count(*)::int` })
    .from(attendances)
    .where(eq(attendances.eventId, eventId))
    .groupBy(attendances.state);
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}
