import { newId, type Actor } from '@tongxin/core';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { publishIssue, saveHandlingCopy } from '@tongxin/issues/commands';
import { accountOf, makeIssue, residentOf, sceneOf } from '@tongxin/issues/testing';
import { makeTown } from '@tongxin/matters/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeLine, judgeLine } from '../commands/index.ts';
import {
  afterSession,
  at,
  hallSceneOf,
  inDays,
  makeAccepted,
  makeLineIn,
  makePublished,
  makeTopic,
  wordOn,
  type HallScene,
} from '../testing/index.ts';
import { chainView, getLine, linesOfIssue, listLines, publishedChain } from './index.ts';

let database: TestDatabase;
let scene: HallScene;

beforeAll(async () => {
  database = await testDatabase();
  scene = await hallSceneOf(sceneOf(database, await makeTown(database)));
});
afterAll(() => database.close());

const as = (actor: Actor, now: Temporal.Instant = afterSession) => at(scene, actor, now);
const anybody = (now?: Temporal.Instant) => as({ kind: 'anonymous' }, now);
const host = () => as(scene.people.host);

describe('a line at its desk', () => {
  it('shows a unit the handling copies of the matters that it answers, and nothing else of them', async () => {
    const issueIds = await makeAccepted(scene);
    await saveHandlingCopy(host(), {
      id: issueIds[0]!,
      title: '路灯不亮',
      text: '社区入口三盏灯不亮。',
      confirmed: false,
    });
    const topic = await makeTopic(scene, { issueIds });
    const { lineIds } = await makePublished(scene, { session: { topicIds: [topic.id] } });
    const seen = await getLine(as(scene.people.clerk), lineIds[0]!);
    expect(seen.desk?.copies).toMatchObject([{ title: '路灯不亮', text: '社区入口三盏灯不亮。' }]);
    expect(seen.desk?.may.accept).toEqual({ allowed: true });
    expect(JSON.stringify(seen)).not.toContain('晚上老人出门看不清路');
    const member = accountOf('member', { divisionCode: '330702' });
    for (const actor of [
      scene.people.otherClerk,
      scene.people.neighbour,
      scene.people.otherCounty,
      member,
      residentOf(issueIds[0]!),
    ]) {
      expect((await getLine(as(actor), lineIds[0]!)).desk).toBeNull();
    }
  });

  it('never shows the unit what residents said before it is struck off; then everybody sees the counts', async () => {
    const { lineId, issueIds } = await makeLineIn(scene, 'asking', { issues: 2 });
    await judgeLine(as(residentOf(issueIds[0]!)), wordOn(lineId, { stars: 4 }));
    const asked = async (actor: Actor) => (await getLine(as(actor), lineId)).desk?.asked;
    expect(await asked(scene.people.clerk)).toEqual({ asked: 2, answered: 1, said: null });
    expect(await asked(scene.people.county)).toEqual({ asked: 2, answered: 1, said: null });
    await judgeLine(as(residentOf(issueIds[1]!)), wordOn(lineId, { solved: 'partly', stars: 3 }));
    expect(await asked(scene.people.clerk)).toEqual({ asked: 2, answered: 2, said: null });
    expect(await asked(scene.people.county)).toEqual({
      asked: 2,
      answered: 2,
      said: { yes: 1, partly: 1, no: 0, silent: 0 },
    });
    const twoDesks = {
      ...scene.people.county,
      grants: [...scene.people.county.grants, ...scene.people.clerk.grants],
    };
    expect((await asked(twoDesks))?.said).toBeNull();
    expect(JSON.stringify((await getLine(as(scene.people.clerk), lineId)).desk?.history)).not.toContain(
      'partly',
    );
    await closeLine(as(scene.people.secondCounty), { id: lineId });
    expect((await getLine(anybody(), lineId)).judged).toEqual({ yes: 1, partly: 1, no: 0, silent: 0 });
  });
});

describe('the list of lines', () => {
  it('gives a unit its own and an office those of its ground, the most overdue first', async () => {
    const { lineId } = await makeLineIn(scene, 'assigned');
    const late = await makeLineIn(scene, 'in_progress');
    const ids = async (actor: Actor, over: object = {}, now = inDays(60)) =>
      (await listLines(as(actor, now), { state: 'open', ...over })).rows.map(({ id }) => id);
    for (const actor of [
      scene.people.clerk,
      scene.people.host,
      scene.people.county,
      scene.people.city,
      scene.people.auditor,
    ]) {
      expect(await ids(actor)).toEqual(expect.arrayContaining([lineId, late.lineId]));
    }
    for (const actor of [
      scene.people.otherClerk,
      scene.people.neighbour,
      scene.people.otherCounty,
      accountOf('member', { divisionCode: '330702' }),
    ]) {
      expect(await ids(actor)).toEqual([]);
    }
    const { rows } = await listLines(as(scene.people.county, inDays(60)), { state: 'overdue' });
    expect(rows.every(({ overdue }) => overdue)).toBe(true);
    const dues = rows.map(({ dueAt }) => dueAt!.epochMilliseconds);
    expect(dues).toEqual(dues.toSorted((a, b) => a - b));
    expect(await ids(scene.people.clerk, { state: 'overdue' }, afterSession)).toEqual([]);
    expect(await ids(scene.people.county, { unitId: scene.town.otherDepartment.id })).toEqual([]);
    expect(await ids(scene.people.county, { divisionCode: '330702002' })).toEqual([]);
  });

  it('goes on page by page, open ones and closed ones, each once', async () => {
    for (let made = 0; made < 22; made += 1) await makeLineIn(scene, 'closed');
    const first = await listLines(as(scene.people.county), { state: 'closed' });
    const second = await listLines(as(scene.people.county), { state: 'closed', after: first.next! });
    const ids = [...first.rows, ...second.rows].map(({ id }) => id);
    expect(first.rows).toHaveLength(20);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThanOrEqual(22);
  });
});

describe('the lines of a resident’s matter', () => {
  it('show the resident where each stands, what the unit told, and whether their word is waited for', async () => {
    const { lineId, issueIds } = await makeLineIn(scene, 'asking');
    const mine = () => linesOfIssue(as(residentOf(issueIds[0]!)), issueIds[0]!);
    const [before] = await mine();
    expect(before).toMatchObject({ id: lineId, mayJudge: true, word: 'judged', said: [] });
    expect(before!.judgeUntil?.toString()).toBe('2026-12-15T16:00:00Z');
    expect(before!.progress).toMatchObject([{ kind: 'report', text: '三盏路灯已更换，试亮一周正常。' }]);
    await judgeLine(as(residentOf(issueIds[0]!)), wordOn(lineId, { words: '谢谢。' }));
    expect(await mine()).toMatchObject([
      { mayJudge: false, said: [{ solved: 'yes', stars: 5, words: '谢谢。', round: 1 }] },
    ]);
  });

  it('are not found to another resident, a unit, another township or a member', async () => {
    const { issueIds } = await makeLineIn(scene, 'asking');
    const stranger = (await makeIssue(scene)).id;
    const member = accountOf('member', { divisionCode: '330702' });
    for (const actor of [
      residentOf(stranger),
      scene.people.clerk,
      scene.people.neighbour,
      member,
      { kind: 'anonymous' as const },
    ]) {
      await expect(linesOfIssue(as(actor), issueIds[0]!)).rejects.toMatchObject({
        code: 'matters.not_found',
      });
    }
    await linesOfIssue(host(), issueIds[0]!);
  });
});

describe('the chain on one page', () => {
  it('shows all that came of one resident’s words, from every end of it', async () => {
    const { lineId, issueIds, topicId, sessionId } = await makeLineIn(scene, 'closed');
    for (const from of [issueIds[0]!, topicId, sessionId, lineId]) {
      const { nodes, links, rootId } = await chainView(as(scene.people.county), from);
      expect(rootId).toBe(from);
      expect(nodes.map(({ kind }) => kind)).toEqual(['issue', 'topic', 'session', 'outcome_line']);
      expect(links).toHaveLength(4);
      expect(nodes.at(-1)).toMatchObject({
        word: 'judged',
        judged: { yes: 1, partly: 0, no: 0, silent: 0 },
        ownerRole: null,
      });
    }
  });

  it('names owner and date of what is open, and shows no word of a resident before the line is struck off', async () => {
    const { lineId } = await makeLineIn(scene, 'judged');
    const { nodes } = await chainView(as(scene.people.county), lineId);
    expect(nodes.at(-1)).toMatchObject({
      state: 'judged',
      ownerRole: 'county_office',
      ownerUnitName: '婺城区政协办公室',
      judged: null,
    });
    expect(nodes.at(-1)?.dueAt).not.toBeNull();
  });

  it('hides other residents’ matters: a resident and a unit see that they are there, not which', async () => {
    const { lineId, issueIds } = await makeLineIn(scene, 'assigned', { issues: 2 });
    const own = await chainView(as(residentOf(issueIds[0]!)), issueIds[0]!);
    const [mine, other] = [
      own.nodes.find(({ id }) => id === issueIds[0]),
      own.nodes.find(({ id }) => id === issueIds[1]),
    ];
    expect(mine?.number).toMatch(/^[0-9A-Z]{2}-/);
    expect(other).toMatchObject({ number: null, title: null, word: 'handled' });
    const units = await chainView(as(scene.people.clerk), lineId);
    expect(units.nodes.filter(({ kind }) => kind === 'issue').map(({ number }) => number)).toEqual([
      null,
      null,
    ]);
  });

  it('is not found from a matter that the asking person may not know of', async () => {
    const { issueIds, lineId } = await makeLineIn(scene, 'assigned');
    for (const actor of [
      scene.people.neighbour,
      scene.people.otherCounty,
      scene.people.otherClerk,
      residentOf(newId<'matter'>()),
      { kind: 'anonymous' as const },
    ]) {
      await expect(chainView(as(actor), lineId)).rejects.toMatchObject({ code: 'matters.not_found' });
    }
    await expect(
      chainView(as(accountOf('member', { divisionCode: '330702' })), issueIds[0]!),
    ).rejects.toMatchObject({ code: 'matters.not_found' });
  });
});

describe('the chain for everybody', () => {
  it('begins at a published matter and names nothing that is not public', async () => {
    const { issueIds, lineId, topicId } = await makeLineIn(scene, 'closed', { issues: 2 });
    const [shown, hidden] = issueIds as [string, string];
    await expect(publishedChain(anybody(), shown)).rejects.toMatchObject({ code: 'matters.not_found' });
    const copy = { id: shown, title: '路灯不亮', text: '社区入口三盏灯不亮。', confirmed: false };
    await saveHandlingCopy(host(), copy);
    await publishIssue(as(scene.people.secondHost), { id: shown, confirmed: false });
    for (const from of [shown, lineId, topicId]) {
      const chain = await publishedChain(anybody(), from);
      expect(chain.nodes.map(({ kind }) => kind)).toEqual([
        'issue',
        'issue',
        'topic',
        'session',
        'outcome_line',
      ]);
      expect(chain.nodes.find(({ id }) => id === shown)).toMatchObject({ title: '路灯不亮', number: null });
      expect(JSON.stringify(chain)).not.toContain(hidden);
    }
    await expect(publishedChain(anybody(), hidden)).rejects.toMatchObject({ code: 'matters.not_found' });
  });

  it('does not begin at a topic that no session has announced, and leaves its title out', async () => {
    const topic = await makeTopic(scene);
    await expect(publishedChain(anybody(), topic.id)).rejects.toMatchObject({ code: 'matters.not_found' });
  });
});
