import { promise, transact, type Context } from '@tongxin/db';
import { eq } from 'drizzle-orm';
import { ownerUnit } from '../queries/offices.ts';
import { reminderLimit } from '../rules/index.ts';
import { matters } from '../schema.ts';
import { lockMatter } from './facts.ts';

const pauseHours = 24;

/**
 * Reminds the owner of a matter whose date has passed: once a day, three times, then escalates once. Returns what
 * it did. Source: at most three repeats, then escalate (domain §4.10).
 */
export async function remind(ctx: Context, matterId: string): Promise<'reminded' | 'escalated' | 'quiet'> {
  return transact(ctx, async (tx, inside) => {
    const matter = await lockMatter(tx, matterId);
    const due = matter.dueAt;
    if (matter.closedAt !== null || due === null || matter.reminders > reminderLimit) return 'quiet';
    const next = due.add({ hours: pauseHours * matter.reminders });
    if (Temporal.Instant.compare(ctx.now(), next) < 0) return 'quiet';
    const event = matter.reminders < reminderLimit ? 'reminded' : 'escalated';
    await tx
      .update(matters)
      .set({ reminders: matter.reminders + 1 })
      .where(eq(matters.id, matterId));
    const above = matter.townshipCode === null ? 'city_office' : 'county_office';
    const unitId = event === 'reminded' ? matter.ownerUnitId : await ownerUnit(inside, above, matter);
    // A resident is asked when it becomes their turn and never pressed.
    if (unitId !== null) await promise(tx, { task: 'notice', payload: { event, matterId, unitId } });
    return event;
  });
}
