import { system } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { addMember } from './commands/index.ts';
import type { NewMember } from './rules/index.ts';

let made = 0;

/** A member of the agriculture sector with a name of its own. The committee's office must exist. */
export async function makeMember(
  ctx: Context,
  member: Partial<NewMember> & { organisationId: string },
): Promise<string> {
  made += 1;
  return addMember({ ...ctx, actor: system }, { name: `委员${made}`, sectorCode: '22', ...member });
}
