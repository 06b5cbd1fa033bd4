import { anonymous, newId, system, type Actor, type Role } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { dongyang, makeDivisions, suxi, suxiVillage, yiwu } from '@tongxin/divisions/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOrganisation } from './commands.ts';
import { findOfficeOf, getOrganisation, listDepartments, listOrganisations } from './queries.ts';
import { makeOrganisation } from './testing.ts';

let database: TestDatabase;
let ctx: Context;

beforeAll(async () => {
  database = await testDatabase();
  ctx = { municipality: database, actor: system, now: () => Temporal.Instant.from('2026-11-21T07:00:00Z') };
  await makeDivisions(ctx);
});

afterAll(() => database.close());

const holder = (role: Role, divisionCode: string): Actor => ({
  kind: 'account',
  accountId: newId<'account'>(),
  name: '某人',
  grants: [{ role, divisionCode, organisationId: null, matterId: null }],
});

describe('creating a unit', () => {
  it('puts it on the list of its division, below its parent', async () => {
    const city = await createOrganisation(ctx, {
      kind: 'city_office',
      name: '市政协办公室',
      divisionCode: '3307',
    });
    const county = {
      kind: 'county_office' as const,
      name: '义乌市政协办公室',
      divisionCode: yiwu,
      parentId: city,
    };
    const id = await createOrganisation({ ...ctx, actor: holder('city_office', '3307') }, county);
    expect(await getOrganisation(ctx, id)).toMatchObject({ name: '义乌市政协办公室', divisionCode: yiwu });
    expect(await findOfficeOf(ctx, 'county_office', yiwu)).toMatchObject({ id });
    expect((await listOrganisations(ctx, yiwu)).map((unit) => unit.id)).toEqual([id]);
  });

  it('is refused to everyone but the municipal office and the operator of that city', async () => {
    const unit = { kind: 'department' as const, name: '水务局', divisionCode: yiwu };
    const others = [
      anonymous,
      holder('host', suxi),
      holder('county_office', yiwu),
      holder('city_office', '3308'),
    ];
    for (const actor of others) {
      await expect(createOrganisation({ ...ctx, actor }, unit)).rejects.toMatchObject({
        code: 'organisations.not_yours',
      });
    }
    await createOrganisation({ ...ctx, actor: holder('operator', '3307') }, unit);
  });

  it('is refused at a level where that kind of unit does not exist', async () => {
    const wrong = [
      { kind: 'township_group' as const, divisionCode: yiwu },
      { kind: 'city_office' as const, divisionCode: yiwu },
      { kind: 'county_office' as const, divisionCode: '3307' },
      { kind: 'department' as const, divisionCode: suxiVillage },
    ];
    for (const unit of wrong) {
      const work = createOrganisation(ctx, { ...unit, name: '某单位' });
      await expect(work).rejects.toMatchObject({ code: 'organisations.level', kind: 'BAD_REQUEST' });
    }
  });

  it('is refused for a place or a parent that does not exist', async () => {
    const unit = { kind: 'department' as const, name: '某局', divisionCode: '330799' };
    await expect(createOrganisation(ctx, unit)).rejects.toMatchObject({ code: 'divisions.not_found' });
    const orphan = { ...unit, divisionCode: yiwu, parentId: newId() };
    await expect(createOrganisation(ctx, orphan)).rejects.toMatchObject({ code: 'organisations.not_found' });
  });

  it('happens once when two do it at the same time', async () => {
    const unit = { kind: 'department' as const, name: '交通局', divisionCode: yiwu };
    const outcomes = await Promise.allSettled([createOrganisation(ctx, unit), createOrganisation(ctx, unit)]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const lost = outcomes.find((outcome) => outcome.status === 'rejected');
    expect(lost?.reason).toMatchObject({
      code: 'organisations.exists',
      kind: 'CONFLICT',
      facts: { name: '交通局' },
    });
  });
});

describe('the departments of a place', () => {
  it('are those of the divisions asked for, by place and name, and no offices', async () => {
    await using other = await testDatabase();
    const there = { ...ctx, municipality: other };
    await makeDivisions(there);
    await makeOrganisation(there, { divisionCode: yiwu, name: '乙局' });
    await makeOrganisation(there, { divisionCode: yiwu, name: '丁局' });
    await makeOrganisation(there, { divisionCode: '3307', name: '市局' });
    await makeOrganisation(there, { divisionCode: dongyang, name: '别县局' });
    await makeOrganisation(there, { divisionCode: yiwu, kind: 'county_office', name: '办公室' });
    const found = await listDepartments(there, ['3307', yiwu]);
    expect(found.map(({ name }) => name)).toEqual(['市局', '丁局', '乙局']);
  });
});
