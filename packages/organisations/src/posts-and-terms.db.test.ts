import { newId, system, type Actor, type Role } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { dongyang, makeDivisions, yiwu } from '@tongxin/divisions/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { endPost, renameOrganisation, savePost, saveTerm, saveTermSession } from './commands.ts';
import { browseOrganisations, describeOrganisation, listOrganisations } from './queries.ts';
import { makeOrganisation } from './testing.ts';

let database: TestDatabase;
let ctx: Context;
let id: string;
beforeAll(async () => {
  database = await testDatabase();
  ctx = { municipality: database, actor: system, now: () => Temporal.Instant.from('2026-11-21T07:00:00Z') };
  await makeDivisions(ctx);
});
afterAll(() => database.close());
beforeEach(async () => {
  id = await makeOrganisation(ctx, { kind: 'committee', divisionCode: yiwu });
});

const holder = (role: Role, divisionCode: string): Actor => ({
  kind: 'account',
  accountId: newId<'account'>(),
  name: '某人',
  grants: [{ role, divisionCode, organisationId: null, matterId: null }],
});
const office = () => ({ ...ctx, actor: holder('county_office', yiwu) });
const foreign = () => ({ ...ctx, actor: holder('county_office', dongyang) });
const chair = (over: object = {}) => ({
  organisationId: id,
  title: '主席',
  holderName: '某甲',
  placeNo: 1,
  validFrom: '2022-02-01',
  ...over,
});
const read = async () => describeOrganisation(office(), id);

describe('a post', () => {
  it('that goes to somebody on a later day is led until then by whoever holds it; its office sees who comes', async () => {
    const unit = await makeOrganisation(ctx, { kind: 'special_committee', divisionCode: yiwu });
    const { postId } = await savePost(office(), chair({ organisationId: unit }));
    const next = { organisationId: unit, holderName: '某乙', validFrom: '2027-01-01' };
    await savePost(office(), chair({ ...next, postId }));
    await savePost(office(), chair({ ...next, title: '副主席', holderName: '某丙', placeNo: 2 }));
    const seen = await describeOrganisation(office(), unit);
    expect(seen.posts).toMatchObject([{ id: postId, holderName: '某甲' }]);
    expect(seen.coming).toMatchObject([{ holderName: '某乙' }, { holderName: '某丙' }]);
    const toOthers = await describeOrganisation(foreign(), unit);
    expect(toOthers.posts).toHaveLength(1);
    expect(toOthers.coming).toEqual([]);
    const later = { ...office(), now: () => Temporal.Instant.from('2027-01-02T00:00:00Z') };
    const then = await describeOrganisation(later, unit);
    expect(then.posts.map(({ holderName }) => holderName)).toEqual(['某乙', '某丙']);
    expect(then.coming).toEqual([]);
  });

  it('goes from one holder to the next, and what was is kept', async () => {
    const { postId } = await savePost(office(), chair());
    await savePost(office(), chair({ postId, title: '党组书记、主席' }));
    const next = await savePost(office(), chair({ postId, holderName: null, validFrom: '2026-11-01' }));
    expect(next.postId).not.toBe(postId);
    expect((await read()).posts).toMatchObject([{ id: next.postId, title: '主席', holderName: null }]);
    await expect(savePost(office(), chair({ postId }))).rejects.toMatchObject({
      code: 'organisations.post_ended',
    });
    const led = async () =>
      (await listOrganisations(office(), (await read()).divisionCode)).find((unit) => unit.id === id)!.posts;
    expect(await led()).toEqual([{ id: next.postId, title: '主席', holderName: null }]);
    await endPost(office(), { postId: next.postId, validTo: '2026-11-21' });
    expect((await read()).posts).toEqual([]);
    expect(await led()).toEqual([]);
    expect((await read()).history.map(({ action }) => action)).toEqual([
      'post_ended',
      'post_saved',
      'post_saved',
      'post_saved',
      'created',
    ]);
  });

  it('begins after the one before, and is kept by the office over the unit', async () => {
    const { postId } = await savePost(office(), chair());
    const early = chair({ postId, holderName: '某乙', validFrom: '2021-01-01' });
    await expect(savePost(office(), early)).rejects.toMatchObject({ code: 'organisations.period' });
    await expect(endPost(office(), { postId, validTo: '2022-02-01' })).rejects.toMatchObject({
      code: 'organisations.period',
    });
    await expect(savePost(foreign(), chair())).rejects.toMatchObject({ code: 'organisations.not_found' });
    await expect(endPost(foreign(), { postId, validTo: '2026-01-01' })).rejects.toMatchObject({
      code: 'organisations.not_found',
    });
  });

  it('is passed on once when two do it at the same time', async () => {
    const { postId } = await savePost(office(), chair());
    const outcomes = await Promise.allSettled(
      ['某乙', '某丙'].map((holderName) =>
        savePost(office(), chair({ postId, holderName, validFrom: '2026-03-01' })),
      ),
    );
    expect(outcomes.find((one) => one.status === 'rejected')?.reason).toMatchObject({
      code: 'organisations.post_ended',
    });
    expect((await read()).posts).toHaveLength(1);
  });
});

describe('a term', () => {
  const term = (over: object = {}) => ({
    organisationId: id,
    termNo: 15,
    startsOn: '2022-02-01',
    endsOn: '2027-02-01',
    ...over,
  });
  const session = (over: object = {}) => ({
    organisationId: id,
    termNo: 15,
    sessionNo: 5,
    opensOn: '2026-02-10',
    closesOn: '2026-02-13',
    ...over,
  });

  it('has its sessions within its days', async () => {
    await saveTerm(office(), term());
    await saveTermSession(office(), session());
    await saveTermSession(office(), session({ closesOn: '2026-02-14' }));
    expect((await read()).terms).toMatchObject([{ termNo: 15, sessions: [{ sessionNo: 5 }] }]);
    const outside = [
      session({ opensOn: '2027-01-31', closesOn: '2027-02-01' }),
      session({ opensOn: '2022-01-31' }),
    ];
    for (const wrong of outside)
      await expect(saveTermSession(office(), wrong)).rejects.toMatchObject({
        code: 'organisations.outside_term',
      });
    await expect(saveTerm(office(), term({ endsOn: '2026-02-14' }))).rejects.toMatchObject({
      code: 'organisations.outside_term',
    });
    await expect(saveTermSession(office(), session({ termNo: 14 }))).rejects.toMatchObject({
      code: 'organisations.no_such_term',
    });
    expect((await read()).history.map(({ action }) => action)).toEqual([
      'session_saved',
      'session_saved',
      'term_saved',
      'created',
    ]);
  });

  it('never overlaps another of the committee, also when two are entered at the same time', async () => {
    const outcomes = await Promise.allSettled([
      saveTerm(office(), term()),
      saveTerm(office(), term({ termNo: 16, startsOn: '2027-01-31', endsOn: '2032-02-01' })),
    ]);
    expect(outcomes.find((one) => one.status === 'rejected')?.reason).toMatchObject({
      code: 'organisations.terms_overlap',
    });
    expect((await read()).terms).toHaveLength(1);
  });

  it('is a committee’s alone, and its office’s to keep', async () => {
    const department = await makeOrganisation(ctx, { divisionCode: yiwu });
    await expect(saveTerm(office(), term({ organisationId: department }))).rejects.toMatchObject({
      code: 'organisations.not_a_committee',
    });
    await expect(saveTerm(foreign(), term())).rejects.toMatchObject({ code: 'organisations.not_found' });
    await expect(saveTermSession(foreign(), session())).rejects.toMatchObject({
      code: 'organisations.not_found',
    });
  });
});

describe('the units of a place', () => {
  it('are read page by page by kind and name, and a new name is the unit’s alone', async () => {
    for (let at = 10; at < 35; at += 1)
      await makeOrganisation(ctx, { divisionCode: dongyang, name: `第${at}局` });
    const first = await browseOrganisations(ctx, { divisionCode: dongyang });
    const second = await browseOrganisations(ctx, { divisionCode: dongyang, after: first.next! });
    expect([first.rows.length, second.rows.length, second.next]).toEqual([20, 5, null]);
    const [one, other] = first.rows;
    await expect(renameOrganisation(ctx, { id: one!.id, name: other!.name })).rejects.toMatchObject({
      code: 'organisations.exists',
    });
    await expect(renameOrganisation(office(), { id: one!.id, name: '别的名称' })).rejects.toMatchObject({
      code: 'organisations.not_found',
    });
    await renameOrganisation(foreign(), { id: one!.id, name: '新的名称' });
    expect(await describeOrganisation(office(), one!.id)).toMatchObject({
      name: '新的名称',
      may: { keep: { allowed: false } },
      history: [{ action: 'renamed' }, { action: 'created' }],
    });
  });
});
