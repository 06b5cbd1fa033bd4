import { eventCategories, eventModes } from '@tongxin/events/rules';
import { findPersonal } from '@tongxin/core';
import { siteRoles } from '@tongxin/platforms/rules';
import { patternKinds } from '@tongxin/rotas/rules';
import { beforeAll, describe, expect, test } from 'vitest';
import { planCity, type CityPlan } from '../plan/city.ts';
import { signedInMember, showcase } from '../sign-ins.ts';
import { knownCalendar, officialMap } from '../testing.ts';
import { dayOf } from '../plan/town-time.ts';

const midnight = Temporal.Instant.from('2026-11-21T00:00:00+08:00').epochMilliseconds;
const now = Temporal.Instant.from('2026-11-21T09:20:00+08:00');

let city: CityPlan;
beforeAll(async () => {
  city = planCity({ map: await officialMap(), calendar: knownCalendar(), now, small: false });
}, 60_000);

const peoples = () => [city.city.people, ...city.counties.map(({ people }) => people)];
const networks = () => [city.city.network, ...city.counties.map(({ network }) => network)];
const held = () => networks().flatMap((network) => network.held);
const coming = () => networks().flatMap((network) => network.coming);
const turns = () => networks().flatMap(({ past }) => past.flatMap((rota) => rota.turns));

describe('the whole city', () => {
  test('has six hundred members with post and unit, some with so many posts that they fill three lines', () => {
    const titles = new Map(
      peoples().flatMap(({ members }) => members.map(({ key, dutyTitle }) => [key, dutyTitle] as const)),
    );
    expect(titles.size).toBeGreaterThanOrEqual(600);
    const long = [...titles.values()].filter((title) => title.length > 100);
    expect(long.length).toBeGreaterThanOrEqual(10);
    expect([...titles.values()].filter((title) => title.length > 200)).toEqual([]);
  });

  test('has sites of every role in every county that is at work, and gaps that a town can have', () => {
    for (const { sites, halls, placements, members } of peoples().slice(1)) {
      const roles = new Set([...sites, ...halls].flatMap((site) => site.roles.map(({ role }) => role)));
      expect(siteRoles.filter((role) => !roles.has(role)).length).toBeLessThanOrEqual(4);
      expect(members.length - placements.length).toBeGreaterThanOrEqual(1);
      expect(members.length - placements.length).toBeLessThanOrEqual(members.length / 8);
    }
    const shown = peoples().flatMap(({ sites }) =>
      sites.filter(({ placeCode }) => placeCode.startsWith(showcase)),
    );
    expect(shown.length).toBeGreaterThanOrEqual(7);
    const villages = peoples().flatMap((people) => people.villages).length;
    expect(villages).toBeGreaterThan(3000);
    expect(villages).toBeLessThan(3250);
  });

  test('has a year of turns by several patterns, most of them logged', () => {
    const kinds = new Set(networks().flatMap(({ past }) => past.map(({ pattern }) => pattern.kind)));
    expect([...kinds].toSorted()).toEqual([...patternKinds].toSorted());
    const sites = networks().flatMap(({ past }) => past.filter(({ site }) => site.startsWith('hall:')));
    expect(sites).toHaveLength(146);
    const by = Map.groupBy(turns(), ({ ending }) => ending.how);
    expect(turns().length).toBeGreaterThan(4000);
    expect(by.get('logged')!.length).toBeGreaterThan(turns().length * 0.85);
    for (const how of ['missed', 'cancelled', 'open'] as const)
      expect(by.get(how)?.length ?? 0, how).toBeGreaterThan(0);
    const changes = new Set(turns().map(({ change }) => change?.how));
    expect(changes).toEqual(new Set([undefined, 'swap', 'cover']));
    expect(turns().filter(({ visits }) => visits.some((visit) => 'issue' in visit)).length).toBeGreaterThan(
      20,
    );
  });

  test('has a year of events of every category, on site, online and both, with parts', () => {
    expect(new Set(held().map(({ category }) => category))).toEqual(new Set(eventCategories));
    expect(new Set(held().map(({ mode }) => mode))).toEqual(new Set(eventModes));
    expect(held().length).toBeGreaterThan(600);
    expect(held().filter(({ parent }) => parent !== null).length).toBeGreaterThan(40);
    const plenaries = held().filter(({ category, parent }) => category === 'plenary' && parent === null);
    expect(new Set(plenaries.map(({ placeCode }) => placeCode)).size).toBe(10);
    expect(held().filter(({ ending }) => ending.how === 'cancelled').length).toBeGreaterThan(5);
  });

  test('asks the member who signs in to what is to come', () => {
    const asked = coming().filter(({ members }) => members.includes(signedInMember));
    expect(asked.length).toBeGreaterThanOrEqual(8);
    expect(new Set(coming().map(({ state }) => state))).toEqual(new Set(['published', 'draft', 'cancelled']));
    const said = new Set(coming().flatMap((event) => event.said.map(({ says }) => says)));
    expect(said).toEqual(new Set(['coming', 'declined', 'leave']));
    expect(coming().filter(({ startsAt }) => startsAt < midnight)).toEqual([]);
  });
});

test('nobody is in two places on one day, whatever they are asked to', () => {
  const days = new Map<string, number>();
  const count = (who: string, at: number) => {
    const key = `${who}/${dayOf(at)}`;
    days.set(key, (days.get(key) ?? 0) + 1);
  };
  for (const event of [...held(), ...coming()].filter(({ parent }) => parent === null))
    for (const member of event.members) count(member, event.startsAt);
  for (const { member, change, start } of turns())
    if (member !== null) count(change?.member ?? member, start);
  for (const { steps } of city.counties)
    for (const step of steps)
      if (step.do === 'schedule')
        for (const member of [step.convenor, ...step.members]) count(member, step.startsAt);
  expect([...days].filter(([, times]) => times > 1)).toEqual([]);
});

test('the plan is in the past where it says that something was', () => {
  for (const { ending, endsAt, publishedAt, startsAt } of held()) {
    expect(endsAt).toBeLessThanOrEqual(midnight);
    expect(publishedAt).toBeLessThan(startsAt);
    if (ending.how === 'held') expect(ending.settledAt ?? ending.recordedAt).toBeLessThanOrEqual(midnight);
  }
  for (const { ending } of turns())
    if (ending.how !== 'open') expect(ending.at).toBeLessThanOrEqual(midnight);
});

test('nothing that stays for good tells who somebody is', () => {
  const texts = turns().flatMap(({ visits, ending, change }) => [
    ...visits.flatMap((visit) => ('about' in visit ? [visit.about, visit.said ?? ''] : [])),
    'reason' in ending ? ending.reason : '',
    change?.how === 'cover' ? change.reason : '',
  ]);
  expect([...new Set(texts)].filter((text) => findPersonal(text).length > 0)).toEqual([]);
});
