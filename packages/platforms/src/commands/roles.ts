import { ensure, newId } from '@tongxin/core';
import { transact, type Context } from '@tongxin/db';
import { and, eq, isNull } from 'drizzle-orm';
import { mayCarry, mayKeep, refusals, type AddRole, type EndRole } from '../rules/index.ts';
import { platformRoles } from '../schema.ts';
import { ensureOpen } from './keep.ts';
import { lockPlatform, record, refusal, today } from './record.ts';

/**
 * Hangs a further plaque beside the door, from today on. Locks the site. Refuses: platforms.not_found, not_yours,
 * closed, hall_township, has_role.
 */
export async function addRole(ctx: Context, { id, role, plaqueName, reason }: AddRole): Promise<void> {
  await transact(ctx, async (tx, inside) => {
    const site = await lockPlatform(inside, id);
    ensure(mayKeep(ctx.actor, site), refusals);
    ensureOpen(site);
    ensure(mayCarry([role], site), refusals);
    const held = await tx.$count(platformRoles, isCurrent(id, role));
    if (held > 0) throw refusal('platforms.has_role');
    const row = { id: newId<'platform_role'>(), platformId: id, role, plaqueName, sinceOn: today(ctx) };
    await tx.insert(platformRoles).values(row);
    await record(inside, { platformId: id, action: 'role_added', reason, facts: { role, plaqueName } });
  });
}

/**
 * Takes a plaque down; the site stays with its others. The last one comes down by closing the site. Locks the site.
 * Refuses: platforms.not_found, not_yours, role_ended, last_role.
 */
export async function endRole(ctx: Context, { id, role, reason }: EndRole): Promise<void> {
  await transact(ctx, async (tx, inside) => {
    const site = await lockPlatform(inside, id);
    ensure(mayKeep(ctx.actor, site), refusals);
    const all = await tx.$count(
      platformRoles,
      and(eq(platformRoles.platformId, id), isNull(platformRoles.untilOn)),
    );
    const held = await tx.$count(platformRoles, isCurrent(id, role));
    if (held === 0) throw refusal('platforms.role_ended');
    if (all === 1) throw refusal('platforms.last_role');
    await tx
      .update(platformRoles)
      .set({ untilOn: today(ctx) })
      .where(isCurrent(id, role));
    await record(inside, { platformId: id, action: 'role_ended', reason, facts: { role } });
  });
}

const isCurrent = (id: string, role: AddRole['role']) =>
  and(eq(platformRoles.platformId, id), eq(platformRoles.role, role), isNull(platformRoles.untilOn));
