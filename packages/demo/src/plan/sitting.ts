import { showcase, signedInMember } from '../sign-ins.ts';
import { writeIn } from '../stories/matter.ts';
import { officeWords } from '../stories/office-words.ts';
import { askedOf, settle } from './aftermath.ts';
import { planMinutes, type Plan } from './minutes.ts';
import { soon, type Desk } from './desk.ts';
import { handle } from './direct-life.ts';
import { liveLine, type LineLife } from './line-life.ts';
import type { OnTalks, PlannedLine, Ref, Step, Who } from './steps.ts';
import { gatherTopic, livesOf, type TopicDraft } from './topic-draft.ts';
import { dateOf, dayOf, type DayNumber, type Moment } from './town-time.ts';

/** A sitting of a hall with its topics and all that came of it, as far as it has come. */
export type Sitting = {
  ref: Ref;
  townshipCode: string;
  topics: TopicDraft[];
  lines: LineLife[];
  steps: Step[];
  state: string;
  startsAt: Moment;
  members: string[];
  /** The days on which hall and members are taken. */
  taken: DayNumber[];
};

export type Fate = 'held' | 'postponed' | 'cancelled' | 'unrecorded';

type Wish = {
  townshipCode: string;
  /** The day on which the first resident tells it. */
  from: DayNumber;
  fate: Fate;
  isFree(day: DayNumber, member?: string): boolean;
};

function act(
  desk: Desk,
  sitting: Sitting,
  step: { at: Moment; by: Who; state: string },
  deed: OnTalks,
): void {
  const { at, by, state } = step;
  if (at > desk.time.now) return;
  sitting.steps.push({ at, on: sitting.ref, by, about: 'talks', ...deed });
  sitting.state = state;
}

/** Topics are gathered, a day is set, people talk, lines are agreed and done; up to today. */
export function planSitting(desk: Desk, wish: Wish): Sitting {
  const { chance } = desk;
  const count = chance.is(0.16) ? 2 : 1;
  const topics = Array.from({ length: count }, () => gatherTopic(desk, wish.townshipCode, wish.from));
  const ready = Math.max(...topics.map(({ created }) => created));
  const scheduled = soon(desk, ready, 0, 2);
  const sitting: Sitting = {
    ref: desk.nextRef('session'),
    townshipCode: wish.townshipCode,
    topics,
    lines: [],
    steps: [],
    state: 'none',
    startsAt: 0,
    members: [],
    taken: [],
  };
  announce(desk, sitting, { scheduled, wish });
  if (wish.fate === 'cancelled') callOff(desk, sitting, scheduled);
  else if (wish.fate !== 'unrecorded') hold(desk, sitting);
  return sitting;
}

const hours = [
  { hour: 9, minute: 0 },
  { hour: 9, minute: 30 },
  { hour: 14, minute: 0 },
  { hour: 14, minute: 30 },
  { hour: 19, minute: 0 },
] as const;

/** Whoever is chosen; in the showcase hall always with the member who signs in, so that there is something to see. */
function asked(chosen: string[], present: readonly string[], { townshipCode }: Wish): string[] {
  const isThere = chosen.includes(signedInMember) || !present.includes(signedInMember);
  return townshipCode !== showcase || isThere ? chosen : [...chosen.slice(0, -1), signedInMember];
}

function announce(
  desk: Desk,
  sitting: Sitting,
  { scheduled, wish }: { scheduled: Moment; wish: Wish },
): void {
  const { chance, time } = desk;
  const free = (from: DayNumber): Moment => {
    for (let day = from; ; day += 1) {
      const at = time.sitting(day, chance.pick(hours));
      if (wish.isFree(dayOf(at))) return at;
    }
  };
  const planned = free(dayOf(time.after(scheduled, chance.whole(6, 11))));
  const moved = wish.fate === 'postponed' ? free(dayOf(planned) + chance.whole(4, 12)) : planned;
  sitting.taken = [...new Set([dayOf(planned), dayOf(moved)])];
  const present = desk.members.filter((member) => sitting.taken.every((day) => wish.isFree(day, member)));
  const [convenor, ...members] = asked(chance.some(present, chance.whole(4, 7)), present, wish);
  sitting.members = [convenor!, ...members];
  const length = chance.pick([90, 120, 120, 150]) * 60_000;
  const mode = chance.weighted({ onsite: 83, hybrid: 14, online: 3 });
  act(
    desk,
    sitting,
    { at: scheduled, by: desk.host(wish.townshipCode), state: 'noticed' },
    {
      do: 'schedule',
      townshipCode: wish.townshipCode,
      topics: sitting.topics.map(({ ref }) => ref),
      startsAt: planned,
      endsAt: planned + length,
      mode,
      onlineUrl: mode === 'onsite' ? undefined : `https://yishi.example.com/${wish.townshipCode}`,
      convenor: convenor!,
      members,
      units: unitsOf(desk, sitting),
      residentSeats: chance.whole(8, 28),
      key: chance.uuid(),
    },
  );
  sitting.startsAt = moved;
  if (moved !== planned) {
    const at = time.after(scheduled, chance.whole(1, 3));
    const reason = chance.pick(officeWords.postpone);
    const deed = { do: 'postpone', startsAt: moved, endsAt: moved + length, reason } as const;
    act(desk, sitting, { at, by: desk.host(wish.townshipCode), state: 'noticed' }, deed);
  }
  if (wish.fate !== 'cancelled') giveSeats(desk, sitting, scheduled);
}

/** The departments that answer for the topics, each once. */
function unitsOf(desk: Desk, { topics }: Sitting): string[] {
  const keys = topics.flatMap(({ matter: { story } }) => [story.lead, story.other]);
  return [...new Set(keys)].map((key) => desk.unit(key).key);
}

/** Residents who want to be there take a seat; some cannot come after all. */
function giveSeats(desk: Desk, sitting: Sitting, scheduled: Moment): void {
  const { chance, time } = desk;
  const upcoming = sitting.startsAt > time.now;
  const count = upcoming ? chance.whole(2, 7) : chance.is(0.2) ? chance.whole(1, 3) : 0;
  const until = Math.min(sitting.startsAt, time.now);
  for (let taken = 0; taken < count && until > scheduled; taken += 1) {
    const at = Math.floor(scheduled + (0.05 + chance.next() * 0.8) * (until - scheduled));
    const ticket = desk.nextRef('ticket');
    act(
      desk,
      sitting,
      { at, by: 'resident', state: 'noticed' },
      { do: 'takeSeat', key: chance.uuid(), ticket },
    );
    if (!chance.is(0.1)) continue;
    const back = Math.floor(at + chance.next() * (until - at) * 0.9);
    act(desk, sitting, { at: back, by: 'resident', state: 'noticed' }, { do: 'giveBackSeat', ticket });
  }
}

/** It does not take place; its topics are given up and their matters go the straight way. */
function callOff(desk: Desk, sitting: Sitting, scheduled: Moment): void {
  const { chance, time } = desk;
  const by = desk.host(sitting.townshipCode);
  const at = time.after(scheduled, chance.whole(1, 4));
  act(
    desk,
    sitting,
    { at, by, state: 'cancelled' },
    { do: 'cancel', reason: chance.pick(officeWords.cancel) },
  );
  for (const topic of sitting.topics) {
    const dropped = time.after(at, chance.whole(1, 9));
    if (dropped > time.now) continue;
    const reason = chance.pick(officeWords.dropTopic);
    topic.steps.push({ at: dropped, on: topic.ref, by, about: 'talks', do: 'dropTopic', reason });
    for (const issue of topic.issues) {
      issue.state = 'accepted';
      handle(desk, issue, dropped);
    }
  }
}

function hold(desk: Desk, sitting: Sitting): void {
  const { chance, time } = desk;
  const by = desk.host(sitting.townshipCode);
  const held = time.after(sitting.startsAt + 3 * 3_600_000, chance.is(0.7) ? 0 : 1);
  const there = (share: number) => {
    const at = chance.next();
    return at < share ? 'present' : at < share + 0.1 ? 'onLeave' : 'absent';
  };
  const people = sitting.members.map((key) => ({ key, was: there(0.84) }));
  const units = unitsOf(desk, sitting).map((key) => ({ key, was: there(0.93) }));
  const those = (was: string) => [...people, ...units].filter((one) => one.was === was).map(({ key }) => key);
  act(
    desk,
    sitting,
    { at: held, by, state: 'held' },
    {
      do: 'hold',
      present: those('present'),
      onLeave: those('onLeave'),
      absent: those('absent'),
      residentsPresent: chance.whole(3, 14) + (chance.is(0.15) ? chance.whole(8, 30) : 0),
    },
  );
  const minutes = planMinutes(desk, sitting.topics);
  const written = soon(desk, held, 0, 2);
  const { agreed, notAgreed, summary } = minutes;
  act(desk, sitting, { at: written, by, state: 'held' }, { do: 'saveMinutes', agreed, notAgreed, summary });
  const published = soon(desk, written, 1, 5);
  publish(desk, sitting, { published, plans: minutes.plans });
  if (chance.is(0.03)) {
    const at = time.after(published, chance.whole(2, 12));
    const reason = chance.pick(officeWords.correct);
    act(
      desk,
      sitting,
      { at, by, state: 'published' },
      { do: 'correct', agreed, notAgreed, summary: `${summary}（已更正）`, reason },
    );
  }
}

function publish(
  desk: Desk,
  sitting: Sitting,
  { published, plans }: { published: Moment; plans: Plan[] },
): void {
  const { chance, time } = desk;
  const left = sitting.topics
    .filter(({ issues }) => issues.length > 1 && chance.is(0.05))
    .map(({ issues }) => issues.at(-1)!);
  const answered = (topic: TopicDraft) => topic.issues.filter((issue) => !left.includes(issue));
  const lines = plans.map(({ topic, line }): PlannedLine => {
    line.dueOn = dayOf(published) + Math.round(line.text.days * (0.8 + chance.next() * 0.5));
    const { ref, text, unit, matter } = line;
    return {
      ref,
      topic: topic.ref,
      issues: answered(topic).map((issue) => issue.ref),
      suggestion: writeIn(text.suggestion, matter, unit.name),
      kind: text.kind,
      unit: unit.key,
      dueOn: dateOf(line.dueOn),
      measure: writeIn(text.measure, matter, unit.name),
    };
  });
  const withoutLine = left.map(({ ref }) => ({ issue: ref, reason: chance.pick(officeWords.withoutLine) }));
  const by = desk.host(sitting.townshipCode);
  act(desk, sitting, { at: published, by, state: 'published' }, { do: 'publishSession', lines, withoutLine });
  if (published > time.now) return;
  sitting.lines = plans.map(({ line }) => line);
  for (const { topic, line } of plans) liveLine(desk, line, { published, asked: askedOf(answered(topic)) });
  for (const topic of sitting.topics)
    settle(desk, {
      issues: answered(topic),
      lines: plans.filter((plan) => plan.topic === topic).map(({ line }) => line),
    });
  for (const issue of left) {
    issue.state = 'accepted';
    handle(desk, issue, published);
  }
}

/** Every step that belongs to a sitting. */
export function stepsOf({ topics, lines, steps }: Sitting): Step[] {
  return [
    ...topics.flatMap((topic) => [...livesOf(topic).flatMap((life) => life.steps), ...topic.steps]),
    ...steps,
    ...lines.flatMap((line) => line.steps),
  ];
}
