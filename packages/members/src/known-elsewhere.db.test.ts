import { makeAccount } from '@tongxin/accounts/testing';
import { newId, type Actor } from '@tongxin/core';
import { hengdianVillage, suxi, suxiVillage, yiwu } from '@tongxin/divisions/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addMember,
  addMembership,
  changeGroup,
  changeMember,
  createGroup,
  endMembership,
  giveVillage,
  joinGroup,
  linkAccount,
  saveParticulars,
} from './commands/index.ts';
import { getGroup, getMember, getParticulars, listGroups, memberOfVillage } from './queries/index.ts';
import { holder, openMembersScene, type MembersScene } from './members-scene.ts';

let scene: MembersScene;
beforeAll(async () => {
  scene = await openMembersScene();
});
afterAll(() => scene.close());

const reason = '届中调整';
const restricted = { sex: 'female', birthYear: 1975, partyAffiliation: 'none' } as const;
const entryAt = (organisationId: string) => (memberId: string) => ({
  memberId,
  organisationId,
  sectorCode: '22',
});

describe('somebody whom another committee keeps', () => {
  it('is not there for a far county, which can neither take them in nor read or change anything', async () => {
    const memberId = await scene.ofYiwu({ name: '远县甲' });
    await saveParticulars(scene.house, { memberId, ...restricted });
    const far = scene.as(scene.farCounty);
    const attempts = [
      () => addMembership(far, entryAt(scene.offices.dongyang)(memberId)),
      () => getMember(far, memberId),
      () => getParticulars(far, memberId),
      () => changeMember(far, { memberId, name: '改名', dutyTitle: null }),
      () => linkAccount(far, { memberId, accountId: null }),
    ];
    for (const attempt of attempts)
      await expect(attempt()).rejects.toMatchObject({ code: 'members.not_found' });
    const { name, memberships } = await getMember(scene.house, memberId);
    expect(name).toBe('远县甲');
    expect(memberships).toMatchObject([{ countyCode: yiwu }]);
    expect(await scene.actionsOf(memberId)).toEqual(['particulars_saved', 'entered']);
  });

  it('is known to a county as a municipal member, and is still not its own to take in', async () => {
    const memberId = await scene.ofYiwu({ organisationId: scene.offices.city });
    await saveParticulars(scene.house, { memberId, ...restricted });
    const taking = () => addMembership(scene.as(scene.county), entryAt(scene.offices.yiwu)(memberId));
    await expect(taking()).rejects.toMatchObject({ code: 'members.kept_elsewhere' });
    await expect(getParticulars(scene.as(scene.county), memberId)).rejects.toMatchObject({
      code: 'members.not_found',
    });
    await addMembership(scene.as(scene.city), entryAt(scene.offices.yiwu)(memberId));
    expect(await getParticulars(scene.as(scene.county), memberId)).toEqual(restricted);
  });

  it('left one county for another: the first one is told whom to ask, and the municipal office does it', async () => {
    const memberId = await scene.ofYiwu({ name: '调任乙' });
    await scene.leave(memberId);
    await addMembership(scene.as(scene.city), entryAt(scene.offices.dongyang)(memberId));
    const back = entryAt(scene.offices.yiwu)(memberId);
    await expect(addMembership(scene.as(scene.county), back)).rejects.toMatchObject({
      code: 'members.kept_elsewhere',
    });
    await addMembership(scene.as(scene.city), back);
    expect((await getMember(scene.as(scene.county), memberId)).may.keep.allowed).toBe(true);
  });

  it('comes back by their own county’s office when they have left', async () => {
    const memberId = await scene.ofYiwu();
    await scene.leave(memberId);
    await addMembership(scene.as(scene.county), entryAt(scene.offices.yiwu)(memberId));
    expect(await getMember(scene.as(scene.county), memberId)).toMatchObject({ active: true });
  });

  it('is given neither a group nor a village by an office that may not know of them', async () => {
    const memberId = await scene.ofYiwu({ name: '远县丙' });
    const far = scene.as(scene.farCounty);
    const { groupId } = await createGroup(far, {
      organisationId: scene.offices.dongyang,
      kind: 'study',
      name: '远县读书组',
    });
    for (const attempt of [
      () => joinGroup(far, { groupId, memberId }),
      () => giveVillage(far, { villageCode: hengdianVillage, memberId }),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: 'members.not_found' });
    expect((await getGroup(far, groupId)).members).toEqual([]);
    expect(await memberOfVillage(scene.house, hengdianVillage)).toBeNull();
    // A municipal member is known to every county, and may be both.
    const ofCity = await scene.ofYiwu({ organisationId: scene.offices.city });
    await joinGroup(scene.as(scene.farCounty), { groupId, memberId: ofCity });
    await giveVillage(scene.as(scene.county), { villageCode: suxiVillage, memberId: ofCity });
    expect((await getGroup(far, groupId)).members).toMatchObject([{ id: ofCity }]);
  });
});

describe('what an office may know after a member has left', () => {
  it('its committee for another: nothing restricted any more; with the last one everything stays with it', async () => {
    const memberId = await scene.ofYiwu();
    await saveParticulars(scene.house, { memberId, ...restricted });
    const { membershipId } = await addMembership(scene.house, entryAt(scene.offices.dongyang)(memberId));
    const seenBy = async (actor: Actor) => (await getMember(scene.as(actor), memberId)).may;
    expect((await seenBy(scene.farCounty)).readParticulars.allowed).toBe(true);
    await endMembership(scene.house, { membershipId, reason });
    // The page stays, with what was done while they belonged to it.
    expect(await seenBy(scene.farCounty)).toMatchObject({
      keep: { allowed: false },
      readParticulars: { allowed: false },
    });
    const far = scene.as(scene.farCounty);
    await expect(getParticulars(far, memberId)).rejects.toMatchObject({ code: 'members.not_found' });
    await scene.leave(memberId);
    expect((await seenBy(scene.county)).readParticulars.allowed).toBe(true);
    expect(await getParticulars(scene.as(scene.county), memberId)).toEqual(restricted);
  });

  it('with the last membership: each group and village that they left is written down', async () => {
    const memberId = await scene.ofYiwu();
    const organisationId = scene.offices.yiwu;
    for (const kind of ['study', 'interest'] as const) {
      const { groupId } = await createGroup(scene.house, { organisationId, kind, name: `离任${kind}` });
      await joinGroup(scene.house, { groupId, memberId });
      await changeGroup(scene.house, { groupId, name: `离任${kind}`, convenorMemberId: memberId });
    }
    await giveVillage(scene.house, { villageCode: suxiVillage, memberId });
    await scene.leave(memberId);
    expect((await scene.actionsOf(memberId)).toSorted()).toEqual(
      [
        ...['entered', 'group_joined', 'group_joined', 'village_given'],
        ...['group_left', 'group_left', 'membership_ended', 'village_taken'],
      ].toSorted(),
    );
    const { rows } = await listGroups(scene.as(scene.county), { divisionCode: yiwu });
    for (const { id } of rows.filter(({ name }) => name.startsWith('离任'))) {
      const { history, convenorMemberId } = await getGroup(scene.as(scene.county), id);
      expect([history[0]!.action, convenorMemberId]).toEqual(['group_left', null]);
    }
  });
});

describe('what was done to a member', () => {
  it('tells no account, and of a Party organisation only to whoever may know of it', async () => {
    const memberId = await scene.ofYiwu();
    const { accountId } = await makeAccount(scene.house, {
      grants: [{ role: 'member', divisionCode: yiwu }],
    });
    await linkAccount(scene.as(scene.county), { memberId, accountId });
    await linkAccount(scene.as(scene.county), { memberId, accountId: null });
    const { groupId } = await createGroup(scene.as(scene.county), {
      organisationId: scene.offices.yiwu,
      kind: 'party',
      name: '某临时党支部',
    });
    await joinGroup(scene.as(scene.county), { groupId, memberId });
    const told = async (actor: Actor) => (await getMember(scene.as(actor), memberId)).history;
    for (const actor of [scene.county, scene.city])
      expect((await told(actor)).map(({ action }) => action)).toContain('group_joined');
    for (const actor of [holder('host', suxi), holder('auditor', '3307')])
      expect((await told(actor)).map(({ action }) => action)).toEqual([
        'account_linked',
        'account_linked',
        'entered',
      ]);
    const [unlinked, linked] = await told(holder('host', suxi));
    expect([unlinked!.facts, linked!.facts]).toEqual([{ linked: false }, { linked: true }]);
    for (const actor of [scene.county, scene.city, holder('host', suxi)])
      expect(JSON.stringify(await told(actor))).not.toContain(accountId);
  });
});

describe('the account of a member', () => {
  const accountOf = async (divisionCode: string, role: 'member' | 'host' = 'member') =>
    (await makeAccount(scene.house, { grants: [{ role, divisionCode }] })).accountId;

  it('is a member’s, of the places that the office looks after; no other can be linked, nor entered with somebody', async () => {
    const memberId = await scene.ofYiwu();
    const own = await accountOf(yiwu);
    const refused = [
      await accountOf('3307'),
      await accountOf('330783'),
      await accountOf(yiwu, 'host'),
      newId(),
    ];
    const attempts = (actor: Actor, accountId: string) => [
      () => linkAccount(scene.as(actor), { memberId, accountId }),
      () =>
        addMember(scene.as(actor), {
          name: '带号丁',
          sectorCode: '22',
          organisationId: scene.offices.yiwu,
          accountId,
        }),
    ];
    for (const accountId of refused)
      for (const attempt of attempts(scene.county, accountId))
        await expect(attempt()).rejects.toMatchObject({ code: 'members.account' });
    expect((await getMember(scene.house, memberId)).hasAccount).toBe(false);
    await linkAccount(scene.as(scene.county), { memberId, accountId: own });
    expect((await getMember(scene.house, memberId)).hasAccount).toBe(true);
    await linkAccount(scene.as(scene.county), { memberId, accountId: null });
    // The municipal office looks after every county's accounts.
    await linkAccount(scene.as(scene.city), { memberId, accountId: refused[0]! });
    expect((await getMember(scene.house, memberId)).hasAccount).toBe(true);
  });
});
