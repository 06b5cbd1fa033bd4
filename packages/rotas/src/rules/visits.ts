import { SubmitAssisted, SubmitThroughMember } from '@tongxin/issues/rules';
import { z } from 'zod';
import { Id, Key, Written } from './inputs.ts';
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
