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
  for (const part of inParts(steps)) {
    await transact({ ...ctx, actor: system, retelling: true }, async (_tx, inside) => {
      for (const step of part) await playOne(inside, stage, step);
    });
    heard(part.length);
  }
}

/** Up to so many steps; one that writes rows that all counties share is the last of its part, so that none waits long. */
function inParts(steps: readonly Step[]): Step[][] {
  const parts: Step[][] = [[]];
  for (const step of steps) {
    const part = parts.at(-1)!;
    part.push(step);
    if (part.length === stepsAtOnce || step.do === 'publish' || step.do === 'reopen') parts.push([]);
  }
  return parts.filter((part) => part.length > 0);
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
