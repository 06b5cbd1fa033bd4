import { system, type Actor } from '@tongxin/core';
import { transact, type Context } from '@tongxin/db';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { listReadings } from '@tongxin/matters/queries';
import { contextOf, makeTown } from '@tongxin/matters/testing';
import { sql } from 'drizzle-orm';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  eraseIdentity,
  resealIdentities,
  revealIdentity,
  tellResident,
  type TextMessage,
} from './commands/index.ts';
import { getFollow } from './queries/index.ts';
import type { Contact } from './rules/index.ts';
import { makeIssueIn, makeIssue, residentOf, sceneOf, takeSteps, type Scene } from './testing.ts';

let database: TestDatabase;
let scene: Scene;
let owner: pg.Client;
beforeAll(async () => {
  database = await testDatabase();
  scene = sceneOf(database, await makeTown(database));
  owner = new pg.Client({
    connectionString: database.ownerUrl,
    options: '-c search_path=m3307,m3307_vault,public',
  });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.close();
});

const as = (actor: Actor) => contextOf(database, actor);
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? 'a bug',
  );
const contact: Contact = { name: '演示居民甲', phone: '139 0000 7788', address: '演示地址' };
const reason = '约居民到现场看灯。';
const stored = async (id: string) =>
  (await owner.query('select key_id, sealed from identities where matter_id = $1', [id])).rows[0];
const states = (error: unknown): string | undefined => {
  const { code, cause } = error as { code?: string; cause?: unknown };
  return code ?? (cause === undefined ? undefined : states(cause));
};

describe('the vault', () => {
  it('keeps what a resident gave of themselves, and nothing readable', async () => {
    const { id } = await makeIssue(scene, { contact });
    const row = await stored(id);
    expect(row.key_id).toBe('test');
    for (const part of Object.values(contact)) expect(row.sealed.toString('utf8')).not.toContain(part);
    const { id: anonymous } = await makeIssue(scene);
    expect(await stored(anonymous)).toBeUndefined();
  });

  it('cannot be read by the application at all', async () => {
    await makeIssue(scene, { contact });
    const read = database.pool.query('select matter_id from identities');
    await expect(read).rejects.toMatchObject({ code: '42501' });
    const asHouse = transact(as(system), (tx) => tx.execute(sql`select matter_id from identities`));
    expect(await asHouse.catch(states)).toBe('42501');
  });

  it('shows its own role one row at a time, and none before the matter is named', async () => {
    const [{ id }] = [await makeIssue(scene, { contact }), await makeIssue(scene, { contact })];
    const rows = await transact(as(system), async (tx) => {
      await tx.execute(sql`set local role tongxin_vault`);
      const none = await tx.execute(sql`select matter_id from identities`);
      await tx.execute(sql.raw(`set local app.reveal = '${id}'`));
      const one = await tx.execute<{ matter_id: string }>(sql`select matter_id from identities`);
      return [none.rows, one.rows.map((row) => row.matter_id)];
    });
    expect(rows).toEqual([[], [id]]);
  });

  it('leaves neither its role nor its matter behind on the connection', async () => {
    await using single = await testDatabase({ connections: 1 });
    const alone = sceneOf(single, await makeTown(single));
    const { id } = await makeIssueIn(alone, 'accepted', { contact });
    await revealIdentity(contextOf(single, alone.people.host), { id, reason });
    const { rows } = await single.pool.query(
      `select current_user as role, current_setting('app.reveal', true) as matter`,
    );
    expect(rows[0]).toEqual({ role: 'tongxin_app', matter: '' });
  });

  it('lets no role read issues or history', async () => {
    for (const table of ['issues', 'issue_words', 'journal', 'matters']) {
      const read = transact(as(system), async (tx) => {
        await tx.execute(sql`set local role tongxin_vault`);
        await tx.execute(sql.raw(`select count(*) from m3307.${table}`));
      });
      expect(await read.catch(states)).toBe('42501');
    }
  });
});

describe('opening the contact details', () => {
  it('needs a reason, and the resident sees which office did it, when and why', async () => {
    const { id } = await makeIssueIn(scene, 'accepted', { contact });
    expect(await revealIdentity(as(scene.people.host), { id, reason })).toEqual(contact);
    expect(await listReadings(as(residentOf(id)), id)).toMatchObject([
      { what: 'identity', role: 'host', unitName: '城东街道联络组', reason },
    ]);
    const follow = await getFollow(as(residentOf(id)));
    expect(follow.history.at(-1)).toMatchObject({ move: 'reveal', reason, unitName: '城东街道联络组' });
    expect(follow.readings).toHaveLength(1);
    expect(await refusal(revealIdentity(as(scene.people.host), { id, reason: ' ' }))).toBe(
      'matters.reason_missing',
    );
    expect(await refusal(revealIdentity(as(scene.people.host), { id, reason: '打 139 0000 1234' }))).toBe(
      'issues.personal_in_reason',
    );
  });

  it('is for the host of the place and its county office only', async () => {
    const { id } = await makeIssueIn(scene, 'handling', { contact });
    const { neighbour, otherCounty, city, auditor, clerk, county } = scene.people;
    for (const actor of [neighbour, otherCounty, auditor, residentOf(crypto.randomUUID())]) {
      expect(await refusal(revealIdentity(as(actor), { id, reason }))).toBe('matters.not_found');
    }
    for (const actor of [city, clerk, residentOf(id)]) {
      expect(await refusal(revealIdentity(as(actor), { id, reason }))).toBe('matters.not_yours');
    }
    expect(await listReadings(as(county), id)).toEqual([]);
    expect(await revealIdentity(as(county), { id, reason })).toEqual(contact);
  });

  it('says so when there is nothing, and writes nothing down', async () => {
    const { id } = await makeIssueIn(scene, 'accepted');
    expect(await refusal(revealIdentity(as(scene.people.host), { id, reason }))).toBe('issues.no_contact');
    expect((await getFollow(as(residentOf(id)))).readings).toEqual([]);
  });

  it('by two at once is written down twice', async () => {
    const { id } = await makeIssueIn(scene, 'accepted', { contact });
    await Promise.all(
      [scene.people.host, scene.people.county].map((actor) => revealIdentity(as(actor), { id, reason })),
    );
    expect((await getFollow(as(residentOf(id)))).readings).toHaveLength(2);
  });

  it('is never part of what anybody reads about a matter, not even its resident', async () => {
    const { id } = await makeIssueIn(scene, 'closed', { contact });
    const follow = JSON.stringify(await getFollow(as(residentOf(id))));
    for (const part of Object.values(contact)) expect(follow).not.toContain(part);
  });
});

describe('erasing the contact details', () => {
  it('is possible once the matter has ended, is for good, and the matter stays', async () => {
    const { id } = await makeIssueIn(scene, 'judged', { contact });
    const erase = (key = crypto.randomUUID()) => eraseIdentity(as(residentOf(id)), { key });
    expect(await refusal(erase())).toBe('matters.not_now');
    await takeSteps(scene, id, ['close']);
    const answers = await Promise.all(Array.from({ length: 5 }, () => erase()));
    expect(answers.filter(({ erased }) => erased)).toHaveLength(1);
    expect(await stored(id)).toBeUndefined();
    const follow = await getFollow(as(residentOf(id)));
    expect(follow).toMatchObject({ state: 'closed', contactKept: false });
    expect(follow.history.filter(({ move }) => move === 'erase_identity')).toHaveLength(1);
  });

  it('is the resident’s own', async () => {
    const { id } = await makeIssueIn(scene, 'closed', { contact });
    for (const actor of [scene.people.host, scene.people.county, system, { kind: 'anonymous' } as const]) {
      expect(await refusal(eraseIdentity(as(actor), { key: crypto.randomUUID() }))).toBe('matters.not_found');
    }
    expect(await stored(id)).toBeDefined();
  });
});

describe('a new vault key', () => {
  it('takes over everything in batches, after which the old key is not needed any more', async () => {
    await using fresh = await testDatabase();
    const its = sceneOf(fresh, await makeTown(fresh));
    const made = await Promise.all(
      Array.from({ length: 5 }, () => makeIssueIn(its, 'accepted', { contact })),
    );
    await makeIssue(its);
    const newKeys = { current: 'next', keys: { next: new Uint8Array(32).fill(8) } };
    const keys = contextOf(fresh, system).keys!;
    const both: Context = {
      ...contextOf(fresh, system),
      keys: { ...keys, vault: { current: 'next', keys: { ...keys.vault.keys, ...newKeys.keys } } },
    };
    let resealed = 0;
    for (let after: string | undefined; ;) {
      const step = await resealIdentities(both, { after, limit: 2 });
      resealed += step.resealed;
      if (step.next === null) break;
      after = step.next;
    }
    expect(resealed).toBe(5);
    expect((await resealIdentities(both, {})).resealed).toBe(0);
    const onlyNew: Context = { ...contextOf(fresh, its.people.host), keys: { ...keys, vault: newKeys } };
    expect(await revealIdentity(onlyNew, { id: made[0]!.id, reason })).toEqual(contact);
  });
});

describe('a message to the resident', () => {
  it('goes to the telephone that they left, says nothing of the matter, and is not sent without one', async () => {
    const sent: TextMessage[] = [];
    const send = async (message: TextMessage) => void sent.push(message);
    const { id } = await makeIssueIn(scene, 'needs_info', { contact });
    const silent = await makeIssueIn(scene, 'needs_info');
    expect(await tellResident(as(system), id, send)).toBe(true);
    expect(await tellResident(as(system), silent.id, send)).toBe(false);
    expect(sent.map(({ phone }) => phone)).toEqual(['139 0000 7788']);
    expect((await getFollow(as(residentOf(id)))).readings).toMatchObject([
      { what: 'identity', role: 'system' },
    ]);
    expect((await getFollow(as(residentOf(silent.id)))).readings).toEqual([]);
    for (const word of ['路灯', '演示', id]) expect(sent[0]!.text).not.toContain(word);
  });

  it('is the house’s to send: nobody else may ask for it', async () => {
    const { id } = await makeIssueIn(scene, 'needs_info', { contact });
    const send = async () => undefined;
    expect(await refusal(tellResident(as(scene.people.neighbour), id, send))).toBe('matters.not_found');
  });
});
