import { prepared, type Context } from '@tongxin/db';
import { links, matters } from '@tongxin/matters/schema';
import type { LinkKind } from '@tongxin/matters/rules';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';

const db = (ctx: Context) => ctx.tx ?? ctx.municipality.db;

const columns = {
  id: matters.id,
  kind: matters.kind,
  number: matters.number,
  chainId: matters.chainId,
  state: matters.state,
  countyCode: matters.countyCode,
  dueAt: matters.dueAt,
};

/** The matters at the other end of these links, with the end they were asked from; by id. At most 2,000. */
async function linked(ctx: Context, ids: readonly string[], kind: LinkKind, direction: 'from' | 'to') {
  if (ids.length === 0) return [];
  const [here, there] = direction === 'from' ? [links.fromId, links.toId] : [links.toId, links.fromId];
  // Prepared: each move of a line asks for its matters, and these for theirs.
  const statement = prepared(db(ctx), `deliberations_linked_${direction}`, (builder, name) =>
    builder
      .select({ ...columns, of: here })
      .from(links)
      .innerJoin(matters, eq(matters.id, there))
      .where(
        and(
          sql`${here} = any(${sql.placeholder('ids')}::uuid[])`,
          eq(links.kind, sql.placeholder('kind')),
          isNull(links.unlinkedAt),
        ),
      )
      .orderBy(asc(matters.id))
      .limit(2000)
      .prepare(name),
  );
  return statement.execute({ ids: [...ids], kind });
}

/** The residents' matters in these topics that are still being talked over, each with its topic. */
export async function issuesInTopics(ctx: Context, topicIds: readonly string[]) {
  const found = await linked(ctx, topicIds, 'taken_into', 'to');
  return found
    .filter((issue) => issue.state === 'in_talks')
    .map(({ of, ...issue }) => ({ ...issue, topicId: of }));
}

/** The topics that a session talks over, by id. */
export async function topicsOf(ctx: Context, sessionId: string) {
  return linked(ctx, [sessionId], 'talked_at', 'to');
}

/** The residents' matters that these lines were agreed for. */
export async function issuesOfLines(ctx: Context, lineIds: readonly string[]) {
  return linked(ctx, lineIds, 'answers', 'from');
}

/** The agreed lines that answer these matters. */
export async function linesOfIssues(ctx: Context, issueIds: readonly string[]) {
  return linked(ctx, issueIds, 'answers', 'to');
}

/** These matters and all that were merged into them, each with the one it stands for. Merging may go over several. */
export async function withMerged(ctx: Context, issueIds: readonly string[]): Promise<Map<string, string>> {
  const standsFor = new Map(issueIds.map((id) => [id, id]));
  for (let edge = [...issueIds]; edge.length > 0;) {
    const merged = (await linked(ctx, edge, 'merged_into', 'to')).filter(({ id }) => !standsFor.has(id));
    for (const { id, of } of merged) standsFor.set(id, standsFor.get(of)!);
    edge = merged.map(({ id }) => id);
  }
  return standsFor;
}

/** The matter that a merged one was merged into in the end; the matter itself when it was not merged. */
export async function mergedInto(ctx: Context, issueId: string): Promise<string> {
  const seen = new Set<string>();
  let current = issueId;
  while (!seen.has(current)) {
    seen.add(current);
    const [next] = await linked(ctx, [current], 'merged_into', 'from');
    if (next === undefined) return current;
    current = next.id;
  }
  return current;
}
