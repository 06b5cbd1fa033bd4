import { newId, type Actor, type Role } from '@tongxin/core';
import { describe, expect, it } from 'vitest';
import { answerBy, answerDays, canHaveBeen, isOfCommittee, isPlannable, mayVisit } from './index.ts';

const now = Temporal.Instant.from('2026-11-21T07:00:00Z');
const today = Temporal.PlainDate.from('2026-11-21');
const county = { cityCode: '3307', countyCode: '330702' };
const city = { cityCode: '3307', countyCode: null };

const actorOf = (role: Role, divisionCode: string): Actor => ({
  kind: 'account',
  accountId: newId<'account'>(),
  name: '某人',
  grants: [{ role, divisionCode, organisationId: null, matterId: null }],
});

it('what is asked is answered by the end of the thirtieth day', () => {
  expect(answerBy(today).toString()).toBe('2026-12-21T16:00:00Z');
});

it('a visit is planned for today or later, and was today or so lately that its answers still have time', () => {
  expect([-1, 0, 1].map((days) => isPlannable(today.add({ days }), now))).toEqual([false, true, true]);
  expect([-1, 0, 1].map((days) => canHaveBeen(today.add({ days }), now))).toEqual([true, true, false]);
  expect(isPlannable(today.add({ years: 1, days: 1 }), now)).toBe(false);
  const earliest = today.subtract({ days: answerDays });
  expect(canHaveBeen(earliest, now)).toBe(true);
  expect(Temporal.Instant.compare(answerBy(earliest), now)).toBe(1);
  expect(canHaveBeen(earliest.subtract({ days: 1 }), now)).toBe(false);
});

describe('a committee', () => {
  it('is its own office, and not the one above it', () => {
    expect(isOfCommittee(actorOf('county_office', '330702'), county)).toBe(true);
    expect(isOfCommittee(actorOf('city_office', '3307'), county)).toBe(false);
    expect(isOfCommittee(actorOf('host', '330702001'), county)).toBe(false);
    expect(isOfCommittee(actorOf('city_office', '3307'), city)).toBe(true);
  });

  it('visits its own members; the city’s those of the counties too', () => {
    const office = actorOf('county_office', '330702');
    expect(mayVisit(office, county, [county]).allowed).toBe(true);
    expect(mayVisit(office, county, [city])).toMatchObject({ code: 'visits.member_unknown' });
    expect(mayVisit(office, city, [county])).toMatchObject({ code: 'visits.not_yours' });
    expect(mayVisit(actorOf('city_office', '3307'), city, [county]).allowed).toBe(true);
    expect(mayVisit(office, county, [])).toMatchObject({ code: 'visits.member_unknown' });
  });
});
