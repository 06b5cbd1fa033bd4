import { meantTime } from '@tongxin/core';
import { optionalProse, prose, words } from '@tongxin/deliberations/rules';
import { z } from 'zod';
import { services, orderStates } from './orders.ts';
import type { FieldCode } from './refusals.ts';

const Id = z.uuid('outreach.id' satisfies FieldCode);
const Key = z.uuid('outreach.key' satisfies FieldCode);
const Day = z.iso
  .date('outreach.day' satisfies FieldCode)
  .regex(meantTime, 'outreach.day' satisfies FieldCode)
  .transform((text) => Temporal.PlainDate.from(text));
const Reason = prose(500, 'outreach.reason');
const Service = z.enum(services, 'outreach.service' satisfies FieldCode);
const People = z
  .int('outreach.people' satisfies FieldCode)
  .min(0, 'outreach.people' satisfies FieldCode)
  .max(100_000, 'outreach.people' satisfies FieldCode);

export const AddOffer = z.strictObject({
  key: Key,
  /** The city or a county: whose menu it is. */
  divisionCode: z
    .string('outreach.division' satisfies FieldCode)
    .regex(/^\d{4}(\d{2})?$/, 'outreach.division' satisfies FieldCode),
  service: Service,
  title: words(40, 'outreach.title'),
  what: prose(300, 'outreach.offer'),
  /** Who comes: a unit or a team, not a person. */
  team: words(60, 'outreach.team'),
});
export type AddOffer = z.output<typeof AddOffer>;

export const OneOffer = z.strictObject({ id: Id });
export type OneOffer = z.output<typeof OneOffer>;

export const PlaceOrder = z.strictObject({
  key: Key,
  offerId: Id,
  /** The village. */
  divisionCode: z
    .string('outreach.village' satisfies FieldCode)
    .regex(/^\d{12}$/, 'outreach.village' satisfies FieldCode),
  wishedOn: Day,
  /** How many people are expected, so that the team brings enough. */
  expected: People,
  words: optionalProse(300, 'outreach.words'),
});
export type PlaceOrder = z.output<typeof PlaceOrder>;

export const OneOrder = z.strictObject({ id: Id });
export type OneOrder = z.output<typeof OneOrder>;
export const DateOrder = z.strictObject({ id: Id, comesOn: Day });
export type DateOrder = z.output<typeof DateOrder>;
export const ChangeDate = z.strictObject({ id: Id, comesOn: Day, reason: Reason });
export type ChangeDate = z.output<typeof ChangeDate>;
export const EndOrder = z.strictObject({ id: Id, reason: Reason });
export type EndOrder = z.output<typeof EndOrder>;
export const ServeOrder = z.strictObject({
  id: Id,
  servedOn: Day,
  people: People,
  words: optionalProse(300, 'outreach.words'),
});
export type ServeOrder = z.output<typeof ServeOrder>;

export const ListOrders = z.strictObject({
  state: z.enum(orderStates, 'outreach.state' satisfies FieldCode).optional(),
  service: Service.optional(),
  after: z
    .strictObject({
      at: z.iso
        .datetime({ offset: true, error: 'outreach.after' satisfies FieldCode })
        .regex(meantTime, 'outreach.after' satisfies FieldCode),
      id: Id,
    })
    .optional(),
});
export type ListOrders = z.output<typeof ListOrders>;
