import { newId } from '@tongxin/core';
import { dongyang, hengdian, suxi, yiwu } from '@tongxin/divisions/testing';
import { organisations } from '@tongxin/organisations/schema';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { grants } from '../schema.ts';
import { makeAccount } from '../testing.ts';
import { now, openScene, refused, strange, type Scene } from './account-scene.ts';
import { grantRole, revokeGrant } from './index.ts';

const department = newId<'organisation'>();
const cityDepartment = newId<'organisation'>();

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
  await scene.database.db.insert(organisations).values([
    { id: department, kind: 'department', name: '义乌市住建局', divisionCode: yiwu },
    { id: cityDepartment, kind: 'department', name: '金华市住建局', divisionCode: '3307' },
  ]);
});
afterAll(() => scene.close());

describe('granting a role', () => {
  it('writes the grant and an entry, and ends the sign-ins', async () => {
    const office = await scene.countyOffice();
    const person = await makeAccount(scene.house, { divisionCode: suxi });
    await scene.signedIn(person.accountId);
    const { grantId } = await grantRole(office, {
      accountId: person.accountId as never,
      role: 'host',
      divisionCode: suxi,
      lastDay: '2026-12-31',
      reason: '代班',
    });
    const [row] = await scene.database.db
      .select({
        role: grants.role,
        validFrom: grants.validFrom,
        validTo: grants.validTo,
        grantedBy: grants.grantedBy,
      })
      .from(grants)
      .where(eq(grants.id, grantId));
    expect(row).toEqual({
      role: 'host',
      validFrom: now,
      // The whole of the last day in the city.
      validTo: Temporal.Instant.from('2026-12-31T16:00:00Z'),
      grantedBy: office.actor.kind === 'account' ? office.actor.accountId : '',
    });
    expect(await scene.signInCount(person.accountId)).toBe(0);
    const [entry] = await scene.journalOf(person.accountId);
    expect(entry).toMatchObject({
      action: 'granted',
      reason: '代班',
      facts: { role: 'host', divisionCode: suxi },
    });
  });

  it('over a unit is judged by where the unit works', async () => {
    const person = await makeAccount(scene.house, { divisionCode: yiwu });
    const wish = { accountId: person.accountId as never, role: 'department_clerk', reason: '经办' } as const;
    await grantRole(await scene.countyOffice(), { ...wish, organisationId: department });
    await expect(
      grantRole(await scene.countyOffice(), { ...wish, organisationId: cityDepartment }),
    ).rejects.toEqual(refused('accounts.beyond_own_scope'));
    await expect(grantRole(await scene.countyOffice(), { ...wish, organisationId: strange })).rejects.toEqual(
      refused('organisations.not_found'),
    );
  });

  it('is refused for strangers, oneself, other roles, other scopes and days gone by', async () => {
    const office = await scene.countyOffice();
    const person = await makeAccount(scene.house, { divisionCode: suxi });
    const wish = {
      accountId: person.accountId as never,
      role: 'host',
      divisionCode: suxi,
      reason: '到任',
    } as const;
    const faraway = await makeAccount(scene.house, { divisionCode: hengdian });
    await expect(grantRole(office, { ...wish, accountId: faraway.accountId as never })).rejects.toEqual(
      refused('accounts.not_found'),
    );
    await expect(grantRole(office, { ...wish, accountId: strange as never })).rejects.toEqual(
      refused('accounts.not_found'),
    );
    const self = office.actor.kind === 'account' ? office.actor.accountId : '';
    await expect(grantRole(office, { ...wish, accountId: self as never })).rejects.toEqual(
      refused('accounts.own_account'),
    );
    await expect(grantRole(office, { ...wish, role: 'city_office', divisionCode: '3307' })).rejects.toEqual(
      refused('accounts.role_not_yours'),
    );
    await expect(grantRole(office, { ...wish, divisionCode: hengdian })).rejects.toEqual(
      refused('accounts.beyond_own_scope'),
    );
    await expect(grantRole(office, { ...wish, divisionCode: yiwu })).rejects.toEqual(
      refused('accounts.wrong_scope'),
    );
    await expect(grantRole(office, { ...wish, lastDay: '2026-11-20' })).rejects.toEqual(
      refused('accounts.period'),
    );
    expect(await scene.journalOf(person.accountId)).toEqual([]);
  });

  it('twice at once gives it once; again for later days is another grant', async () => {
    const office = await scene.countyOffice();
    const person = await makeAccount(scene.house, { divisionCode: suxi });
    const wish = {
      accountId: person.accountId as never,
      role: 'host',
      divisionCode: suxi,
      lastDay: '2026-12-31',
      reason: '到任',
    } as const;
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => grantRole(office, wish)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toEqual(refused('accounts.already_granted'));
    await grantRole(office, { ...wish, firstDay: '2027-01-01', lastDay: '2027-12-31' });
    expect(await scene.journalOf(person.accountId)).toHaveLength(2);
  });
});

describe('taking a role back', () => {
  async function hosted() {
    const person = await makeAccount(scene.house, { grants: [{ role: 'host', divisionCode: suxi }] });
    const [row] = await scene.database.db
      .select({ id: grants.id })
      .from(grants)
      .where(eq(grants.accountId, person.accountId));
    return { person, grantId: row!.id };
  }

  it('ends it and the sign-ins, and writes an entry', async () => {
    const { person, grantId } = await hosted();
    await scene.signedIn(person.accountId);
    await revokeGrant(await scene.countyOffice(), { grantId, reason: '调离' });
    const [row] = await scene.database.db
      .select({ revokedAt: grants.revokedAt })
      .from(grants)
      .where(eq(grants.id, grantId));
    expect(row?.revokedAt).toEqual(now);
    expect(await scene.signInCount(person.accountId)).toBe(0);
    expect(await scene.journalOf(person.accountId)).toMatchObject([
      { action: 'revoked', reason: '调离', facts: { role: 'host' } },
    ]);
  });

  it('is refused for grants of other places, higher roles and one’s own', async () => {
    const { grantId } = await hosted();
    const other = scene.as(
      await makeAccount(scene.house, { grants: [{ role: 'county_office', divisionCode: dongyang }] }),
    );
    await expect(revokeGrant(other, { grantId, reason: '调离' })).rejects.toEqual(
      refused('accounts.grant_not_found'),
    );
    await expect(revokeGrant(other, { grantId: strange, reason: '调离' })).rejects.toEqual(
      refused('accounts.grant_not_found'),
    );
    const higher = await makeAccount(scene.house, {
      divisionCode: yiwu,
      grants: [{ role: 'auditor', divisionCode: yiwu }],
    });
    const [held] = await scene.database.db
      .select({ id: grants.id })
      .from(grants)
      .where(eq(grants.accountId, higher.accountId));
    await expect(
      revokeGrant(await scene.countyOffice(), { grantId: held!.id, reason: '调离' }),
    ).rejects.toEqual(refused('accounts.role_not_yours'));
    const city = await makeAccount(scene.house, {
      divisionCode: yiwu,
      grants: [{ role: 'host', divisionCode: hengdian }],
    });
    const [abroad] = await scene.database.db
      .select({ id: grants.id })
      .from(grants)
      .where(eq(grants.accountId, city.accountId));
    await expect(
      revokeGrant(await scene.countyOffice(), { grantId: abroad!.id, reason: '调离' }),
    ).rejects.toEqual(refused('accounts.beyond_own_scope'));
  });

  it('succeeds once of many at once', async () => {
    const { person, grantId } = await hosted();
    const office = await scene.countyOffice();
    const results = await Promise.allSettled(
      Array.from({ length: 8 }, () => revokeGrant(office, { grantId, reason: '调离' })),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toEqual(refused('accounts.grant_ended'));
    expect(await scene.journalOf(person.accountId)).toHaveLength(1);
  });
});
