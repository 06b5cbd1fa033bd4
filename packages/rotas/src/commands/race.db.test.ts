import { transact } from '@tongxin/db';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { book } from '@tongxin/events/commands';
import { journal } from '@tongxin/matters/schema';
import { makeMatters } from '@tongxin/matters/testing';
import { and, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  adviceVisit,
  at,
  duringFirst,
  makeFirstTurn,
  makeOnDuty,
  makePublicRota,
  rotaSceneOf,
  type RotaScene,
} from '../testing.ts';
import { logTurn, receiveAdvice, staffTurn } from './index.ts';

let database: TestDatabase;
let scene: RotaScene;
beforeAll(async () => {
  database = await testDatabase({ connections: 20 });
  scene = await rotaSceneOf(database);
});
afterAll(() => database.close());

/** Numbers that look random and are the same in every run. */
function* numbersFrom(seed: number): Generator<number> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

/** Runs all of it, a hundred at a time. */
async function settleAll(works: readonly (() => Promise<unknown>)[]) {
  const outcomes: PromiseSettledResult<unknown>[] = [];
  const waiting = works.entries();
  const lane = async () => {
    for (const [index, work] of waiting) outcomes[index] = (await Promise.allSettled([work()]))[0];
  };
  await Promise.all(Array.from({ length: 100 }, lane));
  return outcomes;
}

/** Until a session of this database waits for another one's transaction to end. */
async function someoneWaits(): Promise<void> {
  for (;;) {
    const { rows } = await database.db.execute(
      sql`select from pg_locks where locktype = 'transactionid' and not granted`,
    );
    if (rows.length > 0) return;
  }
}

const from = Temporal.PlainDate.from('2026-11-23');
const until = Temporal.PlainDate.from('2027-01-31');

it(
  'a thousand turns and other bookings at the same time never have a member in two places',
  { timeout: 180_000 },
  async () => {
    const below = (
      (next) => (limit: number) =>
        Math.floor(next.next().value! * limit)
    )(numbersFrom(20_261_122));
    const host = at(scene, scene.people.host);
    const people: string[] = [];
    for (let made = 0; made < 12; made += 1) people.push((await makeOnDuty(scene)).id);
    // Eight sites whose only member is away all the time: 800 empty places, at times that overlap between sites.
    const away = [{ from, until: until.add({ days: 30 }) }];
    const empty: string[] = [];
    for (const hour of [9, 9, 10, 10, 14, 14, 15, 15]) {
      const rota = await makePublicRota(scene, {
        pattern: { kind: 'weekdays', weekdays: [1, 2, 3, 4, 5] },
        ...{ from, until, perTurn: 2 },
        startTime: new Temporal.PlainTime(hour),
        endTime: new Temporal.PlainTime(hour + 2),
        people: [{ memberId: scene.chen.id, away }],
      });
      expect(rota.empty).toBe(rota.turns);
      empty.push(...rota.turnIds);
    }
    expect(empty).toHaveLength(800);
    const sessions = await makeMatters(database, scene.town, 200);
    const takingTurns = empty.map((id) => () => staffTurn(host, { id, memberId: people[below(12)]! }));
    const takingSessions = sessions.map((matterId) => () => {
      const day = from.add({ days: below(60) });
      const start = day
        .toZonedDateTime({ timeZone: 'Asia/Shanghai', plainTime: { hour: 8 + below(9) } })
        .toInstant();
      const resources = [people[below(12)]!, people[below(12)]!].map((id) => ({
        kind: 'member' as const,
        id,
      }));
      return book(host, { matterId, during: { start, end: start.add({ minutes: 90 }) }, resources });
    });
    const works = [...takingTurns, ...takingSessions]
      .map((work) => ({ work, at: below(1_000_000) }))
      .toSorted((a, b) => a.at - b.at)
      .map(({ work }) => work);
    expect(works).toHaveLength(1000);
    const outcomes = await settleAll(works);

    const lost = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(new Set(lost.map(({ reason }) => (reason as { code: string }).code))).toEqual(
      new Set(['events.taken']),
    );
    expect(lost.length).toBeGreaterThan(100);
    expect(outcomes.length - lost.length).toBeGreaterThan(300);
    const { rows: overlaps } = await database.pool.query(`
      select a.id from bookings a join bookings b
          on a.resource_kind = b.resource_kind and a.resource_id = b.resource_id and a.id < b.id
         and a.during && b.during and a.released_at is null and b.released_at is null`);
    expect(overlaps).toEqual([]);
    // A turn is staffed exactly when its member is taken for it, and everybody who lost left no trace.
    const { rows: untrue } = await database.pool.query(`
      select t.matter_id from turns t
        join matters m on m.id = t.matter_id
        left join bookings b on b.matter_id = t.matter_id and b.released_at is null
       where (m.state = 'staffed') <> (t.member_id is not null)
          or t.member_id is distinct from b.resource_id
          or (t.member_id is not null and b.during <> tstzrange(t.starts_at, t.ends_at))`);
    expect(untrue).toEqual([]);
  },
);

it('a visitor who is being written down while the turn is logged is counted in its entry', async () => {
  const { id } = await makeFirstTurn(scene);
  const host = at(scene, scene.people.host, duringFirst);
  const { promise: gate, resolve: open } = Promise.withResolvers<void>();
  const { promise: received, resolve: tell } = Promise.withResolvers<void>();
  const receiving = transact(host, async (_tx, inside) => {
    await receiveAdvice(inside, adviceVisit(id));
    tell();
    await gate;
  });
  await received;
  const logging = logTurn(host, { id });
  await someoneWaits();
  open();
  await Promise.all([receiving, logging]);
  const [entry] = await database.db
    .select({ data: journal.data })
    .from(journal)
    .where(and(eq(journal.matterId, id), eq(journal.move, 'log')));
  expect(entry?.data).toMatchObject({ visitors: 1 });
});
