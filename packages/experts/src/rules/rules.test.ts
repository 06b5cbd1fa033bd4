import { newId, type Actor, type Role } from '@tongxin/core';
import { describe, expect, it } from 'vitest';
import { expertMoves, expertWorkflow, isVisitDay, mayKeepTeam, RequestExpert, serves } from './index.ts';

const now = Temporal.Instant.from('2026-11-21T07:00:00Z');
const today = Temporal.PlainDate.from('2026-11-21');

const actorOf = (role: Role, divisionCode: string): Actor => ({
  kind: 'account',
  accountId: newId<'account'>(),
  name: '某人',
  grants: [{ role, divisionCode, organisationId: null, matterId: null }],
});

describe('an expert', () => {
  it('is of a team of the city for everybody, and of a county’s for what lies in the county', () => {
    const ofCity = { cityCode: '3307', countyCode: null };
    const ofCounty = { cityCode: '3307', countyCode: '330702' };
    const here = { cityCode: '3307', countyCode: '330702', townshipCode: '330702001' };
    const there = { cityCode: '3307', countyCode: '330703', townshipCode: null };
    const everywhere = { cityCode: '3307', countyCode: null, townshipCode: null };
    const elsewhere = { cityCode: '3306', countyCode: null, townshipCode: null };
    expect([here, there, everywhere, elsewhere].map((request) => serves(ofCity, request))).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect([here, there, everywhere, elsewhere].map((request) => serves(ofCounty, request))).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  it('comes today at the earliest and within a year', () => {
    expect(isVisitDay(today, now)).toBe(true);
    expect(isVisitDay(today.add({ years: 1 }), now)).toBe(true);
    expect(isVisitDay(today.subtract({ days: 1 }), now)).toBe(false);
    expect(isVisitDay(today.add({ years: 1, days: 1 }), now)).toBe(false);
  });

  it('makes no move that an office cannot write down for somebody without an account', () => {
    for (const move of expertMoves) {
      const by: readonly string[] = expertWorkflow.moves[move].by;
      expect(by).toContain('follows');
      expect(by).toContain('county_office');
    }
  });
});

describe('a team', () => {
  it('is kept by the office of its place and by the city’s', () => {
    const county = { cityCode: '3307', countyCode: '330702' };
    const city = { cityCode: '3307', countyCode: null };
    expect(mayKeepTeam(actorOf('county_office', '330702'), county).allowed).toBe(true);
    expect(mayKeepTeam(actorOf('county_office', '330702'), city).allowed).toBe(false);
    expect(mayKeepTeam(actorOf('city_office', '3307'), county).allowed).toBe(true);
    expect(mayKeepTeam(actorOf('host', '330702001'), county).allowed).toBe(false);
    expect(mayKeepTeam(actorOf('county_office', '330703'), county).allowed).toBe(false);
  });
});

it('a request asks for at most six things beside its key', () => {
  const asked = Object.keys(RequestExpert.shape).filter((field) => field !== 'key');
  expect(asked.length).toBeLessThanOrEqual(6);
});
