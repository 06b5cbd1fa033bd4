import { officeWords } from '../stories/office-words.ts';
import type { Desk, Life } from './desk.ts';
import { publishLater } from './direct-life.ts';
import { doAgain, type LineLife } from './line-life.ts';
import type { Ref } from './steps.ts';
import { dayOf, type Moment } from './town-time.ts';

/** Those whose matters a line answers, and those who told the same. */
export function askedOf(issues: readonly Life[]): Ref[] {
  return issues.flatMap((issue) => [issue.ref, ...issue.merged]);
}

/** When the last line is over the matters are struck off; some are published, some come back. */
export function settle(desk: Desk, { issues, lines }: { issues: Life[]; lines: LineLife[] }): void {
  const ends = lines.map(({ over }) => over);
  const over = ends.every((end) => end !== null) ? Math.max(...(ends as number[])) : null;
  for (const issue of issues) {
    issue.state = over === null ? 'in_hand' : 'closed';
    if (over !== null && issue.copied) publishLater(desk, issue, over);
  }
  const [first] = issues;
  if (over === null || first === undefined || !lines.some(({ done }) => done) || !desk.chance.is(0.05))
    return;
  comeBack(desk, first, { lines: lines.filter(({ done }) => done), over });
}

/** A resident says that it is as bad as before: the lines that were done for it are done again. */
function comeBack(desk: Desk, issue: Life, { lines, over }: { lines: LineLife[]; over: Moment }): void {
  const { chance, time } = desk;
  // Late enough that the page of the first time is public by then.
  const at = time.atHome(dayOf(over) + chance.whole(16, 40));
  if (at > time.now) return;
  const text = chance.pick(officeWords.reopened);
  issue.steps.push({
    at,
    on: issue.ref,
    by: 'resident',
    about: 'issue',
    do: 'reopenLines',
    text,
    key: chance.uuid(),
  });
  issue.state = 'in_hand';
  for (const line of lines) {
    line.state = 'in_progress';
    line.over = null;
    doAgain(desk, line, { from: at, asked: askedOf([issue]), round: 2 });
  }
  if (lines.every((line) => line.over !== null)) issue.state = 'closed';
}
