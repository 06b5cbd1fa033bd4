import type { Actor } from '@tongxin/core';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requestExpert } from '../commands/index.ts';
import { at, expertSceneOf, makeRequest, requestInput, type ExpertScene } from '../testing.ts';
import { getRequest, listRequests, myRequests } from './index.ts';

let database: TestDatabase;
let scene: ExpertScene;
beforeAll(async () => {
  database = await testDatabase();
  scene = await expertSceneOf(database);
});
afterAll(() => database.close());

const as = (actor: Actor) => at(scene, actor);
const county = () => as(scene.people.county);
const chen = () => as(scene.chen.actor);
const refusedWith = (code: string) => expect.objectContaining({ code }) as unknown;
const refusal = async (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => error,
  );

describe('the list of requests', () => {
  it('comes page by page, newest first, each once, and can be narrowed', async () => {
    for (let made = 0; made < 22; made += 1) await makeRequest(scene, 'requested');
    const found: string[] = [];
    let after: { at: string; id: string } | undefined;
    do {
      const page = await listRequests(county(), { mine: false, state: 'requested', after });
      expect(page.rows.length).toBeLessThanOrEqual(20);
      found.push(...page.rows.map(({ id }) => id));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(new Set(found).size).toBe(found.length);
    expect(found.length).toBeGreaterThan(21);
    expect(found).toEqual(found.toSorted().toReversed());
    const { id } = await requestExpert(county(), requestInput({ divisionCode: '330702' }));
    const mine = await listRequests(county(), { mine: true });
    expect(mine.rows.map((row) => row.id)).toEqual([id]);
  });

  it('and each request is for the offices of its ground only', async () => {
    const id = await makeRequest(scene, 'matched');
    const { neighbour, otherCounty, clerk, auditor, city } = scene.people;
    for (const actor of [neighbour, otherCounty, clerk, auditor, scene.chen.actor]) {
      expect(await refusal(getRequest(as(actor), { id }))).toEqual(refusedWith('experts.not_found'));
      const seen = await listRequests(as(actor), { mine: false });
      expect(seen.rows.filter((row) => row.id === id)).toEqual([]);
    }
    expect((await getRequest(as(city), { id })).id).toBe(id);
    expect((await myRequests(as(neighbour), { open: true })).rows).toEqual([]);
    expect((await myRequests(chen(), { open: true })).rows.map((row) => row.id)).toContain(id);
  });
});
