import type { Context } from '@tongxin/db';
import { members } from '@tongxin/members/schema';
import { and, asc, count, countDistinct, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { partsAtMost } from '../rules/index.ts';
import { attendances, eventInvitees, events } from '../schema/index.ts';
import { forOffice, seesDrafts } from './for-office.ts';
import { notices } from './lists.ts';

const db = (ctx: Context) => ctx.tx ?? ctx.municipality.db;

/** Of so many who were there the paper gives the names; of more the number alone. */
const namedAtMost = 60;

/**
 * An event with everything that belongs to it on one paper: a sector's activity week, a plenary. Its parts by time, each
 * with how many are asked and come, and afterwards how many were there and who, by name; and over all of it how many
 * members came at all, each counted once. Parts that were never announced are for their organisers alone.
 * Refuses: matters.not_found.
 */
export async function eventWeek(ctx: Context, { id }: { id: string }) {
  const event = await forOffice(ctx, id);
  const announced = seesDrafts(event, ctx.actor) ? undefined : isNotNull(events.publishedAt);
  const parts = await notices(ctx)
    .where(and(eq(events.parentEventId, id), announced))
    .orderBy(asc(events.startsAt), asc(events.matterId))
    .limit(partsAtMost);
  const ids = [id, ...parts.map((part) => part.id)];
  const [asked, facts, others] = [await askedOf(ctx, ids), await factsOf(ctx, ids), await othersOf(ctx, ids)];
  const small = ids.filter((one) => between(facts.get(one), 1, namedAtMost));
  const names = await namesOf(ctx, small);
  const countsOf = (one: string) => ({
    asked: asked.get(one)?.asked ?? 0,
    coming: asked.get(one)?.coming ?? 0,
    attended: facts.get(one) ?? 0,
    others: others.get(one) ?? null,
    /** Null when there are too many to name. */
    names: (facts.get(one) ?? 0) > namedAtMost ? null : (names.get(one) ?? []),
  });
  const { number, title, summary, state, startsAt, endsAt, siteName, placeWords, organiser, cancelReason } =
    event;
  return {
    ...{ id, number, title, summary, state, startsAt, endsAt, siteName, placeWords, organiser, cancelReason },
    ...countsOf(id),
    parts: parts.map((part) => ({
      ...{ id: part.id, title: part.title, speaker: part.speaker, state: part.state },
      ...{ startsAt: part.startsAt, endsAt: part.endsAt, mode: part.mode },
      ...{ siteName: part.siteName, placeWords: part.placeWords, capacity: part.capacity },
      ...countsOf(part.id),
    })),
    people: await peopleOf(ctx, ids),
  };
}

const between = (value: number | undefined, least: number, most: number) =>
  value !== undefined && value >= least && value <= most;

/** How many are asked to each, members and units, and how many of them said that they come. */
async function askedOf(ctx: Context, ids: readonly string[]) {
  const rows = await db(ctx)
    .select({
      id: eventInvitees.eventId,
      asked: count(),
      coming: sql<number>`(count(*) filter (where ${eventInvitees.answer} = 'coming'))::int`,
    })
    .from(eventInvitees)
    .where(inArray(eventInvitees.eventId, [...ids]))
    .groupBy(eventInvitees.eventId);
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}

const attended = (ids: readonly string[]) =>
  and(inArray(attendances.eventId, [...ids]), eq(attendances.state, 'attended'));

/** How many members were there at each. */
async function factsOf(ctx: Context, ids: readonly string[]) {
  const rows = await db(ctx)
    .select({ id: attendances.eventId, attended: count() })
    .from(attendances)
    .where(attended(ids))
    .groupBy(attendances.eventId);
  return new Map(rows.map((row) => [row.id, row.attended]));
}

/** How many others were there at each, where somebody counted. */
async function othersOf(ctx: Context, ids: readonly string[]) {
  const rows = await db(ctx)
    .select({ id: events.matterId, others: events.othersPresent })
    .from(events)
    .where(inArray(events.matterId, [...ids]))
    .limit(ids.length);
  return new Map(rows.map(({ id, others }) => [id, others]));
}

/** Who was there, event by event, by name. */
async function namesOf(ctx: Context, ids: readonly string[]) {
  const names = new Map<string, string[]>();
  if (ids.length === 0) return names;
  const rows = await db(ctx)
    .select({ id: attendances.eventId, name: members.name })
    .from(attendances)
    .innerJoin(members, eq(members.id, attendances.memberId))
    .where(attended(ids))
    .orderBy(sql`${members.name} collate "zh-Hans-CN-x-icu"`, asc(members.id))
    .limit(ids.length * namedAtMost);
  for (const { id, name } of rows) names.set(id, [...(names.get(id) ?? []), name]);
  return names;
}

/** Members over all of it, each once: how many said that they come, and how many were there. */
async function peopleOf(ctx: Context, ids: readonly string[]) {
  const [said] = await db(ctx)
    .select({ coming: countDistinct(eventInvitees.memberId) })
    .from(eventInvitees)
    .where(and(inArray(eventInvitees.eventId, [...ids]), eq(eventInvitees.answer, 'coming')));
  const [came] = await db(ctx)
    .select({ attended: countDistinct(attendances.memberId) })
    .from(attendances)
    .where(attended(ids));
  return { coming: said!.coming, attended: came!.attended };
}
