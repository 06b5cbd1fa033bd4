import { newId, type AccountActor } from '@tongxin/core';
import { inParts } from '@tongxin/db';
import { retellBookings, type PastBooking } from '@tongxin/events/retelling';
import type { Stretch } from '@tongxin/events/rules';
import { numbersFor, retellMatters, type Inside, type ToldMove } from '@tongxin/matters/retelling';
import type { Levels } from '@tongxin/matters/rules';
import {
  logBy,
  turnWorkflow,
  type HolidayRule,
  type Pattern,
  type TurnMove,
  type TurnState,
} from './rules/index.ts';
import { receptions, rotaMembers, rotas, turns, turnSwaps } from './schema.ts';

/** Somebody who came to a turn: a matter that was told, or advice. */
type Visit = { at: Temporal.Instant } & ({ issueId: string } | { about: string; said: string | null });

/** How somebody else came to take a turn. */
type Change = {
  at: Temporal.Instant;
  memberId: string;
} & ({ how: 'cover'; reason: string } | { how: 'swap'; askedAt: Temporal.Instant; by: AccountActor });

/** A turn of the past: who was to be there, who was, and who came. */
export type PastTurn = Stretch & {
  movedFrom: Temporal.PlainDate | null;
  placeNo: number;
  /** Who was put on it first; null when nobody was found. */
  memberId: string | null;
  change: Change | null;
  visits: readonly Visit[];
  ending:
    | { how: 'open' }
    | { how: 'logged'; at: Temporal.Instant }
    | { how: 'missed' | 'cancelled'; at: Temporal.Instant; reason: string };
};

/** A rota whose turns are over. */
export type PastRota = Levels & {
  platformId: string;
  organisationId: string;
  villageCode: string | null;
  /** The site's host. */
  by: AccountActor;
  pattern: Pattern;
  onHoliday: HolidayRule;
  fromOn: Temporal.PlainDate;
  untilOn: Temporal.PlainDate;
  startTime: string;
  endTime: string;
  perTurn: number;
  madeAt: Temporal.Instant;
  publishedAt: Temporal.Instant;
  people: readonly string[];
  turns: readonly PastTurn[];
};

type Told = { rotaId: string; rota: PastRota; turn: PastTurn; id: string };
type Move = ToldMove<TurnState, TurnMove>;

/**
 * Writes rotas of the past with their turns, swaps, visitors and history, many at a time. The workflow and the
 * database's own rules hold for them as for those that are made today.
 */
export async function retellRotas(inside: Inside, all: readonly PastRota[]): Promise<void> {
  const { tx } = inside;
  const made = all.map((rota) => ({ rota, rotaId: newId<'rota'>() as string }));
  const told = made.flatMap(({ rota, rotaId }) =>
    rota.turns.map((turn): Told => ({ rotaId, rota, turn, id: newId<'matter'>() })),
  );
  await inParts(made.map(rowOf), (part) => tx.insert(rotas).values(part));
  await inParts(made.flatMap(peopleOf), (part) => tx.insert(rotaMembers).values(part));
  const logs = new Map(told.map((one) => [one.id, visitsOf(one)]));
  await openAll(inside, told, logs);
  await inParts(told.map(turnOf), (part) => tx.insert(turns).values(part));
  await retellBookings(inside, told.flatMap(bookingsOf));
  await inParts(told.flatMap(swapsOf), (part) => tx.insert(turnSwaps).values(part));
  await inParts([...logs.values()].flat(), (part) => tx.insert(receptions).values(part));
}

function rowOf({ rota, rotaId }: { rota: PastRota; rotaId: string }): typeof rotas.$inferInsert {
  const { turns: _, people: __, by: ___, ...row } = rota;
  return { ...row, id: rotaId };
}

function peopleOf({ rota, rotaId }: { rota: PastRota; rotaId: string }) {
  return rota.people.map((memberId, orderNo) => ({ rotaId, memberId, orderNo, away: [] }));
}

type Line = typeof receptions.$inferInsert & { receivedAt: Temporal.Instant };

/** The lines of the log, each written while the visitor was there. */
function visitsOf({ id, rota, turn }: Told): Line[] {
  return turn.visits.map((visit) => {
    const { at } = visit;
    const line = { id: newId<'reception'>(), turnId: id, at, receivedAt: at, recordedBy: rota.by.accountId };
    if ('issueId' in visit) return { ...line, issueId: visit.issueId };
    return { ...line, about: visit.about, said: visit.said };
  });
}

async function openAll(
  inside: Inside,
  told: readonly Told[],
  logs: ReadonlyMap<string, Line[]>,
): Promise<void> {
  const numbers = await numbersFor(
    inside.tx,
    'turn',
    told.map(({ rota }) => ({ organ: rota.countyCode ?? rota.cityCode, at: rota.madeAt })),
  );
  await retellMatters(
    inside,
    turnWorkflow,
    told.map((one, at) => ({
      ...levelsOf(one.rota),
      id: one.id,
      number: `D${numbers[at]!}`,
      organisationId: one.rota.organisationId,
      at: one.rota.madeAt,
      by: one.rota.by,
      due: logBy(one.turn.end),
      data: {
        ...{ rotaId: one.rotaId, platformId: one.rota.platformId },
        ...{ startsAt: one.turn.start.toString(), endsAt: one.turn.end.toString() },
      },
      moves: movesOf(one, logs.get(one.id)!),
    })),
  );
}

const levelsOf = ({ cityCode, countyCode, townshipCode, villageCode }: PastRota) => ({
  cityCode,
  countyCode,
  townshipCode,
  villageCode,
});

function movesOf({ rota, turn }: Told, log: readonly Line[]): Move[] {
  const { by, madeAt } = rota;
  const { memberId, change, ending } = turn;
  const moves: Move[] = [];
  if (memberId !== null)
    moves.push({ at: madeAt, by, move: 'staff', due: logBy(turn.end), data: { memberId } });
  if (change !== null) {
    const data = { memberId: change.memberId };
    moves.push(
      change.how === 'swap'
        ? { at: change.at, by: change.by, move: 'swap', follows: true, data }
        : { at: change.at, by, move: 'cover', reason: change.reason, data },
    );
  }
  for (const { id, at, issueId } of log) {
    const about = issueId === undefined || issueId === null ? {} : { issueId };
    moves.push({ at, by, move: 'receive', data: { receptionId: id, at: at.toString(), ...about } });
  }
  return [...moves, ...lastOf(ending, by, log.length)];
}

function lastOf(ending: PastTurn['ending'], by: AccountActor, visitors: number): Move[] {
  if (ending.how === 'open') return [];
  const { at } = ending;
  if (ending.how === 'logged') return [{ at, by, move: 'log', data: { visitors } }];
  return [{ at, by, move: ending.how === 'missed' ? 'miss' : 'cancel', reason: ending.reason }];
}

const whoWasOn = ({ memberId, change }: PastTurn) => change?.memberId ?? memberId;

function turnOf({ rotaId, rota, turn, id }: Told): typeof turns.$inferInsert {
  const { start, end, placeNo, movedFrom } = turn;
  return {
    ...{ ...levelsOf(rota), matterId: id, rotaId, platformId: rota.platformId },
    ...{ startsAt: start, endsAt: end, placeNo, movedFrom, memberId: whoWasOn(turn) },
  };
}

function bookingsOf({ turn, id }: Told): PastBooking[] {
  const { start, end, memberId, change, ending } = turn;
  const taken = { matterId: id, during: { start, end }, resourceKind: 'member' as const };
  const off = ending.how === 'cancelled' ? ending.at : null;
  const first = memberId === null ? [] : [{ ...taken, resourceId: memberId, releasedAt: change?.at ?? off }];
  return change === null ? first : [...first, { ...taken, resourceId: change.memberId, releasedAt: off }];
}

function swapsOf({ turn, id }: Told): (typeof turnSwaps.$inferInsert)[] {
  const { memberId, change } = turn;
  if (change?.how !== 'swap' || memberId === null) return [];
  const asked = { askerId: memberId, askedId: change.memberId, inReturnId: null, askedAt: change.askedAt };
  return [{ ...asked, id: newId<'swap'>(), turnId: id, state: 'accepted', endedAt: change.at }];
}
