import { system } from '@tongxin/core';
import { transact, type Context } from '@tongxin/db';
import { sql } from 'drizzle-orm';
import type { Step } from '../plan/steps.ts';
import { actorOf, contextAt, type Inside, type Stage } from './stage.ts';
import { tellIssue } from './tell-issue.ts';
import { tellLine } from './tell-line.ts';
import { tellTalks } from './tell-talks.ts';

/** So many steps become visible together: a commit costs as much as a step, and nobody is watching yet. */
const stepsAtOnce = 100;
/** Milliseconds after which a part ends early: no transaction of the town lasts five seconds, on a slow machine either. */
const longEnough = 1500;

/**
 * Plays steps one after the other, each at its own moment and by its own actor. They share transactions that are
 * opened as the house; each command narrows nothing but what the actor's own decision needs.
 */
export async function play(
  ctx: Context,
  stage: Stage,
  steps: readonly Step[],
  heard: (done: number) => void,
): Promise<void> {
  for (let from = 0; from < steps.length;) {
    const until = await transact({ ...ctx, actor: system, retelling: true }, (_tx, inside) =>
      playPart(inside, stage, steps, from),
    );
    heard(until - from);
    from = until;
  }
}

/** Answers where the next part begins. */
async function playPart(inside: Inside, stage: Stage, steps: readonly Step[], from: number): Promise<number> {
  const began = performance.now();
  for (let at = from; at < steps.length; at += 1) {
    const step = steps[at]!;
    await playOne(inside, stage, step);
    const isFull = at + 1 - from === stepsAtOnce || performance.now() - began > longEnough;
    if (isFull || writesForAll(step)) return at + 1;
  }
  return steps.length;
}

/** What counts for the whole city is written last in its part: the other counties wait for it until the part ends. */
function writesForAll({ do: deed }: Step): boolean {
  return deed === 'publish' || deed === 'reopen';
}

async function playOne(inside: Inside, stage: Stage, step: Step): Promise<void> {
  // A command that has looked at more than its actor may see leaves the actor's scope behind.
  await inside.tx.execute(sql.raw(`set local app.scope = 'system'`));
  const subject = step.about === 'line' && step.do === 'judgeLine' ? step.issue : step.on;
  const ctx = contextAt(inside, actorOf(stage, step.by, subject), step.at);
  try {
    if (step.about === 'issue') await tellIssue(ctx, stage, step.on, step);
    else if (step.about === 'talks') await tellTalks(ctx, stage, step.on, step);
    else await tellLine(ctx, stage, step.on, step);
  } catch (cause) {
    const when = Temporal.Instant.fromEpochMilliseconds(step.at).toString();
    throw new Error(`the plan does not hold: ${step.do} on ${step.on} by ${step.by} at ${when}`, { cause });
  }
}
