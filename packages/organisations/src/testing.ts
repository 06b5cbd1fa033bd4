import { system } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { createOrganisation } from './commands.ts';
import type { NewOrganisation } from './rules.ts';

let made = 0;

/** A unit with a name of its own, a department unless said otherwise. Its division must exist. */
export async function makeOrganisation(
  ctx: Context,
  organisation: Partial<NewOrganisation> & { divisionCode: string },
): Promise<string> {
  made += 1;
  const defaults = { kind: 'department' as const, name: `第${made}承办单位` };
  return createOrganisation({ ...ctx, actor: system }, { ...defaults, ...organisation });
}
