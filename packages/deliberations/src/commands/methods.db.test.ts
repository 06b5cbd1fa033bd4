import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { residentOf, sceneOf } from '@tongxin/issues/testing';
import { listHistory } from '@tongxin/matters/queries';
import { makeTown } from '@tongxin/matters/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brandSessions, currentMethod, getSession, getTopic, methodHistory } from '../queries/index.ts';
import { methodFor } from '../queries/methods.ts';
import { stages, type SaveMethod, type Stage } from '../rules/index.ts';
import {
  afterSession,
  at,
  attendanceOf,
  hallSceneOf,
  makeLineIn,
  makeSession,
  makeTopic,
  type HallScene,
} from '../testing/index.ts';
import { holdSession, noteResearch, saveMethod } from './index.ts';

let database: TestDatabase;
let scene: HallScene;
const countyCode = '330702';

beforeAll(async () => {
  database = await testDatabase();
  scene = await hallSceneOf(sceneOf(database, await makeTown(database)));
});
afterAll(() => database.close());

const county = () => at(scene, scene.people.county);
const host = () => at(scene, scene.people.host);
const anybody = () => at(scene, { kind: 'anonymous' });
/** Each stage called after itself, in the given order. */
const stepsIn = (order: readonly Stage[]) =>
  Object.fromEntries(
    order.map((stage, at) => [stage, { name: `本县${stage.slice(0, 3)}`, place: at + 1 }]),
  ) as SaveMethod['steps'];

async function methodInput(over: Partial<SaveMethod> = {}): Promise<SaveMethod> {
  const current = await currentMethod(anybody(), over.divisionCode ?? countyCode);
  return {
    divisionCode: countyCode,
    after: current?.version ?? 0,
    brand: '请你来协商',
    lead: '有事大家一起商量。',
    fixedSeats: ['村党组织', '政协委员', '居民代表'],
    steps: stepsIn(stages),
    ...over,
  };
}

describe('writing down a way of working', () => {
  it('adds a version and keeps the one before it', async () => {
    const first = await saveMethod(county(), await methodInput());
    const second = await saveMethod(county(), await methodInput({ brand: '有事好商量' }));
    expect(second.version).toBe(first.version + 1);
    expect(await currentMethod(anybody(), countyCode)).toMatchObject({ brand: '有事好商量' });
    const names = (await methodHistory(anybody(), countyCode)).map(({ brand }) => brand);
    expect(names.slice(0, 2)).toEqual(['有事好商量', '请你来协商']);
  });

  it('sent twice is written once', async () => {
    const input = await methodInput({ brand: '送两次' });
    const { version } = await saveMethod(county(), input);
    expect(await saveMethod(county(), input)).toEqual({ version });
    expect((await currentMethod(anybody(), countyCode))?.version).toBe(version);
  });

  it('refuses what was filled from a version that somebody has changed since', async () => {
    const input = await methodInput({ brand: '甲的名字' });
    await saveMethod(county(), await methodInput({ brand: '乙的名字' }));
    await expect(saveMethod(county(), input)).rejects.toMatchObject({ code: 'deliberations.method_changed' });
    expect(await currentMethod(anybody(), countyCode)).toMatchObject({ brand: '乙的名字' });
  });

  it('lets one of two colleagues through who save in the same moment', async () => {
    const [one, other] = [await methodInput({ brand: '同时甲' }), await methodInput({ brand: '同时乙' })];
    const ends = await Promise.allSettled([saveMethod(county(), one), saveMethod(county(), other)]);
    expect(ends.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const failed = ends.find((end) => end.status === 'rejected');
    expect(failed).toMatchObject({ reason: { code: 'deliberations.method_changed' } });
  });

  it.each([
    ['a host', () => scene.people.host, countyCode],
    ['the county for the city', () => scene.people.county, '3307'],
    ['another county', () => scene.people.otherCounty, countyCode],
    ['the city for a county', () => scene.people.city, countyCode],
    ['the county for a township, which has no committee', () => scene.people.county, '330702001'],
  ])('refuses %s', async (_who, person, divisionCode) => {
    await expect(saveMethod(at(scene, person()), await methodInput({ divisionCode }))).rejects.toMatchObject({
      code: 'deliberations.method_not_yours',
    });
  });
});

describe('a session', () => {
  it('carries the brand and the seats that held when it was announced, also when they change later', async () => {
    await saveMethod(county(), await methodInput({ brand: '公告时的名字', fixedSeats: ['甲席', '乙席'] }));
    const { id } = await makeSession(scene);
    await saveMethod(county(), await methodInput({ brand: '后来的名字', fixedSeats: ['丙席'] }));
    const session = await getSession(anybody(), id);
    expect(session.brand).toEqual({ divisionCode: countyCode, name: '公告时的名字' });
    expect(session.fixedSeats).toEqual(['甲席', '乙席']);
    expect(session.emptySeats).toBeNull();
  });

  it('names the fixed seats that stayed empty, and refuses a seat that it does not have', async () => {
    await saveMethod(county(), await methodInput({ brand: '三加几', fixedSeats: ['甲席', '乙席', '丙席'] }));
    const { id } = await makeSession(scene);
    const come = { ...(await attendanceOf(scene, id)), fixedSeatsFilled: ['丙席', '甲席'] };
    const late = at(scene, scene.people.host, afterSession);
    await expect(holdSession(late, { ...come, fixedSeatsFilled: ['别处的席'] })).rejects.toMatchObject({
      code: 'deliberations.seat_unknown',
    });
    await holdSession(late, come);
    expect((await getSession(anybody(), id)).emptySeats).toEqual(['乙席']);
  });

  it('of a county without a way of its own is held under the city’s', async () => {
    const city = at(scene, scene.people.city);
    await saveMethod(city, await methodInput({ divisionCode: '3307', brand: '全市的名字' }));
    const without = { cityCode: '3307', countyCode: '330703' };
    expect(await methodFor(anybody(), without)).toMatchObject({ divisionCode: '3307', brand: '全市的名字' });
    expect(await methodFor(anybody(), { ...without, cityCode: '3301' })).toBeNull();
  });
});

describe('the page of a brand', () => {
  it('lists its sessions, newest first, with the lines agreed and those struck off', async () => {
    await saveMethod(county(), await methodInput({ brand: '看成果' }));
    const { lineId } = await makeLineIn(scene, 'closed');
    const { rows } = await brandSessions(anybody(), { divisionCode: countyCode });
    const held = rows.find(({ lines }) => lines > 0);
    expect(held).toMatchObject({ lines: 1, closedLines: 1 });
    expect(lineId).toBeDefined();
    const starts = rows.map(({ startsAt }) => startsAt.epochMilliseconds);
    expect(starts).toEqual(starts.toSorted((a, b) => b - a));
  });
});

describe('the steps of a topic', () => {
  const note = (topicId: string) => ({
    topicId,
    onDay: Temporal.PlainDate.from('2026-11-18'),
    way: 'visit' as const,
    words: '看了三处路灯，灯杆是好的，线路老化。',
    key: crypto.randomUUID(),
  });

  it('stand in the county’s order under the county’s names and say how often each was taken', async () => {
    const steps = stepsIn(stages.toReversed());
    await saveMethod(county(), await methodInput({ brand: '倒过来', steps }));
    const { id } = await makeTopic(scene);
    await noteResearch(host(), note(id));
    const { desk } = await getTopic(host(), id);
    expect(desk!.steps.map(({ stage, name, times }) => [stage, name, times])).toEqual([
      ['evaluate', '本县eva', 0],
      ['handle', '本县han', 0],
      ['deliberate', '本县del', 0],
      ['research', '本县res', 1],
      ['choose', '本县cho', 1],
      ['collect', '本县col', 1],
    ]);
    expect(desk!.research).toMatchObject([{ way: 'visit', words: note(id).words }]);
  });

  it('keep what was looked into once, with the way in the journal and the words outside it', async () => {
    const { id } = await makeTopic(scene);
    const input = note(id);
    expect(await noteResearch(host(), input)).toEqual(await noteResearch(host(), input));
    const entries = (await listHistory(host(), id)).filter(({ move }) => move === 'research');
    expect(entries).toMatchObject([{ data: { way: 'visit', onDay: '2026-11-18' } }]);
    expect(JSON.stringify(entries)).not.toContain('线路老化');
  });

  it('refuse a day to come, a telephone number, and people of another place', async () => {
    const { id } = await makeTopic(scene);
    const ahead = { ...note(id), onDay: Temporal.PlainDate.from('2027-01-01') };
    await expect(noteResearch(host(), ahead)).rejects.toMatchObject({ code: 'deliberations.research_ahead' });
    await expect(noteResearch(host(), { ...note(id), words: '电话13900001234' })).rejects.toMatchObject({
      code: 'deliberations.personal_words',
    });
    for (const who of [scene.people.neighbour, scene.people.otherCounty, scene.people.city]) {
      await expect(noteResearch(at(scene, who), note(id))).rejects.toMatchObject({
        code: /^matters\.(not_found|not_yours)$/,
      });
    }
    expect((await getTopic(host(), id)).desk!.research).toEqual([]);
  });

  it('are not for residents, nor for anybody before the topic has a date', async () => {
    const { id, issueIds } = await makeTopic(scene);
    await expect(getTopic(at(scene, residentOf(issueIds[0]!)), id)).rejects.toMatchObject({
      code: 'deliberations.not_found',
    });
  });
});
