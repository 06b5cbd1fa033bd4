import { system } from '@tongxin/core';
import { transact, type Context, type Tx } from '@tongxin/db';
import { publishedIssues } from '@tongxin/issues/schema';
import { notFound } from '@tongxin/matters/commands';
import { matters } from '@tongxin/matters/schema';
import { eq, inArray } from 'drizzle-orm';
import { isAnnounced } from '../rules/index.ts';
import { chainView } from './chain-view.ts';

/**
 * Everything that came of one matter, as everybody may read it: sessions, topics and agreed lines are public, and a
 * resident's matter has its published title or none. Matters that are not published, and topics that no session has
 * announced, stand there without number, title or id of their own. Refuses: matters.not_found for a matter that is not public.
 */
export async function publishedChain(ctx: Context, matterId: string) {
  const { tx: _joined, ...outside } = ctx;
  // Read by the house, because a chain crosses scopes; what leaves here is only what is public.
  return transact({ ...outside, actor: system }, async (tx, inside) => {
    const [root] = await tx
      .select({ kind: matters.kind })
      .from(matters)
      .where(eq(matters.id, matterId))
      .limit(1);
    if (root === undefined) throw notFound();
    const { nodes, links } = await chainView(inside, matterId);
    const titles = await publishedTitles(
      tx,
      nodes.filter(({ kind }) => kind === 'issue').map(({ id }) => id),
    );
    if (
      !isPublic(
        nodes.find(({ id }) => id === matterId)!,
        titles,
      )
    )
      throw notFound();
    const names = new Map<string, string>();
    const nameOf = (id: string) => names.get(id) ?? id;
    const hidden = nodes.filter((node) => !isPublic(node, titles));
    for (const { id, kind } of hidden) names.set(id, `${kind}-${names.size + 1}`);
    return {
      rootId: matterId,
      nodes: nodes.map(({ ownerRole: _r, ownerUnitName: _u, dueAt: _d, ...node }) => ({
        ...node,
        id: nameOf(node.id),
        number: node.kind === 'issue' || names.has(node.id) ? null : node.number,
        title: node.kind === 'issue' || names.has(node.id) ? (titles.get(node.id) ?? null) : node.title,
      })),
      links: links.map((link) => ({ ...link, fromId: nameOf(link.fromId), toId: nameOf(link.toId) })),
    };
  });
}

/** A topic is public from its first announcement on; everything of a session is. */
function isPublic(
  node: { id: string; kind: string; state: string },
  titles: ReadonlyMap<string, string>,
): boolean {
  if (node.kind === 'topic') return isAnnounced(node.state);
  return node.kind !== 'issue' || titles.has(node.id);
}

async function publishedTitles(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: publishedIssues.matterId, title: publishedIssues.title })
    .from(publishedIssues)
    .where(inArray(publishedIssues.matterId, [...ids]))
    .limit(ids.length);
  return new Map(rows.map(({ id, title }) => [id, title]));
}
