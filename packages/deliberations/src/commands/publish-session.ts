import { civilDay } from '@tongxin/core';
import { transact, type Context, type Tx } from '@tongxin/db';
import { handleAsAgreed, leaveTalks } from '@tongxin/issues/commands';
import { advance, type Matter } from '@tongxin/matters/commands';
import { eq } from 'drizzle-orm';
import { issuesInTopics } from '../queries/lineage.ts';
import {
  publicTexts,
  sessionWorkflow,
  settledBy,
  topicWorkflow,
  type NewLine,
  type PublishSession,
} from '../rules/index.ts';
import { minutesDrafts, publishedMinutes } from '../schema/index.ts';
import { lockAgenda } from './agenda.ts';
import { lockMatters } from './lock.ts';
import { ensureUnit, openLine } from './open-line.ts';
import { ensurePublic, refuse } from './refuse.ts';

type Inside = Context & { tx: Tx };
/** A line with the residents' matters that it answers. */
type Planned = NewLine & { answers: string[] };

/**
 * Makes what came of a session public: the minutes, and a line for each thing agreed, handed to the unit that does it.
 * Each resident's matter is in hand through its lines; one without a line is accepted again, with the reason that its
 * resident reads. The topics are concluded. Locks the session, its topics and their matters.
 * Refuses: matters.not_found, matters.not_now, matters.not_yours, deliberations.minutes_missing, personal_words (with
 * the findings), topic_not_in_session, issue_not_in_session, issue_without_line, unit_cannot_handle, day_has_passed.
 */
export async function publishSession(ctx: Context, input: PublishSession): Promise<{ lineIds: string[] }> {
  return transact(ctx, async (tx, inside) => {
    const { matter: session } = await advance(inside, sessionWorkflow, {
      matterId: input.id,
      move: 'publish',
      data: { lines: input.lines.length },
    });
    await publishMinutes(tx, inside, input);
    const topicIds = await lockAgenda(inside, input.id);
    const held = await lockedIssues(inside, topicIds);
    const planned = planLines(input.lines, { topicIds, held });
    ensureEachAnswered(input, { planned, held });
    const lineIds = await openLines(inside, { session, planned });
    await tellResidents(inside, { session, input, planned, held });
    for (const topicId of topicIds.toSorted()) {
      const data = { sessionId: session.id, session: session.number };
      await advance(inside, topicWorkflow, { matterId: topicId, move: 'conclude', data, follows: true });
    }
    return { lineIds };
  });
}

async function publishMinutes(tx: Tx, ctx: Context, input: PublishSession): Promise<void> {
  const [draft] = await tx.delete(minutesDrafts).where(eq(minutesDrafts.sessionId, input.id)).returning({
    agreed: minutesDrafts.agreed,
    notAgreed: minutesDrafts.notAgreed,
    summary: minutesDrafts.summary,
  });
  if (draft === undefined) return refuse('deliberations.minutes_missing');
  ensurePublic(publicTexts(draft, input.lines), input.confirmed);
  await tx
    .insert(publishedMinutes)
    .values({ sessionId: input.id, version: 1, ...draft, publishedAt: ctx.now(), changeReason: null });
}

/** The matters still being talked over, locked, each with its topic: one may have been withdrawn meanwhile. */
async function lockedIssues(inside: Inside, topicIds: readonly string[]): Promise<Map<string, string>> {
  const found = await issuesInTopics(inside, topicIds);
  const locked = await lockMatters(
    inside.tx,
    found.map(({ id }) => id),
  );
  const open = new Set(locked.filter(({ state }) => state === 'in_talks').map(({ id }) => id));
  return new Map(found.filter(({ id }) => open.has(id)).map(({ id, topicId }) => [id, topicId]));
}

function planLines(
  lines: readonly NewLine[],
  { topicIds, held }: { topicIds: readonly string[]; held: ReadonlyMap<string, string> },
): Planned[] {
  return lines.map((line, at) => {
    if (!topicIds.includes(line.topicId)) return refuse('deliberations.topic_not_in_session', { line: at });
    const ofTopic = [...held].filter(([, topicId]) => topicId === line.topicId).map(([id]) => id);
    const answers = [...new Set(line.issueIds ?? ofTopic)];
    // Each matter is answered through its own topic, so that its page tells one story.
    if (answers.some((id) => !ofTopic.includes(id)))
      return refuse('deliberations.issue_not_in_session', { line: at });
    return { ...line, answers };
  });
}

/** Every resident hears either what will be done or why nothing is. */
function ensureEachAnswered(
  { withoutLine }: PublishSession,
  { planned, held }: { planned: readonly Planned[]; held: ReadonlyMap<string, string> },
): void {
  const answered = new Set(planned.flatMap(({ answers }) => answers));
  const explained = new Set(withoutLine.map(({ issueId }) => issueId));
  for (const id of explained) {
    if (!held.has(id) || answered.has(id)) refuse('deliberations.issue_not_in_session', { issueId: id });
  }
  const missing = [...held.keys()].filter((id) => !answered.has(id) && !explained.has(id));
  if (missing.length > 0) refuse('deliberations.issue_without_line', { issueIds: missing });
}

async function openLines(
  inside: Inside,
  { session, planned }: { session: Matter; planned: readonly Planned[] },
) {
  const today = civilDay(inside.now());
  const lineIds: string[] = [];
  for (const [at, line] of planned.entries()) {
    if (Temporal.PlainDate.compare(line.dueOn, today) <= 0)
      refuse('deliberations.day_has_passed', { line: at });
    await ensureUnit(inside, line.unitId, session);
    lineIds.push(await openLine(inside, { session, lineNo: at + 1, line }));
  }
  return lineIds;
}

async function tellResidents(
  inside: Inside,
  {
    session,
    input,
    planned,
    held,
  }: {
    session: Matter;
    input: PublishSession;
    planned: readonly Planned[];
    held: ReadonlyMap<string, string>;
  },
): Promise<void> {
  for (const issueId of [...held.keys()].toSorted()) {
    const own = planned.filter(({ answers }) => answers.includes(issueId));
    if (own.length === 0) {
      const { reason } = input.withoutLine.find((one) => one.issueId === issueId)!;
      await leaveTalks(inside, { id: issueId, topicId: held.get(issueId)!, reason, follows: true });
      continue;
    }
    const last = own
      .map(({ dueOn }) => dueOn)
      .reduce((a, b) => (Temporal.PlainDate.compare(a, b) < 0 ? b : a));
    await handleAsAgreed(inside, { id: issueId, sessionId: session.id, due: settledBy(last) });
  }
}
