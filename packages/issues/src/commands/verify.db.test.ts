import { type Actor } from '@tongxin/core';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { listHistory } from '@tongxin/matters/queries';
import { contextOf, makeTown, testNow } from '@tongxin/matters/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getIssue } from '../queries/index.ts';
import { makeIssueIn, sceneOf, type Scene } from '../testing.ts';
import { closeIssue, publishIssue, returnReply, saveHandlingCopy, verifyReply } from './index.ts';

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
const look = (id: string) => getIssue(as(scene.people.county), { id });
const lastEntry = async (id: string) => (await listHistory(as(scene.people.county), id)).at(-1)!;

describe('checking and striking off', () => {
  it('is done by others than those who routed, handled or verified', async () => {
    const { id } = await makeIssueIn(scene, 'replied');
    const { host, county, secondCounty } = scene.people;
    expect(await refusal(verifyReply(as(host), { id }))).toBe('matters.same_person');
    await verifyReply(as(county), { id });
    expect(await look(id)).toMatchObject({ state: 'to_rate', ownerRole: 'resident' });
    const judged = await makeIssueIn(scene, 'judged');
    expect(await refusal(closeIssue(as(county), { id: judged.id }))).toBe('matters.same_person');
    expect(await closeIssue(as(secondCounty), { id: judged.id })).toEqual({ closingClass: 'solved' });
    expect(await lastEntry(judged.id)).toMatchObject({ move: 'close', data: { closingClass: 'solved' } });
  });

  it('sends an answer back with a fresh term', async () => {
    const { id } = await makeIssueIn(scene, 'replied');
    const later = testNow.add({ hours: 24 * 9 });
    await returnReply(as(scene.people.county, later), { id, reason: '现场还是不亮。' });
    expect(await look(id)).toMatchObject({ state: 'handling', ownerRole: 'department_clerk', extensions: 0 });
    expect((await look(id)).dueAt?.toString()).toBe('2026-12-03T16:00:00Z');
  });

  it('by two at once happens once', async () => {
    const { id } = await makeIssueIn(scene, 'judged');
    const { secondCounty, thirdCounty } = scene.people;
    const answers = await Promise.all(
      [secondCounty, thirdCounty].map((actor) => refusal(closeIssue(as(actor), { id }))),
    );
    expect(answers.toSorted()).toEqual(['done', 'matters.not_now']);
  });
});

describe('publishing', () => {
  it('is a second decision by a second person, of what was checked', async () => {
    const { id } = await makeIssueIn(scene, 'closed');
    expect(await refusal(publishIssue(as(scene.people.host), { id, confirmed: false }))).toBe(
      'matters.same_person',
    );
    await publishIssue(as(scene.people.secondHost), { id, confirmed: false });
    expect(await lastEntry(id)).toMatchObject({ move: 'publish' });
    expect(await refusal(publishIssue(as(scene.people.secondHost), { id, confirmed: false }))).toBe(
      'issues.change_reason',
    );
    const changeReason = '补写了完成日期。';
    await publishIssue(as(scene.people.secondHost), { id, confirmed: false, changeReason });
    const { rows } = await database.pool.query(
      'select change_reason, changed_at from published_issues where matter_id = $1',
      [id],
    );
    expect(rows[0]).toMatchObject({ change_reason: changeReason, changed_at: expect.any(Date) });
  });

  it('refuses what points to a person, what is private, and what is not over', async () => {
    const { id } = await makeIssueIn(scene, 'closed');
    const rewrite = (text: string) =>
      saveHandlingCopy(as(scene.people.host), { id, title: '标题文字', text, confirmed: true });
    await rewrite('人民路12号前的路灯。');
    expect(await refusal(publishIssue(as(scene.people.secondHost), { id, confirmed: false }))).toBe(
      'issues.personal_found',
    );
    await rewrite('涉及家暴的求助。');
    expect(await refusal(publishIssue(as(scene.people.secondHost), { id, confirmed: true }))).toBe(
      'issues.private_matter',
    );
    const open = await makeIssueIn(scene, 'handling');
    expect(await refusal(publishIssue(as(scene.people.secondHost), { id: open.id, confirmed: false }))).toBe(
      'matters.not_now',
    );
  });
});
