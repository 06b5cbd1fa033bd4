import { civilDay, endOfDay } from '@tongxin/core';
import { transact, type Context } from '@tongxin/db';
import { advance } from '@tongxin/matters/commands';
import { getOrganisation } from '@tongxin/organisations/queries';
import { lineWorkflow, type AcceptLine, type ContestLine, type ReassignLine } from '../rules/index.ts';
import { moveSettleDates } from './issue-dates.ts';
import { lineRow, updateLine } from './line-row.ts';
import { ensureUnit } from './open-line.ts';
import { ensureImpersonal, refuse } from './refuse.ts';

/**
 * The unit takes a line on and says until when; its clock runs to that day. Locks the line.
 * Refuses: matters.not_found, matters.not_now, matters.not_yours, matters.same_person (who published or assigned it),
 * deliberations.day_has_passed, deliberations.plan_too_late (after the agreed day).
 */
export async function acceptLine(ctx: Context, { id, planDue }: AcceptLine): Promise<void> {
  await transact(ctx, async (tx, inside) => {
    const data = { planDue: planDue.toString() };
    await advance(inside, lineWorkflow, { matterId: id, move: 'accept', due: endOfDay(planDue), data });
    const { dueOn } = await lineRow(tx, id);
    const today = civilDay(inside.now());
    if (Temporal.PlainDate.compare(planDue, today) < 0) refuse('deliberations.day_has_passed');
    // Where the agreed day passed while it was contested, the plan is for today at once.
    const latest = Temporal.PlainDate.compare(dueOn, today) < 0 ? today : dueOn;
    if (Temporal.PlainDate.compare(planDue, latest) > 0) {
      refuse('deliberations.plan_too_late', { dueOn: dueOn.toString() });
    }
  });
}

/**
 * The unit says that a line is not its own, or cannot be done as agreed; the county office decides. Locks the line.
 * Refuses: matters.not_found, matters.not_now, matters.not_yours, organisations.not_found, deliberations.personal_words.
 */
export async function contestLine(ctx: Context, { id, reason, suggestedUnitId }: ContestLine): Promise<void> {
  ensureImpersonal(reason);
  await transact(ctx, async (_tx, inside) => {
    const data = suggestedUnitId === undefined ? {} : { suggestedUnitId };
    await advance(inside, lineWorkflow, { matterId: id, move: 'contest', reason, data });
    if (suggestedUnitId !== undefined) await getOrganisation(inside, suggestedUnitId);
  });
}

/**
 * The county office hands a line to another unit, or back to the same with the reason; it may set a later day.
 * Locks the line, and its residents' matters when the day moves. Refuses: matters.not_found, matters.not_now,
 * matters.not_yours, organisations.not_found, deliberations.unit_cannot_handle, deliberations.day_has_passed (the
 * agreed day is over and no later one was set), deliberations.not_later, deliberations.personal_words.
 */
export async function reassignLine(ctx: Context, { id, unitId, reason, dueOn }: ReassignLine): Promise<void> {
  ensureImpersonal(reason);
  await transact(ctx, async (tx, inside) => {
    await getOrganisation(inside, unitId);
    const { matter } = await advance(inside, lineWorkflow, {
      matterId: id,
      move: 'reassign',
      reason,
      handlerUnitId: unitId,
      data: { unitId, ...(dueOn === undefined ? {} : { dueOn: dueOn.toString() }) },
    });
    await ensureUnit(inside, unitId, matter);
    const line = await lineRow(tx, id);
    if (dueOn !== undefined && Temporal.PlainDate.compare(dueOn, line.dueOn) < 0)
      refuse('deliberations.not_later');
    const until = dueOn ?? line.dueOn;
    if (Temporal.PlainDate.compare(until, civilDay(inside.now())) <= 0)
      refuse('deliberations.day_has_passed');
    await updateLine(tx, id, { unitId, dueOn: until });
    await moveSettleDates(inside, id);
  });
}
