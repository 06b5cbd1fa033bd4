import { newId, system, type Actor, type Role } from '@tongxin/core';
import { type Context } from '@tongxin/db';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import {
  dongyang,
  hengdianVillage,
  makeDivisions,
  suxi,
  suxiVillage,
  yiwu,
} from '@tongxin/divisions/testing';
import { makeOrganisation } from '@tongxin/organisations/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  changeGroup,
  createGroup,
  endGroup,
  giveVillage,
  joinGroup,
  leaveGroup,
  setMinimum,
  takeVillage,
} from './commands/index.ts';
import {
  countVillages,
  getGroup,
  getMember,
  listGroups,
  listMinimums,
  listVillages,
  memberOfVillage,
} from './queries/index.ts';

import { makeMember } from './testing.ts';

let database: TestDatabase;
let house: Context;
let offices: Record<'city' | 'yiwu' | 'dongyang', string>;
const now = Temporal.Instant.from('2026-11-21T07:00:00Z');

beforeAll(async () => {
  database = await testDatabase();
  house = { municipality: database, actor: system, now: () => now };
  await makeDivisions(house);
  offices = {
    city: await makeOrganisation(house, { kind: 'city_office', divisionCode: '3307' }),
    yiwu: await makeOrganisation(house, { kind: 'county_office', divisionCode: yiwu }),
    dongyang: await makeOrganisation(house, { kind: 'county_office', divisionCode: dongyang }),
  };
});
afterAll(() => database.close());

const holder = (role: Role, divisionCode: string, accountId: string = newId()): Actor => ({
  kind: 'account',
  accountId,
  name: '某人',
  grants: [{ role, divisionCode, organisationId: null, matterId: null }],
});
const as = (actor: Actor): Context => ({ ...house, actor });
const county = holder('county_office', yiwu);
const farCounty = holder('county_office', dongyang);
const ofYiwu = (over: object = {}) => makeMember(house, { organisationId: offices.yiwu, ...over });
const actionsOf = async (id: string) => (await getMember(house, id)).history.map(({ action }) => action);
const reason = '届中调整';

describe('a group', () => {
  it('has members and a convenor among them, a history and a minimum for the year', async () => {
    const memberId = await ofYiwu();
    const { groupId } = await createGroup(as(county), {
      organisationId: offices.yiwu,
      kind: 'sector',
      name: '农业界活动组',
      sectorCode: '22',
    });
    const change = { groupId, name: '农业界一组', convenorMemberId: memberId };
    await expect(changeGroup(as(county), change)).rejects.toMatchObject({ code: 'members.not_in_group' });
    await Promise.all([1, 2].map(() => joinGroup(as(county), { groupId, memberId })));
    await changeGroup(as(county), change);
    expect(await getGroup(as(county), groupId)).toMatchObject({
      name: '农业界一组',
      convenorMemberId: memberId,
      members: [{ id: memberId, sector: '农业界' }],
    });
    const listed = await listGroups(as(county), { divisionCode: yiwu, kind: 'sector' });
    expect(listed.rows).toMatchObject([{ id: groupId, size: 1 }]);
    await leaveGroup(as(county), { groupId, memberId });
    await expect(leaveGroup(as(county), { groupId, memberId })).rejects.toMatchObject({
      code: 'members.not_in_group',
    });
    await endGroup(as(county), { groupId, reason });
    await expect(joinGroup(as(county), { groupId, memberId })).rejects.toMatchObject({
      code: 'members.group_ended',
    });
    const { history } = await getGroup(as(county), groupId);
    expect(history.map(({ action }) => action)).toEqual([
      'group_ended',
      'group_left',
      'group_changed',
      'group_joined',
      'group_created',
    ]);
  });

  it('names a sector exactly when it is a sector’s, and has a name of its own', async () => {
    const group = { organisationId: offices.dongyang, name: '某活动组' };
    await expect(createGroup(house, { ...group, kind: 'sector' })).rejects.toMatchObject({
      code: 'members.group_sector',
    });
    await expect(createGroup(house, { ...group, kind: 'study', sectorCode: '22' })).rejects.toMatchObject({
      code: 'members.group_sector',
    });
    const outcomes = await Promise.allSettled(
      [1, 2].map(() => createGroup(house, { ...group, kind: 'study' })),
    );
    expect(outcomes.find((one) => one.status === 'rejected')?.reason).toMatchObject({
      code: 'members.group_exists',
    });
    const { rows } = await listGroups(house, { divisionCode: dongyang });
    await expect(getGroup(as(county), rows[0]!.id)).rejects.toMatchObject({
      code: 'members.group_not_found',
    });
    await expect(
      changeGroup(as(county), { groupId: rows[0]!.id, name: '别人的', convenorMemberId: null }),
    ).rejects.toMatchObject({ code: 'members.group_not_found' });
    await expect(createGroup(as(county), { ...group, kind: 'study' })).rejects.toMatchObject({
      code: 'members.not_yours',
    });
  });

  it('owes what its committee has set for the year, until that is taken away', async () => {
    const minimum = { organisationId: offices.yiwu, year: 2026, category: 'sector_discussion' as const };
    await setMinimum(as(county), { ...minimum, amount: 2 });
    await Promise.all([3, 4].map((amount) => setMinimum(as(county), { ...minimum, amount })));
    expect(await listMinimums(house, minimum)).toMatchObject([{ category: 'sector_discussion' }]);
    await setMinimum(as(county), { ...minimum, amount: 0 });
    expect(await listMinimums(house, minimum)).toEqual([]);
    await expect(setMinimum(as(farCounty), { ...minimum, amount: 1 })).rejects.toMatchObject({
      code: 'members.not_yours',
    });
  });
});

describe('what one group owes instead of what every group does', () => {
  const minimum = { year: 2026, category: 'study' as const };
  const rowsOf = async (groupId: string) =>
    (await database.pool.query(`select amount from group_minimums where group_id = $1`, [groupId])).rows;

  it('is set for that group alone, is written down, and falls away again', async () => {
    const organisationId = offices.yiwu;
    const group = { organisationId, kind: 'study' as const, name: '读书小组' };
    const { groupId } = await createGroup(as(county), group);
    await setMinimum(as(county), { ...minimum, organisationId, amount: 5 });
    await setMinimum(as(county), { ...minimum, organisationId, groupId, amount: 3 });
    await Promise.all(
      [0, 0].map((amount) => setMinimum(as(county), { ...minimum, organisationId, groupId, amount })),
    );
    expect(await rowsOf(groupId)).toEqual([{ amount: 0 }]);
    expect(await listMinimums(house, { organisationId, year: 2026 })).toEqual([
      { category: 'study', amount: 5 },
    ]);
    await setMinimum(as(county), { ...minimum, organisationId, groupId, amount: null });
    expect(await rowsOf(groupId)).toEqual([]);
    const { history } = await getGroup(as(county), groupId);
    expect(history.filter(({ action }) => action === 'minimum_set')).toHaveLength(4);
  });

  it('is not set for another unit’s group, an ended one, or for all without a number', async () => {
    const organisationId = offices.yiwu;
    const codeOf = (work: Promise<unknown>) =>
      work.then(
        () => 'done',
        (error: { code: string }) => error.code,
      );
    const far = await createGroup(house, {
      organisationId: offices.dongyang,
      kind: 'study',
      name: '东阳读书小组',
    });
    const ended = await createGroup(house, { organisationId, kind: 'study', name: '旧小组' });
    await endGroup(house, { groupId: ended.groupId, reason });
    const tries = [{ groupId: far.groupId }, { groupId: newId() }, { groupId: ended.groupId }, {}];
    const codes = await Promise.all(
      tries.map((which) =>
        codeOf(setMinimum(as(county), { ...minimum, organisationId, ...which, amount: null })),
      ),
    );
    expect(codes).toEqual([
      'members.group_not_found',
      'members.group_not_found',
      'members.group_ended',
      'members.amount',
    ]);
    expect(
      await codeOf(setMinimum(house, { ...minimum, organisationId, groupId: far.groupId, amount: 1 })),
    ).toBe('members.group_not_found');
  });
});

describe('one village, one member', () => {
  it('goes from one to the next with its past, once when two give it at the same time', async () => {
    const [one, other] = [await ofYiwu({ name: '丁一' }), await ofYiwu({ name: '丁二' })];
    const outcomes = await Promise.allSettled(
      [one, other].map((memberId) => giveVillage(as(county), { villageCode: suxiVillage, memberId })),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
    const { rowCount } = await database.pool.query(
      `select id from village_members where village_code = $1 and to_on is null`,
      [suxiVillage],
    );
    expect(rowCount).toBe(1);
    await giveVillage(as(county), { villageCode: suxiVillage, memberId: other });
    expect(await memberOfVillage(house, suxiVillage)).toMatchObject({ name: '丁二', sector: '农业界' });
    expect(await countVillages(as(county), yiwu)).toEqual({ villages: 1, given: 1 });
    expect((await listVillages(as(county), { divisionCode: yiwu, without: true })).rows).toEqual([]);
    await takeVillage(as(county), { villageCode: suxiVillage, reason });
    expect((await listVillages(as(county), { divisionCode: yiwu, without: true })).rows).toMatchObject([
      { code: suxiVillage, memberId: null },
    ]);
    await expect(takeVillage(as(county), { villageCode: suxiVillage, reason })).rejects.toMatchObject({
      code: 'members.village_free',
    });
    expect(await actionsOf(other)).toContain('village_taken');
  });

  it('is given by the offices over it, and its list read by them', async () => {
    const memberId = await ofYiwu();
    await expect(giveVillage(as(county), { villageCode: hengdianVillage, memberId })).rejects.toMatchObject({
      code: 'members.not_yours',
    });
    await expect(giveVillage(as(county), { villageCode: suxi, memberId })).rejects.toMatchObject({
      code: 'members.village',
    });
    for (const divisionCode of [dongyang, '3307'])
      await expect(listVillages(as(county), { divisionCode })).rejects.toMatchObject({
        code: 'divisions.not_found',
      });
    await expect(countVillages(as(farCounty), suxi)).rejects.toMatchObject({ code: 'divisions.not_found' });
  });
});
