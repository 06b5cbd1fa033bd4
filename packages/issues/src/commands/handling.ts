import { endOfDay } from '@tongxin/core';
import { asSystem, transact, type Context } from '@tongxin/db';
import { attachPhotos } from '@tongxin/files/commands';
import { advance } from '@tongxin/matters/commands';
import { getOrganisation } from '@tongxin/organisations/queries';
import {
  extensionMonthsAtMost,
  handlingDays,
  issueWorkflow,
  type Contest,
  type Extend,
  type IssueId,
  type NoteProgress,
  type ReplyIssue,
  type RouteIssue,
  type SaveHandlingCopy,
} from '../rules/index.ts';
import {
  ensureImpersonal,
  ensureRedacted,
  freshTerm,
  levelsOf,
  lockIssue,
  refuse,
  updateIssue,
} from './issue-row.ts';

/**
 * Keeps the copy that departments and auditors work with, written without anything that points to the resident.
 * Refuses: as advance, personal_found.
 */
export async function saveHandlingCopy(
  ctx: Context,
  { id, title, text, confirmed }: SaveHandlingCopy,
): Promise<void> {
  ensureRedacted(confirmed, { title, text });
  await transact(ctx, async (tx, inside) => {
    await advance(inside, issueWorkflow, { matterId: id, move: 'redact', data: { confirmed } });
    await updateIssue(tx, id, { handlingTitle: title, handlingText: text });
  });
}

/**
 * Hands a matter to a department of the county or the city, which has 3 or 10 working days from today.
 * Refuses: organisations.not_found, unit, as advance, copy_missing, personal_found.
 */
export async function routeIssue(ctx: Context, { id, unitId, term, confirmed }: RouteIssue): Promise<void> {
  await transact(ctx, async (tx, inside) => {
    const issue = await lockIssue(tx, inside, id);
    const unit = await getOrganisation(inside, unitId);
    const reaches = [issue.countyCode, issue.cityCode].includes(unit.divisionCode);
    if (unit.kind !== 'department' || !reaches) throw refuse('issues.unit');
    const handleBy = await freshTerm(inside, handlingDays[term]);
    await advance(inside, issueWorkflow, {
      matterId: id,
      move: 'route',
      handlerUnitId: unitId,
      data: { unitId, term, handleBy: handleBy.toString() },
    });
    if (issue.handlingTitle === null || issue.handlingText === null) throw refuse('issues.copy_missing');
    ensureRedacted(confirmed, { title: issue.handlingTitle, text: issue.handlingText });
    await updateIssue(tx, id, {
      handlerUnitId: unitId,
      handlingDays: handlingDays[term],
      handleBy,
      extensions: 0,
      replyClass: null,
      replyText: null,
    });
  });
}

/** The department takes a matter on; its term runs since the day it was handed over. Refuses: as advance. */
export async function takeIssue(ctx: Context, { id }: IssueId): Promise<void> {
  await transact(ctx, async (tx, inside) => {
    const { handleBy } = await lockIssue(tx, inside, id);
    await advance(inside, issueWorkflow, { matterId: id, move: 'take', due: handleBy ?? undefined });
  });
}

/** The department says that a matter is not its own and may name whose it is. Refuses: as advance, personal_in_reason. */
export async function contestIssue(ctx: Context, { id, reason, suggestedUnitId }: Contest): Promise<void> {
  ensureImpersonal(reason);
  await transact(ctx, async (tx, inside) => {
    if (suggestedUnitId !== undefined) await getOrganisation(inside, suggestedUnitId);
    const data = suggestedUnitId === undefined ? {} : { suggestedUnitId };
    await advance(inside, issueWorkflow, {
      matterId: id,
      move: 'contest',
      reason,
      handlerUnitId: null,
      data,
    });
    // The row leaves the department's scope by this very write.
    await asSystem(inside, () =>
      updateIssue(tx, id, { handlerUnitId: null, handlingDays: null, handleBy: null }),
    );
  });
}

/** Notes how far the work has come; the resident reads it. Refuses: as advance, personal_in_reason. */
export async function noteProgress(ctx: Context, { id, note }: NoteProgress): Promise<void> {
  ensureImpersonal(note);
  await advance(ctx, issueWorkflow, { matterId: id, move: 'note_progress', reason: note });
}

/** Gives the department a later date, once per round. Refuses: as advance, extended_before, extension_date, personal_in_reason. */
export async function extendIssue(ctx: Context, { id, dueOn, reason }: Extend): Promise<void> {
  ensureImpersonal(reason);
  await transact(ctx, async (tx, inside) => {
    const issue = await lockIssue(tx, inside, id);
    const due = endOfDay(Temporal.PlainDate.from(dueOn));
    await advance(inside, issueWorkflow, { matterId: id, move: 'extend', reason, due, data: { dueOn } });
    if (issue.extensions > 0) throw refuse('issues.extended_before');
    const latest = inside.now().toZonedDateTimeISO('UTC').add({ months: extensionMonthsAtMost }).toInstant();
    const later =
      Temporal.Instant.compare(due, issue.dueAt!) > 0 && Temporal.Instant.compare(due, inside.now()) > 0;
    if (!later || Temporal.Instant.compare(due, latest) > 0) throw refuse('issues.extension_date');
    await updateIssue(tx, id, { extensions: 1, handleBy: due });
  });
}

/**
 * The department answers: what it did, in which class, with photos if it likes. "Cannot" names its ground.
 * Refuses: as advance, personal_found, files.not_found.
 */
export async function replyToIssue(ctx: Context, reply: ReplyIssue): Promise<void> {
  ensureRedacted(reply.confirmed, { text: reply.text });
  await transact(ctx, async (tx, inside) => {
    const data = { class: reply.class, ...(reply.ground === undefined ? {} : { ground: reply.ground }) };
    const { matter } = await advance(inside, issueWorkflow, { matterId: reply.id, move: 'reply', data });
    await updateIssue(tx, reply.id, { replyClass: reply.class, replyText: reply.text });
    // Evidence is the department's own; what the resident sent stays out of its sight.
    const place = { ...levelsOf(matter), handlerUnitId: matter.handlerUnitId };
    await attachPhotos(inside, { matterId: reply.id, photoIds: reply.photoIds, place });
  });
}
