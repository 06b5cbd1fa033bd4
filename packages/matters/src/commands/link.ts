import type { Context, Tx } from '@tongxin/db';
import { and, eq } from 'drizzle-orm';
import type { LinkKind } from '../rules/index.ts';
import { links } from '../schema.ts';

export type Link = { fromId: string; toId: string; kind: LinkKind };

/** Says what came of what. Saying it twice changes nothing; saying it again after unlinking restores it. */
export async function link(tx: Tx, ctx: Context, ...all: readonly Link[]): Promise<void> {
  if (all.length === 0) return;
  await tx
    .insert(links)
    .values(all.map((one) => ({ ...one, linkedAt: ctx.now() })))
    .onConflictDoUpdate({ target: [links.fromId, links.kind, links.toId], set: { unlinkedAt: null } });
}

/** Ends a link without forgetting that it was there. */
export async function unlink(tx: Tx, ctx: Context, { fromId, toId, kind }: Link): Promise<void> {
  await tx
    .update(links)
    .set({ unlinkedAt: ctx.now() })
    .where(and(eq(links.fromId, fromId), eq(links.toId, toId), eq(links.kind, kind)));
}
