import { DivisionCode } from '@tongxin/divisions/rules';
import type { Messages } from '@tongxin/core';
import { z } from 'zod';
import { researchWays } from './names.ts';
import { Day, Key, TopicId } from './inputs.ts';
import { prose, words } from './text.ts';

/**
 * What happens between a matter's first word and its last. Offices call these steps by names of their own and put them in
 * an order of their own; what has happened in each is read from the records, whatever it is called.
 * Source: inventory row 98h; the six are ours, since the paper that names the six-step method does not list them.
 */
export const stages = ['collect', 'choose', 'research', 'deliberate', 'handle', 'evaluate'] as const;
export type Stage = (typeof stages)[number];
export type MethodStep = { stage: Stage; name: string };

export const stageNames: Messages<Stage> = {
  collect: { 'zh-CN': '收集', en: 'Collect' },
  choose: { 'zh-CN': '选题', en: 'Choose' },
  research: { 'zh-CN': '调研', en: 'Look into it' },
  deliberate: { 'zh-CN': '协商', en: 'Talk it over' },
  handle: { 'zh-CN': '办理', en: 'Handle' },
  evaluate: { 'zh-CN': '评议', en: 'Judge' },
};

/** Seats at every session of a committee: the fixed part of “3+N”. Source: inventory row 98g. */
export const fixedSeatsLimit = 6;

const brand = words(30, 'deliberations.brand');
const seat = words(20, 'deliberations.fixed_seats');
const distinctSeats = (seats: readonly string[]) => new Set(seats).size === seats.length;
const Step = z.strictObject({
  name: words(12, 'deliberations.steps'),
  place: z.int('deliberations.steps').min(1, 'deliberations.steps').max(stages.length, 'deliberations.steps'),
});

const Version = z
  .int('deliberations.method_version')
  .min(0, 'deliberations.method_version')
  .max(30_000, 'deliberations.method_version');

/** `after` is the version that the form was filled from, 0 when there was none: what somebody else changed meanwhile is not overwritten. */
export const SaveMethod = z.strictObject({
  divisionCode: DivisionCode,
  after: Version,
  brand,
  lead: prose(200, 'deliberations.brand_lead'),
  fixedSeats: z
    .array(seat, 'deliberations.fixed_seats')
    .max(fixedSeatsLimit, 'deliberations.fixed_seats')
    .refine(distinctSeats, 'deliberations.fixed_seats'),
  /** Each stage with its name and its place; those at the same place stand in the usual order. */
  steps: z.strictObject({
    collect: Step,
    choose: Step,
    research: Step,
    deliberate: Step,
    handle: Step,
    evaluate: Step,
  } satisfies Record<Stage, unknown>),
});
export type SaveMethod = z.output<typeof SaveMethod>;

/** The steps in the order of their places. */
export function inOrder(steps: SaveMethod['steps']): MethodStep[] {
  return stages
    .toSorted((one, other) => steps[one].place - steps[other].place)
    .map((stage) => ({ stage, name: steps[stage].name }));
}

export const MethodOf = z.strictObject({ divisionCode: DivisionCode });

export const NoteResearch = z.strictObject({
  topicId: TopicId,
  onDay: Day('deliberations.research_day'),
  way: z.enum(researchWays, 'deliberations.research_way'),
  words: prose(1000, 'deliberations.research_words'),
  key: Key,
});
export type NoteResearch = z.output<typeof NoteResearch>;

/** The fixed seats that nobody took, in the order of the method. */
export function emptySeats(fixed: readonly string[], filled: readonly string[]): string[] {
  return fixed.filter((one) => !filled.includes(one));
}
