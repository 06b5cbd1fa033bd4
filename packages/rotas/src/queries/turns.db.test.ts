import { anonymous } from '@tongxin/core';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listOpenItems } from '@tongxin/matters/queries';
import { cancelTurn, vacateTurn } from '../commands/index.ts';
import { at, duringFirst, makePublicRota, rotaSceneOf, withOwnPeople, type RotaScene } from '../testing.ts';
import { board, listTurns, nextTurns, rotasOf, turnsCalendar } from './index.ts';

let database: TestDatabase;
let scene: RotaScene;
let own: RotaScene;
let siteId: string;
let turnIds: string[];
beforeAll(async () => {
  database = await testDatabase();
  scene = await rotaSceneOf(database);
  own = await withOwnPeople(scene);
  // Mondays to Fridays of five weeks: 25 turns.
  const made = await makePublicRota(own, {
    pattern: { kind: 'weekdays', weekdays: [1, 2, 3, 4, 5] },
    until: Temporal.PlainDate.from('2026-12-27'),
  });
  siteId = made.siteId;
  turnIds = made.turnIds;
});
afterAll(() => database.close());

const asHost = () => at(scene, scene.people.host);
const township = '330702001';

describe('the turns of a division', () => {
  it('come page by page, each once and in order', async () => {
    const found: string[] = [];
    let after: { startsAt: string; id: string } | undefined;
    do {
      const page = await listTurns(asHost(), { divisionCode: township, when: 'upcoming', after });
      expect(page.rows.length).toBeLessThanOrEqual(20);
      found.push(...page.rows.map(({ id }) => id));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(found).toEqual(turnIds);
  });

  it('are those of one state, or those that are over, newest first', async () => {
    await vacateTurn(asHost(), { id: turnIds[3]!, reason: '委员出差。' });
    const county = at(scene, scene.people.county);
    const empty = await listTurns(county, { divisionCode: '330702', when: 'upcoming', state: 'planned' });
    expect(empty.rows.map(({ id }) => id)).toEqual([turnIds[3]]);
    const host = at(scene, scene.people.host, duringFirst);
    const past = await listTurns(host, { divisionCode: township, when: 'past' });
    expect(past.rows.map(({ id }) => id)).toEqual([turnIds[1], turnIds[0]]);
    // The one that goes on is not over.
    const now = await listTurns(host, { divisionCode: township, when: 'upcoming' });
    expect(now.rows[0]?.id).toBe(turnIds[2]);
  });

  it('are for the offices of the ground and auditors only', async () => {
    const { neighbour, otherCounty, clerk, auditor, county, city } = scene.people;
    const amount = async (actor: Parameters<typeof at>[1]) =>
      (await listTurns(at(scene, actor), { divisionCode: township, when: 'upcoming' })).rows.length;
    for (const actor of [neighbour, otherCounty, clerk, own.chen.actor]) expect(await amount(actor)).toBe(0);
    for (const actor of [auditor, county, city]) expect(await amount(actor)).toBe(20);
  });
});

describe('the board of a site', () => {
  it('is one month by the city’s clock', async () => {
    const month = (text: string) =>
      board(asHost(), { platformId: siteId, month: Temporal.PlainYearMonth.from(text) });
    expect((await month('2026-11')).turns.map(({ id }) => id)).toEqual(turnIds.slice(0, 6));
    expect((await month('2026-12')).turns.map(({ id }) => id)).toEqual(turnIds.slice(6));
    expect((await month('2027-01')).turns).toEqual([]);
  });

  it('is not there for anybody elsewhere, nor are its rotas', async () => {
    for (const actor of [scene.people.neighbour, scene.people.otherCounty, own.chen.actor]) {
      const elsewhere = at(scene, actor);
      const month = Temporal.PlainYearMonth.from('2026-11');
      await expect(board(elsewhere, { platformId: siteId, month })).rejects.toMatchObject({
        code: 'rotas.not_found',
      });
      await expect(rotasOf(elsewhere, { platformId: siteId })).rejects.toMatchObject({
        code: 'rotas.not_found',
      });
    }
  });
});

describe('who is at a site next', () => {
  it('is for everybody: the next ten that somebody is on, the one under way first', async () => {
    const everybody = at(scene, anonymous, duringFirst);
    const next = await nextTurns(everybody, { platformId: siteId });
    expect(next).toHaveLength(10);
    expect(next[0]?.startsAt.toString()).toBe('2026-11-25T01:00:00Z');
    // Nobody is on the fourth, so nobody is promised.
    expect(next.map(({ startsAt }) => startsAt.toString())).not.toContain('2026-11-26T01:00:00Z');
    expect(Object.keys(next[0]!).toSorted()).toEqual(['endsAt', 'memberName', 'role', 'startsAt']);
  });
});

describe('what waits for a host', () => {
  const waiting = async (text: string) => {
    const host = at(scene, scene.people.host, Temporal.Instant.from(`${text}:00+08:00`));
    return (await listOpenItems(host, { kind: 'turn' })).rows.map(({ id }) => id);
  };

  it('is a turn from its own day on, not a year of turns', async () => {
    // The first is on Monday the 23rd and due until the end of the 24th.
    expect(await waiting('2026-11-22T23:59')).toEqual([]);
    expect(await waiting('2026-11-23T00:00')).toEqual([turnIds[0]]);
    expect(await waiting('2026-11-24T08:00')).toEqual([turnIds[0], turnIds[1]]);
  });
});

describe('a member’s own calendar', () => {
  it('has their turns of public rotas, and says of one that was called off that it was', async () => {
    const alone = await withOwnPeople(scene);
    const { turnIds: ids } = await makePublicRota(alone);
    await makePublicRota(
      alone,
      { startTime: Temporal.PlainTime.from('14:00'), endTime: Temporal.PlainTime.from('16:00') },
      { isPublic: false },
    );
    const calendar = () => turnsCalendar(asHost(), alone.chen.id, 'https://town.example/member/turns');
    expect((await calendar()).map(({ uid, cancelled, sequence }) => [uid, cancelled, sequence])).toEqual([
      [`${ids[0]}@3307.tongxin`, false, 0],
    ]);
    await cancelTurn(asHost(), { id: ids[0]!, reason: '停电。' });
    expect(await calendar()).toMatchObject([{ cancelled: true, sequence: 1 }]);
    expect(await turnsCalendar(asHost(), alone.li.id, '')).toHaveLength(1);
  });
});
