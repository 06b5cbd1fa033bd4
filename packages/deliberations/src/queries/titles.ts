import type { Actor } from '@tongxin/core';
import { transact, type Context, type Tx } from '@tongxin/db';
import { events } from '@tongxin/events/schema';
import { issues } from '@tongxin/issues/schema';
import { listMatters } from '@tongxin/matters/queries';
import type { MatterKind } from '@tongxin/matters/rules';
import { inArray } from 'drizzle-orm';
import { isAnnounced, type ListTitles } from '../rules/index.ts';
import { outcomeLines, sessions, topics } from '../schema/index.ts';
import { isTopicReader, worksWith } from './ground.ts';

type Inside = Context & { tx: Tx };
type Node = { id: string; kind: MatterKind };
type Matter = Awaited<ReturnType<typeof listMatters>>[number];

/**
 * What offices call these matters of any kind, for a list that the spine wrote: it keeps no words. Only those that the
 * actor may know of, whose title is theirs to read, and that somebody has named; in no order.
 */
export async function listTitles(ctx: Context, { ids }: ListTitles) {
  return transact(ctx, async (_tx, inside) => {
    const matters = await listMatters(inside, ids);
    const titles = await titlesOf(
      inside,
      matters.filter((matter) => isReadable(inside.actor, matter)),
    );
    return [...titles].map(([id, title]) => ({ id, title }));
  });
}

/** The house knows all; what leaves it is decided by whoever asks it. */
export function isReadable(actor: Actor, node: Matter): boolean {
  if (actor.kind === 'system') return true;
  if (node.kind === 'topic') return isAnnounced(node.state) || isTopicReader(actor, node);
  if (node.kind === 'event') return isTopicReader(actor, node);
  if (node.kind !== 'issue') return true;
  return actor.kind === 'resident' ? actor.matterId === node.id : worksWith(actor, node);
}

const idsOf = (nodes: readonly Node[], kind: MatterKind) =>
  nodes.filter((node) => node.kind === kind).map(({ id }) => id);

/** Public titles, and handling titles as far as the actor's own scope reaches. */
export async function titlesOf(inside: Inside, nodes: readonly Node[]): Promise<Map<string, string>> {
  const { tx } = inside;
  const rows = [
    ...(await tx
      .select({ id: topics.matterId, title: topics.title })
      .from(topics)
      .where(inArray(topics.matterId, idsOf(nodes, 'topic')))
      .limit(nodes.length)),
    ...(await tx
      .select({ id: sessions.matterId, title: sessions.title })
      .from(sessions)
      .where(inArray(sessions.matterId, idsOf(nodes, 'session')))
      .limit(nodes.length)),
    ...(await tx
      .select({ id: outcomeLines.matterId, title: outcomeLines.suggestion })
      .from(outcomeLines)
      .where(inArray(outcomeLines.matterId, idsOf(nodes, 'outcome_line')))
      .limit(nodes.length)),
    ...(await tx
      .select({ id: issues.matterId, title: issues.handlingTitle })
      .from(issues)
      .where(inArray(issues.matterId, idsOf(nodes, 'issue')))
      .limit(nodes.length)),
    ...(await tx
      .select({ id: events.matterId, title: events.title })
      .from(events)
      .where(inArray(events.matterId, idsOf(nodes, 'event')))
      .limit(nodes.length)),
  ];
  return new Map(rows.flatMap(({ id, title }) => (title === null ? [] : [[id, title] as const])));
}
