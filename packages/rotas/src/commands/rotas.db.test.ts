import { anonymous } from '@tongxin/core';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { listBookings } from '@tongxin/events/queries';
import { book } from '@tongxin/events/commands';
import { makeMatters, testNow } from '@tongxin/matters/testing';
import { importCalendar } from '@tongxin/matters/commands';
import { knownCalendarDays } from '@tongxin/matters/calendar';
import { journal, matters } from '@tongxin/matters/schema';
import { members } from '@tongxin/members/schema';
import { getDesk } from '@tongxin/platforms/queries';
import { and, asc, eq, inArray } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { board, nextTurns, previewRota, rotasOf } from '../queries/index.ts';
import type { MakeRota } from '../rules/index.ts';
import {
  at,
  duringFirst,
  makePublicRota,
  makeSite,
  rotaInput,
  rotaSceneOf,
  withOwnPeople,
  type RotaScene,
} from '../testing.ts';
import { turns } from '../schema.ts';
import { endRota, makeRota, publishRota } from './index.ts';

let database: TestDatabase;
let scene: RotaScene;
beforeAll(async () => {
  database = await testDatabase({ connections: 12 });
  scene = await rotaSceneOf(database);
  await importCalendar(at(scene, { kind: 'system' }), knownCalendarDays());
});
afterAll(() => database.close());

const asHost = (now = testNow) => at(scene, scene.people.host, now);
const november = Temporal.PlainYearMonth.from('2026-11');
const fresh = async () => withOwnPeople(scene);
const without = (input: MakeRota) => {
  const { key: _, ...plan } = input;
  return plan;
};

/** What the site's history says of its rotas, in order. */
async function siteEntries(siteId: string) {
  const { history } = await getDesk(asHost(), siteId);
  return history
    .filter(({ action }) => action.startsWith('rota_'))
    .toReversed()
    .map(({ action, facts }) => [action, facts]);
}

describe('a rota', () => {
  it('of a village’s site has its turns in the village', async () => {
    const own = await fresh();
    const siteId = await makeSite(own, '330702001001');
    await makePublicRota(own, { platformId: siteId });
    const village = await database.db
      .select({ village: turns.villageCode, matter: matters.villageCode })
      .from(turns)
      .innerJoin(matters, eq(matters.id, turns.matterId))
      .where(eq(turns.platformId, siteId));
    expect(village).toEqual(
      Array.from({ length: 3 }, () => ({ village: '330702001001', matter: '330702001001' })),
    );
  });

  it('is made as its preview shows it, with everybody taken for their turns', async () => {
    const own = await fresh();
    const input = rotaInput(own);
    const preview = await previewRota(asHost(), without(input));
    expect(preview.turns.map(({ memberId }) => memberId)).toEqual([own.chen.id, own.li.id, own.wang.id]);
    expect(preview.people.map(({ turns }) => turns)).toEqual([1, 1, 1]);
    const made = await makeRota(asHost(), input);
    expect(made).toMatchObject({ turns: 3, empty: 0 });
    const shown = await board(asHost(), { platformId: own.siteId, month: november });
    expect(
      shown.turns.map(({ state, memberId, startsAt }) => [state, memberId, startsAt.toString()]),
    ).toEqual([['staffed', own.chen.id, '2026-11-25T01:00:00Z']]);
    const turn = shown.turns[0]!;
    const taken = await listBookings(
      asHost(),
      { kind: 'member', id: own.chen.id },
      { start: turn.startsAt, end: turn.endsAt },
    );
    expect(taken.map(({ matterId }) => matterId)).toEqual([turn.id]);
  });

  it('is the host’s until the end of the day after each turn, and its journal says who was put on', async () => {
    const own = await fresh();
    const { turnIds } = await makePublicRota(own);
    const [matter] = await database.db
      .select({
        kind: matters.kind,
        ownerUnitId: matters.ownerUnitId,
        dueAt: matters.dueAt,
        number: matters.number,
      })
      .from(matters)
      .where(eq(matters.id, turnIds[0]!));
    expect(matter).toMatchObject({ kind: 'turn', ownerUnitId: own.town.township.id });
    expect(matter?.dueAt?.toString()).toBe('2026-11-26T16:00:00Z');
    expect(matter?.number).toMatch(/^D330702-2026-\d{4}$/);
    const entries = await database.db
      .select({ move: journal.move, unitName: journal.unitName, data: journal.data })
      .from(journal)
      .where(eq(journal.matterId, turnIds[0]!))
      .orderBy(asc(journal.seq));
    expect(entries.map(({ move }) => move)).toEqual(['open', 'staff']);
    expect(entries[1]).toMatchObject({ unitName: '城东街道联络组', data: { memberId: own.chen.id } });
  });

  it('moves a turn from a holiday and remembers from which day', async () => {
    const own = await fresh();
    const preview = await previewRota(
      asHost(),
      without(
        rotaInput(own, {
          pattern: { kind: 'days_of_month', days: [1] },
          from: Temporal.PlainDate.from('2027-01-01'),
          until: Temporal.PlainDate.from('2027-01-31'),
        }),
      ),
    );
    expect(
      preview.turns.map(({ startsAt, movedFrom }) => [startsAt.toString(), movedFrom?.toString()]),
    ).toEqual([['2027-01-04T01:00:00Z', '2027-01-01']]);
  });

  it('puts nobody on who is away or taken by something else, and leaves the place empty', async () => {
    const own = await fresh();
    const [other] = await makeMatters(database, own.town, 1);
    const start = Temporal.Instant.from('2026-12-02T01:00:00Z');
    await book(asHost(), {
      matterId: other!,
      during: { start, end: start.add({ hours: 1 }) },
      resources: [{ kind: 'member', id: own.chen.id }],
    });
    const day = Temporal.PlainDate.from('2026-11-25');
    const people = [{ memberId: own.chen.id, away: [{ from: day, until: day }] }];
    const made = await makeRota(asHost(), rotaInput(own, { people }));
    expect(made).toMatchObject({ turns: 3, empty: 2 });
  });

  it('is made once, however often it is sent with the same key', async () => {
    const own = await fresh();
    const input = rotaInput(own);
    const [first, second] = await Promise.all([makeRota(asHost(), input), makeRota(asHost(), input)]);
    expect(second).toEqual(first);
    expect(await rotasOf(asHost(), { platformId: own.siteId })).toHaveLength(1);
    await expect(makeRota(asHost(), { ...input, perTurn: 2 })).rejects.toMatchObject({
      code: 'idempotency.other_content',
    });
  });

  it('is refused outside one’s own ground, in the past, without a day, too long, or with somebody unknown', async () => {
    const own = await fresh();
    const make = (over: Partial<MakeRota>, actor = own.people.host) =>
      makeRota(at(scene, actor), rotaInput(own, over));
    await expect(make({}, own.people.neighbour)).rejects.toMatchObject({ code: 'rotas.site_not_yours' });
    await expect(make({}, own.chen.actor)).rejects.toMatchObject({ code: 'rotas.site_not_yours' });
    await expect(make({ from: Temporal.PlainDate.from('2026-11-20') })).rejects.toMatchObject({
      code: 'rotas.in_the_past',
    });
    await expect(make({ until: Temporal.PlainDate.from('2026-11-24') })).rejects.toMatchObject({
      code: 'rotas.no_day',
    });
    await expect(
      make({
        pattern: { kind: 'weekdays', weekdays: [1, 2, 3, 4, 5, 6, 7] },
        until: Temporal.PlainDate.from('2027-10-01'),
        perTurn: 2,
      }),
    ).rejects.toMatchObject({ code: 'rotas.too_many' });
    const stranger = crypto.randomUUID();
    await expect(make({ people: [{ memberId: stranger, away: [] }] })).rejects.toMatchObject({
      code: 'rotas.member_unknown',
      facts: { memberIds: [stranger] },
    });
    await database.db.update(members).set({ active: false }).where(eq(members.id, own.wang.id));
    await expect(make({})).rejects.toMatchObject({ code: 'rotas.member_unknown' });
    expect(await rotasOf(asHost(), { platformId: own.siteId })).toEqual([]);
  });

  it('is public only when it is published, with names and the role and nothing else of a member', async () => {
    const own = await fresh();
    const { id, siteId } = await makePublicRota(own, {}, { isPublic: false });
    const everybody = at(scene, anonymous);
    expect(await nextTurns(everybody, { platformId: siteId })).toEqual([]);
    await publishRota(asHost(), { id });
    const next = await nextTurns(everybody, { platformId: siteId });
    const [chen] = await database.db
      .select({ name: members.name })
      .from(members)
      .where(eq(members.id, own.chen.id));
    expect(next).toHaveLength(3);
    expect(next[0]).toEqual({
      startsAt: Temporal.Instant.from('2026-11-25T01:00:00Z'),
      endsAt: Temporal.Instant.from('2026-11-25T03:30:00Z'),
      memberName: chen!.name,
      role: { 'zh-CN': '值班委员', en: 'Member on duty' },
    });
    await expect(publishRota(asHost(), { id })).rejects.toMatchObject({ code: 'rotas.published' });
    expect(await siteEntries(siteId)).toEqual([
      ['rota_made', { rotaId: id, from: '2026-11-23', until: '2026-12-11', turns: 3 }],
      ['rota_published', { rotaId: id, from: '2026-11-23', until: '2026-12-11' }],
    ]);
    await expect(publishRota(at(scene, own.people.neighbour), { id })).rejects.toMatchObject({
      code: 'rotas.not_found',
    });
  });

  it('ends: what has begun stays, what is to come is cancelled and its members are free', async () => {
    const own = await fresh();
    const { id, siteId, turnIds } = await makePublicRota(own);
    const reason = '站点装修，改到隔壁村。';
    await expect(
      endRota(at(scene, own.people.otherCounty, duringFirst), { id, reason }),
    ).rejects.toMatchObject({ code: 'rotas.not_found' });
    expect(await endRota(asHost(duringFirst), { id, reason })).toEqual({ cancelled: 2 });
    expect((await siteEntries(siteId)).at(-1)).toEqual([
      'rota_ended',
      { rotaId: id, from: '2026-11-23', until: '2026-12-11', cancelled: 2 },
    ]);
    const states = await database.db
      .select({ id: matters.id, state: matters.state })
      .from(matters)
      .where(and(inArray(matters.id, turnIds), eq(matters.kind, 'turn')));
    expect(new Map(states.map((row) => [row.id, row.state]))).toEqual(
      new Map([
        [turnIds[0], 'staffed'],
        [turnIds[1], 'cancelled'],
        [turnIds[2], 'cancelled'],
      ]),
    );
    const during = { start: testNow, end: testNow.add({ hours: 24 * 60 }) };
    expect(await listBookings(asHost(), { kind: 'member', id: own.li.id }, during)).toEqual([]);
  });
});

describe('rotas made at the same time', () => {
  it(
    'of several sites with the same members never have anybody in two places',
    { timeout: 120_000 },
    async () => {
      const own = await fresh();
      const sites = await Promise.all(Array.from({ length: 8 }, () => makeSite(scene)));
      const until = Temporal.PlainDate.from('2026-12-31');
      const made = await Promise.all(
        sites.map((platformId) => makeRota(asHost(), rotaInput(own, { platformId, until, perTurn: 2 }))),
      );
      const { rows: overlaps } = await database.pool.query(`
      select a.id from bookings a join bookings b
          on a.resource_kind = b.resource_kind and a.resource_id = b.resource_id and a.id < b.id
         and a.during && b.during and a.released_at is null and b.released_at is null`);
      expect(overlaps).toEqual([]);
      // Six Wednesdays at eight sites: at least two members are somewhere each time, and none of the three twice.
      const staffed = made.reduce((sum, { turns, empty }) => sum + turns - empty, 0);
      expect(staffed).toBeGreaterThanOrEqual(12);
      expect(staffed).toBeLessThanOrEqual(18);
    },
  );
});
