import { issueWorkflow } from '@tongxin/issues/rules';
import { publicWords, type PublicWord } from '@tongxin/matters/rules';
import type { Steps } from '@tongxin/public/render';

type Entry = { at: Temporal.Instant; toState: string };

/**
 * How far a matter has come in the four public words, from its history, oldest first: those it went through with the
 * day it came there, the one where it is with the day since when, and those that it passed by or has still ahead.
 */
export function stepsOf(history: readonly Entry[]): { steps: Steps; since: string } {
  const visits = history.flatMap(({ at, toState }) => {
    const word = wordOf(toState);
    return word === undefined ? [] : [{ word, at: at.toString() }];
  });
  const now = visits.at(-1)?.word ?? 'told';
  const began = visits.findLastIndex(({ word }) => word !== now) + 1;
  const since = visits[began]?.at ?? visits[0]?.at ?? '';
  const here = publicWords.indexOf(now);
  const step = (word: PublicWord, at: number): Steps[PublicWord] => {
    if (at === here) return { state: 'now', day: since };
    if (at > here) return { state: 'ahead', day: null };
    const first = visits.find((visit) => visit.word === word);
    return first === undefined ? { state: 'passed_by', day: null } : { state: 'done', day: first.at };
  };
  return { steps: Object.fromEntries(publicWords.map((word, at) => [word, step(word, at)])) as Steps, since };
}

function wordOf(state: string): PublicWord | undefined {
  const states: Readonly<Record<string, { word?: PublicWord }>> = issueWorkflow.states;
  return states[state]?.word;
}
