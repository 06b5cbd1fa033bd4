import { civilDay, holds } from '@tongxin/core';
import { transact, type Context, type Tx } from '@tongxin/db';
import { takeIntoTalks } from '@tongxin/issues/commands';
import { link, nextNumber, openMatter, type Matter } from '@tongxin/matters/commands';
import { onGround, placeOf } from '@tongxin/matters/rules';
import { topicNumber, topicWorkflow, type CreateTopic } from '../rules/index.ts';
import { topics } from '../schema/index.ts';
import { lockKnown } from './lock.ts';
import { ensurePublic, refuse } from './refuse.ts';

/**
 * Makes a topic of one or several accepted matters of one township; each of them is being talked over from now on.
 * The topic belongs to the chain of the first; the links hold the others. Locks the matters.
 * Refuses: matters.not_found, matters.not_now (not accepted, or taken by somebody else meanwhile),
 * matters.not_yours, issues.copy_missing, deliberations.other_township, deliberations.personal_words.
 */
export async function createTopic(ctx: Context, input: CreateTopic): Promise<{ id: string; number: string }> {
  ensurePublic({ title: input.title, summary: input.summary }, input.confirmed);
  return transact(ctx, async (tx, inside) => {
    const issues = await lockKnown(tx, inside.actor, { kind: 'issue', ids: input.issueIds });
    const first = issues.find(({ id }) => id === input.issueIds[0])!;
    if (issues.some(({ townshipCode }) => townshipCode !== first.townshipCode))
      refuse('deliberations.other_township');
    const topic = await open(tx, inside, { input, first, count: issues.length });
    await takeIn(inside, { topicId: topic.id, due: topic.dueAt!, issues });
    return { id: topic.id, number: topic.number };
  });
}

async function open(
  tx: Tx,
  ctx: Context,
  { input, first, count }: { input: CreateTopic; first: Matter; count: number },
) {
  const { countyCode, cityCode, townshipCode } = onGround(first);
  const year = civilDay(ctx.now()).year;
  const number = topicNumber(
    countyCode,
    year,
    await nextNumber(tx, { organ: countyCode, year, kind: 'topic' }),
  );
  const { id, dueAt } = await openMatter(tx, ctx, topicWorkflow, {
    number,
    chainId: first.chainId,
    organisationId: first.organisationId,
    cityCode,
    countyCode,
    townshipCode,
    villageCode: null,
    data: { issues: count, source: input.source },
    grant: holds(ctx.actor, ['host', 'county_office'], placeOf(first)),
  });
  const { title, summary, source } = input;
  await tx
    .insert(topics)
    .values({ matterId: id, cityCode, countyCode, townshipCode, title, summary, source });
  return { id, number, dueAt };
}

/** Takes these locked matters into a topic, in their order. What the host may not do, each matter's workflow refuses. */
export async function takeIn(
  inside: Context & { tx: Tx },
  { topicId, due, issues }: { topicId: string; due: Temporal.Instant; issues: readonly Matter[] },
): Promise<void> {
  for (const issue of issues) {
    await takeIntoTalks(inside, { id: issue.id, topicId, due });
  }
  const taken = issues.map(({ id }) => ({ fromId: id, toId: topicId, kind: 'taken_into' as const }));
  await link(inside.tx, inside, ...taken);
}
