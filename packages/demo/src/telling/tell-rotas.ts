import { civilDay } from '@tongxin/core';
import { listConflicts } from '@tongxin/events/queries';
import { askSwap, makeRota, publishRota, vacateTurn } from '@tongxin/rotas/commands';
import { retellRotas, type PastTurn, type PastRota as Told } from '@tongxin/rotas/retelling';
import { turns } from '@tongxin/rotas/schema';
import { and, asc, eq, gt } from 'drizzle-orm';
import type { ComingRota, PastRota, PlannedTurn } from '../network/planned.ts';
import { dateOf, startOf, type Moment } from '../plan/town-time.ts';
import { accountOf } from './seat-members.ts';
import { accountNamed, contextAt, named, recordOf, type Inside, type Stage } from './stage.ts';

const dayOf = (date: string) => Temporal.PlainDate.from(date);
const instant = (moment: Moment) => Temporal.Instant.fromEpochMilliseconds(moment);

/** Writes rotas whose turns are over. */
export async function tellPastRotas(inside: Inside, stage: Stage, all: readonly PastRota[]): Promise<void> {
  await retellRotas(
    inside,
    all.map((rota) => pastOf(stage, rota)),
  );
}

function pastOf(stage: Stage, rota: PastRota): Told {
  const { units, sites, members } = stage.cast;
  const { placeCode, pattern, onHoliday, startTime, endTime, perTurn } = rota;
  return {
    platformId: named(sites, rota.site),
    organisationId: named(units, rota.unit),
    cityCode: placeCode.slice(0, 4),
    countyCode: placeCode.length > 4 ? placeCode.slice(0, 6) : null,
    townshipCode: placeCode.length > 6 ? placeCode : null,
    villageCode: null,
    by: accountNamed(stage, rota.by),
    ...{ pattern, onHoliday, startTime, endTime, perTurn },
    fromOn: Temporal.PlainDate.from(dateOf(rota.from)),
    untilOn: Temporal.PlainDate.from(dateOf(rota.until)),
    madeAt: instant(rota.madeAt),
    publishedAt: instant(rota.publishedAt ?? rota.madeAt),
    people: rota.people.map((member) => named(members, member)),
    turns: rota.turns.map((turn) => turnOf(stage, turn)),
  };
}

function turnOf(stage: Stage, turn: PlannedTurn): PastTurn {
  const { members } = stage.cast;
  const { start, end, movedFrom, placeNo, member, change, visits, ending } = turn;
  return {
    ...{ start: instant(start), end: instant(end), placeNo },
    movedFrom: movedFrom === null ? null : Temporal.PlainDate.from(movedFrom),
    memberId: member === null ? null : named(members, member),
    change: change === null ? null : changeOf(stage, change),
    visits: visits.map((visit) => {
      const at = instant(visit.at);
      if ('issue' in visit) return { at, issueId: recordOf(stage, visit.issue) };
      return { at, about: visit.about, said: visit.said };
    }),
    ending: ending.how === 'open' ? ending : { ...ending, at: instant(ending.at) },
  };
}

function changeOf(stage: Stage, change: NonNullable<PlannedTurn['change']>): PastTurn['change'] {
  const to = { at: instant(change.at), memberId: named(stage.cast.members, change.member) };
  if (change.how === 'cover') return { ...to, how: 'cover', reason: change.reason };
  const by = accountOf(change.member, stage.cast);
  if (by === undefined) throw new Error(`${change.member} cannot answer a question about a swap`);
  return { ...to, how: 'swap', askedAt: instant(change.askedAt), by };
}

/** Makes the rota of the next weeks and publishes it; then somebody cannot come, or asks somebody else. */
export async function tellNextRota(inside: Inside, stage: Stage, rota: ComingRota): Promise<void> {
  const { members, sites } = stage.cast;
  const host = accountNamed(stage, rota.by);
  const { key, pattern, onHoliday, perTurn } = rota;
  const { id } = await makeRota(contextAt(inside, host, rota.madeAt), {
    ...{ key, pattern, onHoliday, perTurn, platformId: named(sites, rota.site) },
    from: Temporal.PlainDate.from(dateOf(rota.from)),
    until: Temporal.PlainDate.from(dateOf(rota.until)),
    startTime: Temporal.PlainTime.from(rota.startTime),
    endTime: Temporal.PlainTime.from(rota.endTime),
    people: rota.people.map((member) => ({
      memberId: named(members, member),
      away: (rota.away[member] ?? []).map((day) => ({ from: dayOf(day), until: dayOf(day) })),
    })),
  });
  if (rota.publishedAt === null) return;
  await publishRota(contextAt(inside, host, rota.publishedAt), { id });
  const later = rota.publishedAt + 3_600_000;
  const staffed = await staffedTurns(inside, id, rota.from);
  const last = staffed.at(-1);
  if (rota.vacated !== null && last !== undefined)
    await vacateTurn(contextAt(inside, host, later), { id: last.id, reason: rota.vacated });
  if (rota.asks === null) return;
  const away = new Set(rota.away[rota.asks]);
  const fitting = staffed.filter(
    ({ id: turnId, startsAt }) => turnId !== last?.id && !away.has(civilDay(startsAt).toString()),
  );
  await ask(inside, stage, { asked: rota.asks, staffed: fitting, at: later });
}

type Turn = Awaited<ReturnType<typeof staffedTurns>>[number];
type Asking = { asked: string; staffed: readonly Turn[]; at: Moment };

/** Whoever is on duty first at a time that the asked member has free asks them to come instead. */
async function ask(inside: Inside, stage: Stage, { asked, staffed, at }: Asking): Promise<void> {
  const { members } = stage.cast;
  const memberId = named(members, asked);
  for (const turn of staffed) {
    const asker = Object.keys(members).find((key) => members[key] === turn.memberId);
    if (asker === undefined || turn.memberId === memberId) continue;
    const taken = await listConflicts(inside, [{ kind: 'member', id: memberId }], {
      start: turn.startsAt,
      end: turn.endsAt,
    });
    if (taken.length > 0) continue;
    const own = contextAt(inside, accountOf(asker, stage.cast)!, at);
    await askSwap(own, { id: turn.id, memberId, key: crypto.randomUUID() });
    return;
  }
}

/** The turns of a rota that somebody is on, from the second day on, by time. */
async function staffedTurns({ tx }: Inside, rotaId: string, from: number) {
  const rows = await tx
    .select({ id: turns.matterId, memberId: turns.memberId, startsAt: turns.startsAt, endsAt: turns.endsAt })
    .from(turns)
    .where(and(eq(turns.rotaId, rotaId), gt(turns.startsAt, instant(startOf(from + 1)))))
    .orderBy(asc(turns.startsAt), asc(turns.matterId))
    .limit(500);
  return rows.filter(({ memberId }) => memberId !== null);
}
