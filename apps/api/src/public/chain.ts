import { links } from '@tongxin/public/links';
import type { ChainLink, ChainNode } from '@tongxin/public/render';
import type { Visitor } from './visitor.ts';

type Mine = Awaited<ReturnType<Visitor['call']['deliberations']['chain']['mine']>>;
type Node = Omit<Mine['nodes'][number], 'ownerRole' | 'ownerUnitName' | 'dueAt'>;

/** What came of one resident's words, as the page shows it. `issueLink` leads to a matter that has a title here. */
export function chainContent(
  { rootId, nodes, links: joined }: Pick<Mine, 'rootId' | 'links'> & { nodes: readonly Node[] },
  { issueLink }: { issueLink: (id: string) => string },
): { nodes: ChainNode[]; joined: ChainLink[] } {
  const shown = new Set(nodes.map(({ id }) => id));
  return {
    nodes: nodes.map(({ id, kind, title, number, word, label, openedAt, judged }) => ({
      id,
      kind,
      title,
      number,
      word,
      state: label,
      openedAt: openedAt.toString(),
      judged,
      href: hrefOf({ id, kind, title }, issueLink),
      here: id === rootId,
    })),
    joined: joined
      .filter(({ fromId, toId }) => shown.has(fromId) && shown.has(toId))
      .map(({ kind, fromId, toId }) => ({ kind: kind as ChainLink['kind'], fromId, toId })),
  };
}

function hrefOf(
  { id, kind, title }: Pick<ChainNode, 'id' | 'kind' | 'title'>,
  issueLink: (id: string) => string,
) {
  if (kind === 'session') return links.session(id);
  return kind === 'issue' && title !== null ? issueLink(id) : null;
}
