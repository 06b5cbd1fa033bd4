import type { lineKinds } from '@tongxin/deliberations/rules';
import type { Ground, HandlingTerm, ReplyClass } from '@tongxin/issues/rules';

/** The kinds of department that every county has. */
export const unitKeys = [
  'construction',
  'transport',
  'police',
  'enforcement',
  'water',
  'farming',
  'civil',
  'education',
  'health',
  'industry',
  'market',
  'ecology',
  'land',
  'culture',
] as const;
export type UnitKey = (typeof unitKeys)[number];

/** Villages and the communities of a town have different troubles. */
export type Setting = 'village' | 'town' | 'any';

/** One thing that a session may agree on. */
export type StoryLine = {
  /** As the minutes have it. `{unit}` is who does it. */
  point: string;
  /** As the list of agreed lines has it. */
  suggestion: string;
  kind: (typeof lineKinds)[number];
  measure: string;
  unit: 'lead' | 'other';
  days: number;
  /** What the unit reports when it is done. */
  done: string;
};

/** What offices ask, answer and agree on, and what residents say about it. */
export type Handling = {
  /** What the host may have to ask back, and what is answered. */
  questions: readonly (readonly [question: string, answer: string])[];
  /** What the office adds to its account: what is wanted. */
  wanted: readonly string[];
  replies: Readonly<Partial<Record<ReplyClass, readonly string[]>>>;
  progress: readonly string[];
  /** What was weighed up at the session. */
  talk: readonly string[];
  notAgreed: readonly string[];
  lines: readonly StoryLine[];
  /** What residents say about the result. */
  said: Readonly<Partial<Record<'yes' | 'partly' | 'no', readonly string[]>>>;
  declines: readonly Decline[];
};

type Decline = { ground: Ground; reason: string };

/**
 * One trouble as it is told at several places, with what belongs to it alone. In all texts `{spot}` is where, `{place}`
 * the village or community, `{town}` the township, `{few}` a small number, `{since}` how long already and `{lately}`
 * since when as people say it, `{period}` as offices write it.
 */
export type Scene = Partial<Handling> & {
  setting?: Setting;
  spots: readonly string[];
  /** The trouble itself, as a resident says it. Any of these goes with any of `details`. No mark at the end. */
  told: readonly string[];
  details: readonly string[];
  /** What it does to people and what they ask for, where the story's own lists do not fit. */
  effects?: readonly string[];
  asks?: readonly string[];
  /** What the office calls it, at most 60 characters with its place. */
  title: string;
  /** What the hall calls it when it is talked over. */
  topic: string;
  /** The office's sober account, without anything that singles out a person. */
  copy: string;
};

/** A family of troubles: everything that is said and written about them; what stands here fits each of its scenes. */
export type Story = Partial<Handling> & {
  key: string;
  /** As a heading. */
  name: string;
  setting: Setting;
  weight: number;
  /** Months in which it is told more often. */
  season?: readonly number[];
  lead: UnitKey;
  other: UnitKey;
  term: HandlingTerm;
  scenes: readonly Scene[];
  effects: readonly string[];
  asks: readonly string[];
};
