import { readdirSync } from 'node:fs';
import { anonymous, newId, system, type Actor, type Role } from '@tongxin/core';
import { transact, type Context } from '@tongxin/db';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { contextOf, makeMatters, makeTown, testNow as now, type Town } from '@tongxin/matters/testing';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attachPhotos, publishPhotos, sweepUnattached } from './commands.ts';
import { files } from './schema.ts';
import { makePhoto, testStorage } from './testing.ts';

let database: TestDatabase;
let town: Town;
let storage: Awaited<ReturnType<typeof testStorage>>;
let ctx: Context;

beforeAll(async () => {
  database = await testDatabase();
  town = await makeTown(database);
  storage = await testStorage();
  ctx = contextOf(database, anonymous);
});

afterAll(async () => {
  await database.close();
  await storage[Symbol.asyncDispose]();
});

const place = {
  cityCode: '3307',
  countyCode: '330702',
  townshipCode: '330702001',
  villageCode: '330702001001',
};
const matter = async () => (await makeMatters(database, town, 1))[0]!;
const resident = (matterId: string): Actor => ({ kind: 'resident', matterId });
const holder = (role: Role, divisionCode: string | null, organisationId: string | null = null): Actor => ({
  kind: 'account',
  accountId: newId<'account'>(),
  name: '某人',
  grants: [{ role, divisionCode, organisationId, matterId: null }],
});
const as = (actor: Actor): Context => ({ ...ctx, actor });
const row = (id: string) =>
  transact({ ...ctx, actor: system }, async (tx) => {
    const found = await tx.select().from(files).where(eq(files.id, id));
    return found[0];
  });

/** A photo that its matter's resident has sent. */
async function attached(handlerUnitId: string | null = null) {
  const matterId = await matter();
  const id = await makePhoto(ctx, storage);
  const actor = resident(matterId);
  await attachPhotos(as(actor), { matterId, photoIds: [id], place: { ...place, handlerUnitId } });
  return { id, matterId };
}

describe('attaching photos', () => {
  it('gives them to the matter with its place, and changes nothing the second time', async () => {
    const { id, matterId } = await attached();
    expect(await row(id)).toMatchObject({ ...place, matterId, attachedAt: now, handlerUnitId: null });
    const later = { ...as(resident(matterId)), now: () => now.add({ hours: 1 }) };
    await attachPhotos(later, { matterId, photoIds: [id, id], place });
    expect(await row(id)).toMatchObject({ attachedAt: now });
  });

  it('is refused for a photo of another matter and for one that does not exist', async () => {
    const { id } = await attached();
    const matterId = await matter();
    const attach = (photoIds: string[]) =>
      attachPhotos(as(resident(matterId)), { matterId, photoIds, place });
    await expect(attach([id])).rejects.toMatchObject({ code: 'files.taken', kind: 'CONFLICT' });
    await expect(attach([newId()])).rejects.toMatchObject({ code: 'files.not_found' });
  });

  it('is refused beyond six photos, also when they come bit by bit', async () => {
    const matterId = await matter();
    const ids = await Promise.all(Array.from({ length: 7 }, () => makePhoto(ctx, storage)));
    const attach = (photoIds: string[]) =>
      attachPhotos(as(resident(matterId)), { matterId, photoIds, place });
    await attach(ids.slice(0, 6));
    await expect(attach(ids.slice(6))).rejects.toMatchObject({ code: 'files.too_many' });
    expect(await row(ids[6]!)).toMatchObject({ matterId: null });
  });

  it('gives a photo to one of two matters that want it at the same time', async () => {
    const id = await makePhoto(ctx, storage);
    const ids = await Promise.all([matter(), matter()]);
    const outcomes = await Promise.allSettled(
      ids.map((matterId) => attachPhotos(as(resident(matterId)), { matterId, photoIds: [id], place })),
    );
    const lost = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(lost.map(({ reason }) => (reason as { code: string }).code)).toEqual(['files.taken']);
  });

  it('leaves the caller’s scope as it was, also after a refusal', async () => {
    const { id } = await attached();
    const matterId = await matter();
    await transact(as(resident(matterId)), async (tx, inside) => {
      const scope = async () =>
        (await tx.execute<{ scope: string }>(sql`select current_setting('app.scope') as scope`)).rows[0]!
          .scope;
      const work = attachPhotos(inside, { matterId, photoIds: [id], place });
      await expect(work).rejects.toMatchObject({ code: 'files.taken' });
      expect(await scope()).toBe(`matter:${matterId}`);
      await attachPhotos(inside, { matterId, photoIds: [await makePhoto(ctx, storage)], place });
      expect(await scope()).toBe(`matter:${matterId}`);
    });
  });
});

describe('publishing photos', () => {
  it('is published only by those whose matter it is', async () => {
    const { id, matterId } = await attached();
    const publish = (actor: Actor, ofMatter = matterId) =>
      publishPhotos(as(actor), { matterId: ofMatter, photoIds: [id], published: true });
    await expect(publish(holder('host', '330702002'))).rejects.toMatchObject({ code: 'files.not_found' });
    await expect(publish(holder('host', '330702001'), await matter())).rejects.toMatchObject({
      code: 'files.not_found',
    });
  });
});

describe('sweeping', () => {
  it('throws away what no matter has taken for a day, bytes and all, and nothing else', async () => {
    await using own = await testDatabase();
    await using apart = await testStorage();
    await makeTown(own);
    const there = { ...ctx, municipality: own };
    const ids = await Promise.all(Array.from({ length: 23 }, () => makePhoto(there, apart)));
    const later = { ...there, now: () => now.add({ hours: 23 }) };
    const young = await makePhoto(later, apart);
    expect(await sweepUnattached({ ...there, now: () => now.add({ hours: 24 }) }, apart)).toBe(0);
    expect(await sweepUnattached({ ...there, now: () => now.add({ hours: 25 }) }, apart)).toBe(ids.length);
    const left = await transact({ ...there, actor: system }, (tx) => tx.select({ id: files.id }).from(files));
    expect(left).toEqual([{ id: young }]);
    const bytes = readdirSync(apart.folder, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    expect(bytes).toHaveLength(2);
  });

  it('leaves what a matter has, however old', async () => {
    const { id } = await attached();
    await sweepUnattached({ ...ctx, now: () => now.add({ hours: 1000 }) }, storage);
    expect(await row(id)).toBeDefined();
  });
});
