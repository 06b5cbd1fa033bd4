import { meantTime } from '@tongxin/core';
import { DivisionCode } from '@tongxin/divisions/rules';
import { z } from 'zod';
import { longestHours } from './limits.ts';
import { sessionModes, topicSources } from './names.ts';
import { prose, words } from './text.ts';

export const TopicId = z.uuid('deliberations.not_found');
export const SessionId = z.uuid('deliberations.not_found');
const IssueId = z.uuid('deliberations.issues');

/** An instant as it travels: ISO 8601 with its offset. */
const Written = (code: string) => z.iso.datetime({ offset: true, error: code }).regex(meantTime, code);
const Moment = (code: string) => Written(code).transform((text) => Temporal.Instant.from(text));

export const Day = (code: string) =>
  z.iso
    .date(code)
    .regex(meantTime, code)
    .transform((text) => Temporal.PlainDate.from(text));

/** Where a list goes on: the moment of the last row of the page before, as it was told. */
export const After = Written('deliberations.after');

export const ListTitles = z.strictObject({ ids: z.array(z.uuid('deliberations.not_found')).min(1).max(50) });
export type ListTitles = z.infer<typeof ListTitles>;

/** At least one, none of them twice. */
const distinct = <T extends z.ZodType<string>>(
  item: T,
  { min, max, code }: { min: number; max: number; code: string },
) =>
  z
    .array(item, code)
    .min(min, code)
    .max(max, code)
    .refine((ids) => new Set(ids).size === ids.length, code);

/** Made by the form when it opens, so that sending it twice schedules or seats once. */
export const Key = z.uuid('deliberations.key');
export const Reason = prose(500, 'deliberations.reason');

/** Words that the check marked as personal and that a person has looked at and lets stand. */
export const Confirmed = z
  .array(z.string().max(200), 'deliberations.points')
  .max(200, 'deliberations.points')
  .default([]);

const Title = words(60, 'deliberations.title');
const Summary = prose(1000, 'deliberations.summary');
const Issues = distinct(IssueId, { min: 1, max: 50, code: 'deliberations.issues' });

export const CreateTopic = z.strictObject({
  issueIds: Issues,
  title: Title,
  summary: Summary,
  source: z.enum(topicSources, 'deliberations.source').default('resident'),
  confirmed: Confirmed,
});
export type CreateTopic = z.output<typeof CreateTopic>;

export const AddIssues = z.strictObject({ topicId: TopicId, issueIds: Issues });
export type AddIssues = z.output<typeof AddIssues>;

export const RemoveIssue = z.strictObject({ topicId: TopicId, issueId: IssueId, reason: Reason });
export type RemoveIssue = z.output<typeof RemoveIssue>;

export const DropTopic = z.strictObject({ topicId: TopicId, reason: Reason });
export type DropTopic = z.output<typeof DropTopic>;

const Link = z
  .url({ protocol: /^https?$/, hostname: z.regexes.domain, error: 'deliberations.online_url' })
  .max(300, 'deliberations.online_url');

const Period = { startsAt: Moment('deliberations.period'), endsAt: Moment('deliberations.period') };

type Stretch = { startsAt: Temporal.Instant; endsAt: Temporal.Instant };

/** A session ends after it begins, on the same half day or a little later. */
function isSitting({ startsAt, endsAt }: Stretch): boolean {
  // A time that was not understood has said so at its own field, and arrives here as it was typed.
  if (!(startsAt instanceof Temporal.Instant && endsAt instanceof Temporal.Instant)) return true;
  const minutes = startsAt.until(endsAt).total('minutes');
  return minutes >= 10 && minutes <= longestHours * 60;
}

const Members = distinct(z.uuid('deliberations.members'), { min: 0, max: 60, code: 'deliberations.members' });

/** Ten fields and the key of the form: whatever else a notice shows is known already. */
export const ScheduleSession = z
  .strictObject({
    platformId: z.uuid('deliberations.hall'),
    topicIds: distinct(z.uuid('deliberations.topics'), { min: 1, max: 8, code: 'deliberations.topics' }),
    ...Period,
    mode: z.enum(sessionModes, 'deliberations.mode'),
    onlineUrl: Link.optional(),
    convenorId: z.uuid('deliberations.convenor'),
    memberIds: Members.default([]),
    organisationIds: distinct(z.uuid('deliberations.units'), {
      min: 0,
      max: 30,
      code: 'deliberations.units',
    }).default([]),
    residentSeats: z.int('deliberations.seats').min(0, 'deliberations.seats').max(500, 'deliberations.seats'),
    key: Key,
  })
  .refine(isSitting, { error: 'deliberations.period', path: ['endsAt'] })
  .refine(({ mode, onlineUrl }) => mode === 'onsite' || onlineUrl !== undefined, {
    error: 'deliberations.online_url',
    path: ['onlineUrl'],
  });
export type ScheduleSession = z.output<typeof ScheduleSession>;

export const Postpone = z
  .strictObject({ id: SessionId, ...Period, reason: Reason })
  .refine(isSitting, { error: 'deliberations.period', path: ['endsAt'] });
export type Postpone = z.output<typeof Postpone>;

export const Cancel = z.strictObject({ id: SessionId, reason: Reason });
export type Cancel = z.output<typeof Cancel>;

export const FreeSlots = z
  .strictObject({
    platformId: z.uuid('deliberations.hall'),
    convenorId: z.uuid('deliberations.convenor').optional(),
    memberIds: Members.default([]),
    ...Period,
  })
  .refine(isSitting, { error: 'deliberations.period', path: ['endsAt'] });
export type FreeSlots = z.output<typeof FreeSlots>;

export const TakeSeat = z.strictObject({ sessionId: SessionId, key: Key });
export type TakeSeat = z.output<typeof TakeSeat>;

/** A ticket as people type it: small letters, spaces and dashes are understood. */
export const Ticket = z
  .string('deliberations.ticket')
  .max(40, 'deliberations.ticket')
  .transform((typed) => typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, ''))
  .refine((letters) => /^[2-9A-HJKMNP-TV-Z]{8}$/.test(letters), 'deliberations.ticket');
export const GiveBackSeat = z.strictObject({ ticket: Ticket });

export const attendances = ['yes', 'no', 'leave'] as const;

export const HoldSession = z.strictObject({
  id: SessionId,
  attendance: z
    .array(
      z.strictObject({
        inviteeId: z.uuid('deliberations.attendance'),
        attended: z.enum(attendances, 'deliberations.attendance'),
      }),
      'deliberations.attendance',
    )
    .max(100, 'deliberations.attendance'),
  /** Everybody in the room or online who is neither invited nor staff. */
  residentsPresent: z
    .int('deliberations.residents_present')
    .min(0, 'deliberations.residents_present')
    .max(5000, 'deliberations.residents_present'),
  /** Tickets shown at the door. */
  tickets: z.array(Ticket, 'deliberations.ticket').max(500, 'deliberations.ticket').default([]),
  /** Which of the fixed seats somebody took: those of the way of working that the session was scheduled under. */
  fixedSeatsFilled: z
    .array(words(20, 'deliberations.fixed_seats'), 'deliberations.fixed_seats')
    .max(6, 'deliberations.fixed_seats')
    .default([]),
});
export type HoldSession = z.output<typeof HoldSession>;

const Points = z
  .array(z.strictObject({ text: prose(500, 'deliberations.points') }), 'deliberations.points')
  .max(40, 'deliberations.points');

const Minutes = { agreed: Points, notAgreed: Points, summary: prose(5000, 'deliberations.summary') };

export const SaveMinutes = z.strictObject({ id: SessionId, ...Minutes });
export type SaveMinutes = z.output<typeof SaveMinutes>;

export const CorrectMinutes = z.strictObject({
  id: SessionId,
  ...Minutes,
  reason: Reason,
  confirmed: Confirmed,
});
export type CorrectMinutes = z.output<typeof CorrectMinutes>;

export const ListSessions = z.strictObject({
  divisionCode: DivisionCode.optional(),
  /** Only those in this room. */
  platformId: z.uuid('deliberations.hall').optional(),
  when: z.enum(['upcoming', 'past']),
  /** The last row of the page before. */
  after: z.strictObject({ startsAt: After, id: z.uuid() }).optional(),
});
export type ListSessions = z.output<typeof ListSessions>;

/** The sessions of one brand: a county's committee, or the city's. */
export const ListBrandSessions = z.strictObject({
  divisionCode: DivisionCode,
  after: z.strictObject({ startsAt: After, id: z.uuid() }).optional(),
});
export type ListBrandSessions = z.output<typeof ListBrandSessions>;

export const ListMySessions = ListSessions.pick({ when: true, after: true });
export type ListMySessions = z.output<typeof ListMySessions>;

export const CountSessions = ListSessions.pick({ divisionCode: true, platformId: true, when: true });
export type CountSessions = z.output<typeof CountSessions>;

export const ListTopics = z.strictObject({
  divisionCode: DivisionCode.optional(),
  state: z.enum(['collected', 'scheduled', 'concluded', 'dropped']).optional(),
  after: z.strictObject({ openedAt: After, id: z.uuid() }).optional(),
});
export type ListTopics = z.output<typeof ListTopics>;

export const AcceptedIssues = z.strictObject({
  divisionCode: DivisionCode,
  after: z.strictObject({ openedAt: After, id: z.uuid() }).optional(),
});
export type AcceptedIssues = z.output<typeof AcceptedIssues>;
