import { system } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { addPlatform } from './commands/index.ts';
import { NewPlatform } from './rules/index.ts';

type Hall = Partial<Omit<NewPlatform, 'placeCode'>> & { organisationId: string; townshipCode: string };

/** A hall for forty people, open from Monday to Friday. Its township and the township's liaison group must exist. */
export async function makePlatform(ctx: Context, { townshipCode, ...platform }: Hall): Promise<string> {
  const name = platform.name ?? '民生议事堂';
  const week = [1, 2, 3, 4, 5].map((day) => ({ day, from: '09:00', to: '17:00' }));
  const defaults = {
    placeCode: townshipCode,
    name,
    address: '桥头路 12 号二楼',
    seats: 40,
    hours: { week, closesOnHolidays: true, exceptions: [] },
    roles: [{ role: 'hall', plaqueName: name }],
  };
  return addPlatform({ ...ctx, actor: system }, NewPlatform.parse({ ...defaults, ...platform }));
}
