import { asSystem, transact, type Context, type Tx } from '@tongxin/db';
import { issueWorkflow } from '@tongxin/issues/rules';
import { isVisible, notFound } from '@tongxin/matters/commands';
import { getChain, getMatter } from '@tongxin/matters/queries';
import { isOfGround, type GroundKind, type Workflow } from '@tongxin/matters/rules';
import { organisations } from '@tongxin/organisations/schema';
import { inArray } from 'drizzle-orm';
import { lineWorkflow, sessionWorkflow, tallyOf, topicWorkflow } from '../rules/index.ts';
import { isReadable, titlesOf } from './titles.ts';
import { wordsOn } from './words.ts';

type Inside = Context & { tx: Tx };
type Node = Awaited<ReturnType<typeof getChain>>['matters'][number];

const workflows: Record<GroundKind, Workflow> = {
  issue: issueWorkflow as Workflow,
  topic: topicWorkflow as Workflow,
  session: sessionWorkflow as Workflow,
  outcome_line: lineWorkflow as Workflow,
};

/**
 * Everything that came of one matter and all that it came from, on one page: residents' matters, topics, sessions and
 * agreed lines, each with its public word, dates, whose turn it is, and what residents said of lines that are struck
 * off; and the links between them, to be read both ways. For a resident from their own matter, for offices, units and
 * auditors from any that they may know of. Another resident's matter has neither number nor title here; a topic
 * without a date has its title for its offices alone, and an auditor reads no title that is not public.
 * Refuses: matters.not_found.
 */
export async function chainView(ctx: Context, matterId: string) {
  return transact(ctx, async (_tx, inside) => {
    if (!isOfGround(await getMatter(inside, matterId))) throw notFound();
    const { matters, links } = await getChain(inside, matterId);
    const nodes = matters.filter((node) => isOfGround(node));
    const titles = await titlesOf(inside, nodes);
    const units = await unitsOf(inside, nodes);
    const judged = await judgedOn(inside, nodes);
    const shown = new Set(nodes.map(({ id }) => id));
    return {
      rootId: matterId,
      nodes: nodes.map((node) => {
        const { word, label } = workflows[node.kind].states[node.state]!;
        return {
          id: node.id,
          kind: node.kind,
          number: node.kind !== 'issue' || isVisible(node, inside.actor) ? node.number : null,
          title: isReadable(inside.actor, node) ? (titles.get(node.id) ?? null) : null,
          state: node.state,
          word: word!,
          label,
          ownerRole: node.ownerRole,
          ownerUnitName: node.ownerUnitId === null ? null : (units.get(node.ownerUnitId) ?? null),
          dueAt: node.dueAt,
          openedAt: node.openedAt,
          closedAt: node.closedAt,
          townshipCode: node.townshipCode,
          judged: judged.get(node.id) ?? null,
        };
      }),
      // What the page does not show is not pointed at either.
      links: links.filter(({ fromId, toId }) => shown.has(fromId) && shown.has(toId)),
    };
  });
}

async function unitsOf(inside: Inside, nodes: readonly Node[]): Promise<Map<string, string>> {
  const ids = [...new Set(nodes.map(({ ownerUnitId }) => ownerUnitId).filter((id) => id !== null))];
  const rows = await inside.tx
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(inArray(organisations.id, ids))
    .limit(ids.length);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The last round's counts of lines that are struck off; before that nobody's word shows, not even as a number. */
async function judgedOn(inside: Inside, nodes: readonly Node[]) {
  const closed = nodes
    .filter(({ kind, state }) => kind === 'outcome_line' && state === 'closed')
    .map(({ id }) => id);
  const words = await asSystem(inside, (house) => wordsOn(house, closed));
  return new Map(
    closed.map((id) => {
      const said = words.filter(({ lineId }) => lineId === id);
      const last = Math.max(0, ...said.map(({ round }) => round));
      return [id, tallyOf(said.filter(({ round }) => round === last))];
    }),
  );
}
