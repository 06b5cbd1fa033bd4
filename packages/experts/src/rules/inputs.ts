import { meantTime } from '@tongxin/core';
import { optionalProse, prose, words } from '@tongxin/deliberations/rules';
import { PhotoIds } from '@tongxin/files/rules';
import { z } from 'zod';
import { uses } from './names.ts';
import type { FieldCode } from './refusals.ts';
import { requestStates } from './workflow.ts';

const Day = z.iso
  .date('experts.day' satisfies FieldCode)
  .regex(meantTime, 'experts.day' satisfies FieldCode)
  .transform((text) => Temporal.PlainDate.from(text));
const Id = z.uuid('experts.not_found');
const TeamId = z.uuid('experts.team_not_found');
const PersonId = z.uuid('experts.person' satisfies FieldCode);
const MemberId = z.uuid('experts.person' satisfies FieldCode);
const Key = z.uuid('experts.key' satisfies FieldCode);
const Reason = prose(500, 'experts.reason');
const Field = words(30, 'experts.field');
/** The city, a county or a township: whose request it is. */
const Ground = z
  .string('experts.division' satisfies FieldCode)
  .regex(/^\d{4}(\d{2}(\d{3})?)?$/, 'experts.division' satisfies FieldCode);
const Committee = z
  .string('experts.division' satisfies FieldCode)
  .regex(/^\d{4}(\d{2})?$/, 'experts.division' satisfies FieldCode);

export const MakeTeam = z.strictObject({
  key: Key,
  divisionCode: Committee,
  name: words(40, 'experts.name'),
  field: Field,
});
export type MakeTeam = z.output<typeof MakeTeam>;

/** A member of a committee, or somebody from outside by name and post. */
export const AddExpert = z
  .strictObject({
    teamId: TeamId,
    memberId: MemberId.optional(),
    name: words(30, 'experts.name').optional(),
    post: words(60, 'experts.post').optional(),
    isLead: z.boolean().default(false),
  })
  .refine(({ memberId, name }) => (memberId === undefined) !== (name === undefined), {
    error: 'experts.person' satisfies FieldCode,
    path: ['memberId'],
  })
  .refine(({ name, post }) => (name === undefined) === (post === undefined), {
    error: 'experts.post' satisfies FieldCode,
    path: ['post'],
  });
export type AddExpert = z.output<typeof AddExpert>;

export const OnePerson = z.strictObject({ personId: PersonId });
export type OnePerson = z.output<typeof OnePerson>;
export const OneTeam = z.strictObject({ teamId: TeamId });
export type OneTeam = z.output<typeof OneTeam>;

export const ListTeams = z.strictObject({
  after: z.strictObject({ name: words(100, 'experts.after'), id: TeamId }).optional(),
});
export type ListTeams = z.output<typeof ListTeams>;

export const RequestExpert = z.strictObject({
  key: Key,
  divisionCode: Ground,
  /** The body in whose name it is asked, such as a special committee; the office of the level when left out. */
  organisationId: z.uuid('experts.unit' satisfies FieldCode).optional(),
  field: Field,
  purpose: prose(500, 'experts.purpose'),
  wishedOn: Day,
  /** The matter it is for. */
  aboutId: z.uuid('experts.about_unknown').optional(),
});
export type RequestExpert = z.output<typeof RequestExpert>;

export const One = z.strictObject({ id: Id });
export type One = z.output<typeof One>;
export const Match = z.strictObject({ id: Id, personId: PersonId });
export type Match = z.output<typeof Match>;
export const Accept = z.strictObject({ id: Id, visitOn: Day });
export type Accept = z.output<typeof Accept>;
export const WithReason = z.strictObject({ id: Id, reason: Reason });
export type WithReason = z.output<typeof WithReason>;
export const Reschedule = z.strictObject({ id: Id, visitOn: Day, reason: Reason });
export type Reschedule = z.output<typeof Reschedule>;
export const Advise = z.strictObject({
  id: Id,
  advice: prose(4000, 'experts.advice'),
  /** What was seen on the spot; sent before, one by one. */
  photoIds: PhotoIds.default([]),
});
export type Advise = z.output<typeof Advise>;
export const TellUse = z.strictObject({
  id: Id,
  used: z.enum(uses, 'experts.use' satisfies FieldCode),
  words: optionalProse(500, 'experts.use'),
});
export type TellUse = z.output<typeof TellUse>;
export const Thank = z.strictObject({ id: Id, words: prose(500, 'experts.thanks') });
export type Thank = z.output<typeof Thank>;

const After = z
  .strictObject({
    at: z.iso
      .datetime({ offset: true, error: 'experts.after' satisfies FieldCode })
      .regex(meantTime, 'experts.after' satisfies FieldCode),
    id: Id,
  })
  .optional();

export const ListRequests = z.strictObject({
  /** Only what the actor's own units ask for. */
  mine: z.boolean().default(false),
  state: z.enum(requestStates, 'experts.state' satisfies FieldCode).optional(),
  after: After,
});
export type ListRequests = z.output<typeof ListRequests>;

export const ListMine = z.strictObject({ open: z.boolean(), after: After });
export type ListMine = z.output<typeof ListMine>;
