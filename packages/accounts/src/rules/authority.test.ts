import { roles, type Role } from '@tongxin/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actorWith, type WantedGrant } from '../testing.ts';
import {
  grantersOf,
  mayAdminister,
  mayCreate,
  mayGrant,
  mayRevoke,
  needsTotp,
  scopesOf,
  type HeldGrant,
  type Holder,
} from './index.ts';

const city = ['3307'];
const yiwu = ['3307', '330782'];
const suxi = [...yiwu, '330782105'];
const dongyang = ['3307', '330783'];

const holder = (divisionCodes: readonly string[], grants: HeldGrant[] = []): Holder => ({
  accountId: '0190a000-0000-7000-8000-000000000001',
  divisionCodes,
  grants,
});
const over = (role: Role, divisionCodes: readonly string[], scope: HeldGrant['scope']): HeldGrant => ({
  role,
  matterId: null,
  divisionCodes,
  scope,
});

const cityOffice = actorWith([{ role: 'city_office', divisionCode: '3307' }]);
const countyOffice = actorWith([{ role: 'county_office', divisionCode: '330782' }]);
const operator = actorWith([{ role: 'operator', divisionCode: '3307' }]);
const host = actorWith([{ role: 'host', divisionCode: '330782105' }]);

const code = (decision: { allowed: boolean; code?: string }) => (decision.allowed ? 'yes' : decision.code);

describe('giving a role', () => {
  it('is done by a county office within its own county', () => {
    expect(code(mayGrant(countyOffice, over('host', suxi, 'township'), holder(suxi)))).toBe('yes');
    expect(code(mayGrant(countyOffice, over('county_office', yiwu, 'county'), holder(yiwu)))).toBe('yes');
  });

  it('does not reach accounts of another county: they are not there', () => {
    expect(code(mayGrant(countyOffice, over('host', suxi, 'township'), holder(dongyang)))).toBe(
      'accounts.not_found',
    );
  });

  it('does not reach over another county, even for one’s own people', () => {
    const wanted = over('host', [...dongyang, '330783123'], 'township');
    expect(code(mayGrant(countyOffice, wanted, holder(suxi)))).toBe('accounts.beyond_own_scope');
  });

  it('leaves the city’s roles, the auditor and the operator to those above', () => {
    expect(code(mayGrant(countyOffice, over('city_office', city, 'city'), holder(yiwu)))).toBe(
      'accounts.role_not_yours',
    );
    expect(code(mayGrant(countyOffice, over('auditor', yiwu, 'county'), holder(yiwu)))).toBe(
      'accounts.role_not_yours',
    );
    expect(code(mayGrant(cityOffice, over('operator', city, 'city'), holder(city)))).toBe(
      'accounts.role_not_yours',
    );
    expect(code(mayGrant(operator, over('operator', city, 'city'), holder(city)))).toBe('yes');
  });

  it('is never done to oneself', () => {
    const own = { ...holder(city), accountId: cityOffice.accountId };
    expect(code(mayGrant(cityOffice, over('auditor', city, 'city'), own))).toBe('accounts.own_account');
  });

  it('needs a scope that fits the role', () => {
    expect(code(mayGrant(cityOffice, over('county_office', suxi, 'township'), holder(suxi)))).toBe(
      'accounts.wrong_scope',
    );
    expect(code(mayGrant(cityOffice, over('department_clerk', yiwu, 'county'), holder(yiwu)))).toBe(
      'accounts.wrong_scope',
    );
  });

  it('over one matter is for the whole city’s offices', () => {
    const wanted: HeldGrant = { role: 'host', matterId: 'some matter', divisionCodes: [], scope: 'matter' };
    expect(code(mayGrant(cityOffice, wanted, holder(suxi)))).toBe('yes');
    expect(code(mayGrant(countyOffice, wanted, holder(suxi)))).toBe('accounts.beyond_own_scope');
  });

  it('is not for hosts, clerks, members or strangers', () => {
    expect(code(mayGrant(host, over('host', suxi, 'township'), holder(suxi)))).toBe('accounts.not_found');
    expect(code(mayGrant({ kind: 'anonymous' }, over('host', suxi, 'township'), holder(suxi)))).toBe(
      'accounts.not_found',
    );
  });
});

describe('looking after an account', () => {
  it('stops where the account holds a role that one could not give', () => {
    const both = holder(yiwu, [over('host', suxi, 'township'), over('city_office', city, 'city')]);
    expect(code(mayAdminister(countyOffice, both))).toBe('accounts.above_you');
    expect(code(mayAdminister(cityOffice, both))).toBe('yes');
    expect(code(mayAdminister(cityOffice, holder(city, [over('operator', city, 'city')])))).toBe(
      'accounts.above_you',
    );
  });

  it('makes new accounts only within one’s own places', () => {
    expect(code(mayCreate(countyOffice, suxi))).toBe('yes');
    expect(code(mayCreate(countyOffice, dongyang))).toBe('accounts.beyond_own_scope');
    expect(code(mayCreate(host, suxi))).toBe('accounts.role_not_yours');
  });
});

describe('the rules as a whole', () => {
  const places = { city, yiwu, suxi, dongyang };
  const anyPlace = fc.constantFrom(...Object.values(places));
  const anyRole = fc.constantFrom(...roles);
  const anyScope = fc.constantFrom<HeldGrant['scope']>(
    'city',
    'county',
    'township',
    'village',
    'organisation',
  );
  const anyGrant = fc
    .record({ role: anyRole, divisionCodes: anyPlace, scope: anyScope })
    .map((grant): HeldGrant => ({ ...grant, matterId: null }));
  const anyActor = fc
    .array(fc.record({ role: anyRole, divisionCode: anyPlace.map((codes) => codes.at(-1)!) }), {
      maxLength: 3,
    })
    .map((grants: WantedGrant[]) => actorWith(grants));

  it('let nobody give more than they themselves could be given by those grants', () => {
    fc.assert(
      fc.property(anyActor, anyGrant, anyPlace, (actor, wanted, home) => {
        if (!mayGrant(actor, wanted, holder(home)).allowed) return;
        const cover = actor.grants.some(
          ({ role, divisionCode }) =>
            grantersOf[wanted.role].includes(role) && wanted.divisionCodes.includes(divisionCode!),
        );
        expect(cover).toBe(true);
        expect(scopesOf[wanted.role]).toContain(wanted.scope);
      }),
    );
  });

  it('let whoever may give a role take it back', () => {
    fc.assert(
      fc.property(anyActor, anyGrant, anyPlace, (actor, wanted, home) => {
        if (mayGrant(actor, wanted, holder(home)).allowed)
          expect(mayRevoke(actor, wanted, holder(home)).allowed).toBe(true);
      }),
    );
  });

  it('let nobody become more by looking after somebody else’s account', () => {
    fc.assert(
      fc.property(anyActor, fc.array(anyGrant, { maxLength: 3 }), anyPlace, (actor, held, home) => {
        if (!mayAdminister(actor, holder(home, held)).allowed) return;
        for (const grant of held) expect(mayRevoke(actor, grant, holder(home, held)).allowed).toBe(true);
      }),
    );
  });
});

describe('the second factor', () => {
  const staff = { twoFactorEnabled: false, grants: [{ role: 'host' as const }] };
  it('is asked of staff, not of members and not in the demo', () => {
    expect(needsTotp(staff, { requireTotp: true })).toBe(true);
    expect(needsTotp({ ...staff, twoFactorEnabled: true }, { requireTotp: true })).toBe(false);
    expect(needsTotp(staff, { requireTotp: false })).toBe(false);
    expect(needsTotp({ twoFactorEnabled: false, grants: [{ role: 'member' }] }, { requireTotp: true })).toBe(
      false,
    );
  });
});
