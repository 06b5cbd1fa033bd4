import type { Solved } from '@tongxin/issues/rules';
import { fitting, writeIn, type Matter } from '../stories/matter.ts';
import { officeWords } from '../stories/office-words.ts';
import type { StoryLine } from '../stories/shape.ts';
import { days, soon, type Desk, type PlannedUnit } from './desk.ts';
import { replyTo, wordOf } from './direct-life.ts';
import type { OnLine, Ref, Step, Who } from './steps.ts';
import { dateOf, dayOf, startOf, type DayNumber, type Moment } from './town-time.ts';

/** One agreed line as far as it has come. */
export type LineLife = {
  ref: Ref;
  matter: Matter;
  text: StoryLine;
  unit: PlannedUnit;
  dueOn: DayNumber;
  steps: Step[];
  state: string;
  /** When it was struck off or given up; null while it is open. */
  over: Moment | null;
  done: boolean;
};

function act(desk: Desk, line: LineLife, step: { at: Moment; by: Who; state: string }, deed: OnLine): void {
  const { at, by, state } = step;
  if (at > desk.time.now) return;
  line.steps.push({ at, on: line.ref, by, about: 'line', ...deed });
  line.state = state;
}

const clerkOf = (unit: PlannedUnit) => `clerk:${unit.key}`;

/** From its publication until it is struck off, given up, or still open today. */
export function liveLine(
  desk: Desk,
  line: LineLife,
  { published, asked }: { published: Moment; asked: Ref[] },
): void {
  const { chance } = desk;
  line.state = published > desk.time.now ? 'none' : 'assigned';
  const from = chance.is(0.08) ? contested(desk, line, published) : published;
  if (from === null) return;
  if (chance.is(0.01 * desk.pace)) return;
  const taken = soon(desk, from, 0, 3);
  const until = Math.max(line.dueOn, dayOf(taken));
  act(
    desk,
    line,
    { at: taken, by: clerkOf(line.unit), state: 'in_progress' },
    { do: 'acceptLine', planDue: dateOf(until) },
  );
  const reported = workOn(desk, line, { taken, until });
  if (reported === null) return;
  const checked = check(desk, line, reported);
  judgeAndClose(desk, line, { checked, asked, round: 1 });
}

/** The unit says no; the county hands it on, or does not have it done. Null when that was the end. */
function contested(desk: Desk, line: LineLife, published: Moment): Moment | null {
  const { chance } = desk;
  const { story } = line.matter;
  const other = desk.unit(line.text.unit === 'lead' ? story.other : story.lead);
  const at = soon(desk, published, 1, 4);
  const reason = writeIn(chance.pick(officeWords.contest), line.matter, other.name);
  act(
    desk,
    line,
    { at, by: clerkOf(line.unit), state: 'contested' },
    { do: 'contestLine', reason, suggestedUnit: other.key },
  );
  const decided = soon(desk, at, 1, 5);
  const by = desk.office('router');
  if (chance.is(0.3)) {
    act(
      desk,
      line,
      { at: decided, by, state: 'not_adopted' },
      { do: 'notAdopt', reason: chance.pick(officeWords.notAdopt) },
    );
    if (decided <= desk.time.now) line.over = decided;
    return null;
  }
  line.dueOn = Math.max(line.dueOn, dayOf(decided) + 12) + chance.whole(8, 25);
  const handOn = writeIn(chance.pick(officeWords.reassign), line.matter, other.name);
  act(
    desk,
    line,
    { at: decided, by, state: 'assigned' },
    {
      do: 'reassignLine',
      unit: other.key,
      reason: handOn,
      dueOn: dateOf(line.dueOn),
    },
  );
  line.unit = other;
  return decided;
}

/** Notes, a later day, and at last the report: in time, late, or not at all. */
function workOn(
  desk: Desk,
  line: LineLife,
  { taken, until }: { taken: Moment; until: DayNumber },
): Moment | null {
  const { chance, time } = desk;
  let due = until;
  let at = taken;
  if (chance.is(0.3) && due - dayOf(at) > 12) {
    at = time.after(startOf(dayOf(at) + chance.whole(4, 10)), 0);
    const own = fitting(line.matter, 'progress');
    const notes = own.length > 0 && chance.is(0.7) ? own : officeWords.progress;
    const text = writeIn(chance.pick(notes), line.matter);
    act(desk, line, { at, by: clerkOf(line.unit), state: 'in_progress' }, { do: 'lineProgress', text });
  }
  if (chance.is(0.08) && due - dayOf(at) > 4) {
    at = time.after(startOf(due - 4), 0);
    due += chance.whole(10, 28);
    const reason = chance.pick(officeWords.extendLine);
    act(
      desk,
      line,
      { at, by: desk.office('router'), state: 'in_progress' },
      { do: 'extendLine', dueOn: dateOf(due), reason },
    );
  }
  line.dueOn = due;
  if (chance.is(0.035 * desk.pace)) return null;
  const late = chance.is(0.14 * desk.pace);
  const day = late ? due + chance.whole(2, 30) : Math.max(dayOf(at) + 1, due - chance.whole(0, 12));
  const reported = time.after(startOf(day), 0);
  report(desk, line, Math.max(reported, at + 3_600_000));
  return Math.max(reported, at + 3_600_000);
}

const reportShares = { solved: 78, being_solved: 11, planned: 7, cannot: 4 } as const;

function report(desk: Desk, line: LineLife, at: Moment): void {
  const { matter } = line;
  const reply = replyTo(desk, matter, reportShares);
  const text = reply.class === 'solved' ? line.text.done : reply.text;
  act(
    desk,
    line,
    { at, by: clerkOf(line.unit), state: 'reported_done' },
    { do: 'reportDone', class: reply.class, text: writeIn(text, matter) },
  );
}

function check(desk: Desk, line: LineLife, reported: Moment): Moment {
  const { chance } = desk;
  const by = desk.office('verifier');
  let at = soon(desk, reported, 0, 3);
  if (chance.is(0.08)) {
    act(
      desk,
      line,
      { at, by, state: 'in_progress' },
      { do: 'sendBack', reason: chance.pick(officeWords.sendBack) },
    );
    const again = soon(desk, at, 3, 8);
    report(desk, line, again);
    at = soon(desk, again, 0, 3);
  }
  act(desk, line, { at, by, state: 'asking' }, { do: 'verifyLine' });
  return at;
}

type Asking = { checked: Moment; asked: readonly Ref[]; round: number };

/** Every resident is asked; who does not answer is counted as silent, and a first no sends it round again. */
function judgeAndClose(desk: Desk, line: LineLife, { checked, asked, round }: Asking): void {
  const { chance, time } = desk;
  const shares =
    round === 1 ? { yes: 46, partly: 15, no: 9, silent: 30 } : { yes: 52, partly: 22, no: 8, silent: 18 };
  const words = asked.map((issue) => ({ issue, solved: chance.weighted(shares) satisfies Solved }));
  const spoken = words.flatMap(({ issue, solved }) => {
    if (solved === 'silent') return [];
    const at = time.atHome(dayOf(checked) + chance.whole(0, 12), checked);
    const by = { at, by: 'resident', state: 'asking' } as const;
    act(desk, line, by, { do: 'judgeLine', issue, ...wordOf(desk, line.matter, solved), key: chance.uuid() });
    return [at];
  });
  const all = asked.length > 0 && spoken.length === asked.length;
  const settled = all ? Math.max(...spoken) : startOf(dayOf(checked) + 16) + chance.whole(1, 50) * 60_000;
  const again = round === 1 && words.some(({ solved }) => solved === 'no');
  const state = again ? 'in_progress' : 'judged';
  if (!all) act(desk, line, { at: settled, by: 'clock', state }, { do: 'lineSilence' });
  else if (settled <= time.now) line.state = state;
  if (again) doAgain(desk, line, { from: settled, asked, round: round + 1 });
  else close(desk, line, settled);
}

/** The unit does it once more, and everybody is asked once more. */
export function doAgain(
  desk: Desk,
  line: LineLife,
  { from, asked, round }: { from: Moment; asked: readonly Ref[]; round: number },
): void {
  const reported = desk.time.after(from, 4 + days(desk, 0, 5));
  report(desk, line, reported);
  const checked = check(desk, line, reported);
  judgeAndClose(desk, line, { checked, asked, round });
}

function close(desk: Desk, line: LineLife, judged: Moment): void {
  const at = soon(desk, judged, 0, 4);
  act(desk, line, { at, by: desk.office('closer'), state: 'closed' }, { do: 'closeLine' });
  if (at > desk.time.now) return;
  line.over = at;
  line.done = true;
}
