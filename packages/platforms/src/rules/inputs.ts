import { DivisionCode } from '@tongxin/divisions/rules';
import { z } from 'zod';
import { OpeningHoursInput } from './hours.ts';
import { siteRoles } from './roles.ts';
import { hasNoMobile } from './telephone.ts';

/** A control character would break lists and print; half a character no history could keep. */
const publicText = (max: number, code: string, min = 2) =>
  z
    .string()
    .trim()
    .min(min, code)
    .max(max, code)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, code)
    .refine(hasNoMobile, 'platforms.telephone');

/** Several lines, such as the rules on a wall. */
const publicLines = (max: number, code: string) =>
  z
    .string()
    .trim()
    .max(max, code)
    .regex(/^(?:\P{Cc}|\n)*$/u, code)
    .refine(hasNoMobile, 'platforms.telephone');

/** An empty field is nothing. */
const orNull = <Text extends z.ZodType<string>>(text: Text) =>
  z
    .union([z.literal('').transform(() => null), text])
    .nullable()
    .default(null);

const reason = z
  .string()
  .trim()
  .min(2, 'platforms.reason')
  .max(200, 'platforms.reason')
  .regex(/^(?:\P{Cc}|\n)*$/u, 'platforms.reason')
  // Why a site was closed stands on its public page.
  .refine(hasNoMobile, 'platforms.telephone');

const Plaque = z.strictObject({
  role: z.enum(siteRoles),
  /** What is written beside the door. */
  plaqueName: publicText(60, 'platforms.plaque'),
});

/** What is known of a site besides where it lies and who hosts it; all of it is public. */
const details = {
  name: publicText(60, 'platforms.name'),
  address: publicText(120, 'platforms.address'),
  /** How many can sit; 0 where nobody meets, such as a contact point in a shop. */
  seats: z.int('platforms.seats').min(0, 'platforms.seats').max(2000, 'platforms.seats'),
  hours: OpeningHoursInput.default(() => ({ week: [], closesOnHolidays: true, exceptions: [] })),
  /** What the hours do not say, in words. */
  hoursNote: orNull(publicText(120, 'platforms.open_hours')),
  services: z.array(publicText(40, 'platforms.services')).max(12, 'platforms.services').default([]),
  /** Who leads here, by post: posts stay when people go. */
  leadPost: orNull(publicText(60, 'platforms.text')),
  /** The paper that founded it, with its number. */
  authorityDocument: orNull(publicText(120, 'platforms.text')),
  /** The room's own rules, as they hang on its wall. */
  rules: orNull(publicLines(4000, 'platforms.text')),
  photoId: z.uuid().nullable().default(null),
};

export const NewPlatform = z.strictObject({
  ...details,
  /** The unit that hosts it. */
  organisationId: z.uuid('platforms.organisation'),
  /** A village, a township, a county or the city: where it belongs. */
  placeCode: DivisionCode,
  roles: z
    .array(Plaque)
    .min(1, 'platforms.no_role')
    .max(siteRoles.length, 'platforms.roles_twice')
    .refine((all) => new Set(all.map(({ role }) => role)).size === all.length, 'platforms.roles_twice'),
});
export type NewPlatform = z.infer<typeof NewPlatform>;

export const EditPlatform = z.strictObject({
  id: z.uuid(),
  /** The version that was read: whoever edits an older one is told. */
  version: z.int().min(1).max(2_000_000_000),
  ...details,
  reason,
});
export type EditPlatform = z.infer<typeof EditPlatform>;

export const AddRole = z.strictObject({ id: z.uuid(), ...Plaque.shape, reason });
export type AddRole = z.infer<typeof AddRole>;
export const EndRole = z.strictObject({ id: z.uuid(), role: z.enum(siteRoles), reason });
export type EndRole = z.infer<typeof EndRole>;
export const PlatformAndReason = z.strictObject({ id: z.uuid(), reason });
export type PlatformAndReason = z.infer<typeof PlatformAndReason>;

export const pageSize = 20;

/** The last row of the page before, in the order of places and names. */
const afterName = z.strictObject({
  placeCode: DivisionCode,
  name: z
    .string()
    .max(60)
    .regex(/^\P{Cc}*$/u),
  id: z.uuid(),
});

export const ListPlatforms = z.strictObject({
  /** The sites of this place and of all places in it; of the whole city when left out. */
  placeCode: DivisionCode.optional(),
  role: z.enum(siteRoles).optional(),
  /** Only sites that are demonstration sites now. */
  demonstration: z.literal(true).optional(),
  /** Only those of the county or the city itself, in none of the places inside it. */
  own: z.literal(true).optional(),
  closed: z.boolean().default(false),
  after: afterName.optional(),
});
export type ListPlatforms = z.infer<typeof ListPlatforms>;

const civilDate = z.iso.date('platforms.placement_day');

export const PlaceMember = z.strictObject({
  memberId: z.uuid('platforms.member'),
  platformId: z.uuid(),
  /** The first day; today when left out. */
  fromOn: civilDate.optional(),
  reason,
});
export type PlaceMember = z.infer<typeof PlaceMember>;
export const MovePlacement = z.strictObject({ placementId: z.uuid(), platformId: z.uuid(), reason });
export type MovePlacement = z.infer<typeof MovePlacement>;
export const EndPlacement = z.strictObject({ placementId: z.uuid(), reason });
export type EndPlacement = z.infer<typeof EndPlacement>;

const afterMember = z
  .strictObject({
    name: z
      .string()
      .max(40)
      .regex(/^\P{Cc}*$/u),
    id: z.uuid(),
  })
  .optional();

/** A county's or the city's members; a township's where placements are asked for. */
export const ListPlacements = z.strictObject({ divisionCode: DivisionCode, after: afterMember });
export type ListPlacements = z.infer<typeof ListPlacements>;

const four = {
  /** The member of the council who answers for it, by name and post. */
  sponsor: orNull(publicText(60, 'platforms.text')),
  guarantorId: z.uuid('platforms.guarantor').nullable().default(null),
  taskForce: orNull(publicText(120, 'platforms.text')),
  plan: orNull(publicLines(2000, 'platforms.text')),
};
export const Nominate = z.strictObject({ id: z.uuid(), ...four, reason });
export type Nominate = z.infer<typeof Nominate>;
export const SaveDemonstration = z.strictObject({ demonstrationId: z.uuid(), ...four });
export type SaveDemonstration = z.infer<typeof SaveDemonstration>;
export const Activate = z.strictObject({ demonstrationId: z.uuid() });
export type Activate = z.infer<typeof Activate>;
export const Review = z.strictObject({
  demonstrationId: z.uuid(),
  outcome: z.enum(['kept', 'removed']),
  reason,
});
export type Review = z.infer<typeof Review>;
