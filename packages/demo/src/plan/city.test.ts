import { lineWorkflow, sessionWorkflow, topicWorkflow } from '@tongxin/deliberations/rules';
import { findPersonal } from '@tongxin/core';
import { issueWorkflow } from '@tongxin/issues/rules';
import { beforeAll, describe, expect, test } from 'vitest';
import { showcase } from '../sign-ins.ts';
import { knownCalendar, officialMap } from '../testing.ts';
import { planCity, planYears, type CityPlan, type CountyYears, type PlanWish } from './city.ts';
import type { Step } from './steps.ts';
import type { TownshipYear } from './township.ts';

const day = '2026-03-18';
const at = (hour: string) => Temporal.Instant.from(`${day}T${hour}:00+08:00`);

let wish: PlanWish;
let city: CityPlan;
let years: CountyYears[];

beforeAll(async () => {
  // A whole city is planned twice, and a busy machine has other things to do.
  wish = { map: await officialMap(), calendar: knownCalendar(), now: at('09:20'), small: false };
  city = planCity(wish);
  years = planYears(wish).counties;
}, 60_000);

const stepsOf = ({ counties }: CityPlan) => counties.flatMap(({ steps }) => steps);
const count = (steps: readonly Step[], deed: Step['do']) => steps.filter((step) => step.do === deed).length;
const townships = () => years.flatMap((county) => county.years);
const linesOf = (all: readonly TownshipYear[]) =>
  all.flatMap(({ sittings }) => sittings.flatMap(({ lines }) => lines));
const issuesOf = (all: readonly TownshipYear[]) =>
  all.flatMap(({ singles, sittings }) => [
    ...singles,
    ...sittings.flatMap(({ topics }) => topics.flatMap(({ issues, chorus }) => [...issues, ...chorus])),
  ]);

test('the plan is the same at every hour of a day', () => {
  const late = planCity({ ...wish, now: at('23:59') });
  // As one text: thousands of steps compare faster so.
  expect(JSON.stringify(late) === JSON.stringify(city)).toBe(true);
});

test('another day has another plan', () => {
  const next = planCity({ ...wish, small: true, now: at('09:20').add({ hours: 24 }) });
  expect(next).not.toEqual(planCity({ ...wish, small: true }));
});

test.each(['2026-03-18', '2026-08-01', '2027-01-04'])(
  'the city is as large as it is said to be on %s',
  (today) => {
    const plan = planCity({ ...wish, now: Temporal.Instant.from(`${today}T09:20:00+08:00`) });
    const people = [plan.city.people, ...plan.counties.map((county) => county.people)];
    const offices = people.flatMap((one) => one.offices);
    const steps = stepsOf(plan);
    expect(offices.filter(({ kind }) => kind === 'county_office')).toHaveLength(9);
    expect(people.flatMap(({ halls }) => halls)).toHaveLength(146);
    expect(
      new Set(people.flatMap(({ members }) => members.map(({ key }) => key))).size,
    ).toBeGreaterThanOrEqual(600);
    expect(offices.filter(({ kind }) => kind === 'department').length).toBeGreaterThanOrEqual(40);
    expect(count(steps, 'tell')).toBeGreaterThanOrEqual(5000);
    expect(count(steps, 'schedule')).toBeGreaterThanOrEqual(600);
  },
);

test('steps follow one another in time, and none lies before the year or in the day that begins', () => {
  const midnight = Temporal.Instant.from(`${day}T00:00:00+08:00`).epochMilliseconds;
  for (const { steps } of city.counties) {
    const moments = steps.map((step) => step.at);
    expect(moments).toEqual(moments.toSorted((a, b) => a - b));
    expect(moments.at(-1)).toBeLessThanOrEqual(midnight);
    expect(moments[0]).toBeGreaterThanOrEqual(midnight - 366 * 86_400_000);
  }
});

describe('every state occurs', () => {
  const missing = (states: object, found: readonly string[]) =>
    Object.keys(states).filter((state) => !found.includes(state));

  test('of a resident’s matter', () => {
    const found = issuesOf(townships()).map(({ state }) => state);
    expect(missing(issueWorkflow.states, found)).toEqual([]);
  });

  test('of a session', () => {
    const found = townships().flatMap(({ sittings }) => sittings.map(({ state }) => state));
    expect(missing(sessionWorkflow.states, found)).toEqual([]);
  });

  test('of an agreed line', () => {
    const found = linesOf(townships()).map(({ state }) => state);
    expect(missing(lineWorkflow.states, found)).toEqual([]);
  });

  test('of a topic, as its moves say', () => {
    const moves = new Set(stepsOf(city).map((step) => step.do));
    expect(Object.keys(topicWorkflow.states)).toEqual(['collected', 'scheduled', 'concluded', 'dropped']);
    for (const move of ['createTopic', 'schedule', 'publishSession', 'dropTopic'] as const)
      expect(moves).toContain(move);
  });

  test('in the one township where everything can be seen', () => {
    const seen = townships().filter(({ sittings }) => sittings.some((one) => one.townshipCode === showcase));
    const lines = linesOf(seen).map(({ state }) => state);
    expect(missing(lineWorkflow.states, lines)).toEqual([]);
    const issues = issuesOf(seen).map(({ state }) => state);
    expect(missing(issueWorkflow.states, issues)).toEqual([]);
  });
});

test('agreed lines run late, are contested, sent back, given up and taken up again', () => {
  const steps = stepsOf(city);
  for (const deed of [
    'contestLine',
    'reassignLine',
    'notAdopt',
    'sendBack',
    'reopenLines',
    'extendLine',
  ] as const)
    expect(count(steps, deed), deed).toBeGreaterThanOrEqual(5);
  const midnight = Math.floor(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
  const open = linesOf(townships()).filter(({ state }) => state === 'in_progress' || state === 'assigned');
  const late = open.filter(({ dueOn }) => dueOn < midnight);
  expect(late.length).toBeGreaterThanOrEqual(10);
  expect(count(steps, 'reopen')).toBeGreaterThanOrEqual(20);
});

describe('what people read', () => {
  const townshipOf = (text: string, all: Map<string, number>) => all.set(text, (all.get(text) ?? 0) + 1);
  const most = (texts: readonly string[]) => {
    const times = new Map<string, number>();
    for (const text of texts) townshipOf(text, times);
    return Math.max(0, ...times.values());
  };
  const textsOf = (steps: readonly Step[]) => ({
    words: steps.flatMap((step) => (step.do === 'tell' ? [step.words] : [])),
    copies: steps.flatMap((step) => (step.do === 'redact' ? [step.text] : [])),
    topics: steps.flatMap((step) => (step.do === 'createTopic' ? [step.summary] : [])),
    minutes: steps.flatMap((step) => (step.do === 'saveMinutes' ? [step.summary] : [])),
    lines: steps.flatMap((step) =>
      step.do === 'publishSession' ? step.lines.map(({ suggestion }) => suggestion) : [],
    ),
    replies: steps.flatMap((step) => (step.do === 'reply' ? [step.text] : [])),
  });

  test('nobody says in the same words what another has said', () => {
    const { words } = textsOf(stepsOf(city));
    // Not by a number at the end, either.
    expect(new Set(words.map((text) => text.replaceAll(/[0-9]/g, ''))).size).toBeGreaterThan(
      words.length * 0.99,
    );
    expect(new Set(words).size).toBe(words.length);
  });

  test('accounts, topics and minutes are hardly ever alike', () => {
    const { copies, topics, minutes, lines, replies } = textsOf(stepsOf(city));
    const share = (texts: readonly string[]) => new Set(texts).size / texts.length;
    expect(share(copies)).toBeGreaterThan(0.95);
    expect(share(topics)).toBeGreaterThan(0.95);
    expect(share(minutes)).toBeGreaterThan(0.95);
    expect(share(lines)).toBeGreaterThan(0.6);
    expect(share(replies)).toBeGreaterThan(0.5);
  });

  test('no township reads one text again and again', () => {
    for (const year of townships()) {
      const steps = [
        ...year.singles,
        ...year.sittings.flatMap(({ topics }) => topics.flatMap((t) => t.issues)),
      ];
      const { copies, replies } = textsOf(steps.flatMap((life) => life.steps));
      expect(most(copies)).toBeLessThanOrEqual(4);
      expect(most(replies)).toBeLessThanOrEqual(7);
      const sittings = textsOf(year.sittings.flatMap((sitting) => sitting.steps));
      expect(most(sittings.minutes)).toBeLessThanOrEqual(2);
      expect(most(sittings.lines)).toBeLessThanOrEqual(4);
    }
  });

  test('nothing that offices write names anybody', () => {
    // A resident's own words and whom to call belong to the resident; a key is no text.
    const own = new Set(['words', 'placeWords', 'contact', 'key', 'on', 'by']);
    const texts = (value: unknown): string[] => {
      if (typeof value === 'string') return [value];
      if (typeof value !== 'object' || value === null) return [];
      return Object.entries(value).flatMap(([name, part]) => (own.has(name) ? [] : texts(part)));
    };
    const found = stepsOf(city).flatMap((step) =>
      texts(step).filter((text) => /[0-9一-九〇零百室号栋幢@]/.test(text) && findPersonal(text).length > 0),
    );
    expect(found).toEqual([]);
  });
});

test('every telephone number is one that nobody can have', () => {
  const { city: cityOffice, counties } = city;
  const phones = [cityOffice.people, ...counties.map(({ people }) => people)].flatMap(({ accounts }) =>
    accounts.map(({ phone }) => phone),
  );
  expect(new Set(phones).size).toBe(phones.length);
  const told = stepsOf(city).flatMap((step) =>
    step.do === 'tell' ? [step.contact.phone ?? '', ...(step.words.match(/[0-9]{7,}/g) ?? [])] : [],
  );
  expect(
    [...phones, ...told.filter((phone) => phone !== '')].filter((phone) => !/^1390000\d{4}$/.test(phone)),
  ).toEqual([]);
});
