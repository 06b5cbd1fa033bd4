import { DivisionCode } from '@tongxin/divisions/rules';
import { SectorCode } from '@tongxin/sectors/rules';
import { z } from 'zod';
import { activityCategories, groupKinds, partyAffiliations, sexes } from './names.ts';

/** Without characters that nobody can type and tables refuse. */
const typed = (max: number, code: string) =>
  z
    .string()
    .trim()
    .max(max, code)
    .regex(/^[^\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]*$/u, code);
const id = z.uuid();
/** A civil day of the years that can be meant here. */
export const CivilDay = z.iso.date('members.day').regex(/^(?:19|2[01])/, 'members.day');
const reason = typed(200, 'members.reason').min(2, 'members.reason');
const name = typed(30, 'members.name').min(2, 'members.name');
/** Post and unit as papers print them; several posts make it long, and nothing is cut off. Source: domain §2 row 20. */
const dutyTitle = typed(200, 'members.duty_title');
const termNo = z.int('members.term_no').min(1, 'members.term_no').max(99, 'members.term_no');

const membership = {
  /** The committee, or its office: the municipal one or a county's. */
  organisationId: z.uuid('members.organisation'),
  sectorCode: SectorCode,
  termNo: termNo.nullable().optional(),
  isStanding: z.boolean().optional(),
  /** Today when it is left out. */
  joinedOn: CivilDay.optional(),
};

export const NewMember = z.strictObject({
  name,
  dutyTitle: dutyTitle.nullable().optional(),
  ...membership,
  accountId: z.uuid('members.account').nullable().optional(),
});
export type NewMember = z.infer<typeof NewMember>;

export const ChangeMember = z.strictObject({ memberId: id, name, dutyTitle: dutyTitle.nullable() });
export type ChangeMember = z.infer<typeof ChangeMember>;

export const AddMembership = z.strictObject({ memberId: id, ...membership });
export type AddMembership = z.infer<typeof AddMembership>;

export const ChangeMembership = z.strictObject({
  membershipId: id,
  sectorCode: SectorCode,
  termNo: termNo.nullable(),
  isStanding: z.boolean(),
  /** Stays as it is when it is left out. */
  joinedOn: CivilDay.optional(),
});
export type ChangeMembership = z.infer<typeof ChangeMembership>;

/** `leftOn` is the first day without it; today when it is left out. */
export const EndMembership = z.strictObject({ membershipId: id, leftOn: CivilDay.optional(), reason });
export type EndMembership = z.infer<typeof EndMembership>;

export const LinkAccount = z.strictObject({ memberId: id, accountId: z.uuid('members.account').nullable() });
export type LinkAccount = z.infer<typeof LinkAccount>;

export const RenewCode = z.strictObject({ memberId: id, code: z.enum(['intake', 'door']), reason });
export type RenewCode = z.infer<typeof RenewCode>;

export const RenewOwnCode = RenewCode.pick({ code: true });
export type RenewOwnCode = z.infer<typeof RenewOwnCode>;

export const SaveParticulars = z.strictObject({
  memberId: id,
  sex: z.enum(sexes).nullable(),
  birthYear: z
    .int('members.birth_year')
    .min(1900, 'members.birth_year')
    .max(2100, 'members.birth_year')
    .nullable(),
  partyAffiliation: z.enum(partyAffiliations, 'members.party_affiliation').nullable(),
});
export type SaveParticulars = z.infer<typeof SaveParticulars>;

export const pageSize = 20;

export const ListMembers = z.strictObject({
  /** A part of the name. */
  search: typed(30, 'members.search').optional(),
  /** Four digits: the municipal committee's own members; six: those of that county's. Left out: all of them. */
  divisionCode: DivisionCode.optional(),
  /** `none`: those whose sector is not on the list. */
  sectorCode: z.union([SectorCode, z.literal('none')]).optional(),
  /** The last row of the page before. */
  after: z.strictObject({ name: typed(30, 'members.search'), id }).optional(),
});
export type ListMembers = z.infer<typeof ListMembers>;

export const NewGroup = z.strictObject({
  organisationId: z.uuid('members.organisation'),
  kind: z.enum(groupKinds),
  name: typed(40, 'members.group_name').min(2, 'members.group_name'),
  /** Given for groups of a sector, and only for them. */
  sectorCode: SectorCode.nullable().optional(),
  fromOn: CivilDay.optional(),
});
export type NewGroup = z.infer<typeof NewGroup>;

export const ChangeGroup = z.strictObject({
  groupId: id,
  name: typed(40, 'members.group_name').min(2, 'members.group_name'),
  convenorMemberId: id.nullable(),
});
export type ChangeGroup = z.infer<typeof ChangeGroup>;

export const EndGroup = z.strictObject({ groupId: id, reason });
export type EndGroup = z.infer<typeof EndGroup>;

export const InGroup = z.strictObject({ groupId: id, memberId: id });
export type InGroup = z.infer<typeof InGroup>;

export const ListGroups = z.strictObject({
  divisionCode: DivisionCode,
  kind: z.enum(groupKinds).optional(),
  after: z.strictObject({ name: typed(40, 'members.group_name'), id }).optional(),
});
export type ListGroups = z.infer<typeof ListGroups>;

const year = z.int('members.year').min(2000, 'members.year').max(2199, 'members.year');

/**
 * How much of a category each group of this committee owes in a year, or one group instead of that; nothing when it
 * is 0. Without an amount, what was set for one group falls away and it owes what every group does.
 */
export const SetMinimum = z.strictObject({
  organisationId: z.uuid('members.organisation'),
  groupId: id.optional(),
  year,
  category: z.enum(activityCategories),
  amount: z.int('members.amount').min(0, 'members.amount').max(200, 'members.amount').nullable(),
});
export type SetMinimum = z.infer<typeof SetMinimum>;

export const ListMinimums = z.strictObject({ organisationId: z.uuid('members.organisation'), year });
export type ListMinimums = z.infer<typeof ListMinimums>;

export const GiveVillage = z.strictObject({
  villageCode: z.string().regex(/^\d{12}$/, 'members.village'),
  memberId: id,
  fromOn: CivilDay.optional(),
});
export type GiveVillage = z.infer<typeof GiveVillage>;

export const TakeVillage = z.strictObject({
  villageCode: z.string().regex(/^\d{12}$/, 'members.village'),
  reason,
});
export type TakeVillage = z.infer<typeof TakeVillage>;

export const ListVillages = z.strictObject({
  divisionCode: DivisionCode,
  /** Only villages that have nobody. */
  without: z.boolean().optional(),
  /** The last village of the page before. */
  after: DivisionCode.optional(),
});
export type ListVillages = z.infer<typeof ListVillages>;
