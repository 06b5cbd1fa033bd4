import { holds, no, yes, type Actor, type Decision, type Kind } from '@tongxin/core';
import { codesOf, DivisionCode, type DivisionPath } from '@tongxin/divisions/rules';
import { z } from 'zod';

export const platformKinds = ['hall'] as const;

/** A mobile number, also with spaces or dashes between: it belongs to a person, and halls are public. */
const mobile = /(?:^|\D)1[3-9]\d{9}(?!\d)/;
const publicText = (max: number, code: string) =>
  z
    .string()
    .trim()
    .min(2, code)
    .max(max, code)
    // A control character would break lists and print, and tables refuse some.
    .regex(/^\P{Cc}*$/u, code)
    .refine((text) => !mobile.test(text.normalize('NFKC').replaceAll(/[\s-]/g, '')), 'platforms.telephone');

export const NewPlatform = z.strictObject({
  kind: z.enum(platformKinds),
  name: publicText(60, 'platforms.name'),
  /** The liaison group that hosts it. */
  organisationId: z.uuid('platforms.organisation'),
  townshipCode: DivisionCode,
  address: publicText(120, 'platforms.address'),
  seats: z.int('platforms.seats').min(1, 'platforms.seats').max(2000, 'platforms.seats'),
  openHours: publicText(120, 'platforms.open_hours'),
});
export type NewPlatform = z.infer<typeof NewPlatform>;

export const pageSize = 20;

export const ListPlatforms = z.strictObject({
  countyCode: DivisionCode.optional(),
  townshipCode: DivisionCode.optional(),
  /** The last row of the page before. */
  after: z
    .strictObject({
      townshipCode: DivisionCode,
      name: z
        .string()
        .max(60)
        .regex(/^\P{Cc}*$/u),
      id: z.uuid(),
    })
    .optional(),
});
export type ListPlatforms = z.infer<typeof ListPlatforms>;

export const refusals = {
  'platforms.not_found': 'NOT_FOUND',
  'platforms.not_yours': 'FORBIDDEN',
  'platforms.organisation': 'BAD_REQUEST',
  'platforms.township': 'BAD_REQUEST',
  'platforms.name': 'BAD_REQUEST',
  'platforms.address': 'BAD_REQUEST',
  'platforms.seats': 'BAD_REQUEST',
  'platforms.open_hours': 'BAD_REQUEST',
  'platforms.telephone': 'BAD_REQUEST',
} as const satisfies Record<`platforms.${string}`, Kind>;
export type Refusal = keyof typeof refusals;

/** The township's host and the offices above add halls; a hall stands in a township and its own group hosts it. */
export function mayAdd(
  actor: Actor,
  place: DivisionPath,
  group: { kind: string; divisionCode: string },
): Decision<Refusal> {
  const mine = holds(actor, ['host', 'county_office', 'city_office'], { divisionCodes: codesOf(place) });
  if (actor.kind !== 'system' && mine === undefined) return no('platforms.not_yours');
  if (place.level !== 'township') return no('platforms.township');
  return group.kind === 'township_group' && group.divisionCode === place.code
    ? yes
    : no('platforms.organisation');
}
