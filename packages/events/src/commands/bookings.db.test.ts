import { system } from '@tongxin/core';
import { transact, type Context } from '@tongxin/db';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { makeMatters, makeTown, type Town } from '@tongxin/matters/testing';
import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { book, rebook, release } from './bookings.ts';
import { listBookings, nextFree } from '../queries/bookings.ts';
import type { TakenFacts } from '../rules/index.ts';
import { bookings } from '../schema/index.ts';
import { hoursOf, makeBooking, makeResource } from '../testing.ts';

let database: TestDatabase;
let town: Town;
let ctx: Context;
const now = Temporal.Instant.from('2026-11-21T07:00:00Z');

beforeAll(async () => {
  database = await testDatabase({ connections: 20 });
  town = await makeTown(database);
  ctx = { municipality: database, actor: system, now: () => now };
});

afterAll(() => database.close());

const several = (count: number) => makeMatters(database, town, count);
const matter = async () => (await several(1))[0]!;

const heldBy = (matterId: string) =>
  database.db.$count(bookings, and(eq(bookings.matterId, matterId), isNull(bookings.releasedAt)));

/** The facts of the refusal that the work must end in. */
async function refusal(work: Promise<unknown>): Promise<TakenFacts> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason as { code: string; facts: TakenFacts },
  );
  expect(error?.code).toBe('events.taken');
  return error!.facts;
}

describe('booking', () => {
  it('takes every resource of a session', async () => {
    const matterId = await matter();
    const resources = [makeResource('platform'), makeResource('member'), makeResource('account')];
    await book(ctx, { matterId, during: hoursOf('2026-12-01', 9), resources });
    expect(await heldBy(matterId)).toBe(3);
  });

  it('is refused with the session in the way and the next free periods of all resources', async () => {
    const [first, second, third] = await several(3);
    const [hall, member] = [makeResource('platform'), makeResource('member')];
    await makeBooking(ctx, { matterId: first!, during: hoursOf('2026-12-01', 9), resources: [hall] });
    await makeBooking(ctx, { matterId: second!, during: hoursOf('2026-12-01', 12), resources: [member] });
    const attempt = { matterId: third!, during: hoursOf('2026-12-01', 10), resources: [member, hall] };
    const { conflicts, free } = await refusal(book(ctx, attempt));
    expect(conflicts).toEqual([
      {
        resourceKind: 'platform',
        resourceId: hall.id,
        matterId: first,
        start: '2026-12-01T01:00:00Z',
        end: '2026-12-01T03:00:00Z',
      },
    ]);
    // From ten o'clock on the hall is free at eleven, but the member only until twelve; then from two.
    expect(free.map(({ start }) => start)).toEqual([
      '2026-12-01T06:00:00Z',
      '2026-12-01T08:00:00Z',
      '2026-12-01T10:00:00Z',
    ]);
    expect(await heldBy(third!)).toBe(0);
  });

  it('leaves the caller’s transaction usable after a refusal', async () => {
    const [first, second] = await several(2);
    const { resources, during } = await makeBooking(ctx, { matterId: first! });
    const other = makeResource('account');
    await transact(ctx, async (_tx, inside) => {
      await refusal(book(inside, { matterId: second!, during, resources: [other, ...resources] }));
      expect(await listBookings(inside, other, during)).toEqual([]);
      await book(inside, { matterId: second!, during, resources: [other] });
    });
    expect(await heldBy(second!)).toBe(1);
  });

  it('may begin when another ends', async () => {
    const [first, second] = await several(2);
    const { resources } = await makeBooking(ctx, { matterId: first!, during: hoursOf('2026-12-01', 9) });
    await book(ctx, { matterId: second!, during: hoursOf('2026-12-01', 11), resources });
    expect(await heldBy(second!)).toBe(1);
  });

  it('tells a member and an account with the same id apart, and takes a resource named twice once', async () => {
    const matterId = await matter();
    const member = makeResource('member');
    const during = hoursOf('2026-12-01', 9);
    await book(ctx, { matterId, during, resources: [member, { ...member }, { ...member, kind: 'account' }] });
    expect(await heldBy(matterId)).toBe(2);
  });

  it('refuses a period that ends before it starts', async () => {
    const { start, end } = hoursOf('2026-12-01', 9);
    const backwards = {
      matterId: await matter(),
      during: { start: end, end: start },
      resources: [makeResource()],
    };
    await expect(book(ctx, backwards)).rejects.toMatchObject({ code: 'events.period', kind: 'BAD_REQUEST' });
  });

  it('is undone with the transaction that it is part of', async () => {
    const matterId = await matter();
    const work = transact(ctx, async (_tx, inside) => {
      await makeBooking(inside, { matterId });
      throw new Error('the notice could not be written');
    });
    await expect(work).rejects.toThrow('the notice');
    expect(await heldBy(matterId)).toBe(0);
  });
});

describe('releasing', () => {
  it('makes the time free again, keeps what was booked, and does nothing the second time', async () => {
    const [first, second] = await several(2);
    const { during, resources } = await makeBooking(ctx, { matterId: first! });
    expect(await release(ctx, first!)).toBe(1);
    expect(await release(ctx, first!)).toBe(0);
    await book(ctx, { matterId: second!, during, resources });
    const kept = and(eq(bookings.matterId, first!), isNotNull(bookings.releasedAt));
    expect(await database.db.$count(bookings, kept)).toBe(1);
  });
});

describe('moving', () => {
  it('takes the new time, also one that overlaps the old, and gives back the old', async () => {
    const matterId = await matter();
    const { resources } = await makeBooking(ctx, { matterId, during: hoursOf('2026-12-01', 9) });
    await rebook(ctx, { matterId, during: hoursOf('2026-12-01', 10) });
    const held = await listBookings(ctx, resources[0]!, hoursOf('2026-12-01', 8, 12));
    expect(held).toEqual([expect.objectContaining({ matterId, during: hoursOf('2026-12-01', 10) })]);
  });

  it('is refused when the new time is taken, and the old stays taken', async () => {
    const [first, second] = await several(2);
    const { resources } = await makeBooking(ctx, { matterId: first!, during: hoursOf('2026-12-01', 9) });
    await book(ctx, { matterId: second!, during: hoursOf('2026-12-01', 14), resources });
    await transact(ctx, async (_tx, inside) => {
      const { conflicts } = await refusal(
        rebook(inside, { matterId: second!, during: hoursOf('2026-12-01', 10) }),
      );
      expect(conflicts.map(({ matterId }) => matterId)).toEqual([first]);
    });
    expect(await listBookings(ctx, resources[0]!, hoursOf('2026-12-01', 14))).toHaveLength(1);
  });

  it('is refused when nothing is booked', async () => {
    const work = rebook(ctx, { matterId: await matter(), during: hoursOf('2026-12-01', 9) });
    await expect(work).rejects.toMatchObject({ code: 'events.nothing_booked', kind: 'CONFLICT' });
  });
});

describe('the next free periods', () => {
  it('leave out what any of the resources has, released bookings aside', async () => {
    const [first, second] = await several(2);
    const [hall, host] = [makeResource('platform'), makeResource('account')];
    await book(ctx, { matterId: first!, during: hoursOf('2026-12-01', 8, 4), resources: [hall] });
    await book(ctx, { matterId: second!, during: hoursOf('2026-12-01', 13, 7), resources: [host] });
    const from = hoursOf('2026-12-01', 8).start;
    const starts = async () =>
      (await nextFree(ctx, [hall, host], Temporal.Duration.from({ hours: 1 }), from)).map(({ start }) =>
        start.toString(),
      );
    expect(await starts()).toEqual(['2026-12-01T04:00:00Z', '2026-12-01T12:00:00Z', '2026-12-02T00:00:00Z']);
    await release(ctx, first!);
    expect((await starts())[0]).toBe('2026-12-01T00:00:00Z');
  });
});
