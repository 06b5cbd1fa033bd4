import { issueWorkflow } from '@tongxin/issues/rules';
import type { Desk, Life } from './desk.ts';
import type { Fate, Sitting } from './sitting.ts';
import { draftOne, enter, single, type Diary, type Kind, type TownshipYear } from './township.ts';
import { dayOf } from './town-time.ts';

/** Where a matter of its own way may stand today, and from which kind of life it gets there. */
const wanted: readonly (readonly [state: string, kind: Kind, days: number])[] = [
  ['received', 'direct', 2],
  ['received', 'diverted', 3],
  ['needs_info', 'parked', 9],
  ['parked', 'parked', 60],
  ['accepted', 'direct', 8],
  ['routed', 'direct', 14],
  ['handling', 'direct', 25],
  ['handling', 'answered', 40],
  ['replied', 'direct', 30],
  ['to_rate', 'direct', 40],
  ['to_rate', 'direct', 40],
  ['judged', 'direct', 60],
  ['in_review', 'declined', 24],
  ['closed', 'direct', 200],
  ['closed', 'direct', 300],
  ['diverted', 'diverted', 90],
  ['declined', 'declined', 90],
  ['withdrawn', 'withdrawn', 60],
  ['merged', 'direct', 90],
];

const lineStates = [
  'assigned',
  'contested',
  'in_progress',
  'reported_done',
  'asking',
  'judged',
  'closed',
  'not_adopted',
];
const sittingStates = ['noticed', 'held', 'cancelled'] as const;
/** Sessions that are over and wait for their host to write down who came. */
const unrecorded = 2;

const tries = 4000;
const halfDay = 12 * 3_600_000;

/**
 * Adds to one township what is missing there: a matter, a sitting or a line in each state that there is. Lives are
 * drawn until one has come just so far today; nothing is made up about how it got there.
 */
export function completeShowcase(
  desk: Desk,
  townshipCode: string,
  { year, diary }: { year: TownshipYear; diary: Diary },
): void {
  for (const [state, kind, days] of wanted) {
    if (has(year.singles, state) && state !== 'closed') continue;
    year.singles.push(...drawLife(desk, townshipCode, { state, kind, days }));
  }
  for (const state of sittingStates) {
    if (year.sittings.some((sitting) => sitting.state === state)) continue;
    const fate = state === 'cancelled' ? 'cancelled' : 'held';
    keep(
      year,
      diary,
      drawSitting(desk, townshipCode, { diary, fate, days: 70, suits: (sitting) => sitting.state === state }),
    );
  }
  if (!year.sittings.some(isPostponed)) {
    keep(
      year,
      diary,
      drawSitting(desk, townshipCode, { diary, fate: 'postponed', days: 200, suits: isPostponed }),
    );
  }
  const isOver = ({ state, startsAt }: Sitting) => state === 'noticed' && startsAt < desk.time.now - halfDay;
  while (year.sittings.filter(isOver).length < unrecorded)
    keep(
      year,
      diary,
      drawSitting(desk, townshipCode, { diary, fate: 'unrecorded', days: 60, suits: isOver }),
    );
  for (const state of lineStates) {
    if (year.sittings.some(({ lines }) => lines.some((line) => line.state === state))) continue;
    const suits = (sitting: Sitting) => sitting.lines.some((line) => line.state === state);
    keep(year, diary, drawSitting(desk, townshipCode, { diary, fate: 'held', days: 240, suits }));
  }
}

const has = (lives: readonly Life[], state: string) => lives.some((life) => life.state === state);
const isPostponed = ({ steps }: Sitting) => steps.some((step) => step.do === 'postpone');

function keep(year: TownshipYear, diary: Diary, sitting: Sitting): void {
  year.sittings.push(sitting);
  enter(sitting, diary);
}

function drawLife(
  desk: Desk,
  townshipCode: string,
  { state, kind, days }: { state: string; kind: Kind; days: number },
): Life[] {
  const { chance, time } = desk;
  if (!(state in issueWorkflow.states)) throw new Error(`no matter is ever ${state}`);
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const place = chance.pick(desk.places(townshipCode));
    const at = time.atHome(dayOf(time.now) - chance.whole(0, days));
    const lives = single(desk, place, { at, kind });
    if (has(lives, state)) return lives;
  }
  throw new Error(`no life of kind ${kind} was ${state} today`);
}

type SittingWish = {
  diary: Diary;
  fate: Fate;
  days: number;
  suits: (sitting: Sitting) => boolean;
};

function drawSitting(desk: Desk, townshipCode: string, { diary, fate, days, suits }: SittingWish): Sitting {
  const { chance, time } = desk;
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const from = dayOf(time.now) - chance.whole(12, days);
    const sitting = draftOne(desk, { townshipCode, from, fate, diary });
    if (suits(sitting)) return sitting;
  }
  throw new Error('no sitting has come as far as wanted');
}
