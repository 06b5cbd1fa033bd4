import { no, personalKindsIn, yes, type Decision } from '@tongxin/core';
import { SubmitAssisted, SubmitThroughMember } from '@tongxin/issues/rules';
import { z } from 'zod';
import { Id, Key, Written } from './inputs.ts';
import { isVisitOf, type Time } from './limits.ts';
import type { Refusal } from './refusals.ts';
import { prose } from './text.ts';

const visit = {
  key: Key,
  turnId: Id,
  /** When the visitor came, by the clock of the desk: it may have been without network since. */
  at: Written('rotas.at').transform((text) => Temporal.Instant.from(text)),
};

/** A visitor who only wanted advice: what about, in a few words, and nothing of who it was. */
export const ReceiveAdvice = z.strictObject({
  ...visit,
  about: prose(100, 'rotas.about'),
  said: prose(300, 'rotas.said').optional(),
});
export type ReceiveAdvice = z.output<typeof ReceiveAdvice>;

/** A visitor with a matter: it is told as at every desk, and linked to the turn. */
export const ReceiveIssue = z.strictObject({
  ...visit,
  issue: SubmitAssisted.omit({ key: true }),
});
export type ReceiveIssue = z.output<typeof ReceiveIssue>;

/** A visitor whose matter the member on duty writes down; `toldAt` is when they came. */
export const ReceiveThroughMember = z.strictObject({
  key: Key,
  turnId: Id,
  issue: SubmitThroughMember.omit({ key: true }),
});
export type ReceiveThroughMember = z.output<typeof ReceiveThroughMember>;

type WrittenDown = { at: Temporal.Instant; about?: string; said?: string | null | undefined };

/**
 * Whether somebody who came can be written down at this turn in these words. The same answer for the house and for the
 * form without a network, so that what is locked away is not refused when it is opened.
 */
export function mayWriteDown(
  turn: Time,
  { at, about, said }: WrittenDown,
  now: Temporal.Instant,
): Decision<Refusal> {
  if (!isVisitOf(turn, at, now)) return no('rotas.other_day');
  return personalKindsIn([about, said]).length > 0 ? no('rotas.personal_words') : yes;
}
