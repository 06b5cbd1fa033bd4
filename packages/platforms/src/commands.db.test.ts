import { anonymous, newId, system, type Actor, type Role } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { beiyuan, dongyang, hengdian, makeDivisions, suxi, yiwu } from '@tongxin/divisions/testing';
import { makeOrganisation } from '@tongxin/organisations/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPlatform } from './commands.ts';
import { getPlatform, listPlatforms } from './queries.ts';
import { makePlatform } from './testing.ts';

let database: TestDatabase;
let ctx: Context;
let group: string;

beforeAll(async () => {
  database = await testDatabase();
  ctx = { municipality: database, actor: system, now: () => Temporal.Instant.from('2026-11-21T07:00:00Z') };
  await makeDivisions(ctx);
  group = await makeOrganisation(ctx, { kind: 'township_group', divisionCode: suxi, name: '苏溪镇联络组' });
});

afterAll(() => database.close());

const holder = (role: Role, divisionCode: string): Actor => ({
  kind: 'account',
  accountId: newId<'account'>(),
  name: '某人',
  grants: [{ role, divisionCode, organisationId: null, matterId: null }],
});
const hall = () => ({
  kind: 'hall' as const,
  name: '苏溪镇民生议事堂',
  organisationId: group,
  townshipCode: suxi,
  address: '桥头路 12 号二楼',
  seats: 60,
  openHours: '周一至周五 9:00–17:00',
});

describe('adding a hall', () => {
  it('shows it to everybody with the county that it stands in', async () => {
    const id = await addPlatform({ ...ctx, actor: holder('host', suxi) }, hall());
    const shown = await getPlatform({ ...ctx, actor: anonymous }, id);
    expect(shown).toEqual({ ...hall(), id, countyCode: yiwu });
  });

  it('is refused to others than its host and the offices above', async () => {
    const others = [
      anonymous,
      holder('host', beiyuan),
      holder('county_office', dongyang),
      holder('member', suxi),
    ];
    for (const actor of others) {
      await expect(addPlatform({ ...ctx, actor }, hall())).rejects.toMatchObject({
        code: 'platforms.not_yours',
      });
    }
  });

  it('is refused outside a township and under another township’s group', async () => {
    const inCounty = addPlatform(ctx, { ...hall(), townshipCode: yiwu });
    await expect(inCounty).rejects.toMatchObject({ code: 'platforms.township' });
    const elsewhere = addPlatform(ctx, { ...hall(), townshipCode: beiyuan });
    await expect(elsewhere).rejects.toMatchObject({ code: 'platforms.organisation' });
    const nobody = addPlatform(ctx, { ...hall(), organisationId: newId() });
    await expect(nobody).rejects.toMatchObject({ code: 'organisations.not_found' });
  });
});

describe('the list of halls', () => {
  it('is complete, without repeats, in the order of townships, twenty a page', async () => {
    await using other = await testDatabase();
    const there = { ...ctx, municipality: other, actor: anonymous };
    await makeDivisions(there);
    const groups = new Map<string, string>();
    for (const code of [suxi, beiyuan, hengdian]) {
      const unit = { kind: 'township_group' as const, divisionCode: code, name: `${code}联络组` };
      groups.set(code, await makeOrganisation(there, unit));
    }
    for (let index = 0; index < 45; index += 1) {
      const townshipCode = [suxi, beiyuan, hengdian][index % 3]!;
      await makePlatform(there, {
        townshipCode,
        organisationId: groups.get(townshipCode)!,
        name: `议事堂${index % 5}`,
      });
    }
    const first = await listPlatforms(there, {});
    const second = await listPlatforms(there, { after: first.next! });
    const third = await listPlatforms(there, { after: second.next! });
    expect([first, second, third].map(({ rows }) => rows.length)).toEqual([20, 20, 5]);
    expect(third.next).toBeNull();
    const rows = [first, second, third].flatMap((page) => page.rows);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(45);
    expect(rows.map((row) => row.townshipCode)).toEqual(rows.map((row) => row.townshipCode).toSorted());

    expect((await listPlatforms(there, { townshipCode: hengdian })).rows).toHaveLength(15);
    const inDongyang = await listPlatforms(there, { countyCode: dongyang });
    expect(inDongyang.rows.every(({ countyCode }) => countyCode === dongyang)).toBe(true);
  });

  it('does not know the halls of another city', async () => {
    const id = await makePlatform(ctx, { organisationId: group, townshipCode: suxi });
    const elsewhere = { ...ctx, municipality: { ...database, code: '3308' } };
    await expect(getPlatform(elsewhere, id)).rejects.toMatchObject({ code: 'platforms.not_found' });
    expect(await listPlatforms(elsewhere, {})).toEqual({ rows: [], next: null });
  });
});
