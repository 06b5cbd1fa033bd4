import { newId, type Actor } from '@tongxin/core';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventArchive } from '../papers/archive.ts';
import { eventSceneOf, makeEvent, type EventScene } from '../testing.ts';
import { getEvent, openEventsCalendar } from './index.ts';

let database: TestDatabase;
let scene: EventScene;
beforeAll(async () => {
  database = await testDatabase();
  scene = await eventSceneOf(database);
});
afterAll(() => database.close());

const open = { mustAttend: false, signUp: 'public' as const };

describe('a unit that is asked among very many', () => {
  it('reads the event and answers, wherever it stands in the list', async () => {
    const id = await makeEvent(scene, { mustAttend: false, organisationIds: [scene.town.department.id] });
    await database.pool.query(
      `with made as (
         insert into organisations (id, kind, name, division_code)
         select gen_random_uuid(), 'participating_unit', '0 ' || lpad(no::text, 3, '0'), '330703'
           from generate_series(1, 120) no
         returning id)
       insert into event_invitees (event_id, invitee_id, organisation_id) select $1, id, id from made`,
      [id],
    );
    const clerk: Actor = {
      kind: 'account',
      accountId: newId<'account'>(),
      name: '某人',
      grants: [
        {
          role: 'department_clerk',
          divisionCode: null,
          organisationId: scene.town.department.id as never,
          matterId: null,
        },
      ],
    };
    const { units } = await getEvent(scene.at(clerk), id);
    expect(units.map((unit) => unit.id)).toEqual([scene.town.department.id]);
  });
});

describe('a calendar of very many events', () => {
  it('holds first of all what comes, and of what is over the latest', async () => {
    const next = await makeEvent(scene, { ...open, category: 'outreach', title: '要来的' });
    const now = scene.at(scene.county).now();
    await database.pool.query(
      `with made as (
         insert into matters (id, kind, number, chain_id, organisation_id, city_code, county_code, state,
                              opened_at, changed_at, closed_at, entry_count)
         select past.id, 'event', 'past-' || no, past.id, m.organisation_id, '3307', '330702', 'settled',
                $2::timestamptz, $2::timestamptz, $2::timestamptz, 0
           from matters m, (select gen_random_uuid() as id, no from generate_series(1, 600) no) past
          where m.id = $1
         returning id, number)
       insert into events (matter_id, category, title, city_code, county_code, mode, starts_at, ends_at,
                           must_attend, sign_up, published_at, changed_at)
       select made.id, 'outreach', made.number, '3307', '330702', 'onsite',
              $2::timestamptz - split_part(made.number, '-', 2)::int * interval '1 hour',
              $2::timestamptz - split_part(made.number, '-', 2)::int * interval '1 hour' + interval '30 minutes',
              false, 'public', $2::timestamptz, $2::timestamptz
         from made`,
      [next, now.toString()],
    );
    const anybody = scene.at({ kind: 'anonymous' });
    const entries = await openEventsCalendar(anybody, { category: 'outreach' }, (id) => id);
    expect(entries).toHaveLength(500);
    expect(entries.at(-1)).toMatchObject({ summary: '要来的' });
    expect(entries.at(-2)).toMatchObject({ summary: 'past-1' });
    expect(entries[0]).toMatchObject({ summary: 'past-499' });
  });
});

describe('an archive of very many things', () => {
  it('is one file with every one of them', async () => {
    const whole = await makeEvent(scene, { category: 'plenary' });
    for (let part = 1; part <= 6; part += 1) {
      const id = await makeEvent(scene, { parentId: whole, title: `第${part}组`, placeWords: '会议室' });
      await database.pool.query(
        `insert into archive_items (id, event_id, item_no, kind, title, body, added_at)
         select gen_random_uuid(), $1, no, 'text', '简报' || no, '谈了三件事。', now() from generate_series(1, 200) no`,
        [id],
      );
    }
    const { entries } = await eventArchive(scene.at(scene.county), whole, { locale: 'zh-CN', demo: false });
    expect(entries).toHaveLength(1 + 6 * 200);
    expect(new Set(entries.map(({ name }) => name)).size).toBe(entries.length);
    const index = entries[0]!;
    expect('text' in index && index.text.match(/<tr>/g)?.length).toBe(1 + 6 * 200);
  });
});
