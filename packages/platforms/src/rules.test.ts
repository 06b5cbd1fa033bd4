import { describe, expect, it } from 'vitest';
import { NewPlatform } from './rules.ts';

const hall = {
  kind: 'hall',
  name: '苏溪镇民生议事堂',
  organisationId: '019ac0de-0000-7000-8000-000000000001',
  townshipCode: '330782105',
  address: '桥头路 12 号二楼',
  seats: 40,
  openHours: '周一至周五 9:00–17:00，座机 0579-85550000',
};
const faultOf = (change: Record<string, unknown>) =>
  NewPlatform.safeParse({ ...hall, ...change }).error?.issues.map(({ message }) => message);

describe('a hall', () => {
  it('has a name, an address, seats, opening hours and perhaps a landline', () => {
    expect(NewPlatform.safeParse(hall).success).toBe(true);
  });

  it('never shows a person’s mobile number, however it is written', () => {
    for (const number of [
      '13900001234',
      '139 0000 1234',
      '139-0000-1234',
      '１３９００００１２３４',
      '电话13900001234（张）',
    ]) {
      expect(faultOf({ address: `桥头路，${number}` })).toEqual(['platforms.telephone']);
      expect(faultOf({ openHours: `周一 ${number}` })).toEqual(['platforms.telephone']);
    }
  });

  it('has at least one seat, and whole ones', () => {
    expect(faultOf({ seats: 0 })).toEqual(['platforms.seats']);
    expect(faultOf({ seats: 1.5 })).toEqual(['platforms.seats']);
    expect(faultOf({ seats: 2001 })).toEqual(['platforms.seats']);
  });

  it('has no fields that nobody asked for', () => {
    expect(NewPlatform.safeParse({ ...hall, cityCode: '3308' }).success).toBe(false);
  });
});
