import { disagrees, type ClosingClass, type Solved } from '@tongxin/issues/rules';
import type { lineReplyClasses } from './names.ts';

/** One resident's word on a line in one round; `silent` was counted by the clock. */
export type Word = { issueId: string; solved: Solved; stars: number | null };
type ReplyClass = (typeof lineReplyClasses)[number] | null;

/** Whether the resident does not accept what was done, by the same rule as for a matter of its own. */
export function isRefusal({ solved, stars }: Pick<Word, 'solved' | 'stars'>): boolean {
  return solved !== 'silent' && stars !== null && disagrees({ solved, stars });
}

/**
 * Where a line stands once these residents were asked: `waiting` until each has spoken or was counted as silent;
 * `again` when anyone refused it and it is the first round; otherwise `judged`. Nobody to ask is not an answer:
 * the clock has to run out. Source: domain §4.1, one reopening.
 */
export function standOf(line: {
  round: number;
  asked: readonly string[];
  words: readonly Word[];
  /** The fifteen days are over. */
  expired?: boolean;
}): 'waiting' | 'again' | 'judged' {
  const spoken = new Set(line.words.map((word) => word.issueId));
  const all = line.asked.length > 0 && line.asked.every((id) => spoken.has(id));
  if (!all && !line.expired) return 'waiting';
  return line.round === 1 && line.words.some(isRefusal) ? 'again' : 'judged';
}

/** From the least to the most favourable. Silence stands below a yes: it is never counted as one. */
const fromWorst = [
  'disagreed',
  'partly',
  'explained',
  'unrated',
  'solved',
] as const satisfies readonly ClosingClass[];

/** What one resident's word makes of a line that the unit reported in this class. */
export function classOf(word: Pick<Word, 'solved' | 'stars'>, reply: ReplyClass): ClosingClass {
  if (isRefusal(word)) return 'disagreed';
  if (word.solved === 'yes') return 'solved';
  if (reply === 'cannot') return 'explained';
  return word.solved === 'partly' ? 'partly' : 'unrated';
}

/** The least favourable of several classes, whatever their order; of none it is `unrated`. */
export function worstOf(classes: readonly ClosingClass[]): ClosingClass {
  return fromWorst.find((one) => classes.includes(one)) ?? 'unrated';
}

/** How a line ends: the least favourable of its residents' words in the last round. */
export function lineClass(words: readonly Word[], reply: ReplyClass): ClosingClass {
  if (words.length === 0) return reply === 'cannot' ? 'explained' : 'unrated';
  return worstOf(words.map((word) => classOf(word, reply)));
}

/** A line that answers an issue, when both are over: not adopted with a reason, or judged by the issue's residents. */
export type Answered = { adopted: false } | { adopted: true; reply: ReplyClass; words: readonly Word[] };

/** How a resident's matter ends: the least favourable of what they said on all the lines that answer it. */
export function issueClass(lines: readonly Answered[]): ClosingClass {
  return worstOf(lines.map((line) => (line.adopted ? lineClass(line.words, line.reply) : 'explained')));
}

/** How many said what; four numbers that always add up to the residents who were asked. */
export function tallyOf(words: readonly Pick<Word, 'solved'>[]) {
  const count = (solved: Solved) => words.filter((word) => word.solved === solved).length;
  return { yes: count('yes'), partly: count('partly'), no: count('no'), silent: count('silent') };
}
