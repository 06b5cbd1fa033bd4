import { system, type AccountActor, type Actor } from '@tongxin/core';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { makePhoto, testStorage } from '@tongxin/files/testing';
import { issues } from '@tongxin/issues/schema';
import { sceneOf } from '@tongxin/issues/testing';
import { getMatter, listHistory } from '@tongxin/matters/queries';
import { makeTown } from '@tongxin/matters/testing';
import { transact } from '@tongxin/db';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getLine } from '../queries/index.ts';
import {
  afterSession,
  at,
  hallSceneOf,
  inDays,
  makeContested,
  makeLineIn,
  makePublished,
  reportInput,
  takeLine,
  type HallScene,
} from '../testing/index.ts';
import {
  acceptLine,
  contestLine,
  extendLine,
  notAdopt,
  noteProgress,
  reassignLine,
  reportDone,
  verifyLine,
} from './index.ts';

let database: TestDatabase;
let scene: HallScene;

beforeAll(async () => {
  database = await testDatabase();
  scene = await hallSceneOf(sceneOf(database, await makeTown(database)));
});
afterAll(() => database.close());

const as = (actor: Actor, now: Temporal.Instant = afterSession) => at(scene, actor, now);
const clerk = (now?: Temporal.Instant) => as(scene.people.clerk, now);
const county = (now?: Temporal.Instant) => as(scene.people.county, now);
const anybody = () => as({ kind: 'anonymous' });
const matter = (id: string) => getMatter(as(system), id);
const lastOf = async (id: string) => (await listHistory(county(), id)).at(-1);
const day = (iso: string) => Temporal.PlainDate.from(iso);
/** One person with two desks. */
const both = (first: AccountActor, second: AccountActor): AccountActor => ({
  ...first,
  grants: [...first.grants, ...second.grants],
});
const refused = (code: string) => ({ code });

describe('taking a line on', () => {
  it('starts the unit’s clock on the day it plans', async () => {
    const { lineId } = await makeLineIn(scene, 'assigned');
    await acceptLine(clerk(), { id: lineId, planDue: day('2026-12-20') });
    expect(await matter(lineId)).toMatchObject({ state: 'in_progress', ownerRole: 'department_clerk' });
    expect((await matter(lineId)).dueAt?.toString()).toBe('2026-12-20T16:00:00Z');
    expect(await lastOf(lineId)).toMatchObject({
      move: 'accept',
      role: 'department_clerk',
      unitName: '婺城区建设局',
      data: { planDue: '2026-12-20' },
    });
    expect(await getLine(anybody(), lineId)).toMatchObject({ state: 'in_progress', desk: null });
  });

  it('is refused for a day after the agreed one, for a day that has passed, to another unit, and twice', async () => {
    const { lineId } = await makeLineIn(scene, 'assigned');
    const accept = (iso: string, actor: Actor = scene.people.clerk) =>
      acceptLine(as(actor), { id: lineId, planDue: day(iso) });
    await expect(accept('2027-01-16')).rejects.toMatchObject({
      code: 'deliberations.plan_too_late',
      facts: { dueOn: '2027-01-15' },
    });
    await expect(accept('2026-11-29')).rejects.toMatchObject(refused('deliberations.day_has_passed'));
    await expect(accept('2026-12-20', scene.people.otherClerk)).rejects.toMatchObject(
      refused('matters.not_found'),
    );
    await expect(accept('2026-12-20', scene.people.host)).rejects.toMatchObject(refused('matters.not_yours'));
    const tries = await Promise.allSettled([accept('2026-12-20'), accept('2026-12-21')]);
    expect(tries.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(tries.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: refused('matters.not_now'),
    });
  });

  it('is refused to whoever published or assigned the line', async () => {
    const publisher = both(scene.people.host, scene.people.clerk);
    const session = await makePublished({ ...scene, people: { ...scene.people, host: publisher } });
    await expect(
      acceptLine(as(publisher), { id: session.lineIds[0]!, planDue: day('2026-12-20') }),
    ).rejects.toMatchObject(refused('matters.same_person'));
  });
});

describe('contesting a line', () => {
  it('brings it to the county office with the reason and the unit that it belongs to', async () => {
    const { lineId } = await makeLineIn(scene, 'assigned');
    await contestLine(clerk(), {
      id: lineId,
      reason: '灯杆属交通局。',
      suggestedUnitId: scene.town.otherDepartment.id,
    });
    expect(await matter(lineId)).toMatchObject({ state: 'contested', ownerRole: 'county_office' });
    expect(await lastOf(lineId)).toMatchObject({
      move: 'contest',
      reason: '灯杆属交通局。',
      data: { suggestedUnitId: scene.town.otherDepartment.id },
    });
  });

  it('is refused without a reason, with one that names somebody, for a unit of nowhere, and after it was taken on', async () => {
    const { lineId } = await makeLineIn(scene, 'assigned');
    const contest = (over: object) => contestLine(clerk(), { id: lineId, reason: '不归我们。', ...over });
    await expect(contest({ reason: '' })).rejects.toMatchObject(refused('matters.reason_missing'));
    await expect(contest({ reason: '13900000001 说不归我们。' })).rejects.toMatchObject(
      refused('deliberations.personal_words'),
    );
    await expect(contest({ suggestedUnitId: crypto.randomUUID() })).rejects.toMatchObject(
      refused('organisations.not_found'),
    );
    await takeLine(scene, 'accept', { lineId, issueIds: [] });
    await expect(contest({})).rejects.toMatchObject(refused('matters.not_now'));
  });

  it('ends with another unit and a later day, and the residents hear of the date', async () => {
    const { lineId, issueIds } = await makeContested(scene);
    await reassignLine(county(), {
      id: lineId,
      unitId: scene.town.otherDepartment.id,
      reason: '灯杆归交通局。',
      dueOn: day('2027-02-01'),
    });
    expect(await matter(lineId)).toMatchObject({
      state: 'assigned',
      handlerUnitId: scene.town.otherDepartment.id,
      ownerUnitId: scene.town.otherDepartment.id,
    });
    expect(await getLine(anybody(), lineId)).toMatchObject({ unitName: '婺城区交通局' });
    expect((await matter(issueIds[0]!)).dueAt?.toString()).toBe('2027-03-03T16:00:00Z');
    expect(await lastOf(issueIds[0]!)).toMatchObject({ move: 'date_follows', data: { lineId } });
    expect(await lastOf(lineId)).toMatchObject({
      move: 'reassign',
      reason: '灯杆归交通局。',
      data: { dueOn: '2027-02-01' },
    });
    await expect(acceptLine(clerk(), { id: lineId, planDue: day('2026-12-20') })).rejects.toMatchObject(
      refused('matters.not_found'),
    );
    await acceptLine(as(scene.people.otherClerk), { id: lineId, planDue: day('2026-12-20') });
  });

  it('is not reassigned to an office, to an earlier day, past its day without a new one, or by the host', async () => {
    const { lineId } = await makeContested(scene);
    const reassign = (over: object, ctx = county()) =>
      reassignLine(ctx, { id: lineId, unitId: scene.town.otherDepartment.id, reason: '改交。', ...over });
    await expect(reassign({ unitId: scene.town.county.id })).rejects.toMatchObject(
      refused('deliberations.unit_cannot_handle'),
    );
    await expect(reassign({ dueOn: day('2027-01-01') })).rejects.toMatchObject(
      refused('deliberations.not_later'),
    );
    await expect(reassign({}, county(inDays(70)))).rejects.toMatchObject(
      refused('deliberations.day_has_passed'),
    );
    await expect(reassign({}, as(scene.people.host))).rejects.toMatchObject(refused('matters.not_yours'));
    await expect(reassign({ reason: '' })).rejects.toMatchObject(refused('matters.reason_missing'));
  });

  it('ends as not adopted with a reason that everybody reads; a matter left with nothing is explained', async () => {
    const { lineId, issueIds } = await makeContested(scene, { notAdopted: true });
    expect(await matter(lineId)).toMatchObject({ state: 'not_adopted', ownerRole: null, dueAt: null });
    expect(await matter(issueIds[0]!)).toMatchObject({ state: 'closed' });
    const [issue] = await transact(county(), (tx) =>
      tx.select({ closingClass: issues.closingClass }).from(issues).where(eq(issues.matterId, issueIds[0]!)),
    );
    expect(issue).toEqual({ closingClass: 'explained' });
    expect(await lastOf(lineId)).toMatchObject({ move: 'not_adopt', role: 'county_office' });
    expect(await lastOf(issueIds[0]!)).toMatchObject({
      move: 'close_with_lines',
      data: { closingClass: 'explained' },
    });
  });

  it('is not dropped by the unit itself, by a host, or without a reason', async () => {
    const { lineId } = await makeContested(scene);
    for (const actor of [scene.people.clerk, scene.people.host]) {
      await expect(notAdopt(as(actor), { id: lineId, reason: '办不了。' })).rejects.toMatchObject(
        refused('matters.not_yours'),
      );
    }
    await expect(notAdopt(county(), { id: lineId, reason: '' })).rejects.toMatchObject(
      refused('matters.reason_missing'),
    );
    await expect(
      notAdopt(as(scene.people.otherCounty), { id: lineId, reason: '办不了。' }),
    ).rejects.toMatchObject(refused('matters.not_found'));
  });
});

describe('working on a line', () => {
  it('tells everybody how far it has come, in order', async () => {
    const { lineId } = await makeLineIn(scene, 'in_progress');
    await noteProgress(clerk(), { id: lineId, text: '灯具已采购。', confirmed: [] });
    await noteProgress(clerk(inDays(20)), { id: lineId, text: '两盏已换好。', confirmed: [] });
    expect((await getLine(anybody(), lineId)).progress).toMatchObject([
      { seq: 1, text: '灯具已采购。' },
      { seq: 2, text: '两盏已换好。' },
    ]);
    expect(await lastOf(lineId)).toMatchObject({
      move: 'note_progress',
      fromState: 'in_progress',
      toState: 'in_progress',
    });
    await expect(
      noteProgress(clerk(), { id: lineId, text: '问 13900000001。', confirmed: [] }),
    ).rejects.toMatchObject(refused('deliberations.personal_words'));
    await expect(
      noteProgress(as(scene.people.otherClerk), { id: lineId, text: '换好了。', confirmed: [] }),
    ).rejects.toMatchObject(refused('matters.not_found'));
  });

  it('gets a later day from the county office, and the residents’ date moves with it', async () => {
    const { lineId, issueIds } = await makeLineIn(scene, 'in_progress');
    await extendLine(county(), { id: lineId, dueOn: day('2027-03-01'), reason: '灯具缺货。' });
    expect((await matter(lineId)).dueAt?.toString()).toBe('2027-03-01T16:00:00Z');
    expect((await getLine(anybody(), lineId)).dueOn.toString()).toBe('2027-03-01');
    expect((await matter(issueIds[0]!)).dueAt?.toString()).toBe('2027-03-31T16:00:00Z');
    expect(await lastOf(lineId)).toMatchObject({
      move: 'extend',
      reason: '灯具缺货。',
      role: 'county_office',
    });
    const extend = (iso: string, ctx = county()) =>
      extendLine(ctx, { id: lineId, dueOn: day(iso), reason: '再延。' });
    await expect(extend('2027-03-01')).rejects.toMatchObject(refused('deliberations.not_later'));
    await expect(extend('2026-11-30')).rejects.toMatchObject(refused('deliberations.day_has_passed'));
    await expect(extend('2027-04-01', clerk())).rejects.toMatchObject(refused('matters.not_yours'));
  });

  it('is reported done in a class, with what shows it', async () => {
    const { lineId } = await makeLineIn(scene, 'in_progress');
    await using storage = await testStorage();
    const photo = await makePhoto(clerk(), storage);
    await reportDone(clerk(), { ...reportInput(lineId), photoIds: [photo] });
    expect(await matter(lineId)).toMatchObject({ state: 'reported_done', ownerRole: 'county_office' });
    expect(await getLine(anybody(), lineId)).toMatchObject({
      replyClass: 'solved',
      photos: [],
      progress: [{ kind: 'report', replyClass: 'solved' }],
    });
    expect((await getLine(county(), lineId)).desk?.photos).toMatchObject([{ id: photo }]);
    expect(await lastOf(lineId)).toMatchObject({ move: 'report_done', data: { class: 'solved', photos: 1 } });
    await verifyLine(as(scene.people.secondHost), { id: lineId, publicPhotoIds: [photo] });
    expect((await getLine(anybody(), lineId)).photos).toMatchObject([{ id: photo, published: true }]);
  });

  it('is not reported done before it was taken on, with personal words, or with a photo of nobody', async () => {
    const { lineId } = await makeLineIn(scene, 'assigned');
    await expect(reportDone(clerk(), reportInput(lineId))).rejects.toMatchObject(refused('matters.not_now'));
    await takeLine(scene, 'accept', { lineId, issueIds: [] });
    await expect(
      reportDone(clerk(), { ...reportInput(lineId), text: '13900000001 已确认。' }),
    ).rejects.toMatchObject(refused('deliberations.personal_words'));
    await expect(
      reportDone(clerk(), { ...reportInput(lineId), photoIds: [crypto.randomUUID()] }),
    ).rejects.toMatchObject(refused('files.not_found'));
    expect((await matter(lineId)).state).toBe('in_progress');
  });
});
