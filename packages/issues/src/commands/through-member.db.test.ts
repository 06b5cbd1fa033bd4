import type { Actor } from '@tongxin/core';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { listHistory } from '@tongxin/matters/queries';
import { contextOf, makeTown, testNow } from '@tongxin/matters/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getFollow } from '../queries/index.ts';
import type { SubmitThroughMember } from '../rules/index.ts';
import { accountOf, issueInput, residentOf, sceneOf, type Scene } from '../testing.ts';
import { openReceipt, openWords, revealIdentity, submitThroughMember } from './index.ts';

let database: TestDatabase;
let scene: Scene;
beforeAll(async () => {
  database = await testDatabase();
  scene = sceneOf(database, await makeTown(database));
});
afterAll(() => database.close());

const member = accountOf('member', { divisionCode: '330702' });
const as = (actor: Actor) => contextOf(database, actor);
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? 'a bug',
  );
const countOf = async (table: string) =>
  Number((await database.pool.query(`select count(*) from ${table}`)).rows[0].count);

function told(over: Partial<SubmitThroughMember> = {}): SubmitThroughMember {
  const { channel: _, ...input } = issueInput({ contact: { name: '演示居民', phone: '139 0000 0000' } });
  return { ...input, toldAt: testNow.subtract({ hours: 30 }).toString(), ...over };
}

describe('a member who writes down what somebody tells them', () => {
  it('gets the receipt and PIN that the person follows it with; the host finds it among what came in', async () => {
    const { id, receipt, pin } = await submitThroughMember(as(member), told());
    expect(await openReceipt(as({ kind: 'anonymous' }), { receipt, pin })).toMatchObject({ matterId: id });
    expect(await getFollow(as(residentOf(id)))).toMatchObject({ state: 'received' });
    expect(await refusal(openWords(as(scene.people.host), { id }))).toBe('done');
  });

  it('is named in the journal by their committee, with the time when it was told', async () => {
    const { id } = await submitThroughMember(as(member), told());
    const [entry] = await listHistory(as(scene.people.host), id);
    expect(entry).toMatchObject({
      actorKind: 'account',
      role: 'member',
      unitName: scene.town.county.name,
      data: { channel: 'member', toldAt: testNow.subtract({ hours: 30 }).toString() },
    });
    expect(entry!.at.toString()).toBe(testNow.toString());
  });

  it('whose telephone runs ahead told it now', async () => {
    const ahead = testNow.add({ hours: 5 }).toString();
    const { id } = await submitThroughMember(as(member), told({ toldAt: ahead }));
    const [entry] = await listHistory(as(scene.people.host), id);
    expect(entry!.data).toMatchObject({ toldAt: testNow.toString() });
  });

  it('has no door to it afterwards, not to the words and not to the person', async () => {
    const { id } = await submitThroughMember(as(member), told());
    expect(await refusal(openWords(as(member), { id }))).not.toBe('done');
    expect(await refusal(revealIdentity(as(member), { id, reason: '想再看一眼' }))).not.toBe('done');
  });

  it('does so on the ground of their own committee only, and nobody else does it this way', async () => {
    const before = await Promise.all(['matters', 'idempotency_keys', 'journal'].map(countOf));
    const { host, county, clerk, auditor } = scene.people;
    const farMember = accountOf('member', { divisionCode: '330703' });
    for (const actor of [farMember, host, county, clerk, auditor, { kind: 'anonymous' } as const])
      expect(await refusal(submitThroughMember(as(actor), told()))).toBe('issues.place');
    expect(await refusal(submitThroughMember(as(member), told({ divisionCode: '330703001' })))).toBe(
      'issues.place',
    );
    expect(await Promise.all(['matters', 'idempotency_keys', 'journal'].map(countOf))).toEqual(before);
    const ofCity = accountOf('member', { divisionCode: '3307' });
    expect(await refusal(submitThroughMember(as(ofCity), told()))).toBe('done');
  });

  it('sends it twenty times at once and it is one matter with one receipt', async () => {
    const before = await countOf('matters');
    const input = told();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => submitThroughMember(as(member), input)),
    );
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await countOf('matters')).toBe(before + 1);
    expect(await refusal(submitThroughMember(as(member), { ...input, words: '另外一件事情' }))).toBe(
      'idempotency.other_content',
    );
  });
});
