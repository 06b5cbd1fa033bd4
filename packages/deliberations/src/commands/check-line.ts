import { endOfDay } from '@tongxin/core';
import { transact, type Context } from '@tongxin/db';
import { publishPhotos } from '@tongxin/files/commands';
import { advance, lockMatter } from '@tongxin/matters/commands';
import { workCalendar } from '@tongxin/matters/queries';
import { againOn, lineWorkflow, type SendBack, type VerifyLine } from '../rules/index.ts';
import { lineRow } from './line-row.ts';
import { ensureImpersonal } from './refuse.ts';

/**
 * Somebody who had no part in it has looked and finds the report true; the residents who raised it are asked now and
 * have fifteen days. Photos of the report that show no person become public. Locks the line.
 * Refuses: matters.not_found, matters.not_now, matters.not_yours, files.not_found, matters.same_person (who published,
 * assigned, took on, worked on or reported it).
 */
export async function verifyLine(ctx: Context, { id, publicPhotoIds }: VerifyLine): Promise<void> {
  await transact(ctx, async (_tx, inside) => {
    await advance(inside, lineWorkflow, {
      matterId: id,
      move: 'verify',
      data: { publicPhotos: publicPhotoIds.length },
    });
    await publishPhotos(inside, { matterId: id, photoIds: publicPhotoIds, published: true });
  });
}

/**
 * Sends a report back to its unit. The agreed day stays what it was, so that lateness is not forgiven by it; once it
 * is near or over, the unit has ten working days. Locks the line. Refuses: matters.not_found, matters.not_now,
 * matters.not_yours, matters.same_person, matters.reason_missing, deliberations.personal_words.
 */
export async function sendBack(ctx: Context, { id, reason }: SendBack): Promise<void> {
  ensureImpersonal(reason);
  await transact(ctx, async (tx, inside) => {
    const [, { dueOn }] = await Promise.all([lockMatter(tx, id), lineRow(tx, id)]);
    const due = endOfDay(againOn(dueOn, inside.now(), await workCalendar(inside)));
    await advance(inside, lineWorkflow, { matterId: id, move: 'send_back', reason, due });
  });
}
