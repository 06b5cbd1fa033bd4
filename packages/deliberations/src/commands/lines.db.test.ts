import { newId, system, type AccountActor, type Actor } from '@tongxin/core';
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
  afterSession, at, hallSceneOf, inDays, lineInput, makeContested, makeLineIn, makePublished, reportInput, takeLine, type HallScene,
} from '../testing.ts';
import {
  acceptLine, closeLine, contestLine, extendLine, notAdopt, noteProgress, reassignLine, reportDone, sendBack, verifyLine,
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
const both = (first: AccountActor, second: AccountActor): AccountActor => ({ ...first, grants: [...first.grants, ...second.grants] });
const refused = (code: string) => ({ code });

describe('taking a line on', () => {
  it('starts the unit’s clock on the day it plans', async () => {
    const { lineId } = await makeLineIn(scene, 'assigned');
    await acceptLine(clerk(), { id: lineId, planDue: day('2026-12-20') });
    expect(await matter(lineId)).toMatchObject({ state: 'in_progress', ownerRole: 'department_clerk' });
    expect((await matter(lineId)).dueAt?.toString()).toBe('2026-12-20T16:00:00Z');
    expect(await lastOf(lineId)).toMatchObject({ move: 'accept', role: 'department_clerk', unitName: '婺城区建设局', data: { planDue: '2026-12-20' } });
    expect(await getLine(anybody(), lineId)).toMatchObject({ state: 'in_progress', desk: null });
  });

  it('is refused for a day after the agreed one, for a day that has passed, to another unit, and twice', async () => {
    const { lineId } = await makeLineIn(scene, 'assigned');
    const accept = (iso: string, actor: Actor = scene.people.clerk) => acceptLine(as(actor), { id: lineId, planDue: day(iso) });
    await expect(accept('2027-01-16')).rejects.toMatchObject({ code: 'deliberations.plan_too_late', facts: { dueOn: '2027-01-15' } });
    await expect(accept('2026-11-29')).rejects.toMatchObject(refused('deliberations.day_has_passed'));
    await expect(accept('2026-12-20', scene.people.otherClerk)).rejects.toMatchObject(refused('matters.not_found'));
    await expect(accept('2026-12-20', scene.people.host)).rejects.toMatchObject(refused('matters.not_yours'));
    const tries = await Promise.allSettled([accept('2026-12-20'), accept('2026-12-21')]);
    expect(tries.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(tries.find(({ status }) => status === 'rejected')).toMatchObject({ reason: refused('matters.not_now') });
  });

  it('is refused to whoever published or assigned the line', async () => {
    const publisher = both(scene.people.host, scene.people.clerk);
    const session = await makePublished({ ...scene, people: { ...scene.people, host: publisher } });
    await expect(acceptLine(as(publisher), { id: session.lineIds[0]!, planDue: day('2026-12-20') })).rejects.toMatchObject(refused('matters.same_person'));
  });
});

describe('contesting a line', () => {
  it('brings it to the county office with the reason and the unit that it belongs to', async () => {
    const { lineId } = await makeLineIn(scene, 'assigned');
    await contestLine(clerk(), { id: lineId, reason: '灯杆属交通局。', suggestedUnitId: scene.town.otherDepartment.id });
    expect(await matter(lineId)).toMatchObject({ state: 'contested', ownerRole: 'county_office' });
    expect(await lastOf(lineId)).toMatchObject({ move: 'contest', reason: '灯杆属交通局。', data: { suggestedUnitId: scene.town.otherDepartment.id } });
  });

  it('is refused without a reason, with one that names somebody, for a unit of nowhere, and after it was taken on', async () => {
    const { lineId } = await makeLineIn(scene, 'assigned');
    const contest = (over: object) => contestLine(clerk(), { id: lineId, reason: '不归我们。', ...over });
    await expect(contest({ reason: '' })).rejects.toMatchObject(refused('matters.reason_missing'));
    await expect(contest({ reason: '13900000001 说不归我们。' })).rejects.toMatchObject(refused('deliberations.personal_words'));
    await expect(contest({ suggestedUnitId: crypto.randomUUID() })).rejects.toMatchObject(refused('organisations.not_found'));
    await takeLine(scene, 'accept', { lineId, issueIds: [] });
    await expect(contest({})).rejects.toMatchObject(refused('matters.not_now'));
  });

  it('ends with another unit and a later day, and the residents hear of the date', async () => {
    const { lineId, issueIds } = await makeContested(scene);
    await reassignLine(county(), { id: lineId, unitId: scene.town.otherDepartment.id, reason: '灯杆归交通局。', dueOn: day('2027-02-01') });
    expect(await matter(lineId)).toMatchObject({ state: 'assigned', handlerUnitId: scene.town.otherDepartment.id, ownerUnitId: scene.town.otherDepartment.id });
    expect(await getLine(anybody(), lineId)).toMatchObject({ unitName: '婺城区交通局' });
    expect((await matter(issueIds[0]!)).dueAt?.toString()).toBe('2027-03-03T16:00:00Z');
    expect(await lastOf(issueIds[0]!)).toMatchObject({ move: 'date_follows', data: { lineId } });
    expect(await lastOf(lineId)).toMatchObject({ move: 'reassign', reason: '灯杆归交通局。', data: { dueOn: '2027-02-01' } });
    await expect(acceptLine(clerk(), { id: lineId, planDue: day('2026-12-20') })).rejects.toMatchObject(refused('matters.not_found'));
    await acceptLine(as(scene.people.otherClerk), { id: lineId, planDue: day('2026-12-20') });
  });

  it('is not reassigned to an office, to an earlier day, past its day without a new one, or by the host', async () => {
    const { lineId } = await makeContested(scene);
    const reassign = (over: object, ctx = county()) => reassignLine(ctx, { id: lineId, unitId: scene.town.otherDepartment.id, reason: '改交。', ...over });
    await expect(reassign({ unitId: scene.town.county.id })).rejects.toMatchObject(refused('deliberations.unit_cannot_handle'));
    await expect(reassign({ dueOn: day('2027-01-01') })).rejects.toMatchObject(refused('deliberations.not_later'));
    await expect(reassign({}, county(inDays(70)))).rejects.toMatchObject(refused('deliberations.day_has_passed'));
    await expect(reassign({}, as(scene.people.host))).rejects.toMatchObject(refused('matters.not_yours'));
    await expect(reassign({ reason: '' })).rejects.toMatchObject(refused('matters.reason_missing'));
  });

  it('ends as not adopted with a reason that everybody reads; a matter left with nothing is explained', async () => {
    const { lineId, issueIds } = await makeContested(scene, { notAdopted: true });
    expect(await matter(lineId)).toMatchObject({ state: 'not_adopted', ownerRole: null, dueAt: null });
    expect(await matter(issueIds[0]!)).toMatchObject({ state: 'closed' });
    const [issue] = await transact(county(), (tx) => tx.select({ closingClass: issues.closingClass }).from(issues).where(eq(issues.matterId, issueIds[0]!)));
    expect(issue).toEqual({ closingClass: 'explained' });
    expect(await lastOf(lineId)).toMatchObject({ move: 'not_adopt', role: 'county_office' });
    expect(await lastOf(issueIds[0]!)).toMatchObject({ move: 'close_with_lines', data: { closingClass: 'explained' } });
  });

  it('is not dropped by the unit itself, by a host, or without a reason', async () => {
    const { lineId } = await makeContested(scene);
    for (const actor of [scene.people.clerk, scene.people.host]) {
      await expect(notAdopt(as(actor), { id: lineId, reason: '办不了。' })).rejects.toMatchObject(refused('matters.not_yours'));
    }
    await expect(notAdopt(county(), { id: lineId, reason: '' })).rejects.toMatchObject(refused('matters.reason_missing'));
    await expect(notAdopt(as(scene.people.otherCounty), { id: lineId, reason: '办不了。' })).rejects.toMatchObject(refused('matters.not_found'));
  });
});

describe('working on a line', () => {
  it('tells everybody how far it has come, in order', async () => {
    const { lineId } = await makeLineIn(scene, 'in_progress');
    await noteProgress(clerk(), { id: lineId, text: '灯具已采购。', confirmed: [] });
    await noteProgress(clerk(inDays(20)), { id: lineId, text: '两盏已换好。', confirmed: [] });
    expect((await getLine(anybody(), lineId)).progress).toMatchObject([{ seq: 1, text: '灯具已采购。' }, { seq: 2, text: '两盏已换好。' }]);
    expect(await lastOf(lineId)).toMatchObject({ move: 'note_progress', fromState: 'in_progress', toState: 'in_progress' });
    await expect(noteProgress(clerk(), { id: lineId, text: '问 13900000001。', confirmed: [] })).rejects.toMatchObject(refused('deliberations.personal_words'));
    await expect(noteProgress(as(scene.people.otherClerk), { id: lineId, text: '换好了。', confirmed: [] })).rejects.toMatchObject(refused('matters.not_found'));
  });

  it('gets a later day from the county office, and the residents’ date moves with it', async () => {
    const { lineId, issueIds } = await makeLineIn(scene, 'in_progress');
    await extendLine(county(), { id: lineId, dueOn: day('2027-03-01'), reason: '灯具缺货。' });
    expect((await matter(lineId)).dueAt?.toString()).toBe('2027-03-01T16:00:00Z');
    expect((await getLine(anybody(), lineId)).dueOn.toString()).toBe('2027-03-01');
    expect((await matter(issueIds[0]!)).dueAt?.toString()).toBe('2027-03-31T16:00:00Z');
    expect(await lastOf(lineId)).toMatchObject({ move: 'extend', reason: '灯具缺货。', role: 'county_office' });
    const extend = (iso: string, ctx = county()) => extendLine(ctx, { id: lineId, dueOn: day(iso), reason: '再延。' });
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
    expect(await getLine(anybody(), lineId)).toMatchObject({ replyClass: 'solved', photos: [], progress: [{ kind: 'report', replyClass: 'solved' }] });
    expect((await getLine(county(), lineId)).desk?.photos).toMatchObject([{ id: photo }]);
    expect(await lastOf(lineId)).toMatchObject({ move: 'report_done', data: { class: 'solved', photos: 1 } });
    await verifyLine(as(scene.people.secondHost), { id: lineId, publicPhotoIds: [photo] });
    expect((await getLine(anybody(), lineId)).photos).toMatchObject([{ id: photo, published: true }]);
  });

  it('is not reported done before it was taken on, with personal words, or with a photo of nobody', async () => {
    const { lineId } = await makeLineIn(scene, 'assigned');
    await expect(reportDone(clerk(), reportInput(lineId))).rejects.toMatchObject(refused('matters.not_now'));
    await takeLine(scene, 'accept', { lineId, issueIds: [] });
    await expect(reportDone(clerk(), { ...reportInput(lineId), text: '13900000001 已确认。' })).rejects.toMatchObject(refused('deliberations.personal_words'));
    await expect(reportDone(clerk(), { ...reportInput(lineId), photoIds: [crypto.randomUUID()] })).rejects.toMatchObject(refused('files.not_found'));
    expect((await matter(lineId)).state).toBe('in_progress');
  });
});

describe('checking a line', () => {
  it('is for somebody who had no part in it: not the publisher, not the unit, not who assigned it', async () => {
    const { lineId } = await makeLineIn(scene, 'reported_done');
    const verify = (actor: Actor) => verifyLine(as(actor), { id: lineId, publicPhotoIds: [] });
    await expect(verify(scene.people.host)).rejects.toMatchObject(refused('matters.same_person'));
    await expect(verify(both(scene.people.clerk, scene.people.thirdCounty))).rejects.toMatchObject(refused('matters.same_person'));
    await expect(verify(scene.people.otherClerk)).rejects.toMatchObject(refused('matters.not_found'));
    await verify(scene.people.secondHost);
    expect(await matter(lineId)).toMatchObject({ state: 'asking', ownerRole: 'host' });
    expect((await matter(lineId)).dueAt?.toString()).toBe('2026-12-15T16:00:00Z');
    expect(await lastOf(lineId)).toMatchObject({ move: 'verify', role: 'host' });
  });

  it('keeps who assigned it to another unit away from checking and closing', async () => {
    const { lineId, issueIds } = await makeContested(scene);
    await reassignLine(as(scene.people.secondCounty), { id: lineId, unitId: scene.town.department.id, reason: '仍请办理。' });
    for (const step of ['accept', 'report'] as const) await takeLine(scene, step, { lineId, issueIds });
    await expect(verifyLine(as(scene.people.secondCounty), { id: lineId, publicPhotoIds: [] })).rejects.toMatchObject(refused('matters.same_person'));
    for (const step of ['verify', 'judge'] as const) await takeLine(scene, step, { lineId, issueIds });
    await expect(closeLine(as(scene.people.secondCounty), { id: lineId })).rejects.toMatchObject(refused('matters.same_person'));
  });

  it('sends a report back with a reason, and does not forgive lateness', async () => {
    const { lineId } = await makeLineIn(scene, 'reported_done');
    await sendBack(as(scene.people.secondHost), { id: lineId, reason: '现场只亮两盏。' });
    expect(await matter(lineId)).toMatchObject({ state: 'in_progress', ownerRole: 'department_clerk' });
    expect((await matter(lineId)).dueAt?.toString()).toBe('2027-01-15T16:00:00Z');
    await reportDone(clerk(inDays(55)), reportInput(lineId));
    await sendBack(as(scene.people.secondHost, inDays(56)), { id: lineId, reason: '又不亮了。' });
    expect((await getLine(anybody(), lineId)).dueOn.toString()).toBe('2027-01-15');
    expect((await getLine(anybody(), lineId)).progress).toHaveLength(2);
    expect(await lastOf(lineId)).toMatchObject({ move: 'send_back', reason: '又不亮了。' });
    await expect(sendBack(as(scene.people.secondHost), { id: lineId, reason: '再办。' })).rejects.toMatchObject(refused('matters.not_now'));
    await expect(sendBack(as(scene.people.secondHost), { id: crypto.randomUUID(), reason: '再办。' })).rejects.toMatchObject(refused('matters.not_found'));
  });

  it('happens once when two check at once', async () => {
    const { lineId } = await makeLineIn(scene, 'reported_done');
    const tries = await Promise.allSettled([
      verifyLine(as(scene.people.secondHost), { id: lineId, publicPhotoIds: [] }),
      sendBack(as(scene.people.secondCounty), { id: lineId, reason: '再看看。' }),
    ]);
    expect(tries.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('striking a line off', () => {
  it('closes it and its matter on the residents’ word, with the counts for everybody', async () => {
    const { lineId, issueIds } = await makeLineIn(scene, 'judged', { issues: 2 });
    expect(await getLine(anybody(), lineId)).toMatchObject({ judged: null, closingClass: null });
    expect(await closeLine(county(), { id: lineId })).toEqual({ closingClass: 'solved' });
    expect(await getLine(anybody(), lineId)).toMatchObject({ state: 'closed', closingClass: 'solved', judged: { yes: 2, partly: 0, no: 0, silent: 0 } });
    for (const id of issueIds) expect(await matter(id)).toMatchObject({ state: 'closed', ownerRole: null });
    expect(await lastOf(lineId)).toMatchObject({ move: 'close', role: 'county_office', data: { class: 'solved', round: 1, yes: 2, silent: 0 } });
    expect(await lastOf(issueIds[0]!)).toMatchObject({ move: 'close_with_lines', actorKind: 'system', data: { closingClass: 'solved' } });
  });

  it('is refused to the publisher, the verifier, the unit and a host', async () => {
    const { lineId } = await makeLineIn(scene, 'judged');
    const close = (actor: Actor) => closeLine(as(actor), { id: lineId });
    await expect(close(both(scene.people.secondHost, scene.people.thirdCounty))).rejects.toMatchObject(refused('matters.same_person'));
    await expect(close(both(scene.people.host, scene.people.thirdCounty))).rejects.toMatchObject(refused('matters.same_person'));
    await expect(close(both(scene.people.clerk, scene.people.thirdCounty))).rejects.toMatchObject(refused('matters.same_person'));
    for (const actor of [scene.people.clerk, scene.people.host]) await expect(close(actor)).rejects.toMatchObject(refused('matters.not_yours'));
    await expect(close(scene.people.otherCounty)).rejects.toMatchObject(refused('matters.not_found'));
  });

  it('is refused before the residents were asked or have answered', async () => {
    for (const state of ['assigned', 'in_progress', 'reported_done', 'asking'] as const) {
      const { lineId } = await makeLineIn(scene, state);
      await expect(closeLine(county(), { id: lineId })).rejects.toMatchObject(refused('matters.not_now'));
    }
  });

  it('closes a matter with two lines once, also when both are struck off at the same moment', async () => {
    const session = await makePublished(scene, {
      lines: ([topicId]) => [lineInput(scene, topicId!), lineInput(scene, topicId!, { suggestion: '装声控开关。' })],
    });
    for (const lineId of session.lineIds) {
      for (const step of ['accept', 'report', 'verify', 'judge'] as const) await takeLine(scene, step, { lineId, issueIds: session.issueIds });
    }
    await Promise.all([closeLine(county(), { id: session.lineIds[0]! }), closeLine(as(scene.people.secondCounty), { id: session.lineIds[1]! })]);
    expect((await matter(session.issueIds[0]!)).state).toBe('closed');
    const closings = (await listHistory(county(), session.issueIds[0]!)).filter(({ move }) => move === 'close_with_lines');
    expect(closings).toHaveLength(1);
  });

  it('keeps a matter in hand while one of its lines is open', async () => {
    const session = await makePublished(scene, {
      lines: ([topicId]) => [lineInput(scene, topicId!), lineInput(scene, topicId!, { suggestion: '装声控开关。' })],
    });
    const lineId = session.lineIds[0]!;
    for (const step of ['accept', 'report', 'verify', 'judge', 'close'] as const) await takeLine(scene, step, { lineId, issueIds: session.issueIds });
    expect((await matter(session.issueIds[0]!)).state).toBe('in_hand');
  });
});

describe('an actor with a grant over one line', () => {
  it('may strike it off, and its residents’ matters follow although they are out of that actor’s sight', async () => {
    const { lineId, issueIds } = await makeLineIn(scene, 'judged');
    const substitute: Actor = {
      kind: 'account', accountId: newId<'account'>(), name: '代办',
      grants: [{ role: 'county_office', divisionCode: null, organisationId: null, matterId: lineId }],
    };
    await closeLine(as(substitute), { id: lineId });
    expect((await matter(issueIds[0]!)).state).toBe('closed');
  });
});

describe('publishing for the line', () => {
  it('numbers the lines in the order of the minutes', async () => {
    const session = await makePublished(scene, {
      lines: ([topicId]) => ['甲', '乙', '丙'].map((suggestion) => lineInput(scene, topicId!, { suggestion })),
    });
    const numbers = await Promise.all(session.lineIds.map(async (id) => (await matter(id)).number));
    expect(numbers).toEqual(['01', '02', '03'].map((no) => `${session.number}-${no}`));
  });
});
