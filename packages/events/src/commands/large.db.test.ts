import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { attendances, bookings, eventInvitees } from '../schema/index.ts';
import { afterEvent, eventSceneOf, makeDraft, type EventScene } from '../testing.ts';
import { endEvent, moveEvent, publishEvent, settleEvent } from './index.ts';

/** More than one statement has parameters for. */
const people = 11_000;

let database: TestDatabase;
let scene: EventScene;
beforeAll(async () => {
  database = await testDatabase();
  scene = await eventSceneOf(database);
  await database.pool.query(
    `with made as (
       insert into members (id, name, intake_code, door_code)
       select gen_random_uuid(), '委员' || no, 'intake' || no, 'door' || no
         from generate_series(1, ${people}) no
       returning id, name)
     insert into memberships (id, member_id, organisation_id, city_code, name)
     select gen_random_uuid(), id, $1, '3307', name from made`,
    [scene.town.city.id],
  );
});
afterAll(() => database.close());

it('a plenary of a very large committee is asked, announced, moved and settled for every one of them', async () => {
  const city = scene.at(scene.city);
  const id = await makeDraft(scene, { divisionCode: '3307', wholeCommittee: true }, scene.city);
  expect(await database.db.$count(eventInvitees, eq(eventInvitees.eventId, id))).toBe(people);
  await publishEvent(city, { id });
  const taken = async () => {
    const { rows } = await database.pool.query(
      `select lower(during)::text as starts, count(*)::int from bookings
        where matter_id = $1 and released_at is null group by 1`,
      [id],
    );
    return rows.map(({ starts, count }) => [Temporal.Instant.from(starts).toString(), count]);
  };
  expect(await taken()).toEqual([['2026-12-01T01:00:00Z', people]]);
  const startsAt = Temporal.Instant.from('2026-12-01T02:00:00Z');
  const endsAt = startsAt.add({ hours: 1 });
  await moveEvent(city, { id, startsAt, endsAt, placeWords: '大会堂', reason: '会场调整' });
  expect(await taken()).toEqual([['2026-12-01T02:00:00Z', people]]);
  await endEvent(scene.at({ kind: 'system' }, afterEvent), id);
  expect(await settleEvent(scene.at(scene.city, afterEvent), { id })).toEqual({ absent: people });
  expect(await database.db.$count(attendances, eq(attendances.eventId, id))).toBe(people);
  expect(await database.db.$count(bookings, eq(bookings.matterId, id))).toBe(2 * people);
}, 120_000);
