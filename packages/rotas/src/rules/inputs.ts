import { meantTime } from '@tongxin/core';
import { DivisionCode } from '@tongxin/divisions/rules';
import { z } from 'zod';
import { longestDays, longestHours, membersAtMost, perTurnAtMost } from './limits.ts';
import { holidayRules, Pattern } from './pattern.ts';
import type { FieldCode } from './refusals.ts';
import { prose } from './text.ts';
import { turnStates } from './workflow.ts';

export const Written = (code: FieldCode) =>
  z.iso.datetime({ offset: true, error: code }).regex(meantTime, code);
const Day = (code: FieldCode) =>
  z.iso
    .date(code)
    .regex(meantTime, code)
    .transform((text) => Temporal.PlainDate.from(text));
const Time = z
  .string('rotas.time' satisfies FieldCode)
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'rotas.time' satisfies FieldCode)
  .transform((text) => Temporal.PlainTime.from(text));

/** Made by the form when it opens; the same form sent twice is one act. */
export const Key = z.uuid('rotas.key' satisfies FieldCode);
export const Id = z.uuid('rotas.not_found');
const SiteId = z.uuid('rotas.site' satisfies FieldCode);
const MemberId = z.uuid('rotas.member' satisfies FieldCode);
const Reason = prose(500, 'rotas.reason');

type Ordered = { from: Temporal.PlainDate; until: Temporal.PlainDate };

/** A day that was not understood has said so at its own field, and arrives here as it was typed. */
function areInOrder({ from, until }: Ordered, most: number): boolean {
  if (!(from instanceof Temporal.PlainDate && until instanceof Temporal.PlainDate)) return true;
  const days = from.until(until, { largestUnit: 'days' }).days;
  return days >= 0 && days < most;
}

const Away = z
  .strictObject({ from: Day('rotas.away'), until: Day('rotas.away') })
  .refine((span) => areInOrder(span, 3660), { error: 'rotas.away' satisfies FieldCode, path: ['until'] });

const People = z
  .array(
    z.strictObject({
      memberId: MemberId,
      away: z
        .array(Away, 'rotas.away' satisfies FieldCode)
        .max(20, 'rotas.away' satisfies FieldCode)
        .default([]),
    }),
    'rotas.members' satisfies FieldCode,
  )
  .min(1, 'rotas.members' satisfies FieldCode)
  .max(membersAtMost, 'rotas.members' satisfies FieldCode)
  .refine(
    (people) => new Set(people.map(({ memberId }) => memberId)).size === people.length,
    'rotas.members' satisfies FieldCode,
  );

const plan = {
  platformId: SiteId,
  pattern: Pattern,
  onHoliday: z.enum(holidayRules, 'rotas.on_holiday' satisfies FieldCode),
  from: Day('rotas.span'),
  until: Day('rotas.span'),
  startTime: Time,
  endTime: Time,
  perTurn: z
    .int('rotas.per_turn' satisfies FieldCode)
    .min(1, 'rotas.per_turn' satisfies FieldCode)
    .max(perTurnAtMost, 'rotas.per_turn' satisfies FieldCode),
  people: People,
};

type Window = { startTime: Temporal.PlainTime; endTime: Temporal.PlainTime };

function isWindow({ startTime, endTime }: Window): boolean {
  if (!(startTime instanceof Temporal.PlainTime && endTime instanceof Temporal.PlainTime)) return true;
  const minutes = startTime.until(endTime).total('minutes');
  return minutes >= 10 && minutes <= longestHours * 60;
}

const spanFault = { error: 'rotas.span' satisfies FieldCode, path: ['until'] };
const windowFault = { error: 'rotas.time' satisfies FieldCode, path: ['endTime'] };

export const PreviewRota = z
  .strictObject(plan)
  .refine((span) => areInOrder(span, longestDays), spanFault)
  .refine(isWindow, windowFault);
export type PreviewRota = z.output<typeof PreviewRota>;

export const MakeRota = z
  .strictObject({ ...plan, key: Key })
  .refine((span) => areInOrder(span, longestDays), spanFault)
  .refine(isWindow, windowFault);
export type MakeRota = z.output<typeof MakeRota>;

export const One = z.strictObject({ id: Id });
export type One = z.output<typeof One>;

export const Staff = z.strictObject({ id: Id, memberId: MemberId });
export type Staff = z.output<typeof Staff>;
export const Cover = z.strictObject({ id: Id, memberId: MemberId, reason: Reason });
export type Cover = z.output<typeof Cover>;
export const WithReason = z.strictObject({ id: Id, reason: Reason });
export type WithReason = z.output<typeof WithReason>;
export const Correct = z.strictObject({
  id: Id,
  to: z.enum(['logged', 'missed'], 'rotas.outcome' satisfies FieldCode),
  reason: Reason,
});
export type Correct = z.output<typeof Correct>;

export const AskSwap = z.strictObject({ id: Id, memberId: MemberId, inReturnId: Id.optional(), key: Key });
export type AskSwap = z.output<typeof AskSwap>;
export const AnswerSwap = z.strictObject({
  swapId: Id,
  answer: z.enum(['accept', 'refuse'], 'rotas.answer' satisfies FieldCode),
});
export type AnswerSwap = z.output<typeof AnswerSwap>;
export const WithdrawSwap = z.strictObject({ swapId: Id });
export type WithdrawSwap = z.output<typeof WithdrawSwap>;

export const NextTurns = z.strictObject({ platformId: SiteId });
export type NextTurns = z.output<typeof NextTurns>;

export const Board = z.strictObject({
  platformId: SiteId,
  month: z
    .string('rotas.month' satisfies FieldCode)
    .regex(/^(?:19|2[01])\d\d-(?:0[1-9]|1[0-2])$/, 'rotas.month' satisfies FieldCode)
    .transform((text) => Temporal.PlainYearMonth.from(text)),
});
export type Board = z.output<typeof Board>;

const After = z.strictObject({ startsAt: Written('rotas.after'), id: Id }).optional();

export const ListTurns = z.strictObject({
  divisionCode: DivisionCode,
  state: z.enum(turnStates, 'rotas.state' satisfies FieldCode).optional(),
  when: z.enum(['upcoming', 'past'], 'rotas.state' satisfies FieldCode),
  after: After,
});
export type ListTurns = z.output<typeof ListTurns>;

export const ListMine = z.strictObject({
  when: z.enum(['upcoming', 'past'], 'rotas.state' satisfies FieldCode),
  after: After,
});
export type ListMine = z.output<typeof ListMine>;
