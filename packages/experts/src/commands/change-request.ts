import { transact, type Context } from '@tongxin/db';
import { attachPhotos } from '@tongxin/files/commands';
import { workCalendar } from '@tongxin/matters/queries';
import { findExpert } from '../queries/people.ts';
import {
  adviceBy,
  isVisitDay,
  serves,
  type Accept,
  type Advise,
  type Match,
  type Reschedule,
  type TellUse,
  type Thank,
  type WithReason,
} from '../rules/index.ts';
import { ensureImpersonal, refuse } from './refuse.ts';
import { moveRequest, write, type Inside } from './request-row.ts';

/** The office finds an expert of a team that works for this place. Locks the request. Refuses: as advance; experts.person_unknown. */
export async function matchExpert(ctx: Context, { id, personId }: Match): Promise<void> {
  await transact(ctx, async (tx, inside) => {
    const request = await moveRequest(inside, { matterId: id, move: 'match', data: { personId } });
    const person = await findExpert(inside, personId);
    if (person === null || !serves(person, request)) return refuse('experts.person_unknown');
    await write(tx, id, { personId, memberId: person.memberId, visitOn: null });
  });
}

async function dueOf(inside: Inside, visitOn: Temporal.PlainDate): Promise<Temporal.Instant> {
  if (!isVisitDay(visitOn, inside.now())) refuse('experts.visit_day');
  return adviceBy(visitOn, await workCalendar(inside));
}

/**
 * The expert says yes and on which day they come; an office writes it down for somebody without an account. Locks the
 * request. Refuses: as advance; experts.visit_day.
 */
export async function acceptRequest(ctx: Context, { id, visitOn }: Accept): Promise<void> {
  await transact(ctx, async (tx, inside) => {
    const due = await dueOf(inside, visitOn);
    await moveRequest(inside, { matterId: id, move: 'accept', due, data: { visitOn: visitOn.toString() } });
    await write(tx, id, { visitOn });
  });
}

/**
 * The expert says no, also after having said yes; the office looks for another one. Locks the request.
 * Refuses: as advance; experts.personal_words.
 */
export async function declineRequest(ctx: Context, { id, reason }: WithReason): Promise<void> {
  ensureImpersonal(reason);
  await transact(ctx, async (tx, inside) => {
    await moveRequest(inside, { matterId: id, move: 'decline', reason });
    await write(tx, id, { personId: null, memberId: null, visitOn: null });
  });
}

/** The visit takes place on another day. Locks the request. Refuses: as advance; experts.visit_day, personal_words. */
export async function rescheduleVisit(ctx: Context, { id, visitOn, reason }: Reschedule): Promise<void> {
  ensureImpersonal(reason);
  await transact(ctx, async (tx, inside) => {
    const due = await dueOf(inside, visitOn);
    const data = { visitOn: visitOn.toString() };
    await moveRequest(inside, { matterId: id, move: 'reschedule', reason, due, data });
    await write(tx, id, { visitOn });
  });
}

/**
 * What the expert advises, in their own hand or written down by whoever asked, with the photos they took; whoever asked
 * and the offices above see those. Locks the request. Refuses: as advance; experts.personal_words; files.not_found,
 * taken, too_many.
 */
export async function adviseOn(ctx: Context, { id, advice, photoIds }: Advise): Promise<void> {
  ensureImpersonal(advice);
  await transact(ctx, async (tx, inside) => {
    const { organisationId, ...levels } = await moveRequest(inside, {
      matterId: id,
      move: 'advise',
      data: { photos: photoIds.length },
    });
    await write(tx, id, { advice, advisedAt: inside.now() });
    const { cityCode, countyCode, townshipCode } = levels;
    const place = { cityCode, countyCode, townshipCode, villageCode: null, handlerUnitId: organisationId };
    await attachPhotos(inside, { matterId: id, photoIds, place });
  });
}

/** Whoever asked says whether the advice was used. Locks the request. Refuses: as advance; experts.personal_words. */
export async function tellUse(ctx: Context, { id, used, words }: TellUse): Promise<void> {
  ensureImpersonal(words);
  await transact(ctx, async (tx, inside) => {
    await moveRequest(inside, { matterId: id, move: 'tell_use', data: { used } });
    await write(tx, id, { used, useWords: words ?? null });
  });
}

/** Whoever asked thanks the expert, which ends the request. Locks the request. Refuses: as advance; experts.personal_words. */
export async function thankExpert(ctx: Context, { id, words }: Thank): Promise<void> {
  ensureImpersonal(words);
  await transact(ctx, async (tx, inside) => {
    await moveRequest(inside, { matterId: id, move: 'thank' });
    await write(tx, id, { thanks: words });
  });
}

/** Whoever asked no longer needs an expert. Locks the request. Refuses: as advance; experts.personal_words. */
export async function withdrawRequest(ctx: Context, { id, reason }: WithReason): Promise<void> {
  ensureImpersonal(reason);
  await transact(ctx, async (_tx, inside) => {
    await moveRequest(inside, { matterId: id, move: 'withdraw', reason });
  });
}

/** The office says that nobody can be found. Locks the request. Refuses: as advance; experts.personal_words. */
export async function refuseRequest(ctx: Context, { id, reason }: WithReason): Promise<void> {
  ensureImpersonal(reason);
  await transact(ctx, async (_tx, inside) => {
    await moveRequest(inside, { matterId: id, move: 'refuse', reason });
  });
}
