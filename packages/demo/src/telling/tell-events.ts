import { newId } from '@tongxin/core';
import {
  answerEvent,
  askLeave,
  cancelEvent,
  createEvent,
  decideLeave,
  publishEvent,
} from '@tongxin/events/commands';
import { retellEvents, type PastEvent } from '@tongxin/events/retelling';
import type { ComingEvent, HeldEvent, PlannedEvent, PlannedGuest } from '../network/planned.ts';
import type { Moment } from '../plan/town-time.ts';
import { accountOf } from './seat-members.ts';
import { accountNamed, contextAt, named, recordOf, type Inside, type Stage } from './stage.ts';

const instant = (moment: Moment) => Temporal.Instant.fromEpochMilliseconds(moment);
const orNull = (moment: Moment | null) => (moment === null ? null : instant(moment));

/** Writes what is over. */
export async function tellHeldEvents(inside: Inside, stage: Stage, all: readonly HeldEvent[]): Promise<void> {
  for (const { ref } of all) stage.records.set(ref, newId<'matter'>());
  await retellEvents(
    inside,
    all.map((event) => pastOf(stage, event)),
  );
}

function pastOf(stage: Stage, event: HeldEvent): PastEvent {
  const { placeCode, ending, guests } = event;
  return {
    id: recordOf(stage, event.ref),
    parentId: event.parent === null ? null : recordOf(stage, event.parent),
    cityCode: placeCode.slice(0, 4),
    countyCode: placeCode.length > 4 ? placeCode.slice(0, 6) : null,
    townshipCode: placeCode.length > 6 ? placeCode : null,
    organisationId: named(stage.cast.units, event.unit),
    by: accountNamed(stage, event.by),
    plannedAt: instant(event.plannedAt),
    publishedAt: instant(event.publishedAt),
    said: saidOf(stage, event),
    guests: guests.map((guest) => guestOf(stage, guest)),
    ending:
      ending.how === 'cancelled'
        ? { ...ending, at: instant(ending.at) }
        : { ...ending, recordedAt: instant(ending.recordedAt), settledAt: orNull(ending.settledAt) },
  };
}

function saidOf({ cast }: Stage, event: PlannedEvent) {
  const { category, title, mode, mustAttend, signUp, summary, site, placeWords, onlineUrl, capacity, kind } =
    event;
  return {
    ...{ category, title, mode, mustAttend, signUp },
    ...given({ summary, placeWords, onlineUrl, capacity }),
    ...given({ platformId: site === null ? undefined : named(cast.sites, site) }),
    ...given({ answerBy: event.answerBy === undefined ? undefined : instant(event.answerBy) }),
    kindId: named(cast.kinds, kind),
    startsAt: instant(event.startsAt),
    endsAt: instant(event.endsAt),
  };
}

/** Without what is not there. */
function given<Of extends object>(all: Of): { [Key in keyof Of]?: Exclude<Of[Key], undefined> } {
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as never;
}

function guestOf({ cast }: Stage, guest: PlannedGuest): PastEvent['guests'][number] {
  const { member, answer, answeredAt, decidedAt, leave, signedUp, seen } = guest;
  const account = accountOf(member, cast);
  return {
    memberId: named(cast.members, member),
    ...{ answer, signedUp, answeredAt: orNull(answeredAt), decidedAt: orNull(decidedAt) },
    ...(leave === null || account === undefined
      ? {}
      : { leave: { accountId: account.accountId, reason: leave } }),
    seen: seen === null ? null : { at: instant(seen.at), how: seen.how },
  };
}

type Together = (work: (inside: Inside) => Promise<void>) => Promise<void>;

/** Plans, announces and answers what is to come, as people do. */
export async function tellComingEvents(
  together: Together,
  stage: Stage,
  all: readonly ComingEvent[],
): Promise<void> {
  const wholes = all.filter(({ parent }) => parent === null);
  for (const whole of wholes)
    await together(async (inside) => {
      const parts = all.filter(({ parent }) => parent === whole.ref);
      for (const event of [whole, ...parts]) await plan(inside, stage, event);
      await announce(inside, stage, whole);
    });
}

async function plan(inside: Inside, stage: Stage, event: ComingEvent): Promise<void> {
  const { members, units } = stage.cast;
  const { id } = await createEvent(by(inside, stage, event, event.plannedAt), {
    ...saidOf(stage, event),
    key: crypto.randomUUID(),
    siteIds: [],
    divisionCode: event.placeCode,
    organisationId: named(units, event.unit),
    ...given({ parentId: event.parent === null ? undefined : recordOf(stage, event.parent) }),
    memberIds: event.members.map((member) => named(members, member)),
    organisationIds: event.units.map((unit) => named(units, unit)),
    wholeCommittee: false,
  });
  stage.records.set(event.ref, id);
}

async function announce(inside: Inside, stage: Stage, event: ComingEvent): Promise<void> {
  const id = recordOf(stage, event.ref);
  if (event.state === 'draft') return;
  await publishEvent(by(inside, stage, event, event.publishedAt), { id });
  if (event.state === 'cancelled')
    await cancelEvent(by(inside, stage, event, event.publishedAt + 3_600_000), {
      id,
      reason: event.cancelReason!,
    });
  for (const said of event.said) await answer(inside, stage, { event, id, said });
}

type Said = { event: ComingEvent; id: string; said: ComingEvent['said'][number] };

async function answer(inside: Inside, stage: Stage, { event, id, said }: Said): Promise<void> {
  const { member, at, says, reason, granted } = said;
  const own = contextAt(inside, accountOf(member, stage.cast)!, at);
  if (says !== 'leave') return answerEvent(own, { id, answer: says });
  await askLeave(own, { id, reason: reason! });
  if (granted === undefined) return;
  const memberId = named(stage.cast.members, member);
  await decideLeave(by(inside, stage, event, at + 3_600_000), { id, memberId, granted });
}

const by = (inside: Inside, stage: Stage, event: PlannedEvent, at: Moment) =>
  contextAt(inside, accountNamed(stage, event.by), at);
