import { describe, expect, it } from 'vitest';
import { NewPlatform, PlatformAndReason } from './inputs.ts';

const site = {
  name: '苏溪镇民生议事堂',
  organisationId: '019ac0de-0000-7000-8000-000000000001',
  placeCode: '330782105',
  address: '桥头路 12 号二楼',
  seats: 40,
  hoursNote: '周一至周五 9:00–17:00，座机 0579-85550000',
  roles: [{ role: 'hall', plaqueName: '苏溪镇民生议事堂' }],
};
const faultOf = (change: Record<string, unknown>) =>
  NewPlatform.safeParse({ ...site, ...change }).error?.issues.map(({ message }) => message);

describe('a site', () => {
  it('has a name, an address, seats, a plaque and perhaps a landline', () => {
    expect(NewPlatform.safeParse(site).success).toBe(true);
  });

  it('never shows a person’s mobile number, however and wherever it is written', () => {
    for (const number of [
      '13900001234',
      '139 0000 1234',
      '139-0000-1234',
      '139.0000.1234',
      '１３９００００１２３４',
      '电话13900001234（张）',
    ]) {
      for (const field of ['name', 'address', 'hoursNote', 'leadPost', 'authorityDocument', 'rules'])
        expect([field, faultOf({ [field]: `桥头路，${number}` })]).toEqual([field, ['platforms.telephone']]);
      expect(faultOf({ services: [`问 ${number}`] })).toEqual(['platforms.telephone']);
      expect(faultOf({ roles: [{ role: 'hall', plaqueName: number }] })).toEqual(['platforms.telephone']);
      const day = { on: '2026-12-24', periods: [], note: `找 ${number}` };
      expect(faultOf({ hours: { week: [], closesOnHolidays: true, exceptions: [day] } })).toEqual([
        'platforms.telephone',
      ]);
      // Why a site was closed is public too.
      const closing = PlatformAndReason.safeParse({ id: site.organisationId, reason: `问 ${number}` });
      expect(closing.error?.issues.map(({ message }) => message)).toEqual(['platforms.telephone']);
    }
  });

  it('has whole seats, or none where nobody meets', () => {
    expect(faultOf({ seats: 0 })).toBeUndefined();
    expect(faultOf({ seats: -1 })).toEqual(['platforms.seats']);
    expect(faultOf({ seats: 1.5 })).toEqual(['platforms.seats']);
    expect(faultOf({ seats: 2001 })).toEqual(['platforms.seats']);
  });

  it('has at least one plaque and none twice', () => {
    const [hall] = site.roles;
    expect(faultOf({ roles: [] })).toEqual(['platforms.no_role']);
    expect(faultOf({ roles: [hall, { ...hall, plaqueName: '另一块' }] })).toEqual(['platforms.roles_twice']);
    expect(faultOf({ roles: [hall, { role: 'studio', plaqueName: '委员工作室' }] })).toBeUndefined();
  });

  it('takes an empty field for nothing', () => {
    expect(NewPlatform.parse({ ...site, rules: '', leadPost: '' })).toMatchObject({
      rules: null,
      leadPost: null,
    });
  });

  it('has no fields that nobody asked for', () => {
    expect(NewPlatform.safeParse({ ...site, cityCode: '3308' }).success).toBe(false);
  });
});
