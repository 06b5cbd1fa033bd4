import { newId, system, type Actor, type Role } from '@tongxin/core';
import { type Context } from '@tongxin/db';
import type { TestDatabase } from '@tongxin/db/testing';
import { contextOf, makeTown, testNow, type Town } from '@tongxin/matters/testing';
import { makeMember } from '@tongxin/members/testing';
import { book, createEvent, publishEvent, type NewBooking } from './commands/index.ts';
import { CreateEvent, type Resource } from './rules/index.ts';

/** A hall, member or account that exists only as something to be booked. */
export function makeResource(kind: Resource['kind'] = 'platform'): Resource {
  return { kind, id: newId() };
}

/** Two hours of a day in the city, from this hour on. */
export function hoursOf(day: string, fromHour: number, hours = 2): NewBooking['during'] {
  const start = Temporal.PlainDate.from(day)
    .toZonedDateTime({ timeZone: 'Asia/Shanghai', plainTime: new Temporal.PlainTime(fromHour) })
    .toInstant();
  return { start, end: start.add({ hours }) };
}

/** Books a hall of its own on 2026-12-01 at nine, unless said otherwise. The matter must exist. */
export async function makeBooking(
  ctx: Context,
  booking: Partial<NewBooking> & { matterId: string },
): Promise<NewBooking> {
  const made = { during: hoursOf('2026-12-01', 9), resources: [makeResource()], ...booking };
  await book(ctx, made);
  return made;
}

const account = (role: Role, divisionCode: string): Actor => ({
  kind: 'account',
  accountId: newId<'account'>(),
  name: '某人',
  grants: [{ role, divisionCode, organisationId: null, matterId: null }],
});

/** A member of the county's committee who signs in. */
export async function makeInvited(database: TestDatabase, town: Town, name?: string) {
  const actor = account('member', '330702');
  const accountId = actor.kind === 'account' ? actor.accountId : null;
  const id = await makeMember(contextOf(database, system), {
    organisationId: town.county.id,
    accountId,
    ...(name === undefined ? {} : { name }),
  });
  return { id, actor };
}

/** The small town, the offices of its levels, and a way to speak as anybody at any time. */
export async function eventSceneOf(database: TestDatabase, town?: Town) {
  return {
    database,
    town: town ?? (await makeTown(database)),
    host: account('host', '330702001'),
    neighbour: account('host', '330702002'),
    county: account('county_office', '330702'),
    otherCounty: account('county_office', '330703'),
    city: account('city_office', '3307'),
    auditor: account('auditor', '3307'),
    at: (actor: Actor, now = testNow) => contextOf(database, actor, now),
  };
}

export type EventScene = Awaited<ReturnType<typeof eventSceneOf>>;

/** While the events that `makeEvent` makes go on, and right after. */
export const duringEvent = Temporal.Instant.from('2026-12-01T02:00:00Z');
export const afterEvent = Temporal.Instant.from('2026-12-01T04:00:00Z');

/** A county's training on 2026-12-01 from nine to eleven that whoever is named has to come to; a draft. */
export function planOf(over: Partial<Record<keyof CreateEvent, unknown>> = {}): CreateEvent {
  return CreateEvent.parse({
    key: crypto.randomUUID(),
    divisionCode: '330702',
    category: 'training',
    title: '委员培训',
    placeWords: '区政协三楼会议室',
    startsAt: '2026-12-01T09:00:00+08:00',
    endsAt: '2026-12-01T11:00:00+08:00',
    mustAttend: true,
    ...over,
  });
}

/** Plans it in the name of the county's office. */
export async function makeDraft(
  scene: EventScene,
  over: Parameters<typeof planOf>[0] = {},
  actor = scene.county,
) {
  return (await createEvent(scene.at(actor), planOf(over))).id;
}

/** Plans and announces it. */
export async function makeEvent(
  scene: EventScene,
  over: Parameters<typeof planOf>[0] = {},
  actor = scene.county,
) {
  const id = await makeDraft(scene, over, actor);
  await publishEvent(scene.at(actor), { id });
  return id;
}
