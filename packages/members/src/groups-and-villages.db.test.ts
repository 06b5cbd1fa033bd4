import { anonymous, newId, type Actor } from '@tongxin/core';
import { dongyang, hengdianVillage, suxi, suxiVillage, yiwu } from '@tongxin/divisions/testing';
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
  findMemberByAccount,
  findMemberByIntakeCode,
  getGroup,
  getMember,
  listGroups,
  listMinimums,
  listVillages,
  memberOfVillage,
} from './queries/index.ts';
import { holder, openMembersScene, type MembersScene } from './members-scene.ts';

let scene: MembersScene;
beforeAll(async () => {
  scene = await openMembersScene();
});
afterAll(() => scene.close());

const reason = '届中调整';

describe('a group', () => {
  it('has members and a convenor among them, a history and a minimum for the year', async () => {
    const memberId = await scene.ofYiwu();
    const { groupId } = await createGroup(scene.as(scene.county), {
      organisationId: scene.offices.yiwu,
      kind: 'sector',
      name: '农业界活动组',
      sectorCode: '22',
    });
    const change = { groupId, name: '农业界一组', convenorMemberId: memberId };
    await expect(changeGroup(scene.as(scene.county), change)).rejects.toMatchObject({
      code: 'members.not_in_group',
    });
    await Promise.all([1, 2].map(() => joinGroup(scene.as(scene.county), { groupId, memberId })));
    await changeGroup(scene.as(scene.county), change);
    expect(await getGroup(scene.as(scene.county), groupId)).toMatchObject({
      name: '农业界一组',
      convenorMemberId: memberId,
      members: [{ id: memberId, sector: '农业界' }],
    });
    const listed = await listGroups(scene.as(scene.county), { divisionCode: yiwu, kind: 'sector' });
    expect(listed.rows).toMatchObject([{ id: groupId, size: 1 }]);
    await leaveGroup(scene.as(scene.county), { groupId, memberId });
    await expect(leaveGroup(scene.as(scene.county), { groupId, memberId })).rejects.toMatchObject({
      code: 'members.not_in_group',
    });
    await endGroup(scene.as(scene.county), { groupId, reason });
    await expect(joinGroup(scene.as(scene.county), { groupId, memberId })).rejects.toMatchObject({
      code: 'members.group_ended',
    });
    const { history } = await getGroup(scene.as(scene.county), groupId);
    expect(history.map(({ action }) => action)).toEqual([
      'group_ended',
      'group_left',
      'group_changed',
      'group_joined',
      'group_created',
    ]);
    const joined = history.find(({ action }) => action === 'group_joined')!;
    expect([joined.group, joined.member]).toEqual([
      '农业界一组',
      (await getMember(scene.house, memberId)).name,
    ]);
  });

  it('names a sector exactly when it is a sector’s, and has a name of its own', async () => {
    const group = { organisationId: scene.offices.dongyang, name: '某活动组' };
    await expect(createGroup(scene.house, { ...group, kind: 'sector' })).rejects.toMatchObject({
      code: 'members.group_sector',
    });
    await expect(
      createGroup(scene.house, { ...group, kind: 'study', sectorCode: '22' }),
    ).rejects.toMatchObject({
      code: 'members.group_sector',
    });
    const outcomes = await Promise.allSettled(
      [1, 2].map(() => createGroup(scene.house, { ...group, kind: 'study' })),
    );
    expect(outcomes.find((one) => one.status === 'rejected')?.reason).toMatchObject({
      code: 'members.group_exists',
    });
    const { rows } = await listGroups(scene.house, { divisionCode: dongyang });
    await expect(getGroup(scene.as(scene.county), rows[0]!.id)).rejects.toMatchObject({
      code: 'members.group_not_found',
    });
    await expect(
      changeGroup(scene.as(scene.county), { groupId: rows[0]!.id, name: '别人的', convenorMemberId: null }),
    ).rejects.toMatchObject({ code: 'members.group_not_found' });
    await expect(createGroup(scene.as(scene.county), { ...group, kind: 'study' })).rejects.toMatchObject({
      code: 'members.not_yours',
    });
  });

  it('of the Party’s is known to its committee’s office and to whoever is in it, and to nobody else', async () => {
    const accountId = newId<'account'>();
    const memberId = await scene.ofYiwu({ accountId, name: '同心甲' });
    const { groupId } = await createGroup(scene.as(scene.county), {
      organisationId: scene.offices.yiwu,
      kind: 'party',
      name: '某临时党支部',
    });
    await joinGroup(scene.as(scene.county), { groupId, memberId });
    await giveVillage(scene.house, { villageCode: suxiVillage, memberId });
    const listed = async (actor: Actor) =>
      (await listGroups(scene.as(actor), { divisionCode: yiwu })).rows.map(({ id }) => id);
    for (const actor of [scene.county, scene.city]) {
      expect(await listed(actor)).toContain(groupId);
      expect((await getMember(scene.as(actor), memberId)).groups).toMatchObject([{ id: groupId }]);
      expect((await getGroup(scene.as(actor), groupId)).members).toMatchObject([{ id: memberId }]);
    }
    for (const actor of [holder('host', suxi), holder('auditor', '3307')]) {
      expect(await listed(actor)).not.toContain(groupId);
      expect(JSON.stringify(await getMember(scene.as(actor), memberId))).not.toContain('临时党支部');
      await expect(getGroup(scene.as(actor), groupId)).rejects.toMatchObject({
        code: 'members.group_not_found',
      });
    }
    const own = await findMemberByAccount(scene.house, accountId);
    expect(own!.groups).toMatchObject([{ id: groupId }]);
    // What everybody is told of a member names no group.
    const visitor = scene.as(anonymous);
    const told = [
      await memberOfVillage(visitor, suxiVillage),
      await findMemberByIntakeCode(visitor, own!.intakeCode),
      await listGroups(visitor, { divisionCode: yiwu }),
    ];
    expect(JSON.stringify(told)).not.toContain('临时党支部');
    await takeVillage(scene.house, { villageCode: suxiVillage, reason });
  });

  it('owes what its committee has set for the year, until that is taken away', async () => {
    const minimum = {
      organisationId: scene.offices.yiwu,
      year: 2026,
      category: 'sector_discussion' as const,
    };
    await setMinimum(scene.as(scene.county), { ...minimum, amount: 2 });
    await Promise.all([3, 4].map((amount) => setMinimum(scene.as(scene.county), { ...minimum, amount })));
    expect(await listMinimums(scene.house, minimum)).toMatchObject([{ category: 'sector_discussion' }]);
    await setMinimum(scene.as(scene.county), { ...minimum, amount: 0 });
    expect(await listMinimums(scene.house, minimum)).toEqual([]);
    await expect(setMinimum(scene.as(scene.farCounty), { ...minimum, amount: 1 })).rejects.toMatchObject({
      code: 'members.not_yours',
    });
  });
});

describe('what one group owes instead of what every group does', () => {
  const minimum = { year: 2026, category: 'study' as const };
  const rowsOf = async (groupId: string) =>
    (await scene.database.pool.query(`select amount from group_minimums where group_id = $1`, [groupId]))
      .rows;

  it('is set for that group alone, is written down, and falls away again', async () => {
    const organisationId = scene.offices.yiwu;
    const group = { organisationId, kind: 'study' as const, name: '读书小组' };
    const { groupId } = await createGroup(scene.as(scene.county), group);
    await setMinimum(scene.as(scene.county), { ...minimum, organisationId, amount: 5 });
    await setMinimum(scene.as(scene.county), { ...minimum, organisationId, groupId, amount: 3 });
    await Promise.all(
      [0, 0].map((amount) =>
        setMinimum(scene.as(scene.county), { ...minimum, organisationId, groupId, amount }),
      ),
    );
    expect(await rowsOf(groupId)).toEqual([{ amount: 0 }]);
    expect(await listMinimums(scene.house, { organisationId, year: 2026 })).toEqual([
      { category: 'study', amount: 5 },
    ]);
    await setMinimum(scene.as(scene.county), { ...minimum, organisationId, groupId, amount: null });
    expect(await rowsOf(groupId)).toEqual([]);
    const { history } = await getGroup(scene.as(scene.county), groupId);
    expect(history.filter(({ action }) => action === 'minimum_set')).toHaveLength(4);
  });

  it('is not set for another unit’s group, an ended one, or for all without a number', async () => {
    const organisationId = scene.offices.yiwu;
    const codeOf = (work: Promise<unknown>) =>
      work.then(
        () => 'done',
        (error: { code: string }) => error.code,
      );
    const far = await createGroup(scene.house, {
      organisationId: scene.offices.dongyang,
      kind: 'study',
      name: '东阳读书小组',
    });
    const ended = await createGroup(scene.house, { organisationId, kind: 'study', name: '旧小组' });
    await endGroup(scene.house, { groupId: ended.groupId, reason });
    const tries = [{ groupId: far.groupId }, { groupId: newId() }, { groupId: ended.groupId }, {}];
    const codes = await Promise.all(
      tries.map((which) =>
        codeOf(setMinimum(scene.as(scene.county), { ...minimum, organisationId, ...which, amount: null })),
      ),
    );
    expect(codes).toEqual([
      'members.group_not_found',
      'members.group_not_found',
      'members.group_ended',
      'members.amount',
    ]);
    expect(
      await codeOf(setMinimum(scene.house, { ...minimum, organisationId, groupId: far.groupId, amount: 1 })),
    ).toBe('members.group_not_found');
  });
});

describe('one village, one member', () => {
  it('goes from one to the next with its past, once when two give it at the same time', async () => {
    const [one, other] = [await scene.ofYiwu({ name: '丁一' }), await scene.ofYiwu({ name: '丁二' })];
    const outcomes = await Promise.allSettled(
      [one, other].map((memberId) =>
        giveVillage(scene.as(scene.county), { villageCode: suxiVillage, memberId }),
      ),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
    const { rowCount } = await scene.database.pool.query(
      `select id from village_members where village_code = $1 and to_on is null`,
      [suxiVillage],
    );
    expect(rowCount).toBe(1);
    await giveVillage(scene.as(scene.county), { villageCode: suxiVillage, memberId: other });
    expect(await memberOfVillage(scene.house, suxiVillage)).toMatchObject({ name: '丁二', sector: '农业界' });
    expect(await countVillages(scene.as(scene.county), yiwu)).toEqual({ villages: 1, given: 1 });
    expect((await listVillages(scene.as(scene.county), { divisionCode: yiwu, without: true })).rows).toEqual(
      [],
    );
    await takeVillage(scene.as(scene.county), { villageCode: suxiVillage, reason });
    expect(
      (await listVillages(scene.as(scene.county), { divisionCode: yiwu, without: true })).rows,
    ).toMatchObject([{ code: suxiVillage, memberId: null }]);
    await expect(
      takeVillage(scene.as(scene.county), { villageCode: suxiVillage, reason }),
    ).rejects.toMatchObject({
      code: 'members.village_free',
    });
    expect(await scene.actionsOf(other)).toContain('village_taken');
  });

  it('is given by the offices over it, and its list read by them', async () => {
    const memberId = await scene.ofYiwu();
    await expect(
      giveVillage(scene.as(scene.county), { villageCode: hengdianVillage, memberId }),
    ).rejects.toMatchObject({
      code: 'members.not_yours',
    });
    await expect(giveVillage(scene.as(scene.county), { villageCode: suxi, memberId })).rejects.toMatchObject({
      code: 'members.village',
    });
    for (const divisionCode of [dongyang, '3307'])
      await expect(listVillages(scene.as(scene.county), { divisionCode })).rejects.toMatchObject({
        code: 'divisions.not_found',
      });
    await expect(countVillages(scene.as(scene.farCounty), suxi)).rejects.toMatchObject({
      code: 'divisions.not_found',
    });
  });
});
