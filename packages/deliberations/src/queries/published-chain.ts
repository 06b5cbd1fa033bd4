import { system } from '@tongxin/core';
import { transact, type Context, type Tx } from '@tongxin/db';
import { publishedIssues } from '@tongxin/issues/schema';
import { notFound } from '@tongxin/matters/commands';
import { matters } from '@tongxin/matters/schema';
import { eq, inArray } from 'drizzle-orm';
import { chainView } from './chain-view.ts';

/**
 * Everything that came of one matter, as everybody may read it: sessions, topics and agreed lines are public, and a
 * resident's matter has its published title or none. Others' matters that are not published stand there without
 * number, title or id of their own. Refuses: matters.not_found for a resident's matter that is not published.
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
    if (root.kind === 'issue' && !titles.has(matterId)) throw notFound();
    const names = new Map<string, string>();
    const nameOf = (id: string) => names.get(id) ?? id;
    for (const { id, kind } of nodes)
      if (kind === 'issue' && !titles.has(id)) names.set(id, `issue-${names.size + 1}`);
    return {
      rootId: matterId,
      nodes: nodes.map(({ ownerRole: _r, ownerUnitName: _u, dueAt: _d, ...node }) => ({
        ...node,
        id: nameOf(node.id),
        number: node.kind === 'issue' ? null : node.number,
        title: node.kind === 'issue' ? (titles.get(node.id) ?? null) : node.title,
      })),
      links: links.map((link) => ({ ...link, fromId: nameOf(link.fromId), toId: nameOf(link.toId) })),
    };
  });
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
