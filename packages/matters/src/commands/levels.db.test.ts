import { newId, system, type Actor, type Role } from '@tongxin/core';
import { transact } from '@tongxin/db';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findHistory, getMatter, listHistory, listMatters, listOpenItems } from '../queries/index.ts';
import { defineWorkflow, newReceipt } from '../rules/index.ts';
import { journal, matters } from '../schema.ts';
import { contextOf, makeTown, type Town } from '../testing.ts';
import { advance, openMatter, remind } from './index.ts';

const name = { 'zh-CN': '名', en: 'name' };
const walk = defineWorkflow({
  kind: 'event',
  initial: 'planned',
  states: {
    planned: { owner: 'organiser', clock: { workingDays: 1 }, label: name },
    done: { final: true, label: name },
  },
  moves: {
    note: { from: ['planned'], to: 'stay', by: ['organiser'], label: name },
    finish: { from: ['planned'], to: 'done', by: ['organiser'], label: name },
  },
});

let database: TestDatabase;
let town: Town;
beforeAll(async () => {
  database = await testDatabase();
  town = await makeTown(database);
});
afterAll(() => database.close());

const account = (role: Role, divisionCode: string): Actor => ({
  kind: 'account',
  accountId: newId<'account'>(),
  name: 'A',
  grants: [{ role, divisionCode, organisationId: null, matterId: null }],
});
const host = account('host', '330702001');
const county = account('county_office', '330702');
const otherCounty = account('county_office', '330703');
const city = account('city_office', '3307');
const as = (actor: Actor) => contextOf(database, actor);

async function planned(level: 'city' | 'county' | 'township') {
  const matter = {
    number: newReceipt(),
    organisationId: town[level].id,
    cityCode: '3307',
    countyCode: level === 'city' ? null : '330702',
    townshipCode: level === 'township' ? '330702001' : null,
    villageCode: null,
  };
  const { id } = await transact(as(system), (tx, ctx) => openMatter(tx, ctx, walk, matter));
  return id;
}

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code: string }) => error.code,
  );

describe('a matter of the whole city or of a whole county', () => {
  it('is owned by its organising unit, in the role of its level, and its journal keeps that level', async () => {
    const rows = { city: 'city_office', county: 'county_office', township: 'host' } as const;
    for (const [level, ownerRole] of Object.entries(rows)) {
      const id = await planned(level as keyof typeof rows);
      const [row] = await database.db
        .select({ ownerRole: matters.ownerRole, ownerUnitId: matters.ownerUnitId })
        .from(matters)
        .where(eq(matters.id, id));
      expect(row).toEqual({ ownerRole, ownerUnitId: town[level as keyof typeof rows].id });
    }
    const id = await planned('county');
    await advance(as(county), walk, { matterId: id, move: 'note' });
    const entries = await database.db
      .select({ countyCode: journal.countyCode, townshipCode: journal.townshipCode })
      .from(journal)
      .where(eq(journal.matterId, id));
    expect(entries).toEqual(Array.from({ length: 2 }, () => ({ countyCode: '330702', townshipCode: null })));
  });

  it('does not exist for those below it and beside it', async () => {
    const ofCity = await planned('city');
    const ofCounty = await planned('county');
    for (const stranger of [host, county, otherCounty]) {
      expect(await codeOf(getMatter(as(stranger), ofCity))).toBe('matters.not_found');
      expect(await codeOf(advance(as(stranger), walk, { matterId: ofCity, move: 'note' }))).toBe(
        'matters.not_found',
      );
    }
    for (const stranger of [host, otherCounty])
      expect(await codeOf(getMatter(as(stranger), ofCounty))).toBe('matters.not_found');
    expect((await listMatters(as(county), [ofCity, ofCounty])).map(({ id }) => id)).toEqual([ofCounty]);
    expect((await getMatter(as(city), ofCounty)).id).toBe(ofCounty);
  });

  it('is moved by its own level, not by an office above that may read it', async () => {
    const ofCounty = await planned('county');
    const ofTownship = await planned('township');
    expect(await codeOf(advance(as(city), walk, { matterId: ofCounty, move: 'finish' }))).toBe(
      'matters.not_yours',
    );
    expect(await codeOf(advance(as(county), walk, { matterId: ofTownship, move: 'finish' }))).toBe(
      'matters.not_yours',
    );
    await advance(as(county), walk, { matterId: ofCounty, move: 'finish' });
    await advance(as(host), walk, { matterId: ofTownship, move: 'finish' });
  });

  it('waits on the open items of its level alone', async () => {
    const ids = {
      city: await planned('city'),
      county: await planned('county'),
      township: await planned('township'),
    };
    const waiting = async (actor: Actor) => {
      const { rows } = await listOpenItems(as(actor), { kind: 'event' });
      return Object.entries(ids).flatMap(([level, id]) => (rows.some((row) => row.id === id) ? [level] : []));
    };
    expect(await waiting(city)).toEqual(['city']);
    expect(await waiting(county)).toEqual(['county']);
    expect(await waiting(host)).toEqual(['township']);
    expect(await waiting(otherCounty)).toEqual([]);
  });

  it('that is late after three reminders is told to the office above it, the city’s own to itself', async () => {
    for (const level of ['city', 'county'] as const) {
      const id = await planned(level);
      const late = contextOf(database, system, Temporal.Instant.from('2026-12-20T07:00:00Z'));
      for (const expected of ['reminded', 'reminded', 'reminded', 'escalated'] as const)
        expect(await remind(late, id)).toBe(expected);
    }
  });

  it('opens its history to an auditor of the city, and to none of a county', async () => {
    const id = await planned('city');
    expect(await codeOf(findHistory(as(account('auditor', '330702')), { number: id }))).toBe(
      'matters.not_found',
    );
    const { matter } = await findHistory(as(account('auditor', '3307')), { number: id });
    expect(matter.id).toBe(id);
    expect(await listHistory(as(system), id)).toHaveLength(1);
  });
});

describe('the database', () => {
  const insert = (over: Partial<typeof matters.$inferInsert>) =>
    database.db
      .insert(matters)
      .values({
        id: newId<'matter'>(),
        kind: 'event',
        number: newReceipt(),
        chainId: newId(),
        organisationId: town.city.id,
        cityCode: '3307',
        countyCode: null,
        townshipCode: null,
        villageCode: null,
        state: 'done',
        openedAt: as(system).now(),
        closedAt: as(system).now(),
        changedAt: as(system).now(),
        entryCount: 0,
        ...over,
      })
      .then(
        () => 'kept',
        (error: { cause?: { constraint?: string } }) => error.cause?.constraint,
      );

  it('refuses a township without its county, a village without its township, and words of residents without ground', async () => {
    expect(await insert({})).toBe('kept');
    expect(await insert({ townshipCode: '330702001' })).toBe('matters_levels_check');
    expect(await insert({ countyCode: '330702', villageCode: '330702001001' })).toBe('matters_levels_check');
    for (const kind of ['issue', 'topic', 'session', 'outcome_line'] as const)
      expect(await insert({ kind, countyCode: '330702' })).toBe('matters_ground_check');
    expect(await insert({ kind: 'turn', countyCode: '330702' })).toBe('kept');
  });
});
