import { meantTime } from '@tongxin/core';
import { z } from 'zod';
import { longestDays } from './bookings.ts';
import { prose, Reason, WebAddress, words } from './fields.ts';
import { attendanceStates, eventCategories, eventModes, signUps } from './names.ts';

const EventId = z.uuid('events.not_found');
const MemberId = z.uuid('events.members');

const Moment = (code: string) =>
  z.iso
    .datetime({ offset: true, error: code })
    .regex(meantTime, code)
    .transform((text) => Temporal.Instant.from(text));

const distinct = <T extends z.ZodType<string>>(item: T, most: number, code: string) =>
  z
    .array(item, code)
    .max(most, code)
    .refine((ids) => new Set(ids).size === ids.length, code);

/** How many people and units are named in one call; a whole committee is invited by its name. */
export const namedAtMost = 500;
const Members = distinct(MemberId, namedAtMost, 'events.members').default([]);
const Units = distinct(z.uuid('events.units'), 100, 'events.units').default([]);

/** How many parts an event has at most, those that are called off among them: a fortnight with fourteen a day. */
export const partsAtMost = 200;

/** The city, a county or a township: what an event belongs to. */
const Ground = z.string('events.division').regex(/^\d{4}(\d{2}(\d{3})?)?$/, 'events.division');

const Where = {
  platformId: z.uuid('events.place').optional(),
  /** In words, where it is no site of the network, or more exactly than the site's name. */
  placeWords: words(100, 'events.place_words').optional(),
};
const When = { startsAt: Moment('events.period'), endsAt: Moment('events.period') };

const Capacity = z.int('events.capacity').min(1, 'events.capacity').max(20_000, 'events.capacity');
type Stretch = { startsAt: Temporal.Instant; endsAt: Temporal.Instant };

function isStretch({ startsAt, endsAt }: Stretch): boolean {
  // A time that was not understood has said so at its own field, and arrives here as it was typed.
  if (!(startsAt instanceof Temporal.Instant && endsAt instanceof Temporal.Instant)) return true;
  const hours = startsAt.until(endsAt).total('hours');
  return hours > 0 && hours <= longestDays * 24;
}
const stretch = { error: 'events.period', path: ['endsAt'] };

const Speaker = words(100, 'events.speaker');
/** Sites that are gone to see, besides the one where it is held. */
const Sites = distinct(z.uuid('events.place'), 30, 'events.sites');

const Plan = z.strictObject({
  /** Made by the form when it opens, so that sending it twice plans once. */
  key: z.uuid('events.key'),
  divisionCode: Ground,
  /** The unit that organises; the level's own office when left out. */
  organisationId: z.uuid('events.unit').optional(),
  kindId: z.uuid('events.category').optional(),
  category: z.enum(eventCategories, 'events.category'),
  title: words(80, 'events.title'),
  summary: prose(2000, 'events.summary').optional(),
  speaker: Speaker.optional(),
  ...Where,
  siteIds: Sites.default([]),
  mode: z.enum(eventModes, 'events.mode').default('onsite'),
  onlineUrl: WebAddress('events.online_url').optional(),
  ...When,
  answerBy: Moment('events.answer_by').optional(),
  mustAttend: z.boolean().default(false),
  signUp: z.enum(signUps, 'events.sign_up').default('invited'),
  capacity: Capacity.optional(),
  /** The event that this one is a part of: the same organiser, within its time. */
  parentId: EventId.optional(),
  /** The members' group whose activity it is: of the county's committee or of the city's. */
  groupId: z.uuid('events.group').optional(),
  memberIds: Members,
  organisationIds: Units,
  /** Everybody who serves on the committee of this level. */
  wholeCommittee: z.boolean().default(false),
});

export const CreateEvent = Plan.refine(isStretch, stretch)
  .refine(({ mode, onlineUrl }) => mode === 'onsite' || onlineUrl !== undefined, {
    error: 'events.online_url',
    path: ['onlineUrl'],
  })
  .refine(({ answerBy, startsAt }) => isBefore(answerBy, startsAt), {
    error: 'events.answer_by',
    path: ['answerBy'],
  });
export type CreateEvent = z.output<typeof CreateEvent>;

function isBefore(answerBy: Temporal.Instant | undefined, startsAt: Temporal.Instant): boolean {
  if (!(answerBy instanceof Temporal.Instant && startsAt instanceof Temporal.Instant)) return true;
  return Temporal.Instant.compare(answerBy, startsAt) <= 0;
}

export const ChangeEvent = z.strictObject({
  id: EventId,
  title: words(80, 'events.title'),
  summary: prose(2000, 'events.summary').optional(),
  speaker: Speaker.optional(),
  /** Left out, the sites stay as they are. */
  siteIds: Sites.optional(),
  answerBy: Moment('events.answer_by').optional(),
  capacity: Capacity.optional(),
});
export type ChangeEvent = z.output<typeof ChangeEvent>;

export const MoveEvent = z
  .strictObject({ id: EventId, ...When, ...Where, reason: Reason })
  .refine(isStretch, stretch);
export type MoveEvent = z.output<typeof MoveEvent>;

export const EventOnly = z.strictObject({ id: EventId });
export const CancelEvent = z.strictObject({ id: EventId, reason: Reason });
export type CancelEvent = z.output<typeof CancelEvent>;

export const Invite = z.strictObject({
  id: EventId,
  memberIds: Members,
  organisationIds: Units,
  wholeCommittee: z.boolean().default(false),
});
export type Invite = z.output<typeof Invite>;

export const Uninvite = z.strictObject({ id: EventId, inviteeId: z.uuid('events.members') });
export type Uninvite = z.output<typeof Uninvite>;

export const AnswerEvent = z.strictObject({
  id: EventId,
  answer: z.enum(['coming', 'declined'], 'events.answer'),
});
export type AnswerEvent = z.output<typeof AnswerEvent>;

/** What a unit says, by whoever answers for it. */
export const AnswerForUnit = z.strictObject({
  id: EventId,
  organisationId: z.uuid('events.units'),
  answer: z.enum(['coming', 'declined'], 'events.answer'),
});
export type AnswerForUnit = z.output<typeof AnswerForUnit>;

export const AskLeave = z.strictObject({ id: EventId, reason: Reason });
export type AskLeave = z.output<typeof AskLeave>;

export const DecideLeave = z.strictObject({ id: EventId, memberId: MemberId, granted: z.boolean() });
export type DecideLeave = z.output<typeof DecideLeave>;

/** How many scans travel in one call; a phone sends the next when these have arrived. */
export const scansAtMost = 500;

export const RecordScans = z.strictObject({
  id: EventId,
  /** Whose account stood at the door. A device may have changed hands before it is sent. */
  scannedBy: z.uuid('events.scans').optional(),
  scans: z
    .array(z.strictObject({ code: words(100, 'events.scans'), at: Moment('events.scans') }), 'events.scans')
    .min(1, 'events.scans')
    .max(scansAtMost, 'events.scans'),
});
export type RecordScans = z.output<typeof RecordScans>;

export const RecordList = z.strictObject({
  id: EventId,
  how: z.enum(['list', 'paper'], 'events.attendance'),
  entries: z
    .array(
      z.strictObject({ memberId: MemberId, state: z.enum(attendanceStates, 'events.attendance') }),
      'events.attendance',
    )
    .max(namedAtMost, 'events.attendance')
    .refine((all) => new Set(all.map(({ memberId }) => memberId)).size === all.length, 'events.attendance'),
  /** How many others were there, counted and not named. */
  others: z.int('events.others').min(0, 'events.others').max(100_000, 'events.others').optional(),
});
export type RecordList = z.output<typeof RecordList>;

export const CorrectAttendance = z.strictObject({
  id: EventId,
  memberId: MemberId,
  state: z.enum(attendanceStates, 'events.attendance'),
  reason: Reason,
});
export type CorrectAttendance = z.output<typeof CorrectAttendance>;

const After = z.strictObject({
  startsAt: z.iso.datetime({ offset: true, error: 'events.after' }).regex(meantTime, 'events.after'),
  id: EventId,
});

export const ListEvents = z.strictObject({
  when: z.enum(['upcoming', 'held', 'drafts']).default('upcoming'),
  divisionCode: Ground.optional(),
  category: z.enum(eventCategories, 'events.category').optional(),
  kindId: z.uuid('events.category').optional(),
  /** Held at this site, or gone to see it. */
  siteId: z.uuid('events.place').optional(),
  after: After.optional(),
});
export type ListEvents = z.output<typeof ListEvents>;

export const ListOpenEvents = z.strictObject({
  when: z.enum(['upcoming', 'held']).default('upcoming'),
  divisionCode: Ground.optional(),
  platformId: z.uuid('events.place').optional(),
  category: z.enum(eventCategories, 'events.category').optional(),
  after: After.optional(),
});
export type ListOpenEvents = z.output<typeof ListOpenEvents>;

export const ListMine = z.strictObject({ after: After.optional() });
export type ListMine = z.output<typeof ListMine>;

export const ListArchive = z.strictObject({
  id: EventId,
  /** The last thing of the page before. */
  after: After.extend({ itemNo: z.int('events.after').min(1, 'events.after') }).optional(),
});
export type ListArchive = z.output<typeof ListArchive>;

export const ListInvitees = z.strictObject({
  id: EventId,
  after: z.strictObject({ name: z.string().max(60), id: z.uuid() }).optional(),
});
export type ListInvitees = z.output<typeof ListInvitees>;

export const NewKind = z.strictObject({
  organisationId: z.uuid('events.unit').optional(),
  category: z.enum(eventCategories, 'events.category'),
  name: words(30, 'events.kind_name'),
});
export type NewKind = z.output<typeof NewKind>;

export const KindOnly = z.strictObject({ id: z.uuid('events.category') });
