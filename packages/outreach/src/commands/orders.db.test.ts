import { system, type Actor } from '@tongxin/core';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { sceneOf, type Scene } from '@tongxin/issues/testing';
import { listDue, listHistory } from '@tongxin/matters/queries';
import { contextOf, makeTown, testNow } from '@tongxin/matters/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getOrder, listMenu, listOrders } from '../queries/index.ts';
import { makeOffer, makeOrder } from '../testing.ts';
import {
  callOffOrder,
  changeDate,
  dateOrder,
  declineOrder,
  endOffer,
  serveOrder,
  tellDeclined,
} from './index.ts';

let database: TestDatabase;
let scene: Scene;
let offerId: string;
beforeAll(async () => {
  database = await testDatabase({ connections: 20 });
  scene = sceneOf(database, await makeTown(database));
  offerId = (await makeOffer(as(scene.people.county))).id;
});
afterAll(() => database.close());

const as = (actor: Actor, now = testNow) => contextOf(database, actor, now);
const host = (now = testNow) => as(scene.people.host, now);
const county = (now = testNow) => as(scene.people.county, now);
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code: string }) => error.code,
  );
const day = (text: string) => Temporal.PlainDate.from(text);
const comesOn = day('2026-12-05');
const later = testNow.add({ hours: 24 * 20 });
const movesOf = async (id: string) => (await listHistory(host(), id)).map(({ move }) => move);
const noticesOf = async (id: string) =>
  (
    await database.pool.query<{ unit: string }>(
      `select payload->>'unitId' as unit from outbox where payload->>'matterId' = $1 order by id`,
      [id],
    )
  ).rows.map(({ unit }) => unit);

describe('the menu', () => {
  it('is each committee’s own: its townships see theirs and the city’s, nobody another county’s', async () => {
    const ofCity = await makeOffer(as(scene.people.city), { divisionCode: '3307', service: 'law' });
    const other = await makeOffer(as(scene.people.otherCounty), { divisionCode: '330703' });
    const seen = async (actor: Actor) => (await listMenu(as(actor))).map(({ id }) => id);
    for (const actor of [scene.people.host, scene.people.county]) {
      const ids = await seen(actor);
      expect(ids).toEqual(expect.arrayContaining([offerId, ofCity.id]));
      expect(ids).not.toContain(other.id);
    }
    expect(await seen(scene.people.city)).toEqual(expect.arrayContaining([offerId, ofCity.id, other.id]));
    for (const actor of [scene.people.auditor, scene.people.clerk]) expect(await seen(actor)).toEqual([]);
    const own = (await listMenu(county())).filter(({ may }) => may.end).map(({ id }) => id);
    expect(own).toContain(offerId);
    expect(own).not.toContain(ofCity.id);
  });

  it('is kept by its own office alone, names each thing once, and nobody’s number', async () => {
    for (const actor of [scene.people.city, scene.people.otherCounty, scene.people.host])
      expect(await codeOf(makeOffer(as(actor)))).toBe('outreach.not_yours');
    expect(await codeOf(makeOffer(county(), { divisionCode: '3307' }))).toBe('outreach.not_yours');
    const title = '乡村大舞台';
    const added = await Promise.all(
      Array.from({ length: 4 }, () => codeOf(makeOffer(county(), { title, service: 'culture' }))),
    );
    expect(added.toSorted()).toEqual(['done', ...Array.from({ length: 3 }, () => 'outreach.offer_exists')]);
    expect(await codeOf(makeOffer(county(), { what: '联系 13900000001' }))).toBe('outreach.personal_words');
  });

  it('holds no more than people read', async () => {
    const other = as(scene.people.otherCounty);
    let refused = 'done';
    for (let made = 0; made < 61 && refused === 'done'; made += 1)
      refused = await codeOf(makeOffer(other, { divisionCode: '330703' }));
    expect(refused).toBe('outreach.menu_full');
    expect((await listMenu(other)).filter(({ may }) => may.end)).toHaveLength(60);
  });

  it('says who put a thing there and who took it down; then nobody orders it', async () => {
    const { id } = await makeOffer(county());
    const before = await makeOrder(host(), { offerId: id });
    expect(await codeOf(endOffer(as(scene.people.city), { id }))).toBe('outreach.not_yours');
    expect(await codeOf(endOffer(as(scene.people.otherCounty), { id }))).toBe('outreach.offer_unknown');
    await endOffer(county(), { id });
    expect(await codeOf(endOffer(county(), { id }))).toBe('outreach.offer_unknown');
    expect(await codeOf(makeOrder(host(), { offerId: id }))).toBe('outreach.not_offered');
    await dateOrder(county(), { id: before.id, comesOn });
    const { rows } = await database.pool.query(
      `select added_by as added, ended_by as ended, ended_at is not null as over from outreach_offers where id = $1`,
      [id],
    );
    const accountId = (scene.people.county as { accountId: string }).accountId;
    expect(rows).toEqual([{ added: accountId, ended: accountId, over: true }]);
  });
});

describe('a village’s order', () => {
  it('is placed by its township, and the county’s office hears of it and has five working days', async () => {
    const { id, number } = await makeOrder(host(), { offerId });
    expect(number).toMatch(/^S330702001-2026-\d{4}$/);
    expect(await noticesOf(id)).toEqual([scene.town.county.id]);
    const order = await getOrder(county(), { id });
    expect(order).toMatchObject({
      state: 'asked',
      village: '桥头社区',
      expected: 80,
      ownerRole: 'county_office',
    });
    expect(order.dueAt?.toString()).toBe('2026-11-27T16:00:00Z');
    const due = await listDue(as(system, testNow.add({ hours: 24 * 10 })), { limit: 500, passing: [] });
    expect(due.map((one) => one.id)).toContain(id);
    expect(await movesOf(id)).toEqual(['open']);
  });

  it('is nobody else’s to place, and only of what comes to that village, in time', async () => {
    for (const actor of [
      scene.people.neighbour,
      scene.people.county,
      scene.people.city,
      scene.people.auditor,
    ])
      expect(await codeOf(makeOrder(as(actor), { offerId }))).toBe('outreach.not_yours');
    const elsewhere = await database.pool.query<{ id: string }>(
      `select id from outreach_offers where county_code = '330703' limit 1`,
    );
    for (const one of [elsewhere.rows[0]!.id, crypto.randomUUID()])
      expect(await codeOf(makeOrder(host(), { offerId: one }))).toBe('outreach.not_offered');
    for (const wishedOn of ['2026-11-20', '2027-11-22'])
      expect(await codeOf(makeOrder(host(), { offerId, wishedOn }))).toBe('outreach.coming_day');
    expect(await codeOf(makeOrder(host(), { offerId, words: '找 13900000001' }))).toBe(
      'outreach.personal_words',
    );
    expect(await codeOf(makeOrder(host(), { offerId, divisionCode: '330702001999' }))).toBe(
      'divisions.not_found',
    );
  });

  it('sent twice with one key is one order', async () => {
    const key = crypto.randomUUID();
    const made = await Promise.all(Array.from({ length: 8 }, () => makeOrder(host(), { offerId, key })));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    expect(await codeOf(makeOrder(host(), { offerId, key, expected: 9 }))).toBe('idempotency.other_content');
  });

  it('gets a date, of which the township hears, and the people served are counted afterwards', async () => {
    const { id } = await makeOrder(host(), { offerId });
    expect(await codeOf(dateOrder(host(), { id, comesOn }))).toBe('matters.not_yours');
    expect(await codeOf(dateOrder(county(), { id, comesOn: day('2026-11-01') }))).toBe('outreach.coming_day');
    await dateOrder(county(), { id, comesOn });
    expect((await noticesOf(id)).at(-1)).toBe(scene.town.township.id);
    expect((await getOrder(host(), { id })).dueAt?.toString()).toBe('2026-12-12T16:00:00Z');
    await changeDate(host(), { id, comesOn: day('2026-12-08'), reason: '那天村里有红白事。' });
    const counted = { id, servedOn: day('2026-12-08'), people: 63, words: '看了六十三位，转诊两位。' };
    expect(await codeOf(serveOrder(host(), counted))).toBe('outreach.served_day');
    expect(await codeOf(serveOrder(host(later), { ...counted, servedOn: day('2026-11-01') }))).toBe(
      'outreach.served_day',
    );
    expect(await codeOf(serveOrder(host(later), { ...counted, words: '张某 13900000001' }))).toBe(
      'outreach.personal_words',
    );
    await serveOrder(host(later), counted);
    expect(await getOrder(host(), { id })).toMatchObject({ state: 'served', people: 63, dueAt: null });
    expect(await movesOf(id)).toEqual(['open', 'date', 'change_date', 'serve']);
    expect(await codeOf(serveOrder(host(later), counted))).toBe('matters.not_now');
  });

  it('or a reason, which is an answer once the township has told the village', async () => {
    const { id } = await makeOrder(host(), { offerId });
    expect(await codeOf(declineOrder(county(), { id, reason: ' ' }))).toBe('matters.reason_missing');
    await dateOrder(county(), { id, comesOn });
    await declineOrder(county(), { id, reason: '医疗队当天抽调，年内排满了。' });
    const order = await getOrder(host(), { id });
    expect(order).toMatchObject({
      state: 'declined',
      reason: '医疗队当天抽调，年内排满了。',
      comesOn: null,
      closedAt: null,
      ownerRole: 'host',
    });
    expect(await codeOf(tellDeclined(county(), { id }))).toBe('matters.not_yours');
    await tellDeclined(host(), { id });
    expect((await getOrder(host(), { id })).state).toBe('told');
    expect(await movesOf(id)).toEqual(['open', 'date', 'decline', 'tell']);
  });

  it('declined before there was a day, the township hears of it', async () => {
    const { id } = await makeOrder(host(), { offerId });
    await declineOrder(county(), { id, reason: '年内排满了。' });
    expect((await noticesOf(id)).at(-1)).toBe(scene.town.township.id);
  });

  it('can be called off by its township, with the reason', async () => {
    const { id } = await makeOrder(host(), { offerId });
    expect(await codeOf(callOffOrder(county(), { id, reason: '不要了' }))).toBe('matters.not_yours');
    await callOffOrder(host(), { id, reason: '村里自己请了人。' });
    expect((await getOrder(county(), { id })).state).toBe('called_off');
    expect(await codeOf(dateOrder(county(), { id, comesOn }))).toBe('matters.not_now');
  });

  it('answered by two at once has one answer', async () => {
    const { id } = await makeOrder(host(), { offerId });
    const answers = await Promise.all([
      codeOf(callOffOrder(host(), { id, reason: '不要了。' })),
      ...Array.from({ length: 4 }, () => codeOf(dateOrder(county(), { id, comesOn }))),
    ]);
    const moves = await movesOf(id);
    expect(answers.filter((answer) => answer === 'done')).toHaveLength(moves.length - 1);
    expect(moves.filter((move) => move === 'date').length).toBeLessThanOrEqual(1);
  });

  it('is for the offices of its ground', async () => {
    const { id } = await makeOrder(host(), { offerId });
    const { neighbour, otherCounty, clerk, auditor, city } = scene.people;
    for (const actor of [neighbour, otherCounty, clerk, auditor]) {
      expect(await codeOf(getOrder(as(actor), { id }))).toBe('matters.not_found');
      expect((await listOrders(as(actor), {})).rows.filter((row) => row.id === id)).toEqual([]);
    }
    for (const actor of [neighbour, otherCounty, clerk])
      expect(await codeOf(declineOrder(as(actor), { id, reason: '不行' }))).toBe('matters.not_found');
    expect((await getOrder(as(city), { id })).id).toBe(id);
    await dateOrder(as(city), { id, comesOn });
  });

  it('stands in the list page by page, newest first, each once, and the list can be narrowed', async () => {
    for (let made = 0; made < 22; made += 1) await makeOrder(host(), { offerId });
    const found: string[] = [];
    let after: { at: string; id: string } | undefined;
    do {
      const page = await listOrders(county(), { state: 'asked', service: 'health', after });
      expect(page.rows.length).toBeLessThanOrEqual(20);
      found.push(...page.rows.map(({ id }) => id));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(found.length).toBeGreaterThan(21);
    expect(new Set(found).size).toBe(found.length);
    expect(found).toEqual(found.toSorted().toReversed());
    expect((await listOrders(county(), { service: 'sport' })).rows).toEqual([]);
  });
});
