import type { Place } from '../stories/matter.ts';
import type { Desk, Life } from './desk.ts';
import { handle } from './direct-life.ts';
import {
  askedLife,
  declinedLife,
  divertedLife,
  forgottenLife,
  mergedLife,
  withdrawnLife,
} from './short-lives.ts';
import { planSitting, stepsOf, type Fate, type Sitting } from './sitting.ts';
import type { Step } from './steps.ts';
import { accept, beginLife } from './tell-it.ts';
import { livesOf } from './topic-draft.ts';
import { dayOf, type DayNumber, type Moment } from './town-time.ts';

/** A township's year: what was told there one by one, and what was talked over. */
export type TownshipYear = { singles: Life[]; sittings: Sitting[] };

const fates = { held: 87, postponed: 7, cancelled: 5, unrecorded: 1 } as const satisfies Record<Fate, number>;

const kinds = {
  direct: 21,
  diverted: 28,
  declined: 16,
  answered: 4,
  late: 2,
  parked: 12,
  withdrawn: 14,
  forgotten: 1,
} as const;
export type Kind = keyof typeof kinds;

/** Which halls and members are taken on which days; a county shares its members. */
export type Diary = Set<string>;

/** Plans so many sittings and fills up with single matters until so many have been told. */
export function planTownship(
  desk: Desk,
  townshipCode: string,
  { sittings, issues, diary }: { sittings: number; issues: number; diary: Diary },
): TownshipYear {
  const { chance, time } = desk;
  const year: TownshipYear = { singles: [], sittings: [] };
  const first = dayOf(time.start) + 1;
  const span = dayOf(time.now) - 1 - first;
  for (let at = 0; at < sittings; at += 1) {
    const from = first + Math.floor(((at + chance.next()) / sittings) * span);
    year.sittings.push(planOne(desk, { townshipCode, from, fate: chance.weighted(fates), diary }));
  }
  for (let told = countTold(year); told < issues; told = countTold(year)) {
    const place = chance.pick(desk.places(townshipCode));
    const day = first + Math.floor(chance.next() ** 0.9 * (span + 1));
    year.singles.push(...single(desk, place, { at: time.atHome(day), kind: chance.weighted(kinds) }));
  }
  return year;
}

type Wanted = { townshipCode: string; from: DayNumber; fate: Fate; diary: Diary };

/** A sitting that keeps clear of what the diary holds, and is entered there. */
function planOne(desk: Desk, wanted: Wanted): Sitting {
  const sitting = draftOne(desk, wanted);
  enter(sitting, wanted.diary);
  return sitting;
}

export function draftOne(desk: Desk, { townshipCode, from, fate, diary }: Wanted): Sitting {
  const isFree = (day: DayNumber, who = townshipCode) => !diary.has(`${who}/${day}`);
  return planSitting(desk, { townshipCode, from, fate, isFree });
}

export function enter({ taken, members, townshipCode }: Sitting, diary: Diary): void {
  for (const day of taken) for (const who of [townshipCode, ...members]) diary.add(`${who}/${day}`);
}

/** A matter that goes its own way, with those who told the same. */
export function single(desk: Desk, place: Place, { at, kind }: { at: Moment; kind: Kind }): Life[] {
  const { chance, time } = desk;
  switch (kind) {
    case 'direct':
      return direct(desk, place, at);
    case 'diverted':
      return [divertedLife(desk, place, at)];
    case 'declined':
      return [declinedLife(desk, place, at)];
    case 'answered':
      return [askedLife(desk, place, at, 'in time')];
    case 'late':
      return [askedLife(desk, place, at, 'late')];
    case 'parked':
      return [askedLife(desk, place, at, 'never')];
    case 'withdrawn':
      return [withdrawnLife(desk, place, at)];
    case 'forgotten':
      // Long ago somebody would have noticed.
      return [forgottenLife(desk, place, Math.max(at, time.now - chance.whole(6, 70) * 86_400_000))];
  }
}

function direct(desk: Desk, place: Place, at: Moment): Life[] {
  const life = beginLife(desk, { place, at });
  const accepted = accept(desk, life, at);
  const same = desk.chance.is(0.28)
    ? mergedLife(desk, life, { from: at, until: accepted + 20 * 3_600_000 })
    : null;
  handle(desk, life, accepted);
  return same === null ? [life] : [life, same];
}

function countTold({ singles, sittings }: TownshipYear): number {
  const lives = [...singles, ...sittings.flatMap(({ topics }) => topics.flatMap(livesOf))];
  return lives.filter(({ state }) => state !== 'nothing').length;
}

/** Everything that happened there. */
export function stepsOfYear({ singles, sittings }: TownshipYear): Step[] {
  return [...singles.flatMap((life) => life.steps), ...sittings.flatMap(stepsOf)];
}
