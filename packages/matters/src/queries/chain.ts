import { prepared, type Context } from '@tongxin/db';
import { asc, eq, inArray, isNull, and, or, sql } from 'drizzle-orm';
import { links, matters } from '../schema.ts';
import { isVisible, notFound } from '../commands/facts.ts';

const columns = {
  id: matters.id,
  kind: matters.kind,
  number: matters.number,
  chainId: matters.chainId,
  state: matters.state,
  organisationId: matters.organisationId,
  cityCode: matters.cityCode,
  countyCode: matters.countyCode,
  townshipCode: matters.townshipCode,
  villageCode: matters.villageCode,
  ownerRole: matters.ownerRole,
  ownerUnitId: matters.ownerUnitId,
  handlerUnitId: matters.handlerUnitId,
  dueAt: matters.dueAt,
  openedAt: matters.openedAt,
  closedAt: matters.closedAt,
};

const db = (ctx: Context) => ctx.tx ?? ctx.municipality.db;

/** One matter of the spine, for an actor who may know of it. Refuses: matters.not_found. */
export async function getMatter(ctx: Context, id: string) {
  const [matter] = await db(ctx).select(columns).from(matters).where(eq(matters.id, id)).limit(1);
  if (matter === undefined || !isVisible(matter, ctx.actor)) throw notFound();
  return matter;
}

/** Those of these matters that the actor may know of, at most 100, in no order. */
export async function listMatters(ctx: Context, ids: readonly string[]) {
  const found = await db(ctx)
    .select(columns)
    .from(matters)
    .where(inArray(matters.id, [...ids]))
    .limit(100);
  return found.filter((matter) => isVisible(matter, ctx.actor));
}

const reach = 300;

/**
 * Everything that came of a matter and all that it came from, with the links between them: the resident's words,
 * the topic, the sessions, the outcome lines. At most 300 matters, oldest first.
 */
export async function getChain(ctx: Context, matterId: string) {
  const seen = new Set<string>([matterId]);
  const joined = new Map<
    string,
    { fromId: string; toId: string; kind: string; linkedAt: Temporal.Instant }
  >();
  for (let edge = [matterId]; edge.length > 0 && seen.size < reach;) {
    const found = await linksOf(ctx, edge);
    for (const one of found) joined.set(`${one.fromId}:${one.kind}:${one.toId}`, one);
    edge = [...new Set(found.flatMap((one) => [one.fromId, one.toId]))].filter((id) => !seen.has(id));
    for (const id of edge) seen.add(id);
  }
  const members = await db(ctx)
    .select(columns)
    .from(matters)
    .where(inArray(matters.id, [...seen].slice(0, reach)))
    .orderBy(asc(matters.openedAt), asc(matters.id))
    .limit(reach);
  return { matters: members, links: [...joined.values()] };
}

async function linksOf(ctx: Context, ids: readonly string[]) {
  return db(ctx)
    .select({ fromId: links.fromId, toId: links.toId, kind: links.kind, linkedAt: links.linkedAt })
    .from(links)
    .where(and(or(inArray(links.fromId, [...ids]), inArray(links.toId, [...ids])), isNull(links.unlinkedAt)))
    .limit(2000);
}

/** The matters linked from (or to) this one in one way, oldest link first. */
export async function listLinked(
  ctx: Context,
  {
    matterId,
    kind,
    direction,
  }: { matterId: string; kind: (typeof links.$inferSelect)['kind']; direction: 'from' | 'to' },
) {
  const [here, there] = direction === 'from' ? [links.fromId, links.toId] : [links.toId, links.fromId];
  const statement = prepared(db(ctx), `matters_linked_${direction}`, (builder, name) =>
    builder
      .select({ ...columns, linkedAt: links.linkedAt })
      .from(links)
      .innerJoin(matters, eq(matters.id, there))
      .where(
        and(
          eq(here, sql.placeholder('matterId')),
          eq(links.kind, sql.placeholder('kind')),
          isNull(links.unlinkedAt),
        ),
      )
      .orderBy(asc(links.linkedAt), asc(matters.id))
      .limit(500)
      .prepare(name),
  );
  return statement.execute({ matterId, kind });
}
