import { newId, type Actor } from '@tongxin/core';
import { transact } from '@tongxin/db';
import { suxi, suxiVillage, yiwu } from '@tongxin/divisions/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addMembership,
  changeGroup,
  changeMember,
  changeMembership,
  createGroup,
  endMembership,
  giveVillage,
  joinGroup,
  linkAccount,
  renewCode,
  renewOwnCode,
  saveParticulars,
} from './commands/index.ts';
import {
  countBySector,
  findMemberByAccount,
  findMemberByDoorCode,
  findMemberByIntakeCode,
  getGroup,
  getMember,
  getParticulars,
  listMembers,
  memberOfVillage,
} from './queries/index.ts';
import { holder, openMembersScene, type MembersScene } from './members-scene.ts';
import { memberParticulars } from './schema/index.ts';
import { makeMember } from './testing.ts';

let scene: MembersScene;
beforeAll(async () => {
  scene = await openMembersScene();
});
afterAll(() => scene.close());

const reason = '届中调整';

describe('a person with several memberships', () => {
  it('is one row of every list, with the municipal committee’s sector first', async () => {
    const memberId = await scene.ofYiwu({ name: '双重甲' });
    const { membershipId } = await addMembership(scene.as(scene.city), {
      memberId,
      organisationId: scene.offices.city,
      sectorCode: '21',
      termNo: 8,
    });
    const { rows } = await listMembers(scene.as(scene.city), { search: '双重甲' });
    expect(rows).toMatchObject([
      { id: memberId, sector: '经济界', committees: [{ termNo: 8 }, { countyCode: yiwu }] },
    ]);
    const everywhere = await countBySector(scene.as(scene.city), {});
    expect(everywhere.find(({ sectorCode }) => sectorCode === '21')?.members).toBe(1);
    await changeMembership(scene.as(scene.city), {
      membershipId,
      sectorCode: '23',
      termNo: 9,
      isStanding: true,
    });
    expect((await getMember(scene.as(scene.city), memberId)).memberships[0]).toMatchObject({
      sectorCode: '23',
      termNo: 9,
      isStanding: true,
    });
    expect(await scene.actionsOf(memberId)).toEqual(['membership_changed', 'membership_added', 'entered']);
  });

  it('is listed once to a county that knows both committees, and where the new name stands after a change', async () => {
    const memberId = await scene.ofYiwu({ name: '阿一双' });
    await addMembership(scene.house, { memberId, organisationId: scene.offices.city, sectorCode: '21' });
    const seen = async (filter: Parameters<typeof listMembers>[1]) =>
      (await listMembers(scene.as(scene.county), filter)).rows.map(({ id }) => id);
    expect((await seen({})).filter((id) => id === memberId)).toHaveLength(1);
    for (const sectorCode of ['21', '22']) expect(await seen({ sectorCode })).toContain(memberId);
    expect(await seen({ sectorCode: '21', divisionCode: yiwu })).toEqual([]);
    expect((await seen({}))[0]).toBe(memberId);
    await changeMember(scene.as(scene.county), { memberId, name: '祖一双', dutyTitle: null });
    expect((await seen({})).at(-1)).toBe(memberId);
    expect(await seen({ search: '阿一双' })).toEqual([]);
  });

  it('is counted in each sector that lists them, for whoever may know of them', async () => {
    for (const actor of [scene.city, scene.county, scene.farCounty]) {
      const counts = await countBySector(scene.as(actor), {});
      expect(counts.length).toBeGreaterThan(0);
      for (const { sectorCode, members } of counts) {
        const { rows } = await listMembers(scene.as(actor), { sectorCode });
        expect([sectorCode, rows.length]).toEqual([sectorCode, members]);
      }
    }
  });

  it('joins a committee once, also when two enter it at the same time', async () => {
    const memberId = await scene.ofYiwu();
    const entry = { memberId, organisationId: scene.offices.city, sectorCode: '21' };
    const outcomes = await Promise.allSettled([
      addMembership(scene.as(scene.city), entry),
      addMembership(scene.as(scene.city), entry),
    ]);
    const lost = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(lost.map(({ reason: error }) => (error as { code: string }).code)).toEqual([
      'members.already_member',
    ]);
  });

  it('leaves groups and villages with the last membership, not before, and can come back', async () => {
    const memberId = await scene.ofYiwu({ name: '将离乙' });
    const [first] = (await getMember(scene.house, memberId)).memberships;
    const { membershipId: second } = await addMembership(scene.house, {
      memberId,
      organisationId: scene.offices.city,
      sectorCode: '22',
    });
    const { groupId } = await createGroup(scene.house, {
      organisationId: scene.offices.yiwu,
      kind: 'study',
      name: '读书组',
    });
    await joinGroup(scene.house, { groupId, memberId });
    await changeGroup(scene.house, { groupId, name: '读书组', convenorMemberId: memberId });
    await giveVillage(scene.house, { villageCode: suxiVillage, memberId });
    await endMembership(scene.house, { membershipId: second, reason });
    expect(await memberOfVillage(scene.house, suxiVillage)).toMatchObject({ id: memberId, name: '将离乙' });
    await endMembership(scene.house, { membershipId: first!.id, reason });
    expect(await memberOfVillage(scene.house, suxiVillage)).toBeNull();
    expect(await getGroup(scene.house, groupId)).toMatchObject({ convenorMemberId: null, members: [] });
    expect(await getMember(scene.as(scene.county), memberId)).toMatchObject({
      active: false,
      villages: [],
      groups: [],
    });
    expect((await listMembers(scene.as(scene.city), { search: '将离乙' })).rows).toEqual([]);
    await expect(giveVillage(scene.house, { villageCode: suxiVillage, memberId })).rejects.toMatchObject({
      code: 'members.left',
    });
    await expect(endMembership(scene.house, { membershipId: second, reason })).rejects.toMatchObject({
      code: 'members.membership_ended',
    });
    await addMembership(scene.house, { memberId, organisationId: scene.offices.yiwu, sectorCode: '22' });
    expect((await listMembers(scene.as(scene.city), { search: '将离乙' })).rows).toHaveLength(1);
  });

  it('is kept by the offices of its committees; to others it is not theirs, or not there', async () => {
    const memberId = await scene.ofYiwu();
    const ofCity = await makeMember(scene.house, { organisationId: scene.offices.city });
    const change = { memberId, name: '改名', dutyTitle: '某职务' };
    await expect(changeMember(scene.as(scene.farCounty), change)).rejects.toMatchObject({
      code: 'members.not_found',
    });
    await expect(changeMember(scene.as(scene.county), { ...change, memberId: ofCity })).rejects.toMatchObject(
      {
        code: 'members.not_yours',
      },
    );
    await expect(
      changeMember(scene.as(scene.county), { ...change, memberId: newId() }),
    ).rejects.toMatchObject({
      code: 'members.not_found',
    });
    await changeMember(scene.as(scene.county), change);
    expect(await getMember(scene.as(scene.county), memberId)).toMatchObject({
      name: '改名',
      dutyTitle: '某职务',
    });
    expect(await scene.actionsOf(memberId)).toEqual(['changed', 'entered']);
    const [membership] = (await getMember(scene.house, memberId)).memberships;
    const early = { membershipId: membership!.id, leftOn: '2020-01-01', reason };
    await expect(endMembership(scene.as(scene.county), early)).rejects.toMatchObject({
      code: 'members.period',
    });
    await expect(
      endMembership(scene.as(scene.county), { ...early, leftOn: '2026-11-22' }),
    ).rejects.toMatchObject({
      code: 'members.day_ahead',
    });
  });
});

describe('the codes of a member', () => {
  it('are made new by the member alone, also twice at once, and what leads nowhere any more is written down', async () => {
    const accountId = newId<'account'>();
    const memberId = await scene.ofYiwu({ accountId });
    const me = holder('member', yiwu, accountId);
    const before = await findMemberByAccount(scene.house, accountId);
    await Promise.all([
      renewOwnCode(scene.as(me), { code: 'door' }),
      renewOwnCode(scene.as(me), { code: 'door' }),
      renewOwnCode(scene.as(me), { code: 'intake' }),
    ]);
    const after = await findMemberByAccount(scene.house, accountId);
    expect(after!.doorCode).not.toBe(before!.doorCode);
    expect(await findMemberByDoorCode(scene.house, before!.doorCode)).toBeNull();
    expect(await findMemberByDoorCode(scene.house, after!.doorCode)).toMatchObject({ id: memberId });
    expect(await findMemberByIntakeCode(scene.house, before!.intakeCode)).toBeNull();
    expect((await scene.actionsOf(memberId)).filter((action) => action === 'code_renewed')).toHaveLength(3);
    for (const other of [holder('member', yiwu), scene.county])
      await expect(renewOwnCode(scene.as(other), { code: 'door' })).rejects.toMatchObject({
        code: 'members.not_found',
      });
    expect(await findMemberByAccount(scene.house, accountId)).toEqual(after);
  });

  it('lead to the member until they are renewed; the door’s is shown to the member alone', async () => {
    const accountId = newId<'account'>();
    const memberId = await scene.ofYiwu({ name: '持码丙', accountId });
    const own = await findMemberByAccount(scene.house, accountId);
    expect(await findMemberByIntakeCode(scene.house, own!.intakeCode)).toEqual({
      id: memberId,
      name: '持码丙',
      dutyTitle: null,
      sector: '农业界',
    });
    expect(await findMemberByDoorCode(scene.house, own!.doorCode)).toMatchObject({ id: memberId });
    expect(JSON.stringify(await getMember(scene.as(scene.city), memberId))).not.toContain(own!.doorCode);
    await renewCode(scene.as(scene.county), { memberId, code: 'door', reason });
    expect(await findMemberByDoorCode(scene.house, own!.doorCode)).toBeNull();
    expect(await findMemberByIntakeCode(scene.house, own!.intakeCode)).not.toBeNull();
    await linkAccount(scene.as(scene.county), { memberId, accountId: null });
    expect(await findMemberByAccount(scene.house, accountId)).toBeNull();
    const other = await scene.ofYiwu({ accountId });
    await expect(linkAccount(scene.house, { memberId, accountId })).rejects.toMatchObject({
      code: 'members.account_taken',
    });
    expect(await scene.actionsOf(memberId)).toEqual(['account_linked', 'code_renewed', 'entered']);
    expect(other).not.toBe(memberId);
  });
});

describe('what is restricted about a member', () => {
  const restricted = { sex: 'female', birthYear: 1975, partyAffiliation: 'none' } as const;

  it('is for the member and the office of the member’s committee, in the query and in the database', async () => {
    const accountId = newId<'account'>();
    const memberId = await scene.ofYiwu({ accountId });
    await saveParticulars(scene.as(scene.county), { memberId, ...restricted });
    const self = holder('member', yiwu, accountId);
    expect(await getParticulars(scene.as(scene.county), memberId)).toEqual(restricted);
    expect(await getParticulars(scene.as(self), memberId)).toEqual(restricted);
    const others = [
      scene.city,
      scene.farCounty,
      holder('host', suxi),
      holder('auditor', '3307'),
      holder('member', yiwu),
    ];
    const rowsFor = (actor: Actor) =>
      transact(scene.as(actor), (tx) =>
        tx.select({ id: memberParticulars.memberId }).from(memberParticulars),
      );
    for (const actor of others) {
      await expect(getParticulars(scene.as(actor), memberId)).rejects.toMatchObject({
        code: 'members.not_found',
      });
      expect((await rowsFor(actor)).map(({ id }) => id)).not.toContain(memberId);
    }
    for (const actor of [scene.county, self])
      expect((await rowsFor(actor)).map(({ id }) => id)).toContain(memberId);
    await expect(saveParticulars(scene.as(scene.city), { memberId, ...restricted })).rejects.toMatchObject({
      code: 'members.not_found',
    });
    // It says that something was written, and not what.
    expect(JSON.stringify((await getMember(scene.house, memberId)).history)).not.toContain('1975');
  });

  it('opens and closes with the memberships', async () => {
    const memberId = await scene.ofYiwu();
    await saveParticulars(scene.house, { memberId, ...restricted });
    const { membershipId } = await addMembership(scene.house, {
      memberId,
      organisationId: scene.offices.dongyang,
      sectorCode: '22',
    });
    expect(await getParticulars(scene.as(scene.farCounty), memberId)).toEqual(restricted);
    await endMembership(scene.house, { membershipId, reason });
    expect(await getParticulars(scene.as(scene.county), memberId)).toEqual(restricted);
    const rows = await transact(scene.as(scene.farCounty), (tx) =>
      tx.select({ id: memberParticulars.memberId }).from(memberParticulars),
    );
    expect(rows.map(({ id }) => id)).not.toContain(memberId);
  });
});
