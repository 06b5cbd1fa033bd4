import type { Context } from '@tongxin/db';
import { matters } from '@tongxin/matters/schema';
import { and, asc, eq, inArray } from 'drizzle-orm';
import { stages, type Stage } from '../rules/index.ts';
import { outcomeLines, researchNotes, sessions } from '../schema/index.ts';
import { methodFor } from './methods.ts';

const db = (ctx: Context) => ctx.tx ?? ctx.municipality.db;

type Topic = {
  id: string;
  countyCode: string;
  cityCode: string;
  sessionId: string | null;
  openedAt: Temporal.Instant;
};

/**
 * The steps of a topic in the order of its committee and under its names (null: the usual one), each with how often it
 * was taken and when first: read from what happened, never ticked. What residents judged counts from the day on which
 * the line was struck off. The caller has decided who may read. Source: inventory row 98h.
 */
export async function stepsOfTopic(
  ctx: Context,
  topic: Topic,
  issues: readonly { openedAt: Temporal.Instant }[],
) {
  const method = await methodFor(ctx, topic);
  const research = await researchOf(ctx, topic.id);
  const lines = await linesOf(ctx, topic.id);
  const taken: Record<Stage, readonly Temporal.Instant[]> = {
    collect: issues.map(({ openedAt }) => openedAt),
    choose: [topic.openedAt],
    research: research.map(({ at }) => at),
    deliberate: await heldAt(ctx, topic.sessionId),
    handle: lines.map(({ openedAt }) => openedAt),
    evaluate: lines.flatMap(({ state, closedAt }) =>
      state === 'closed' && closedAt !== null ? [closedAt] : [],
    ),
  };
  const steps = method?.steps ?? stages.map((stage) => ({ stage, name: null }));
  return {
    research,
    steps: steps.map(({ stage, name }) => ({
      stage,
      name,
      times: taken[stage].length,
      firstAt: taken[stage].toSorted((a, b) => Temporal.Instant.compare(a, b))[0] ?? null,
    })),
  };
}

/** What was looked into, in the order of days; at most 100. */
async function researchOf(ctx: Context, topicId: string) {
  return db(ctx)
    .select({
      id: researchNotes.id,
      onDay: researchNotes.onDay,
      way: researchNotes.way,
      words: researchNotes.words,
      at: researchNotes.at,
    })
    .from(researchNotes)
    .where(eq(researchNotes.topicId, topicId))
    .orderBy(asc(researchNotes.onDay), asc(researchNotes.id))
    .limit(100);
}

async function heldAt(ctx: Context, sessionId: string | null): Promise<Temporal.Instant[]> {
  if (sessionId === null) return [];
  const rows = await db(ctx)
    .select({ startsAt: sessions.startsAt })
    .from(sessions)
    .innerJoin(matters, eq(matters.id, sessions.matterId))
    .where(and(eq(sessions.matterId, sessionId), inArray(matters.state, ['held', 'published'])))
    .limit(1);
  return rows.map(({ startsAt }) => startsAt);
}

async function linesOf(ctx: Context, topicId: string) {
  return db(ctx)
    .select({ state: matters.state, openedAt: matters.openedAt, closedAt: matters.closedAt })
    .from(outcomeLines)
    .innerJoin(matters, eq(matters.id, outcomeLines.matterId))
    .where(eq(outcomeLines.topicId, topicId))
    .orderBy(asc(outcomeLines.lineNo))
    .limit(200);
}
