import { civilDay, endOfDay } from '@tongxin/core';
import { transact, type Context } from '@tongxin/db';
import { attachPhotos } from '@tongxin/files/commands';
import { advance } from '@tongxin/matters/commands';
import { onGround } from '@tongxin/matters/rules';
import { lineWorkflow, type ExtendLine, type NoteProgress, type ReportDone } from '../rules/index.ts';
import { moveSettleDates } from './issue-dates.ts';
import { addProgress, lineRow, updateLine } from './line-row.ts';
import { ensureImpersonal, ensurePublic, refuse } from './refuse.ts';

/**
 * Tells how far the work has come; everybody reads it on the line's page. Locks the line.
 * Refuses: matters.not_found, matters.not_now, matters.not_yours, deliberations.personal_words with the findings.
 */
export async function noteProgress(ctx: Context, { id, text, confirmed }: NoteProgress): Promise<void> {
  ensurePublic({ text }, confirmed);
  await transact(ctx, async (tx, inside) => {
    await advance(inside, lineWorkflow, { matterId: id, move: 'note_progress' });
    await addProgress(tx, id, { kind: 'progress', text, at: inside.now() });
  });
}

/**
 * The county office gives the unit a later day; residents read why. Locks the line and its residents' matters.
 * Refuses: matters.not_found, matters.not_now, matters.not_yours, matters.reason_missing,
 * deliberations.day_has_passed, deliberations.not_later, deliberations.personal_words.
 */
export async function extendLine(ctx: Context, { id, dueOn, reason }: ExtendLine): Promise<void> {
  ensureImpersonal(reason);
  await transact(ctx, async (tx, inside) => {
    const data = { dueOn: dueOn.toString() };
    await advance(inside, lineWorkflow, { matterId: id, move: 'extend', reason, due: endOfDay(dueOn), data });
    const { dueOn: before } = await lineRow(tx, id);
    if (Temporal.PlainDate.compare(dueOn, civilDay(inside.now())) <= 0)
      refuse('deliberations.day_has_passed');
    if (Temporal.PlainDate.compare(dueOn, before) <= 0) refuse('deliberations.not_later');
    await updateLine(tx, id, { dueOn });
    await moveSettleDates(inside, id);
  });
}

/**
 * The unit reports a line done, says in which class and what shows it, with photos if it likes. Reports of earlier
 * rounds stay readable. Locks the line. Refuses: matters.not_found, matters.not_now, matters.not_yours,
 * matters.same_person (who published or assigned it), deliberations.personal_words with the findings, files.not_found,
 * files.taken, files.too_many.
 */
export async function reportDone(ctx: Context, input: ReportDone): Promise<void> {
  const { id, class: replyClass, text, photoIds, confirmed } = input;
  ensurePublic({ text }, confirmed);
  await transact(ctx, async (tx, inside) => {
    const { matter } = await advance(inside, lineWorkflow, {
      matterId: id,
      move: 'report_done',
      data: { class: replyClass, photos: photoIds.length },
    });
    await addProgress(tx, id, { kind: 'report', replyClass, text, at: inside.now() });
    await updateLine(tx, id, { replyClass, reportText: text });
    const { cityCode, countyCode, townshipCode, villageCode, handlerUnitId } = onGround(matter);
    const place = { cityCode, countyCode, townshipCode, villageCode, handlerUnitId };
    await attachPhotos(inside, { matterId: id, photoIds, place });
  });
}
