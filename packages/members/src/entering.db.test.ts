import { anonymous, newId, system, type Actor, type Role } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { testDatabase } from '@tongxin/db/testing';
import { dongyang, hengdian, makeDivisions, suxi, yiwu } from '@tongxin/divisions/testing';
import { makeOrganisation } from '@tongxin/organisations/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addMember } from './commands/index.ts';
import { findMemberByAccount, getMember, listMembers } from './queries/index.ts';
import { openMembersScene, type MembersScene } from './members-scene.ts';
import { makeMember } from './testing.ts';

let scene: MembersScene;
let ctx: Context;
let offices: MembersScene['offices'] & { department: string };

beforeAll(async () => {
  scene = await openMembersScene();
  ctx = scene.house;
  const department = await makeOrganisation(ctx, { kind: 'department', divisionCode: yiwu });
  offices = { ...scene.offices, department };
  await makeMember(ctx, { name: '赵一', organisationId: offices.city });
  await makeMember(ctx, { name: '钱二', organisationId: offices.yiwu });
  await makeMember(ctx, { name: '安三', organisationId: offices.yiwu });
  await makeMember(ctx, { name: '李_四', organisationId: offices.dongyang });
  const gone = await makeMember(ctx, { name: '周离任', organisationId: offices.yiwu });
  await scene.leave(gone);
});

afterAll(() => scene.close());

const holder = (role: Role, divisionCode: string | null, organisationId: string | null = null): Actor => ({
  kind: 'account',
  accountId: newId<'account'>(),
  name: '某人',
  grants: [{ role, divisionCode, organisationId, matterId: null }],
});
const namesFor = async (actor: Actor, input: Parameters<typeof listMembers>[1] = {}) =>
  (await listMembers({ ...ctx, actor }, input)).rows.map(({ name }) => name);

describe('adding a member', () => {
  it('takes city and county from the committee’s office', async () => {
    await using other = await testDatabase();
    const there = { ...ctx, municipality: other };
    await makeDivisions(there);
    const city = await makeOrganisation(there, { kind: 'city_office', divisionCode: '3307' });
    const county = await makeOrganisation(there, { kind: 'county_office', divisionCode: yiwu });
    const ofCity = await makeMember(there, { organisationId: city });
    const ofCounty = await addMember(
      { ...there, actor: holder('county_office', yiwu) },
      { name: '某委员', sectorCode: '23', organisationId: county },
    );
    expect(await getMember(there, ofCity)).toMatchObject({
      active: true,
      memberships: [{ cityCode: '3307', countyCode: null, sector: '农业界', leftOn: null }],
      history: [{ action: 'entered' }],
    });
    expect((await getMember(there, ofCounty)).memberships).toMatchObject([
      { cityCode: '3307', countyCode: yiwu, sector: '教育界', sectorCode: '23' },
    ]);
  });

  it('is refused to others than the committee’s own office and the municipal one', async () => {
    const member = { name: '某委员', sectorCode: '23', organisationId: offices.yiwu };
    const others = [
      anonymous,
      holder('county_office', dongyang),
      holder('host', suxi),
      holder('member', yiwu),
    ];
    for (const actor of others) {
      await expect(addMember({ ...ctx, actor }, member)).rejects.toMatchObject({ code: 'members.not_yours' });
    }
  });

  it('is refused at a unit that has no members, or that does not exist', async () => {
    const at = (organisationId: string) =>
      addMember(ctx, { name: '某委员', sectorCode: '23', organisationId });
    await expect(at(offices.department)).rejects.toMatchObject({ code: 'members.organisation' });
    await expect(at(newId())).rejects.toMatchObject({ code: 'organisations.not_found' });
  });

  it('is refused for a sector that is not on the list, or had left it before that day', async () => {
    const joining = (sectorCode: string, joinedOn?: string) =>
      addMember(ctx, { name: '某委员', organisationId: offices.dongyang, sectorCode, joinedOn });
    await expect(joining('99')).rejects.toMatchObject({ code: 'members.sector' });
    await expect(joining('36')).rejects.toMatchObject({ code: 'members.sector_ended' });
    await expect(joining('22', '2026-11-22')).rejects.toMatchObject({ code: 'members.day_ahead' });
    const old = await joining('36', '2022-02-01');
    expect((await getMember(ctx, old)).memberships).toMatchObject([{ sector: '青联' }]);
    await scene.leave(old);
  });

  it('gives an account to one member only, also when two take it at the same time', async () => {
    await using other = await testDatabase();
    const there = { ...ctx, municipality: other };
    await makeDivisions(there);
    const organisationId = await makeOrganisation(there, { kind: 'city_office', divisionCode: '3307' });
    const accountId = newId<'account'>();
    const outcomes = await Promise.allSettled(
      [1, 2].map(() => makeMember(there, { organisationId, accountId })),
    );
    const lost = outcomes.find((outcome) => outcome.status === 'rejected');
    expect(lost?.reason).toMatchObject({ code: 'members.account_taken', kind: 'CONFLICT' });
    expect(await findMemberByAccount(there, accountId)).toMatchObject({ sector: '农业界' });
    expect(await findMemberByAccount(there, newId())).toBeNull();
  });
});

describe('the list of members', () => {
  it('is in the order of pinyin and leaves out who has left', async () => {
    expect(await namesFor(holder('city_office', '3307'))).toEqual(['安三', '李_四', '钱二', '赵一']);
  });

  it('shows a county its own members and those of the city, and so a township of that county', async () => {
    expect(await namesFor(holder('county_office', yiwu))).toEqual(['安三', '钱二', '赵一']);
    expect(await namesFor(holder('host', suxi))).toEqual(['安三', '钱二', '赵一']);
    expect(await namesFor(holder('host', hengdian))).toEqual(['李_四', '赵一']);
  });

  it('shows nobody to those who invite nobody', async () => {
    const others = [
      anonymous,
      { kind: 'resident' as const, matterId: newId<'matter'>() },
      holder('department_clerk', null, offices.department),
      holder('member', yiwu),
      holder('operator', '3307'),
      holder('city_office', '3308'),
    ];
    for (const actor of others) expect(await namesFor(actor)).toEqual([]);
    const { rows } = await listMembers(ctx, { search: '李' });
    const fromYiwu = getMember({ ...ctx, actor: holder('host', suxi) }, rows[0]!.id);
    await expect(fromYiwu).rejects.toMatchObject({ code: 'members.not_found', kind: 'NOT_FOUND' });
  });

  it('finds a part of a name, taking % and _ as they stand', async () => {
    expect(await namesFor(system, { search: '一' })).toEqual(['赵一']);
    expect(await namesFor(system, { search: '_' })).toEqual(['李_四']);
    expect(await namesFor(system, { search: '%' })).toEqual([]);
    expect(await namesFor(system, { search: '' })).toHaveLength(4);
    expect(await namesFor(system, { divisionCode: dongyang })).toEqual(['李_四']);
  });

  it('goes through namesakes page by page without losing or repeating one', async () => {
    await using other = await testDatabase();
    const there = { ...ctx, municipality: other };
    await makeDivisions(there);
    const organisationId = await makeOrganisation(there, { kind: 'city_office', divisionCode: '3307' });
    for (let index = 0; index < 120; index += 1)
      await makeMember(there, { organisationId, name: index % 3 === 0 ? '王五' : '吴六' });
    const seen: string[] = [];
    for (let after: Parameters<typeof listMembers>[1]['after']; ;) {
      const page = await listMembers(there, after === undefined ? {} : { after });
      seen.push(...page.rows.map(({ id }) => id));
      if (page.next === null) break;
      after = page.next;
    }
    expect(seen).toHaveLength(120);
    expect(new Set(seen).size).toBe(120);
  });
});
