import { DomainError } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { listHistory } from '@tongxin/matters/queries';
import { matters } from '@tongxin/matters/schema';
import { sectorOf } from '@tongxin/members/queries';
import { members } from '@tongxin/members/schema';
import { organisations } from '@tongxin/organisations/schema';
import { platforms } from '@tongxin/platforms/schema';
import { asc, desc, eq } from 'drizzle-orm';
import { emptySeats, refusals, sessionWorkflow } from '../rules/index.ts';
import { publishedMinutes, sessionInvitees, sessions, topics } from '../schema/index.ts';
import { publicLines } from './lines.ts';
import { withMoves } from './may.ts';
import { methodOfSession } from './methods.ts';
import { noticeColumns, withSeatsLeft } from './sessions.ts';

const db = (ctx: Context) => ctx.tx ?? ctx.municipality.db;

const facts = {
  cityCode: sessions.cityCode,
  villageCode: matters.villageCode,
  organisationId: matters.organisationId,
  ownerUnitId: matters.ownerUnitId,
  handlerUnitId: matters.handlerUnitId,
};

/** A session's notice row with what decisions need. Refuses: deliberations.not_found. */
export async function sessionRow(ctx: Context, id: string) {
  const [row] = await db(ctx)
    .select({
      ...noticeColumns,
      ...facts,
      onlineUrl: sessions.onlineUrl,
      convenorId: sessions.convenorId,
      cancelReason: sessions.cancelReason,
      changedAt: sessions.changedAt,
      sequence: sessions.sequence,
      methodOf: sessions.methodOf,
      methodVersion: sessions.methodVersion,
      fixedSeatsFilled: sessions.fixedSeatsFilled,
    })
    .from(sessions)
    .innerJoin(matters, eq(matters.id, sessions.matterId))
    .innerJoin(platforms, eq(platforms.id, sessions.platformId))
    .where(eq(sessions.matterId, id))
    .limit(1);
  if (row === undefined)
    throw new DomainError('deliberations.not_found', refusals['deliberations.not_found']);
  return row;
}

/**
 * A session as everybody may read it: notice, agenda, who is invited, how many seats are left, what changed when and
 * why, and after its publication the minutes (newest version first) and the agreed lines with where they stand.
 * `may` says what the asking account may do. Refuses: deliberations.not_found.
 */
export async function getSession(ctx: Context, id: string) {
  const row = await sessionRow(ctx, id);
  const [session] = await withMoves(ctx, sessionWorkflow, [row]);
  const {
    cityCode: _c,
    villageCode: _v,
    organisationId: _o,
    ownerUnitId: _w,
    handlerUnitId: _h,
    methodOf,
    methodVersion,
    fixedSeatsFilled,
    ...notice
  } = session!;
  const method = await methodOfSession(ctx, { methodOf, methodVersion });
  const { word, label } = sessionWorkflow.states[row.state as keyof typeof sessionWorkflow.states];
  const open = row.cancelledAt === null && Temporal.Instant.compare(ctx.now(), row.startsAt) < 0;
  return {
    ...withSeatsLeft(ctx)(notice),
    word,
    label,
    brand: method === null ? null : { divisionCode: method.divisionCode, name: method.brand },
    /** Who always has a seat, and which seats stayed empty; null until the host has written it down. */
    fixedSeats: method?.fixedSeats ?? [],
    emptySeats: fixedSeatsFilled === null ? null : emptySeats(method?.fixedSeats ?? [], fixedSeatsFilled),
    seatsOpen: open && row.seatsTaken < row.residentSeats,
    topics: await agendaOf(ctx, id),
    invited: (await inviteesOf(ctx, id)).map(({ id: inviteeId, kind, name, sector }) => ({
      id: inviteeId,
      kind,
      name,
      sector,
    })),
    changes: await changesOf(ctx, id),
    minutes: await minutesOf(ctx, id),
    lines: await publicLines(ctx, { sessionId: id }),
  };
}

/** The agenda in its order: what is talked over, in the host's words for the public. */
export async function agendaOf(ctx: Context, sessionId: string) {
  return db(ctx)
    .select({
      id: topics.matterId,
      number: matters.number,
      title: topics.title,
      summary: topics.summary,
      source: topics.source,
      state: matters.state,
    })
    .from(topics)
    .innerJoin(matters, eq(matters.id, topics.matterId))
    .where(eq(topics.sessionId, sessionId))
    .orderBy(asc(topics.agendaNo))
    .limit(20);
}

/** Who is invited: members with their sector, then units, each by name. At most 200. */
export async function inviteesOf(ctx: Context, sessionId: string) {
  const rows = await db(ctx)
    .select({
      id: sessionInvitees.inviteeId,
      kind: sessionInvitees.kind,
      attended: sessionInvitees.attended,
      memberName: members.name,
      sector: sectorOf(members.id),
      unitName: organisations.name,
    })
    .from(sessionInvitees)
    .leftJoin(members, eq(members.id, sessionInvitees.memberId))
    .leftJoin(organisations, eq(organisations.id, sessionInvitees.organisationId))
    .where(eq(sessionInvitees.sessionId, sessionId))
    .orderBy(
      asc(sessionInvitees.kind),
      asc(members.name),
      asc(organisations.name),
      asc(sessionInvitees.inviteeId),
    )
    .limit(200);
  return rows.map(({ memberName, unitName, ...row }) => ({ ...row, name: memberName ?? unitName ?? '' }));
}

const told = new Set(['open', 'postpone', 'cancel', 'hold', 'publish', 'correct']);

/** What happened to the session, oldest first: when, by which office, why, and the new time if there is one. */
async function changesOf(ctx: Context, sessionId: string) {
  const entries = await listHistory(ctx, sessionId);
  return entries
    .filter(({ move }) => told.has(move))
    .map(({ move, at, unitName, reason, data }) => ({
      move,
      at,
      unitName,
      reason,
      startsAt: typeof data.startsAt === 'string' ? data.startsAt : null,
      endsAt: typeof data.endsAt === 'string' ? data.endsAt : null,
    }));
}

/** Every version of the published minutes, newest first. */
async function minutesOf(ctx: Context, sessionId: string) {
  return db(ctx)
    .select({
      version: publishedMinutes.version,
      agreed: publishedMinutes.agreed,
      notAgreed: publishedMinutes.notAgreed,
      summary: publishedMinutes.summary,
      publishedAt: publishedMinutes.publishedAt,
      changeReason: publishedMinutes.changeReason,
    })
    .from(publishedMinutes)
    .where(eq(publishedMinutes.sessionId, sessionId))
    .orderBy(desc(publishedMinutes.version))
    .limit(50);
}
