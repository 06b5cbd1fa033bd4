import { system } from '@tongxin/core';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { cancelEvent } from '@tongxin/events/commands';
import { eventSceneOf, makeDraft, makeEvent, type EventScene } from '@tongxin/events/testing';
import { remind } from '@tongxin/matters/commands';
import { listDue, listHistory } from '@tongxin/matters/queries';
import { matters } from '@tongxin/matters/schema';
import { testNow } from '@tongxin/matters/testing';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dropLead, followUp, landLead } from './index.ts';
import { getLead, listLeads } from '../queries/index.ts';
import { FollowUp } from '../rules/index.ts';
import { makeLead } from '../testing.ts';

let database: TestDatabase;
let scene: EventScene;
let eventId: string;
beforeAll(async () => {
  database = await testDatabase({ connections: 20 });
  scene = await eventSceneOf(database);
  eventId = await makeEvent(scene, { category: 'kinship', title: '赴演示市政协走亲' });
});
afterAll(() => database.close());

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code: string }) => error.code,
  );
const county = (now = testNow) => scene.at(scene.county, now);
const after = (days: number) => testNow.add({ hours: 24 * days });
const dueOn = async (id: string) =>
  (await database.db.select({ dueAt: matters.dueAt }).from(matters).where(eq(matters.id, id)))[0]?.dueAt;
const entry = (over: Record<string, unknown>) =>
  FollowUp.parse({ on: '2026-11-21', what: '通了一次视频会。', ...over });

describe('a lead', () => {
  it('comes from a kinship visit and waits for its organiser, until the day they set', async () => {
    const { id, number } = await makeLead(county(), { eventId, nextOn: '2026-12-01' });
    expect(number).toMatch(/^L330702-2026-\d{4}$/);
    expect((await dueOn(id))?.toString()).toBe('2026-12-01T16:00:00Z');
    expect(await getLead(county(), { id })).toMatchObject({
      state: 'open',
      eventTitle: '赴演示市政协走亲',
      organiser: scene.town.county.name,
      contactPost: '研究院合作处处长',
    });
    const [opened] = await listHistory(county(), id);
    expect(opened).toMatchObject({
      move: 'open',
      role: 'county_office',
      data: { eventId, subject: 'investment' },
    });
  });

  it('is no other event’s, no draft’s, no cancelled one’s, and nobody else’s to enter', async () => {
    const time = { startsAt: '2026-12-05T09:00:00+08:00', endsAt: '2026-12-05T11:00:00+08:00' };
    const training = await makeEvent(scene, time);
    const draft = await makeDraft(scene, { ...time, category: 'kinship' });
    const called = await makeEvent(scene, { ...time, category: 'kinship' });
    await cancelEvent(county(), { id: called, reason: '台风' });
    for (const one of [training, draft, called, crypto.randomUUID()])
      expect(await codeOf(makeLead(county(), { eventId: one }))).toBe('outreach.not_kinship');
    for (const actor of [scene.city, scene.host, scene.otherCounty, scene.auditor])
      expect(await codeOf(makeLead(scene.at(actor), { eventId }))).toBe('outreach.not_kinship');
    expect(await codeOf(makeLead(county(), { eventId, nextOn: '2026-11-01' }))).toBe(
      'outreach.follow_up_day',
    );
  });

  it('sent twice with one key is one lead', async () => {
    const key = crypto.randomUUID();
    const made = await Promise.all(Array.from({ length: 8 }, () => makeLead(county(), { eventId, key })));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    expect(await codeOf(makeLead(county(), { eventId, key, what: '另一件' }))).toBe(
      'idempotency.other_content',
    );
  });

  it('without a follow-up for 90 days is flagged to its owner, and not a day before', async () => {
    const { id } = await makeLead(county(), { eventId });
    const flagged = async (now: Temporal.Instant) => {
      const due = await listDue(scene.at(system, now), { limit: 500, passing: [] });
      const { rows } = await listLeads(county(now), { show: 'open', eventId });
      return [due.some((one) => one.id === id), rows.find((one) => one.id === id)?.quiet];
    };
    expect(await flagged(after(90))).toEqual([false, false]);
    expect(await flagged(after(92))).toEqual([true, true]);
    expect(await remind(scene.at(system, after(92)), id)).toBe('reminded');
    const { rows } = await database.pool.query(
      `select payload->>'unitId' as unit from outbox where payload->>'matterId' = $1 and payload->>'event' = 'reminded'`,
      [id],
    );
    expect(rows).toEqual([{ unit: scene.town.county.id }]);
    await followUp(county(after(92)), { ...entry({ id }), on: Temporal.PlainDate.from('2027-02-20') });
    expect(await flagged(after(93))).toEqual([false, false]);
  });
});

describe('following a lead up', () => {
  it('says what was done and when it goes on; what is written down late does not take the clock back', async () => {
    const { id } = await makeLead(county(), { eventId });
    await followUp(county(), entry({ id, nextOn: '2026-12-10' }));
    expect((await dueOn(id))?.toString()).toBe('2026-12-10T16:00:00Z');
    await followUp(county(), entry({ id, on: '2026-10-01', what: '早先的一次电话。' }));
    expect((await dueOn(id))?.toString()).toBe('2027-02-19T16:00:00Z');
    const lead = await getLead(county(), { id });
    expect(lead.followUps.map(({ seq, onDay }) => [seq, onDay.toString()])).toEqual([
      [2, '2026-10-01'],
      [1, '2026-11-21'],
    ]);
    expect(lead.lastOn.toString()).toBe('2026-11-21');
    expect((await listHistory(county(), id)).map(({ move }) => move)).toEqual([
      'open',
      'follow_up',
      'follow_up',
    ]);
    expect(await codeOf(followUp(county(), entry({ id, on: '2026-11-29' })))).toBe('outreach.follow_up_day');
  });

  it('at once by several keeps each, in order', async () => {
    const { id } = await makeLead(county(), { eventId });
    await Promise.all(Array.from({ length: 6 }, () => followUp(county(), entry({ id }))));
    const { followUps } = await getLead(county(), { id });
    expect(followUps.map(({ seq }) => seq)).toEqual([6, 5, 4, 3, 2, 1]);
  });

  it('ends with what came of it or why it was given up, and then nothing more is written', async () => {
    const [landed, dropped] = [await makeLead(county(), { eventId }), await makeLead(county(), { eventId })];
    await landLead(county(), { id: landed.id, reason: '签了中试线合作书' });
    await dropLead(county(), { id: dropped.id, reason: '对方另选了地方' });
    expect(await getLead(county(), { id: landed.id })).toMatchObject({ state: 'landed', dueAt: null });
    for (const { id } of [landed, dropped]) {
      expect(await codeOf(followUp(county(), entry({ id })))).toBe('matters.not_now');
      expect(await codeOf(dropLead(county(), { id, reason: '再次' }))).toBe('matters.not_now');
    }
    expect(await codeOf(landLead(county(), { id: landed.id, reason: ' ' }))).toBe('matters.reason_missing');
    const { rows } = await listLeads(county(), { show: 'ended', eventId });
    expect(rows.map(({ id }) => id).toSorted()).toEqual([landed.id, dropped.id].toSorted());
  });

  it('names posts and tells nobody’s number, when it is entered, followed up or ended', async () => {
    for (const number of ['13900000001', '139 0000 0001', '0579-8230001', '１３９０００００００１'])
      for (const field of ['organisation', 'what', 'contactPost'])
        expect(await codeOf(makeLead(county(), { eventId, [field]: `处长 ${number}` }))).toBe(
          'outreach.personal_words',
        );
    const { id } = await makeLead(county(), { eventId });
    const what = '打了 13900000001，处长说再看看。';
    expect(await codeOf(followUp(county(), entry({ id, what })))).toBe('outreach.personal_words');
    for (const end of [landLead, dropLead])
      expect(await codeOf(end(county(), { id, reason: what }))).toBe('outreach.personal_words');
    expect((await getLead(county(), { id })).history).toHaveLength(1);
  });

  it('is its organiser’s: offices above read it, others do not find it', async () => {
    const { id } = await makeLead(county(), { eventId });
    expect(await codeOf(getLead(scene.at(scene.city), { id }))).toBe('done');
    expect(await codeOf(followUp(scene.at(scene.city), entry({ id })))).toBe('matters.not_yours');
    for (const actor of [scene.otherCounty, scene.host, scene.auditor]) {
      expect(await codeOf(getLead(scene.at(actor), { id }))).toBe('matters.not_found');
      expect((await listLeads(scene.at(actor), { show: 'open' })).rows).toEqual([]);
    }
    expect(await codeOf(followUp(scene.at(scene.otherCounty), entry({ id })))).toBe('matters.not_found');
  });
});
