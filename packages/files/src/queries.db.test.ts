import { anonymous, newId, system, type Actor, type Role } from '@tongxin/core';
import { transact, type Context } from '@tongxin/db';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { contextOf, makeMatters, makeTown, type Town } from '@tongxin/matters/testing';
import { eq } from 'drizzle-orm';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attachPhotos, publishPhotos } from './commands.ts';
import { listPhotos, listPublishedPhotos, openPhoto } from './queries.ts';
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
/** A photo that its matter's resident has sent. */
async function attached(handlerUnitId: string | null = null) {
  const matterId = await matter();
  const id = await makePhoto(ctx, storage);
  const actor = resident(matterId);
  await attachPhotos(as(actor), { matterId, photoIds: [id], place: { ...place, handlerUnitId } });
  return { id, matterId };
}

const mayOpen = async (actor: Actor, id: string) =>
  openPhoto(as(actor), storage, id, 'small').then(
    () => true,
    (error: { code?: string }) => {
      expect(error.code).toBe('files.not_found');
      return false;
    },
  );

describe('opening a photo', () => {
  it('is for its resident, the host and the county of its place', async () => {
    const { id, matterId } = await attached();
    expect(await mayOpen(resident(matterId), id)).toBe(true);
    expect(await mayOpen(holder('host', '330702001'), id)).toBe(true);
    expect(await mayOpen(holder('county_office', '330702'), id)).toBe(true);
  });

  it('is for nobody else; to them it does not exist', async () => {
    const { id } = await attached();
    const others = [
      anonymous,
      resident(await matter()),
      holder('host', '330702002'),
      holder('county_office', '330703'),
      // Whoever reads no residents' words sees no residents' photos.
      holder('city_office', '3307'),
      holder('auditor', '3307'),
      holder('member', '330702'),
      holder('operator', '3307'),
      holder('department_clerk', null, town.department.id),
    ];
    for (const actor of others) expect(await mayOpen(actor, id)).toBe(false);
  });

  it('is for the unit that handles the matter, and for the city, when it is evidence', async () => {
    const { id } = await attached(town.department.id);
    expect(await mayOpen(holder('city_office', '3307'), id)).toBe(true);
    expect(await mayOpen(holder('auditor', '3307'), id)).toBe(false);
    expect(await mayOpen(holder('department_clerk', null, town.department.id), id)).toBe(true);
    expect(await mayOpen(holder('department_clerk', null, town.otherDepartment.id), id)).toBe(false);
  });

  it('is for nobody as long as no matter has it', async () => {
    const id = await makePhoto(ctx, storage);
    for (const actor of [anonymous, holder('city_office', '3307'), system])
      expect(await mayOpen(actor, id)).toBe(false);
  });

  it('is for everybody once it is published, and no longer when that is taken back', async () => {
    const { id, matterId } = await attached();
    const host = as(holder('host', '330702001'));
    await publishPhotos(host, { matterId, photoIds: [id], published: true });
    expect(await mayOpen(anonymous, id)).toBe(true);
    expect(await listPublishedPhotos(ctx, [matterId])).toEqual([expect.objectContaining({ id })]);
    await publishPhotos(host, { matterId, photoIds: [id], published: false });
    expect(await mayOpen(anonymous, id)).toBe(false);
    expect(await listPublishedPhotos(ctx, [matterId])).toEqual([]);
  });

  it('lists the photos of a matter for the same people', async () => {
    const { id, matterId } = await attached();
    expect((await listPhotos(as(resident(matterId)), [matterId])).map((photo) => photo.id)).toEqual([id]);
    expect(await listPhotos(as(holder('host', '330702002')), [matterId])).toEqual([]);
    expect(await listPhotos(ctx, [matterId])).toEqual([]);
  });
});

describe('the second wall', () => {
  const seen = (actor: Actor, id: string) => transact(as(actor), (tx) => tx.$count(files, eq(files.id, id)));

  it('hides rows even from a query without a WHERE of its own', async () => {
    const { id, matterId } = await attached();
    expect(await seen(resident(matterId), id)).toBe(1);
    expect(await seen(holder('host', '330702001'), id)).toBe(1);
    expect(await seen(anonymous, id)).toBe(0);
    expect(await seen(holder('host', '330703001'), id)).toBe(0);
    expect(await database.db.$count(files)).toBe(0);
  });

  it('shows a photo that no matter has to the house alone', async () => {
    const id = await makePhoto(ctx, storage);
    expect(await seen(holder('city_office', '3307'), id)).toBe(0);
    expect(await seen(system, id)).toBe(1);
  });
});

describe('the first wall', () => {
  it('holds where the second one is switched off', async () => {
    await using open = await testDatabase();
    await makeTown(open);
    const owner = new pg.Client({ connectionString: open.ownerUrl, options: '-c search_path=m3307,public' });
    await owner.connect();
    await owner.query('alter table files disable row level security');
    const there = { ...ctx, municipality: open };
    const unattached = await makePhoto(there, storage);
    const id = await makePhoto(there, storage);
    await owner.query('alter table files drop constraint files_matter_id_fk');
    await owner.end();
    const matterId = newId<'matter'>();
    await attachPhotos({ ...there, actor: resident(matterId) }, { matterId, photoIds: [id], place });
    const opens = (actor: Actor, photo: string) =>
      openPhoto({ ...there, actor }, storage, photo, 'small').then(
        () => true,
        () => false,
      );
    expect(await opens(resident(matterId), id)).toBe(true);
    for (const actor of [
      anonymous,
      resident(newId()),
      holder('host', '330702002'),
      holder('member', '330702'),
    ]) {
      expect(await opens(actor, id)).toBe(false);
      expect(await opens(actor, unattached)).toBe(false);
      expect(await listPhotos({ ...there, actor }, [matterId])).toEqual([]);
    }
  });
});
