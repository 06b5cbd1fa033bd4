import {
  cancelSession,
  correctMinutes,
  createTopic,
  dropTopic,
  giveBackSeat,
  holdSession,
  postponeSession,
  publishSession,
  saveMinutes,
  scheduleSession,
  takeSeat,
} from '@tongxin/deliberations/commands';
import { seatsFilled } from '../people/methods.ts';
import type { OnTalks, PlannedLine } from '../plan/steps.ts';
import { named, recordOf, type Inside, type Stage } from './stage.ts';

type Deed<Name extends OnTalks['do']> = Extract<OnTalks, { do: Name }>;

const confirmed: string[] = [];
const instantOf = (moment: number) => Temporal.Instant.fromEpochMilliseconds(moment);
const points = (texts: readonly string[]) => texts.map((text) => ({ text }));

/** Plays what somebody does to a topic or a session, through the command that people use. */
export async function tellTalks(ctx: Inside, stage: Stage, on: string, step: OnTalks): Promise<void> {
  switch (step.do) {
    case 'createTopic':
      return createTopicOf(ctx, stage, on, step);
    case 'schedule':
      return schedule(ctx, stage, on, step);
    case 'takeSeat': {
      const { ticket } = await takeSeat(ctx, { sessionId: recordOf(stage, on), key: step.key });
      stage.records.set(step.ticket, ticket);
      return;
    }
    case 'giveBackSeat':
      await giveBackSeat(ctx, { ticket: recordOf(stage, step.ticket) });
      return;
    case 'publishSession':
      return publish(ctx, stage, on, step);
    default:
      await sessionActs(ctx, stage, recordOf(stage, on), step);
  }
}

type OnSession = Exclude<
  OnTalks,
  Deed<'createTopic' | 'schedule' | 'takeSeat' | 'giveBackSeat' | 'publishSession'>
>;

async function sessionActs(ctx: Inside, stage: Stage, id: string, step: OnSession): Promise<unknown> {
  switch (step.do) {
    case 'dropTopic':
      return dropTopic(ctx, { topicId: id, reason: step.reason });
    case 'postpone': {
      const { startsAt, endsAt, reason } = step;
      return postponeSession(ctx, { id, startsAt: instantOf(startsAt), endsAt: instantOf(endsAt), reason });
    }
    case 'cancel':
      return cancelSession(ctx, { id, reason: step.reason });
    case 'hold':
      return hold(ctx, stage, id, step);
    case 'saveMinutes': {
      const { agreed, notAgreed, summary } = step;
      return saveMinutes(ctx, { id, agreed: points(agreed), notAgreed: points(notAgreed), summary });
    }
    case 'correct': {
      const { agreed, notAgreed, summary, reason } = step;
      return correctMinutes(ctx, {
        id,
        agreed: points(agreed),
        notAgreed: points(notAgreed),
        summary,
        reason,
        confirmed,
      });
    }
  }
}

async function createTopicOf(
  ctx: Inside,
  stage: Stage,
  on: string,
  step: Deed<'createTopic'>,
): Promise<void> {
  const { title, summary } = step;
  const issueIds = step.issues.map((ref) => recordOf(stage, ref));
  const { id } = await createTopic(ctx, { issueIds, title, summary, source: 'resident', confirmed });
  stage.records.set(on, id);
}

async function schedule(ctx: Inside, stage: Stage, on: string, step: Deed<'schedule'>): Promise<void> {
  const { halls, members, units } = stage.cast;
  const { mode, onlineUrl, residentSeats, key } = step;
  const { id } = await scheduleSession(ctx, {
    platformId: named(halls, step.townshipCode),
    topicIds: step.topics.map((ref) => recordOf(stage, ref)),
    startsAt: instantOf(step.startsAt),
    endsAt: instantOf(step.endsAt),
    mode,
    onlineUrl,
    convenorId: named(members, step.convenor),
    memberIds: step.members.map((member) => named(members, member)),
    organisationIds: step.units.map((unit) => named(units, unit)),
    residentSeats,
    key,
  });
  stage.records.set(on, id);
}

async function hold(ctx: Inside, stage: Stage, id: string, step: Deed<'hold'>): Promise<void> {
  const { members, units } = stage.cast;
  const of = (keys: readonly string[], attended: 'yes' | 'no' | 'leave') =>
    keys.map((key) => ({ inviteeId: members[key] ?? named(units, key), attended }));
  await holdSession(ctx, {
    id,
    attendance: [...of(step.present, 'yes'), ...of(step.absent, 'no'), ...of(step.onLeave, 'leave')],
    residentsPresent: step.residentsPresent,
    tickets: [],
    fixedSeatsFilled: seatsFilled(step.residentsPresent),
  });
}

async function publish(ctx: Inside, stage: Stage, on: string, step: Deed<'publishSession'>): Promise<void> {
  const { lineIds } = await publishSession(ctx, {
    id: recordOf(stage, on),
    lines: step.lines.map((line) => lineOf(stage, line)),
    withoutLine: step.withoutLine.map(({ issue, reason }) => ({ issueId: recordOf(stage, issue), reason })),
    confirmed,
  });
  for (const [at, { ref }] of step.lines.entries()) stage.records.set(ref, lineIds[at]!);
}

function lineOf(stage: Stage, { topic, issues, unit, dueOn, suggestion, kind, measure }: PlannedLine) {
  return {
    topicId: recordOf(stage, topic),
    issueIds: issues.map((issue) => recordOf(stage, issue)),
    unitId: named(stage.cast.units, unit),
    dueOn: Temporal.PlainDate.from(dueOn),
    suggestion,
    kind,
    measure,
  };
}
