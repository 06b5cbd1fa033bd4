import { newId, system, type Actor, type Role } from '@tongxin/core';
import { transact, type Context } from '@tongxin/db';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { dongyang, makeDivisions, suxi, suxiVillage, yiwu } from '@tongxin/divisions/testing';
import { makeOrganisation } from '@tongxin/organisations/testing';
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
import { memberParticulars } from './schema.ts';
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
const city = holder('city_office', '3307');
const county = holder('county_office', yiwu);
const farCounty = holder('county_office', dongyang);
const ofYiwu = (over: object = {}) => makeMember(house, { organisationId: offices.yiwu, ...over });
const actionsOf = async (id: string) => (await getMember(house, id)).history.map(({ action }) => action);
const reason = '届中调整';

describe('a person with several memberships', () => {
  it('is one row of every list, with the municipal committee’s sector first', async () => {
    const memberId = await ofYiwu({ name: '双重甲' });
    const { membershipId } = await addMembership(as(city), {
      memberId,
      organisationId: offices.city,
      sectorCode: '21',
      termNo: 8,
    });
    const { rows } = await listMembers(as(city), { search: '双重甲' });
    expect(rows).toMatchObject([
      { id: memberId, sector: '经济界', committees: [{ termNo: 8 }, { countyCode: yiwu }] },
    ]);
    const everywhere = await countBySector(as(city), {});
    expect(everywhere.find(({ sectorCode }) => sectorCode === '21')?.members).toBe(1);
    await changeMembership(as(city), { membershipId, sectorCode: '23', termNo: 9, isStanding: true });
    expect((await getMember(as(city), memberId)).memberships[0]).toMatchObject({
      sectorCode: '23',
      termNo: 9,
      isStanding: true,
    });
    expect(await actionsOf(memberId)).toEqual(['membership_changed', 'membership_added', 'entered']);
  });

  it('joins a committee once, also when two enter it at the same time', async () => {
    const memberId = await ofYiwu();
    const entry = { memberId, organisationId: offices.city, sectorCode: '21' };
    const outcomes = await Promise.allSettled([
      addMembership(as(city), entry),
      addMembership(as(city), entry),
    ]);
    const lost = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(lost.map(({ reason: error }) => (error as { code: string }).code)).toEqual([
      'members.already_member',
    ]);
  });

  it('leaves groups and villages with the last membership, not before, and can come back', async () => {
    const memberId = await ofYiwu({ name: '将离乙' });
    const [first] = (await getMember(house, memberId)).memberships;
    const { membershipId: second } = await addMembership(house, {
      memberId,
      organisationId: offices.city,
      sectorCode: '22',
    });
    const { groupId } = await createGroup(house, {
      organisationId: offices.yiwu,
      kind: 'study',
      name: '读书组',
    });
    await joinGroup(house, { groupId, memberId });
    await changeGroup(house, { groupId, name: '读书组', convenorMemberId: memberId });
    await giveVillage(house, { villageCode: suxiVillage, memberId });
    await endMembership(house, { membershipId: second, reason });
    expect(await memberOfVillage(house, suxiVillage)).toMatchObject({ id: memberId, name: '将离乙' });
    await endMembership(house, { membershipId: first!.id, reason });
    expect(await memberOfVillage(house, suxiVillage)).toBeNull();
    expect(await getGroup(house, groupId)).toMatchObject({ convenorMemberId: null, members: [] });
    expect(await getMember(as(county), memberId)).toMatchObject({ active: false, villages: [], groups: [] });
    expect((await listMembers(as(city), { search: '将离乙' })).rows).toEqual([]);
    await expect(giveVillage(house, { villageCode: suxiVillage, memberId })).rejects.toMatchObject({
      code: 'members.left',
    });
    await expect(endMembership(house, { membershipId: second, reason })).rejects.toMatchObject({
      code: 'members.membership_ended',
    });
    await addMembership(house, { memberId, organisationId: offices.yiwu, sectorCode: '22' });
    expect((await listMembers(as(city), { search: '将离乙' })).rows).toHaveLength(1);
  });

  it('is kept by the offices of its committees; to others it is not theirs, or not there', async () => {
    const memberId = await ofYiwu();
    const ofCity = await makeMember(house, { organisationId: offices.city });
    const change = { memberId, name: '改名', dutyTitle: '某职务' };
    await expect(changeMember(as(farCounty), change)).rejects.toMatchObject({ code: 'members.not_found' });
    await expect(changeMember(as(county), { ...change, memberId: ofCity })).rejects.toMatchObject({
      code: 'members.not_yours',
    });
    await expect(changeMember(as(county), { ...change, memberId: newId() })).rejects.toMatchObject({
      code: 'members.not_found',
    });
    await changeMember(as(county), change);
    expect(await getMember(as(county), memberId)).toMatchObject({ name: '改名', dutyTitle: '某职务' });
    expect(await actionsOf(memberId)).toEqual(['changed', 'entered']);
    const [membership] = (await getMember(house, memberId)).memberships;
    const early = { membershipId: membership!.id, leftOn: '2020-01-01', reason };
    await expect(endMembership(as(county), early)).rejects.toMatchObject({ code: 'members.period' });
    await expect(endMembership(as(county), { ...early, leftOn: '2026-11-22' })).rejects.toMatchObject({
      code: 'members.day_ahead',
    });
  });
});

describe('the codes of a member', () => {
  it('are made new by the member alone, also twice at once, and what leads nowhere any more is written down', async () => {
    const accountId = newId<'account'>();
    const memberId = await ofYiwu({ accountId });
    const me = holder('member', yiwu, accountId);
    const before = await findMemberByAccount(house, accountId);
    await Promise.all([
      renewOwnCode(as(me), { code: 'door' }),
      renewOwnCode(as(me), { code: 'door' }),
      renewOwnCode(as(me), { code: 'intake' }),
    ]);
    const after = await findMemberByAccount(house, accountId);
    expect(after!.doorCode).not.toBe(before!.doorCode);
    expect(await findMemberByDoorCode(house, before!.doorCode)).toBeNull();
    expect(await findMemberByDoorCode(house, after!.doorCode)).toMatchObject({ id: memberId });
    expect(await findMemberByIntakeCode(house, before!.intakeCode)).toBeNull();
    expect((await actionsOf(memberId)).filter((action) => action === 'code_renewed')).toHaveLength(3);
    for (const other of [holder('member', yiwu), county])
      await expect(renewOwnCode(as(other), { code: 'door' })).rejects.toMatchObject({
        code: 'members.not_found',
      });
    expect(await findMemberByAccount(house, accountId)).toEqual(after);
  });

  it('lead to the member until they are renewed; the door’s is shown to the member alone', async () => {
    const accountId = newId<'account'>();
    const memberId = await ofYiwu({ name: '持码丙', accountId });
    const own = await findMemberByAccount(house, accountId);
    expect(await findMemberByIntakeCode(house, own!.intakeCode)).toEqual({
      id: memberId,
      name: '持码丙',
      dutyTitle: null,
      sector: '农业界',
    });
    expect(await findMemberByDoorCode(house, own!.doorCode)).toMatchObject({ id: memberId });
    expect(JSON.stringify(await getMember(as(city), memberId))).not.toContain(own!.doorCode);
    await renewCode(as(county), { memberId, code: 'door', reason });
    expect(await findMemberByDoorCode(house, own!.doorCode)).toBeNull();
    expect(await findMemberByIntakeCode(house, own!.intakeCode)).not.toBeNull();
    await linkAccount(as(county), { memberId, accountId: null });
    expect(await findMemberByAccount(house, accountId)).toBeNull();
    const other = await ofYiwu({ accountId });
    await expect(linkAccount(house, { memberId, accountId })).rejects.toMatchObject({
      code: 'members.account_taken',
    });
    expect(await actionsOf(memberId)).toEqual(['account_linked', 'code_renewed', 'entered']);
    expect(other).not.toBe(memberId);
  });
});

describe('what is restricted about a member', () => {
  const restricted = { sex: 'female', birthYear: 1975, partyAffiliation: 'none' } as const;

  it('is for the member and the office of the member’s committee, in the query and in the database', async () => {
    const accountId = newId<'account'>();
    const memberId = await ofYiwu({ accountId });
    await saveParticulars(as(county), { memberId, ...restricted });
    const self = holder('member', yiwu, accountId);
    expect(await getParticulars(as(county), memberId)).toEqual(restricted);
    expect(await getParticulars(as(self), memberId)).toEqual(restricted);
    const others = [city, farCounty, holder('host', suxi), holder('auditor', '3307'), holder('member', yiwu)];
    const rowsFor = (actor: Actor) =>
      transact(as(actor), (tx) => tx.select({ id: memberParticulars.memberId }).from(memberParticulars));
    for (const actor of others) {
      await expect(getParticulars(as(actor), memberId)).rejects.toMatchObject({ code: 'members.not_found' });
      expect((await rowsFor(actor)).map(({ id }) => id)).not.toContain(memberId);
    }
    for (const actor of [county, self])
      expect((await rowsFor(actor)).map(({ id }) => id)).toContain(memberId);
    await expect(saveParticulars(as(city), { memberId, ...restricted })).rejects.toMatchObject({
      code: 'members.not_found',
    });
    // It says that something was written, and not what.
    expect(JSON.stringify((await getMember(house, memberId)).history)).not.toContain('1975');
  });

  it('opens and closes with the memberships', async () => {
    const memberId = await ofYiwu();
    await saveParticulars(house, { memberId, ...restricted });
    const { membershipId } = await addMembership(house, {
      memberId,
      organisationId: offices.dongyang,
      sectorCode: '22',
    });
    expect(await getParticulars(as(farCounty), memberId)).toEqual(restricted);
    await endMembership(house, { membershipId, reason });
    expect(await getParticulars(as(county), memberId)).toEqual(restricted);
    const rows = await transact(as(farCounty), (tx) =>
      tx.select({ id: memberParticulars.memberId }).from(memberParticulars),
    );
    expect(rows.map(({ id }) => id)).not.toContain(memberId);
  });
});
