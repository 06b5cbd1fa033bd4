import type { ReplyClass, Solved } from '@tongxin/issues/rules';
import { fitting, repliesTo, saidOf, writeIn } from '../stories/matter.ts';
import { judgementWords, officeWords } from '../stories/office-words.ts';
import type { UnitKey } from '../stories/shape.ts';
import { act, soon, type Desk, type Life } from './desk.ts';
import { copyOut } from './tell-it.ts';
import { dateOf, dayOf, startOf, type Moment } from './town-time.ts';

const clerkOf = (unit: string) => `clerk:${unit}`;
const replyShares = { solved: 64, being_solved: 15, planned: 11, cannot: 10 } as const;
/** Not everybody is content, and one in four does not answer. */
const wordShares = { yes: 45, partly: 16, no: 11, silent: 28 } as const;

/** From acceptance straight to a department, its answer, the resident's word, and the striking off. */
export function handle(desk: Desk, life: Life, accepted: Moment): Moment {
  const { chance } = desk;
  const { story } = life.matter;
  const copied = life.copied ? accepted : copyOut(desk, life, accepted);
  const misled = chance.is(0.07);
  const routed = route(desk, life, { from: copied, unit: misled ? story.other : story.lead });
  const rerouted = misled ? sentBack(desk, life, routed) : routed;
  const unit = desk.unit(story.lead);
  const taken = soon(desk, rerouted, 0, 1);
  stall(desk, life, taken, 0.012);
  act(desk, life, { at: taken, by: clerkOf(unit.key), state: 'handling' }, { do: 'take' });
  const noted = workOn(desk, life, taken, unit.key);
  return answerAndJudge(desk, life, { from: noted, round: 1 });
}

/** Once in a while somebody should go on and does not. */
function stall(desk: Desk, life: Life, at: Moment, share: number): void {
  const recent = at > desk.time.now - 120 * 86_400_000;
  if (recent && desk.chance.is(share * desk.pace * desk.pace)) life.stalled = true;
}

function route(desk: Desk, life: Life, { from, unit }: { from: Moment; unit: UnitKey }): Moment {
  const at = soon(desk, from, 0, 2);
  const { term } = life.matter.story;
  act(
    desk,
    life,
    { at, by: desk.office('router'), state: 'routed' },
    { do: 'route', unit: desk.unit(unit).key, term },
  );
  return at;
}

/** The first department says that it is not its own. */
function sentBack(desk: Desk, life: Life, routed: Moment): Moment {
  const { chance } = desk;
  const { lead, other } = life.matter.story;
  const at = soon(desk, routed, 0, 2);
  const reason = writeIn(chance.pick(officeWords.contest), life.matter, desk.unit(lead).name);
  const deed = { do: 'contest', reason, suggestedUnit: desk.unit(lead).key } as const;
  act(desk, life, { at, by: clerkOf(desk.unit(other).key), state: 'accepted' }, deed);
  return route(desk, life, { from: at, unit: lead });
}

/** What happens while a department has it: a note, a later date. */
function workOn(desk: Desk, life: Life, taken: Moment, unit: string): Moment {
  const { chance } = desk;
  let at = taken;
  if (chance.is(0.1)) {
    at = soon(desk, at, 1, 2);
    const own = fitting(life.matter, 'progress');
    const notes = own.length > 0 && chance.is(0.7) ? own : officeWords.progress;
    const note = writeIn(chance.pick(notes), life.matter);
    act(desk, life, { at, by: clerkOf(unit), state: 'handling' }, { do: 'noteProgress', note });
  }
  if (chance.is(0.05)) {
    at = soon(desk, at, 0, 1);
    const dueOn = dateOf(dayOf(taken) + 32);
    const reason = chance.pick(officeWords.extend);
    act(desk, life, { at, by: desk.office('router'), state: 'handling' }, { do: 'extend', dueOn, reason });
  }
  return at;
}

type Round = { from: Moment; round: number; unit?: string; asks?: Readonly<Record<Solved, number>> };

/** The department answers, somebody checks, the resident judges; on a no it goes round again. */
function answerAndJudge(desk: Desk, life: Life, { from, round, asks = wordShares }: Round): Moment {
  const checked = answerAndCheck(desk, life, from);
  const solved = desk.chance.weighted(asks);
  const spoken =
    solved === 'silent' ? countSilence(desk, life, checked) : judge(desk, life, { checked, solved, round });
  if (solved !== 'no') return strikeOff(desk, life, spoken);
  if (round === 1)
    return answerAndJudge(desk, life, {
      from: spoken,
      round: 2,
      asks: { yes: 40, partly: 28, no: 22, silent: 10 },
    });
  return reviewed(desk, life, spoken);
}

function answerAndCheck(desk: Desk, life: Life, from: Moment): Moment {
  const { chance } = desk;
  const { matter } = life;
  const { story } = matter;
  const unit = desk.unit(story.lead).key;
  const [earliest, latest] = story.term === 'simple' ? ([1, 3] as const) : ([3, 11] as const);
  stall(desk, life, from, 0.014);
  let replied = soon(desk, from, earliest, latest);
  const reply = () => {
    const { class: answered, text: answer } = replyTo(desk, matter, replyShares);
    const ground = answered === 'cannot' ? chance.pick(['law', 'money', 'competence'] as const) : undefined;
    const text = writeIn(answer, matter);
    act(
      desk,
      life,
      { at: replied, by: clerkOf(unit), state: 'replied' },
      { do: 'reply', class: answered, text, ground },
    );
  };
  reply();
  const checker = chance.is(0.3) ? life.host : desk.office('verifier');
  if (chance.is(0.06)) {
    const at = soon(desk, replied, 0, 2);
    const reason = chance.pick(officeWords.returnReply);
    act(desk, life, { at, by: checker, state: 'handling' }, { do: 'returnReply', reason });
    replied = soon(desk, at, 1, 4);
    reply();
  }
  const checked = soon(desk, replied, 0, 2);
  stall(desk, life, checked, 0.008);
  act(desk, life, { at: checked, by: checker, state: 'to_rate' }, { do: 'verify' });
  return checked;
}

/** How far the department got and what it writes, among what fits the trouble. */
export function replyTo(
  { chance }: Desk,
  matter: Life['matter'],
  shares: Readonly<Record<ReplyClass, number>>,
): { class: ReplyClass; text: string } {
  const replies = repliesTo(matter);
  const fits = Object.entries(shares).filter(([name]) => replies[name as ReplyClass] !== undefined);
  const reached = chance.weighted(Object.fromEntries(fits)) as ReplyClass;
  return { class: reached, text: chance.pick(replies[reached]!) };
}

function countSilence(desk: Desk, life: Life, checked: Moment): Moment {
  const at = startOf(dayOf(checked) + 16) + desk.chance.whole(1, 50) * 60_000;
  act(desk, life, { at, by: 'clock', state: 'judged' }, { do: 'countSilence' });
  return at;
}

type Word = { checked: Moment; solved: Exclude<Solved, 'silent'>; round: number };

function judge(desk: Desk, life: Life, { checked, solved, round }: Word): Moment {
  const at = desk.time.atHome(dayOf(checked) + desk.chance.whole(0, 11), checked);
  const state = solved !== 'no' ? 'judged' : round === 1 ? 'handling' : 'in_review';
  act(
    desk,
    life,
    { at, by: 'resident', state },
    { do: 'judge', ...wordOf(desk, life.matter, solved), key: desk.chance.uuid() },
  );
  return at;
}

/** What a resident says about the result: stars that fit the word, and often a few words. */
export function wordOf({ chance }: Desk, matter: Life['matter'], solved: Exclude<Solved, 'silent'>) {
  const stars =
    solved === 'yes'
      ? chance.pick([4, 5, 5])
      : solved === 'partly'
        ? chance.pick([3, 3, 4])
        : chance.pick([1, 2]);
  const own = saidOf(matter)[solved] ?? [];
  const words = chance.pick(own.length > 0 && chance.is(0.6) ? own : judgementWords[solved]);
  return { solved, stars, words: chance.is(0.6) ? words : undefined };
}

/** A second no: the county looks at it. */
function reviewed(desk: Desk, life: Life, from: Moment): Moment {
  const { chance } = desk;
  const at = soon(desk, from, 2, 5);
  if (chance.is(0.6)) {
    const reason = chance.pick(officeWords.uphold);
    act(desk, life, { at, by: desk.office('closer'), state: 'closed' }, { do: 'uphold', reason });
    return at;
  }
  const reason = chance.pick(officeWords.overturn);
  act(desk, life, { at, by: desk.office('closer'), state: 'handling' }, { do: 'overturn', reason });
  return answerAndJudge(desk, life, { from: at, round: 3, asks: { yes: 60, partly: 25, no: 0, silent: 15 } });
}

function strikeOff(desk: Desk, life: Life, from: Moment): Moment {
  const { chance } = desk;
  const at = soon(desk, from, 0, 3);
  stall(desk, life, at, 0.008);
  act(desk, life, { at, by: desk.office('closer'), state: 'closed' }, { do: 'close' });
  if (chance.is(0.035)) return reopened(desk, life, at);
  if (chance.is(0.3)) publishLater(desk, life, at);
  if (life.contactKept && chance.is(0.05)) {
    const erased = desk.time.atHome(dayOf(at) + chance.whole(8, 30));
    act(
      desk,
      life,
      { at: erased, by: 'resident', state: 'closed' },
      { do: 'eraseIdentity', key: chance.uuid() },
    );
  }
  return at;
}

/** Somebody who did not write the copy puts it on the public page. */
export function publishLater(desk: Desk, life: Life, closed: Moment): void {
  const at = desk.time.after(closed, desk.chance.whole(1, 4));
  act(desk, life, { at, by: desk.office('verifier'), state: 'closed' }, { do: 'publish' });
}

function reopened(desk: Desk, life: Life, closed: Moment): Moment {
  const { chance } = desk;
  const at = desk.time.atHome(dayOf(closed) + chance.whole(4, 40));
  const text = chance.pick(officeWords.reopened);
  act(desk, life, { at, by: 'resident', state: 'handling' }, { do: 'reopen', text, key: chance.uuid() });
  const checked = answerAndCheck(desk, life, at);
  const spoken = judge(desk, life, { checked, solved: chance.pick(['yes', 'yes', 'partly']), round: 1 });
  const again = soon(desk, spoken, 0, 3);
  act(desk, life, { at: again, by: desk.office('closer'), state: 'closed' }, { do: 'close' });
  return again;
}
