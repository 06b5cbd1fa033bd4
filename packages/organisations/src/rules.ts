import { holds, no, yes, type Actor, type Decision, type Kind, type Messages } from '@tongxin/core';
import { codesOf, DivisionCode, type DivisionPath, type Level } from '@tongxin/divisions/rules';
import { z } from 'zod';

/**
 * committee: the CPPCC's committee of a city or a county, with terms. city_office, county_office, research_office,
 * members_affairs, special_committee: its own offices and working bodies. township_group: the liaison group that hosts
 * a township's hall (there is no committee below the county). participating_unit: democratic parties, the federation
 * of industry and commerce. department: Party and government units that handle matters. Source: domain §1.1, §3.1.
 */
export const organisationKinds = [
  'committee',
  'city_office',
  'county_office',
  'research_office',
  'members_affairs',
  'special_committee',
  'participating_unit',
  'township_group',
  'department',
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

export const OrganisationId = z.uuid('organisations.id').brand<'OrganisationId'>();

export const kindNames: Messages<OrganisationKind> = {
  committee: { 'zh-CN': '政协委员会', en: 'CPPCC committee' },
  city_office: { 'zh-CN': '市政协办公室', en: 'CPPCC municipal office' },
  county_office: { 'zh-CN': '县（市、区）政协办公室', en: 'CPPCC county office' },
  research_office: { 'zh-CN': '研究室', en: 'Research office' },
  members_affairs: { 'zh-CN': '委员工作委员会', en: 'Committee for Members’ Affairs' },
  special_committee: { 'zh-CN': '专门委员会', en: 'Special committee' },
  participating_unit: { 'zh-CN': '参加单位', en: 'Participating unit' },
  township_group: { 'zh-CN': '乡镇（街道）联络组', en: 'Township liaison group' },
  department: { 'zh-CN': '承办单位', en: 'Handling unit' },
};

/** Without characters that break lists and print. */
const typed = (min: number, max: number, code: string) =>
  z
    .string()
    .trim()
    .min(min, code)
    .max(max, code)
    .regex(/^[^\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]*$/u, code);
const civilDay = z.iso.date('organisations.day').regex(/^(?:19|2[01])/, 'organisations.day');
const id = z.uuid('organisations.id');

export const NewOrganisation = z.strictObject({
  kind: z.enum(organisationKinds),
  name: typed(2, 60, 'organisations.name'),
  divisionCode: DivisionCode,
  parentId: id.nullable().optional(),
});
export type NewOrganisation = z.infer<typeof NewOrganisation>;

export const RenameOrganisation = z.strictObject({ id, name: typed(2, 60, 'organisations.name') });
export type RenameOrganisation = z.infer<typeof RenameOrganisation>;

/** Who leads a unit is told by the post; a vacant post has no holder. A mobile number has no place in either. */
const mobile = /1[3-9]\d{9}/;
const publicText = (min: number, max: number, code: string) =>
  typed(min, max, code).refine(
    (text) => !mobile.test(text.normalize('NFKC').replaceAll(/[\s-]/g, '')),
    'organisations.telephone',
  );

export const SavePost = z.strictObject({
  organisationId: id,
  /** Left out for a new post. */
  postId: id.optional(),
  title: publicText(2, 40, 'organisations.post_title'),
  holderName: publicText(2, 30, 'organisations.holder').nullable(),
  /** The order in which the posts of a unit are read. */
  placeNo: z
    .int('organisations.place_no')
    .min(1, 'organisations.place_no')
    .max(200, 'organisations.place_no'),
  validFrom: civilDay,
});
export type SavePost = z.infer<typeof SavePost>;

export const EndPost = z.strictObject({ postId: id, validTo: civilDay });
export type EndPost = z.infer<typeof EndPost>;

const termNo = z
  .int('organisations.term_no')
  .min(1, 'organisations.term_no')
  .max(99, 'organisations.term_no');

/** A term (届) of a committee; `endsOn` is the first day that no longer belongs to it. */
export const SaveTerm = z
  .strictObject({ organisationId: id, termNo, startsOn: civilDay, endsOn: civilDay })
  .refine(({ startsOn, endsOn }) => startsOn < endsOn, {
    error: 'organisations.period',
    path: ['endsOn'],
  });
export type SaveTerm = z.infer<typeof SaveTerm>;

/** A plenary session (次) of a term; both days belong to it. */
export const SaveTermSession = z
  .strictObject({
    organisationId: id,
    termNo,
    sessionNo: termNo,
    opensOn: civilDay,
    closesOn: civilDay,
  })
  .refine(({ opensOn, closesOn }) => opensOn <= closesOn, {
    error: 'organisations.period',
    path: ['closesOn'],
  });
export type SaveTermSession = z.infer<typeof SaveTermSession>;

export const pageSize = 20;

export const BrowseOrganisations = z.strictObject({
  divisionCode: DivisionCode,
  kind: z.enum(organisationKinds).optional(),
  /** The last row of the page before. */
  after: z
    .strictObject({ kind: z.enum(organisationKinds), name: typed(1, 60, 'organisations.name'), id })
    .optional(),
});
export type BrowseOrganisations = z.infer<typeof BrowseOrganisations>;

/** Which level of division each kind works for. */
export const levelsOf: Record<OrganisationKind, readonly Level[]> = {
  committee: ['city', 'county'],
  city_office: ['city'],
  county_office: ['county'],
  research_office: ['city', 'county'],
  members_affairs: ['city', 'county'],
  special_committee: ['city', 'county'],
  participating_unit: ['city', 'county'],
  township_group: ['township'],
  department: ['city', 'county', 'township'],
};

export const refusals = {
  'organisations.not_found': 'NOT_FOUND',
  'organisations.id': 'BAD_REQUEST',
  'organisations.name': 'BAD_REQUEST',
  'organisations.level': 'BAD_REQUEST',
  'organisations.not_yours': 'FORBIDDEN',
  'organisations.exists': 'CONFLICT',
  'organisations.day': 'BAD_REQUEST',
  'organisations.period': 'BAD_REQUEST',
  'organisations.post_title': 'BAD_REQUEST',
  'organisations.holder': 'BAD_REQUEST',
  'organisations.telephone': 'BAD_REQUEST',
  'organisations.place_no': 'BAD_REQUEST',
  'organisations.post_ended': 'CONFLICT',
  'organisations.term_no': 'BAD_REQUEST',
  'organisations.not_a_committee': 'BAD_REQUEST',
  'organisations.terms_overlap': 'CONFLICT',
  'organisations.no_such_term': 'BAD_REQUEST',
  'organisations.outside_term': 'BAD_REQUEST',
  'organisations.kind_word': 'BAD_REQUEST',
  'organisations.place_word': 'BAD_REQUEST',
  'organisations.parent_word': 'BAD_REQUEST',
} as const satisfies Record<`organisations.${string}`, Kind>;
export type Refusal = keyof typeof refusals;

/** The municipal office and the operator keep the list of units; each kind at its own level. */
export function mayCreate(actor: Actor, kind: OrganisationKind, place: DivisionPath): Decision<Refusal> {
  const isKeeper = holds(actor, ['city_office', 'operator'], { divisionCodes: codesOf(place) }) !== undefined;
  if (actor.kind !== 'system' && !isKeeper) return no('organisations.not_yours');
  return levelsOf[kind].includes(place.level) ? yes : no('organisations.level');
}

/** Posts, terms and the name of a unit are kept by the office over it. Whoever may not know of it is told nothing. */
export function mayKeep(actor: Actor, place: DivisionPath): Decision<Refusal> {
  if (actor.kind === 'system') return yes;
  const keepers = ['county_office', 'city_office', 'operator'] as const;
  return holds(actor, keepers, { divisionCodes: codesOf(place) }) === undefined
    ? no('organisations.not_found')
    : yes;
}
