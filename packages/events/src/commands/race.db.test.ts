import { system } from '@tongxin/core';
import { transact, type Context } from '@tongxin/db';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { makeMatters, makeTown, type Town } from '@tongxin/matters/testing';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { book } from './bookings.ts';
import { listBookings } from '../queries/bookings.ts';
import type { TakenFacts } from '../rules/index.ts';
import { bookings } from '../schema/index.ts';
import { hoursOf, makeResource } from '../testing.ts';

let database: TestDatabase;
let town: Town;
let ctx: Context;

beforeAll(async () => {
  database = await testDatabase({ connections: 20 });
  town = await makeTown(database);
  ctx = { municipality: database, actor: system, now: () => Temporal.Instant.from('2026-11-21T07:00:00Z') };
});

afterAll(() => database.close());

const several = (count: number) => makeMatters(database, town, count);

/** Until a session of this database waits for another one's transaction to end. */
async function someoneWaits(): Promise<void> {
  for (;;) {
    const { rows } = await database.db.execute(
      sql`select from pg_locks where locktype = 'transactionid' and not granted`,
    );
    if (rows.length > 0) return;
  }
}

/** Numbers that look random and are the same in every run. */
function* numbersFrom(seed: number): Generator<number> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

/** Runs all of it, two hundred at a time: on a slow machine a thousand would wait too long for a connection. */
async function settleAll<Item>(items: readonly Item[], work: (item: Item) => Promise<void>) {
  const outcomes: PromiseSettledResult<void>[] = [];
  const waiting = items.entries();
  const lane = async () => {
    for (const [index, item] of waiting) outcomes[index] = (await Promise.allSettled([work(item)]))[0];
  };
  await Promise.all(Array.from({ length: 200 }, lane));
  return outcomes;
}

describe('a thousand bookings at the same time', () => {
  it(
    'never overlap, and every one that is refused is told what is in the way',
    { timeout: 120_000 },
    async () => {
      const next = numbersFrom(20_261_121);
      const below = (limit: number) => Math.floor(next.next().value! * limit);
      const halls = Array.from({ length: 8 }, () => makeResource('platform'));
      const hosts = Array.from({ length: 12 }, () => makeResource('account'));
      const members = Array.from({ length: 20 }, () => makeResource('member'));
      const ids = await several(1000);
      const asked = ids.map((matterId) => ({
        matterId,
        during: hoursOf(`2027-03-0${1 + below(3)}`, 8 + below(10), 1 + below(3)),
        resources: [halls[below(8)]!, hosts[below(12)]!, members[below(20)]!, members[below(20)]!],
      }));
      const outcomes = await settleAll(asked, (booking) => book(ctx, booking));
      const held = await database.db
        .select({
          matterId: bookings.matterId,
          kind: bookings.resourceKind,
          id: bookings.resourceId,
          during: bookings.during,
        })
        .from(bookings)
        .where(sql`lower(during) >= '2027-01-01' and released_at is null`);
      const winners = new Set(held.map((row) => row.matterId));

      const { rows: overlaps } = await database.db.execute(sql`
      select a.id from bookings a join bookings b
          on a.resource_kind = b.resource_kind and a.resource_id = b.resource_id and a.id < b.id
         and a.during && b.during and a.released_at is null and b.released_at is null`);
      expect(overlaps).toEqual([]);

      for (const [index, outcome] of outcomes.entries()) {
        const { matterId, resources, during } = asked[index]!;
        expect(winners.has(matterId)).toBe(outcome.status === 'fulfilled');
        if (outcome.status === 'fulfilled') continue;
        const { code, facts } = outcome.reason as { code: string; facts: TakenFacts };
        expect(code).toBe('events.taken');
        expect(facts.conflicts.length).toBeGreaterThan(0);
        for (const conflict of facts.conflicts) {
          expect(winners.has(conflict.matterId)).toBe(true);
          expect(resources.some(({ id }) => id === conflict.resourceId)).toBe(true);
          expect(Temporal.Instant.compare(conflict.start, during.end)).toBe(-1);
          expect(Temporal.Instant.compare(during.start, conflict.end)).toBe(-1);
        }
      }

      // What was asked for is taken wherever it was refused, so every contested hour of a hall has its winner.
      const refused = asked.filter(({ matterId }) => !winners.has(matterId));
      expect(refused.length).toBeGreaterThan(500);
      expect(winners.size).toBeGreaterThan(50);
      for (const { resources, during } of refused) {
        const blocked = held.some(
          (row) =>
            resources.some(({ kind, id }) => kind === row.kind && id === row.id) &&
            Temporal.Instant.compare(row.during.start, during.end) < 0 &&
            Temporal.Instant.compare(during.start, row.during.end) < 0,
        );
        expect(blocked).toBe(true);
      }
    },
  );

  it('leave one winner when all want the same hall at the same hour', async () => {
    const hall = makeResource('platform');
    const ids = await several(100);
    const during = hoursOf('2027-03-10', 9);
    const outcomes = await Promise.allSettled(
      ids.map((matterId) => book(ctx, { matterId, during, resources: [hall] })),
    );
    const [winner, ...others] = await listBookings(ctx, hall, during);
    expect(others).toEqual([]);
    const reasons = outcomes
      .filter((outcome) => outcome.status === 'rejected')
      .map(({ reason }) => reason as { facts: TakenFacts });
    expect(reasons).toHaveLength(99);
    for (const { facts } of reasons)
      expect(facts.conflicts.map(({ matterId }) => matterId)).toEqual([winner!.matterId]);
  });

  it('wait for a winner that has not committed yet, and win when it gives up', async () => {
    const [first, second] = await several(2);
    const hall = makeResource('platform');
    const during = hoursOf('2027-03-11', 9);
    const { promise: mayFinish, reject: giveUp } = Promise.withResolvers<void>();
    const { promise: hasTaken, resolve: taken } = Promise.withResolvers<void>();
    const holding = transact(ctx, async (_tx, inside) => {
      await book(inside, { matterId: first!, during, resources: [hall] });
      taken();
      await mayFinish;
    });
    await hasTaken;
    const waiting = book(ctx, { matterId: second!, during, resources: [hall] });
    await someoneWaits();
    giveUp(new Error('the host went back'));
    await expect(holding).rejects.toThrow('went back');
    await waiting;
    const held = await listBookings(ctx, hall, during);
    expect(held.map(({ matterId }) => matterId)).toEqual([second]);
  });
});
