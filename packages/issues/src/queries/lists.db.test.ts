import type { Actor } from '@tongxin/core';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { listReadings } from '@tongxin/matters/queries';
import { contextOf, makeTown, testNow } from '@tongxin/matters/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerQuestion, contestIssue, openWords, publishIssue, reopenIssue } from '../commands/index.ts';
import { accountOf, makeIssue, makeIssueIn, residentOf, sceneOf, type Scene } from '../testing.ts';
import { issueWorkflow, type ClosingClass } from '../rules/index.ts';
import {
  countSettled,
  getFollow,
  getIssue,
  getPublished,
  listForDepartment,
  listIssues,
  listSettled,
} from './index.ts';

let database: TestDatabase;
let scene: Scene;
beforeAll(async () => {
  database = await testDatabase();
  scene = sceneOf(database, await makeTown(database));
});
afterAll(() => database.close());

const as = (actor: Actor, now = testNow) => contextOf(database, actor, now);
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? 'a bug',
  );

describe('the list of issues', () => {
  it('is the newest of a township, county or city, twenty a page, each once', async () => {
    await using fresh = await testDatabase();
    const its = sceneOf(fresh, await makeTown(fresh));
    const told: string[] = [];
    for (let at = 0; at < 43; at += 1) {
      // Some in the same instant: the id decides.
      told.unshift((await makeIssue(its, {}, testNow.add({ minutes: Math.floor(at / 3) }))).id);
    }
    const elsewhere = await makeIssue(its, { divisionCode: '330703001' });
    for (const [actor, divisionCode] of [
      [its.people.host, undefined],
      [its.people.county, '330702001'],
      [its.people.county, '330702'],
      [its.people.county, '330702001001'],
      [its.people.city, '330702'],
    ] as const) {
      const seen: string[] = [];
      const pages: number[] = [];
      for (let after: Parameters<typeof listIssues>[1]['after']; ;) {
        const page = await listIssues(contextOf(fresh, actor), { divisionCode, after });
        pages.push(page.rows.length);
        seen.push(...page.rows.map(({ id }) => id));
        if (page.next === null) break;
        after = page.next;
      }
      expect(pages).toEqual([20, 20, 3]);
      expect(seen).toEqual(told.toSorted((a, b) => told.indexOf(a) - told.indexOf(b)));
    }
    const city = await listIssues(contextOf(fresh, its.people.city), {});
    expect(city.rows.map(({ id }) => id)).not.toContain(told.at(-1));
    expect(
      (await listIssues(contextOf(fresh, its.people.city), { divisionCode: '330703' })).rows.map(
        ({ id }) => id,
      ),
    ).toEqual([elsewhere.id]);
  });

  it('is narrowed by state and never wider than the actor’s grants', async () => {
    const accepted = await makeIssueIn(scene, 'accepted');
    const received = await makeIssue(scene);
    const rows = async (actor: Actor, wanted: object) =>
      (await listIssues(as(actor), wanted)).rows.map(({ id }) => id);
    expect(await rows(scene.people.host, { state: 'accepted' })).toEqual([accepted.id]);
    expect(await rows(scene.people.host, { state: 'received' })).toContain(received.id);
    expect(await rows(scene.people.host, { divisionCode: '330703' })).toEqual([]);
    expect(await rows(scene.people.host, { divisionCode: '33' })).toEqual([]);
    for (const actor of [
      scene.people.neighbour,
      scene.people.otherCounty,
      scene.people.clerk,
      residentOf(received.id),
      { kind: 'anonymous' } as const,
    ]) {
      expect(await rows(actor, { divisionCode: '330702001' })).toEqual([]);
    }
  });

  it('tells with each row whether this actor may take it into a topic, and why not', async () => {
    const { id } = await makeIssueIn(scene, 'accepted');
    const row = async (actor: Actor) =>
      (await listIssues(as(actor), { state: 'accepted' })).rows.find((one) => one.id === id)!;
    expect((await row(scene.people.host)).may).toEqual({ take_into_talks: { allowed: true } });
    expect((await row(scene.people.city)).may).toEqual({
      take_into_talks: { allowed: false, code: 'matters.not_yours' },
    });
    expect(issueWorkflow.moves.take_into_talks).not.toHaveProperty('apart');
  });

  it('of a department is what it was handed, and not what it gave back', async () => {
    const kept = await makeIssueIn(scene, 'handling');
    const given = await makeIssueIn(scene, 'routed');
    await contestIssue(as(scene.people.clerk), { id: given.id, reason: '不归我们管。' });
    const mine = (await listForDepartment(as(scene.people.clerk), {})).rows.map(({ id }) => id);
    expect(mine).toContain(kept.id);
    expect(mine).not.toContain(given.id);
    expect((await listForDepartment(as(scene.people.otherClerk), {})).rows).toEqual([]);
    expect((await listForDepartment(as(scene.people.host), {})).rows).toEqual([]);
  });

  it('reaches as far as a grant over one matter does', async () => {
    const { id } = await makeIssueIn(scene, 'accepted');
    const guest: Actor = {
      ...accountOf('county_office', {}),
      grants: [{ role: 'county_office', divisionCode: null, organisationId: null, matterId: id }],
    };
    expect((await listIssues(as(guest), {})).rows.map((row) => row.id)).toEqual([id]);
    expect(await getIssue(as(guest), { id })).toMatchObject({ id, state: 'accepted' });
  });
});

describe('one issue', () => {
  it('tells what this actor may do with it, and why not', async () => {
    const { id } = await makeIssueIn(scene, 'replied');
    const seenBy = (actor: Actor) => getIssue(as(actor), { id });
    expect((await seenBy(scene.people.county)).may.verify).toEqual({ allowed: true });
    expect((await seenBy(scene.people.host)).may.verify).toEqual({
      allowed: false,
      code: 'matters.same_person',
    });
    expect((await seenBy(scene.people.secondHost)).may.accept).toEqual({
      allowed: false,
      code: 'matters.not_now',
    });
  });

  it('shows its handling copy and history to offices and its department, never the words', async () => {
    const words = '我家门前那盏路灯坏了，我母亲摔过一跤。';
    const { id } = await makeIssueIn(scene, 'handling', { words });
    for (const actor of [scene.people.host, scene.people.county, scene.people.city, scene.people.clerk]) {
      const issue = await getIssue(as(actor), { id });
      expect(issue).toMatchObject({ handlingTitle: '桥头社区路灯不亮', state: 'handling' });
      expect(JSON.stringify(issue)).not.toContain('母亲');
    }
    for (const actor of [
      scene.people.neighbour,
      scene.people.otherCounty,
      scene.people.otherClerk,
      scene.people.auditor,
      residentOf(id),
      { kind: 'anonymous' } as const,
    ]) {
      expect(await refusal(getIssue(as(actor), { id }))).toBe('matters.not_found');
    }
  });

  it('shows its words only to host and county, who leave a reading that the resident sees', async () => {
    const { id } = await makeIssueIn(scene, 'needs_info', {
      words: '村里某主任吃拿卡要。',
      placeWords: '村委会',
    });
    await answerQuestion(as(residentOf(id)), {
      key: crypto.randomUUID(),
      text: '就是上个月的事',
      photoIds: [],
    });
    const opened = await openWords(as(scene.people.host), { id });
    expect(opened).toMatchObject({
      words: '村里某主任吃拿卡要。',
      placeWords: '村委会',
      hints: ['accusation'],
      messages: [{ author: 'office' }, { author: 'resident', text: '就是上个月的事' }],
    });
    await openWords(as(scene.people.county), { id });
    const readings = (await getFollow(as(residentOf(id)))).readings;
    expect(readings.map(({ what, unitName }) => `${what} ${unitName}`).toSorted()).toEqual([
      'words 城东街道联络组',
      'words 婺城区政协办公室',
    ]);
    for (const actor of [
      scene.people.city,
      scene.people.auditor,
      scene.people.clerk,
      scene.people.neighbour,
      residentOf(id),
    ]) {
      expect(await refusal(openWords(as(actor), { id }))).toBe('matters.not_found');
    }
    expect(await listReadings(as(scene.people.county), id)).toHaveLength(2);
  });
});

describe('following a matter', () => {
  it('shows its resident where it stands, what comes next, everything that happened and what they may do', async () => {
    const { id, receipt } = await makeIssueIn(scene, 'to_rate', { words: '路灯坏了很久' });
    const follow = await getFollow(as(residentOf(id)));
    expect(follow).toMatchObject({
      number: receipt,
      word: 'judged',
      nextStep: 'to_rate',
      words: '路灯坏了很久',
      replyText: '路灯已经换好，晚上试亮正常。',
      mergedInto: null,
      may: { judge: { allowed: true }, withdraw: { allowed: false, code: 'matters.not_now' } },
    });
    expect(follow.dueAt?.toString()).toBe('2026-12-06T16:00:00Z');
    expect(follow.history.map(({ move }) => move)).toEqual([
      'open',
      'accept',
      'route',
      'take',
      'reply',
      'verify',
    ]);
    expect(JSON.stringify(follow)).not.toMatch(/accountId/);
  });

  it('is for its resident only', async () => {
    for (const actor of [
      scene.people.host,
      scene.people.county,
      { kind: 'anonymous' } as const,
      { kind: 'system' } as const,
    ]) {
      expect(await refusal(getFollow(as(actor)))).toBe('matters.not_found');
    }
  });
});

describe('what the public reads', () => {
  it('counts what its lists hold, by how it ended, at every level', async () => {
    await using fresh = await testDatabase();
    const its = sceneOf(fresh, await makeTown(fresh));
    const everybody = contextOf(fresh, { kind: 'anonymous' });
    for (let at = 0; at < 3; at += 1) {
      const { id } = await makeIssueIn(its, 'closed');
      if (at > 0) await publishIssue(contextOf(fresh, its.people.secondHost), { id, confirmed: false });
      if (at !== 2) continue;
      // Published again it counts once; reopened by its resident, no more.
      const again = { id, confirmed: false, changeReason: '改了一个错字' };
      await publishIssue(contextOf(fresh, its.people.secondHost), again);
      const reopened = await makeIssueIn(its, 'closed');
      await publishIssue(contextOf(fresh, its.people.secondHost), { id: reopened.id, confirmed: false });
      expect((await countSettled(everybody, {})).solved).toBe(3);
      const asks = { key: crypto.randomUUID(), text: '又坏了' };
      await reopenIssue(contextOf(fresh, residentOf(reopened.id)), asks);
    }
    for (const divisionCode of [undefined, '3307', '330702', '330702001', '330703']) {
      const counts = await countSettled(everybody, { divisionCode });
      for (const [closingClass, count] of Object.entries(counts) as [ClosingClass, number][]) {
        const { rows } = await listSettled(everybody, { divisionCode, closingClass });
        expect([divisionCode, closingClass, rows.length]).toEqual([divisionCode, closingClass, count]);
      }
      expect(counts.solved).toBe(divisionCode === '330703' ? 0 : 2);
    }
  });

  it('is what was published, by city, county and township, and no longer once its resident reopened it', async () => {
    const { id } = await makeIssueIn(scene, 'closed', {
      words: '我母亲摔过一跤',
      contact: { name: '演示居民乙' },
    });
    const everybody = as({ kind: 'anonymous' });
    expect(await refusal(getPublished(everybody, { id }))).toBe('matters.not_found');
    await publishIssue(as(scene.people.secondHost), { id, confirmed: false });
    const page = await getPublished(everybody, { id });
    expect(page).toMatchObject({
      title: '桥头社区路灯不亮',
      closingClass: 'solved',
      outcome: '路灯已经换好，晚上试亮正常。',
    });
    expect(JSON.stringify(page)).not.toMatch(/母亲|演示居民乙/);
    const ids = async (divisionCode?: string) =>
      (await listSettled(everybody, { divisionCode })).rows.map((row) => row.id);
    for (const code of [undefined, '3307', '330702', '330702001', '330702001001'])
      expect(await ids(code)).toContain(id);
    expect(await ids('330703')).not.toContain(id);
    await reopenIssue(as(residentOf(id)), { key: crypto.randomUUID(), text: '又坏了' });
    expect(await ids('330702')).not.toContain(id);
    expect(await getPublished(everybody, { id })).toMatchObject({
      closingClass: null,
      changeReason: expect.any(String),
    });
  });
});
