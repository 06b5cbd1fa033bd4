import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { doorList } from '../queries/index.ts';
import { attendances, bookings, eventInvitees } from '../schema/index.ts';
import { afterEvent, eventSceneOf, makeDraft, type EventScene } from '../testing.ts';
import { endEvent, moveEvent, publishEvent, settleEvent } from './index.ts';

/** More than any committee has, and more than one reading brings. */
const people = 6000;

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
  expect((await doorList(city, { id })).people).toHaveLength(people);
  await endEvent(scene.at({ kind: 'system' }, afterEvent), id);
  expect(await settleEvent(scene.at(scene.city, afterEvent), { id })).toEqual({ absent: people });
  expect(await database.db.$count(attendances, eq(attendances.eventId, id))).toBe(people);
  expect(await database.db.$count(bookings, eq(bookings.matterId, id))).toBe(2 * people);
}, 120_000);

it('an event takes two hundred parts and no more, also when two are planned at the same time', async () => {
  const whole = await makeDraft(scene);
  const part = { parentId: whole, endsAt: '2026-12-01T10:00:00+08:00' };
  await makeDraft(scene, part);
  await database.pool.query(
    `with first as (select matter_id from events where parent_event_id = $1 limit 1),
          made as (
       insert into matters (id, kind, number, chain_id, organisation_id, city_code, county_code, state,
                            owner_role, owner_unit_id, due_at, opened_at, changed_at, entry_count)
       select more.id, 'event', 'part-' || no, more.id, m.organisation_id, '3307', '330702', 'draft',
              m.owner_role, m.owner_unit_id, m.due_at, m.opened_at, m.changed_at, 0
         from matters m, first, (select gen_random_uuid() as id, no from generate_series(1, 198) no) more
        where m.id = first.matter_id
       returning id)
     insert into events (matter_id, parent_event_id, category, title, city_code, county_code, mode, starts_at,
                         ends_at, must_attend, sign_up, changed_at)
     select made.id, $1, category, title, city_code, county_code, mode, starts_at, ends_at, must_attend,
            sign_up, changed_at
       from made, events where events.matter_id = (select matter_id from first)`,
    [whole],
  );
  const tries = await Promise.all([1, 2, 3].map(() => makeDraft(scene, part).then(() => 'done', codeOf)));
  expect(tries.toSorted()).toEqual(['done', 'events.parts_full', 'events.parts_full']);
});

const codeOf = (error: { code: string }) => error.code;
