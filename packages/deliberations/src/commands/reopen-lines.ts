import { endOfDay } from '@tongxin/core';
import { asSystem, once, type Context, type Tx } from '@tongxin/db';
import { reopenIssue } from '@tongxin/issues/commands';
import { advance, notFound } from '@tongxin/matters/commands';
import { workCalendar } from '@tongxin/matters/queries';
import { inArray } from 'drizzle-orm';
import { linesOfIssues } from '../queries/lineage.ts';
import { againOn, lineWorkflow, settledBy, type ReopenLines } from '../rules/index.ts';
import { outcomeLines } from '../schema/index.ts';
import { lineRow, updateLine } from './line-row.ts';
import { lockMatters } from './lock.ts';

type Inside = Context & { tx: Tx };

/**
 * A resident takes up a matter again that was struck off, once: the lines that were done for it go back to their units
 * with a new day, and whoever it concerns is asked again. Where no line was done for it, the host has the matter again.
 * What the resident says goes to their messages. Locks the lines and the matter.
 * Refuses: matters.not_found, matters.not_now (not struck off), issues.reopened_before.
 */
export async function reopenLines(
  ctx: Context,
  { key, text }: ReopenLines,
): Promise<{ lines: number; state: string }> {
  const { actor } = ctx;
  if (actor.kind !== 'resident') throw notFound();
  const sent = { key: `deliberations.reopen:${actor.matterId}:${key}`, input: {} };
  return once(ctx, sent, async (tx, inside) => {
    const found = await linesOfIssues(inside, [actor.matterId]);
    const lines = await lockMatters(
      tx,
      found.map(({ id }) => id),
    );
    const done = lines.filter(({ state }) => state === 'closed').map(({ id }) => id);
    // Another resident may have sent some of them back already: this one joins in, unless all have spoken by now.
    const open = lines
      .filter(({ state }) => !['closed', 'not_adopted', 'judged'].includes(state))
      .map(({ id }) => id);
    if (done.length + open.length === 0) {
      return { lines: 0, ...(await reopenIssue(inside, { key, text })) };
    }
    const again = await newDay(inside, [...done, ...open]);
    const { state } = await reopenIssue(inside, { key, text }, settledBy(again));
    for (const id of done) await reopenLine(inside, id, again);
    return { lines: done.length, state };
  });
}

/** One day for all lines of the matter: the latest agreed one, or ten working days from now. */
async function newDay(inside: Inside, lineIds: readonly string[]): Promise<Temporal.PlainDate> {
  const rows = await inside.tx
    .select({ dueOn: outcomeLines.dueOn })
    .from(outcomeLines)
    .where(inArray(outcomeLines.matterId, [...lineIds]))
    .limit(lineIds.length);
  const latest = rows
    .map(({ dueOn }) => dueOn)
    .reduce((a, b) => (Temporal.PlainDate.compare(a, b) < 0 ? b : a));
  return againOn(latest, inside.now(), await workCalendar(inside));
}

async function reopenLine(inside: Inside, id: string, dueOn: Temporal.PlainDate): Promise<void> {
  const { round } = await lineRow(inside.tx, id);
  await asSystem(inside, async (house) => {
    await advance(house, lineWorkflow, {
      matterId: id,
      move: 'reopen',
      due: endOfDay(dueOn),
      data: { round: round + 1, dueOn: dueOn.toString() },
      follows: true,
    });
    await updateLine(house.tx, id, {
      round: round + 1,
      dueOn,
      closingClass: null,
      judgedYes: null,
      judgedPartly: null,
      judgedNo: null,
      judgedSilent: null,
    });
  });
}
