import { system } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { addPlatform } from './commands.ts';
import type { NewPlatform } from './rules.ts';

/** A hall for forty people. Its township and the township's liaison group must exist. */
export async function makePlatform(
  ctx: Context,
  platform: Partial<NewPlatform> & Pick<NewPlatform, 'organisationId' | 'townshipCode'>,
): Promise<string> {
  const defaults = {
    kind: 'hall' as const,
    name: '民生议事堂',
    address: '桥头路 12 号二楼',
    seats: 40,
    openHours: '周一至周五 9:00–17:00',
  };
  return addPlatform({ ...ctx, actor: system }, { ...defaults, ...platform });
}
