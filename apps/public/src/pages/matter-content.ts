import type { Message } from '@tongxin/core';
import type { Solved } from '@tongxin/issues/rules';
import type { Steps } from '../frame/FourWords.tsx';
import type { Text } from '../text/index.ts';
import type { Line, SessionRow } from './records.ts';

/** What a resident can do with their own matter; each is a page of its own. */
export type Act = 'answer' | 'judge' | 'bounce' | 'askReview' | 'reopen' | 'withdraw' | 'erase';

export type Entry = {
  seq: number;
  at: string;
  /** Null for the telling itself. */
  label: Message | null;
  /** Who did it, as role and office, never as a person; null for the clock. */
  role: Message | null;
  unit: string;
  reason: string | null;
};

export type Reading = {
  at: string;
  what: 'words' | 'identity' | 'photos';
  role: Message | null;
  unit: string;
  reason: string | null;
};

export type MyWord = {
  at: string;
  about: string | null;
  solved: Solved;
  stars: number | null;
  words: string | null;
};

/** Everything a resident sees with receipt and PIN. */
export type MatterContent = {
  receipt: string;
  toldAt: string;
  placeName: string;
  steps: Steps;
  state: Message;
  since: string;
  /** What happens next, in one sentence. */
  next: Message;
  /** Whose turn it is and until when; null when it is over. */
  turn: { owner: Message; mine: boolean; dueAt: string; late: boolean } | null;
  acts: readonly Act[];
  words: string;
  placeWords: string | null;
  photoIds: readonly string[];
  questions: readonly { at: string; mine: boolean; text: string }[];
  sessions: readonly SessionRow[];
  lines: readonly (Line & { judgeUntil: string | null })[];
  reply: { class: Message | null; text: string } | null;
  handOver: { where: Message; how: Message; phones: readonly string[]; words: string } | null;
  myWords: readonly MyWord[];
  history: readonly Entry[];
  readings: readonly Reading[];
  hasContact: boolean;
  chain: string | null;
  /** What the person has just done, for the sentence at the top. */
  done: keyof Text['moves']['done'] | null;
};
