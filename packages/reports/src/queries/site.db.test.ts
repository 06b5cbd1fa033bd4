import { anonymous, newId, system, type Actor, type Role } from '@tongxin/core';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import {
  hallSceneOf,
  inDays,
  makeHeld,
  makePublished,
  makeSession,
  sessionStart,
  takeLine,
  type HallScene,
} from '@tongxin/deliberations/testing';
import { duringEvent, eventSceneOf, makeEvent } from '@tongxin/events/testing';
import { endEvent } from '@tongxin/events/commands';
import { contextOf } from '@tongxin/matters/testing';
import { addRole, endRole } from '@tongxin/platforms/commands';
import { receiveAdvice, receiveIssue } from '@tongxin/rotas/commands';
import {
  afterFirst,
  at,
  makePublicRota,
  makeSite,
  rotaSceneOf,
  type RotaScene,
} from '@tongxin/rotas/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ListSiteRecords, roomRules, recordsOfRule, type SiteRecords } from '../rules/index.ts';
import { listSiteRecords, quietStudios, siteLog, siteStandard } from './index.ts';

let database: TestDatabase;
let scene: RotaScene;
let halls: HallScene;
beforeAll(async () => {
  database = await testDatabase();
  scene = await rotaSceneOf(database);
  halls = await hallSceneOf(scene);
}, 60_000);
afterAll(() => database.close());

const reason = '演示';
/** Later on the day of the makers' session, so that both fit into one room. */
const afternoon = { startsAt: sessionStart.add({ hours: 3 }), endsAt: sessionStart.add({ hours: 4 }) };
const came = Temporal.Instant.from('2026-11-25T10:00:00+08:00');
const later = Temporal.Instant.from('2026-12-20T10:00:00+08:00');
const as = (role: Role, divisionCode: string, now = later) => {
  const grants = [{ role, divisionCode, organisationId: null, matterId: null }];
  const actor: Actor = { kind: 'account', accountId: newId<'account'>(), name: '某人', grants };
  return contextOf(database, actor, now);
};
const everybody = (now = later) => contextOf(database, anonymous, now);
const host = () => as('host', '330702001');
const listed = (id: string, records: SiteRecords, days = { from: '2026-01-01', until: '2026-12-31' }) =>
  listSiteRecords(host(), ListSiteRecords.parse({ id, records, ...days }));
const lacking = async (id: string) =>
  (await siteStandard(host(), { id })).roles.map(({ role, items }) => [
    role,
    items.filter(({ has }) => !has).map(({ item }) => item),
  ]);

/** A site with turns; two visitors came to the first one, the second with a matter. */
async function visited() {
  const { siteId, turnIds } = await makePublicRota(scene);
  const desk = at(scene, scene.people.host, afterFirst);
  const visit = { turnId: turnIds[0]!, at: came };
  await receiveAdvice(desk, { ...visit, key: newId(), about: '加装电梯' });
  const issue = {
    divisionCode: '330702001001',
    channel: 'desk' as const,
    words: '路灯坏了。',
    photoIds: [],
    contact: {},
  };
  await receiveIssue(desk, { ...visit, key: newId(), issue });
  return siteId;
}

describe('the log of a site', () => {
  it('counts for everybody what each rule brought, and each number is as long as its list', async () => {
    const siteId = await visited();
    await makeHeld(halls, { platformId: siteId });
    const agreed = await makePublished(halls, { session: { platformId: siteId, ...afternoon } });
    const line = { lineId: agreed.lineIds[0]!, issueIds: agreed.issueIds };
    for (const step of ['accept', 'report', 'verify', 'judge', 'close'] as const)
      await takeLine(halls, step, line);
    await makeSession(halls, {
      platformId: siteId,
      startsAt: inDays(30),
      endsAt: inDays(30).add({ hours: 1 }),
    });
    const events = await eventSceneOf(database, scene.town);
    const eventId = await makeEvent(
      events,
      { platformId: siteId, category: 'study', placeWords: undefined, divisionCode: '330702001' },
      events.host,
    );
    await endEvent(contextOf(database, system, duringEvent.add({ hours: 3 })), eventId);
    const { year, counts } = await siteLog(everybody(), { id: siteId });
    expect([year, counts]).toEqual([2026, { reception: 2, study: 1, deliberation: 2, conversion: 1 }]);
    // No wall stands before what is counted: the desk reads the same numbers.
    expect((await siteLog(host(), { id: siteId })).counts).toEqual(counts);
    for (const rule of roomRules) {
      const { number, rows, next } = await listed(siteId, recordsOfRule[rule]);
      expect([rule, number, rows.length, next]).toEqual([rule, counts[rule], counts[rule], null]);
    }
    expect((await siteLog(everybody(), { id: siteId, year: 2025 })).counts).toEqual({
      reception: 0,
      study: 0,
      deliberation: 0,
      conversion: 0,
    });
  });

  it('goes by the city’s days, and holds nothing of another site', async () => {
    const siteId = await visited();
    const onDay = (day: string) => listed(siteId, 'visitors', { from: day, until: day });
    expect((await onDay('2026-11-25')).number).toBe(2);
    expect([(await onDay('2026-11-24')).number, (await onDay('2026-11-26')).number]).toEqual([0, 0]);
    const other = await makeSite(scene);
    expect((await listed(other, 'visitors')).number).toBe(0);
  });

  it('opens its records to the keepers and the auditor, and is there for nobody else', async () => {
    const siteId = await visited();
    const asked = ListSiteRecords.parse({
      id: siteId,
      records: 'visitors',
      from: '2026-11-01',
      until: '2026-11-30',
    });
    expect((await listSiteRecords(as('auditor', '3307'), asked)).number).toBe(2);
    for (const [role, code] of [
      ['host', '330702002'],
      ['county_office', '330703'],
      ['member', '330702'],
    ] as const) {
      await expect(listSiteRecords(as(role, code), asked)).rejects.toMatchObject({
        code: 'platforms.not_found',
      });
      await expect(siteStandard(as(role, code), { id: siteId })).rejects.toMatchObject({
        code: 'platforms.not_found',
      });
    }
    const { rows } = await listSiteRecords(host(), asked);
    expect(JSON.stringify(rows)).not.toContain('路灯');
  });
});

describe('the standard of six', () => {
  it('shows what a room lacks, and what its logs have shown since', async () => {
    const siteId = await makeSite(scene);
    expect(await lacking(siteId)).toEqual([['hall', ['rules', 'process', 'activity', 'effect']]]);
    await makeHeld(halls, { platformId: siteId });
    expect(await lacking(siteId)).toEqual([['hall', ['rules', 'process', 'effect']]]);
    await makePublished(halls, { session: { platformId: siteId, ...afternoon } });
    expect(await lacking(siteId)).toEqual([['hall', ['rules', 'effect']]]);
    const house = contextOf(database, system);
    await addRole(house, { id: siteId, role: 'studio', plaqueName: '委员工作室', reason });
    expect((await lacking(siteId))[1]).toEqual(['studio', ['rules', 'process', 'activity', 'effect']]);
  });

  it('forgets what is too long ago', async () => {
    const siteId = await visited();
    await addRole(contextOf(database, system), { id: siteId, role: 'studio', plaqueName: '工作室', reason });
    await endRole(contextOf(database, system), { id: siteId, role: 'hall', reason });
    const lacks = async (now: string) => {
      const ctx = as('host', '330702001', Temporal.Instant.from(now));
      const { roles } = await siteStandard(ctx, { id: siteId });
      return roles[0]!.items.filter(({ has }) => !has).map(({ item }) => item);
    };
    expect(await lacks('2026-12-20T10:00:00+08:00')).toEqual(['rules', 'effect']);
    expect(await lacks('2027-02-25T10:00:00+08:00')).toEqual(['rules', 'effect']);
    expect(await lacks('2027-03-20T10:00:00+08:00')).toEqual(['rules', 'process', 'activity', 'effect']);
  });
});

describe('a studio without a logged reception in a quarter', () => {
  const spring = Temporal.Instant.from('2027-01-05T10:00:00+08:00');
  const summer = Temporal.Instant.from('2027-04-05T10:00:00+08:00');
  const quiet = async (now: Temporal.Instant) =>
    (await quietStudios(as('county_office', '330702', now), { countyCode: '330702' })).rows.map(
      ({ id }) => id,
    );

  it('is flagged once it has hung a whole quarter, until somebody is received', async () => {
    const [silent, busy] = [await makeSite(scene), await visited()];
    for (const id of [silent, busy])
      await addRole(contextOf(database, system), { id, role: 'studio', plaqueName: '工作室', reason });
    // Put up in November: the last quarter of the year was no whole one.
    expect(await quiet(spring)).not.toContain(silent);
    expect(await quiet(summer)).toContain(silent);
    // The other one received in November and not since.
    expect(await quiet(summer)).toContain(busy);
    const old = await makeSite(scene);
    expect(await quiet(summer)).not.toContain(old);
  });

  it('is told to its own county and to nobody else', async () => {
    const ask = (role: Role, code: string, countyCode = '330702') =>
      quietStudios(as(role, code, summer), { countyCode });
    await expect(ask('county_office', '330702')).resolves.toBeDefined();
    for (const [role, code] of [
      ['county_office', '330703'],
      ['city_office', '3307'],
      ['host', '330702001'],
      ['auditor', '3307'],
    ] as const)
      await expect(ask(role, code)).rejects.toMatchObject({ code: 'reports.not_found' });
    for (const code of ['330702001', '330799'])
      await expect(ask('county_office', '330702', code)).rejects.toMatchObject({ code: 'reports.not_found' });
  });
});
