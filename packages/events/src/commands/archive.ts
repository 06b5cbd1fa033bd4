import { newId } from '@tongxin/core';
import { once, transact, type Context } from '@tongxin/db';
import { attachPhotos, publishPhotos, withdrawPhotos } from '@tongxin/files/commands';
import { advance } from '@tongxin/matters/commands';
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import {
  archivedAtMost,
  eventWorkflow,
  type AddArchiveLink,
  type AddArchivePhotos,
  type AddArchiveText,
  type RemoveArchiveItem,
  type ShowArchiveItem,
} from '../rules/index.ts';
import { archiveItems } from '../schema/index.ts';
import { accountOf, lockForMove, type Inside } from './event-row.ts';
import { ensureImpersonal, refuse } from './refuse.ts';

type NewItem = Pick<typeof archiveItems.$inferInsert, 'kind' | 'title' | 'fileId' | 'body' | 'url'>;

/**
 * Keeps photos of an event under one caption, each with a number of its own. A photo that this event has already stays
 * as it is, so sending them again after a broken connection adds nothing. They are the office's alone until they are
 * shown. Returns how many were new. Locks the event.
 * Refuses: as advance, files.not_found, files.taken, events.archive_full.
 */
export async function addArchivePhotos(
  ctx: Context,
  { id, photoIds, caption }: AddArchivePhotos,
): Promise<{ added: number }> {
  return transact(ctx, async (tx, inside) => {
    const event = await lockForMove(inside, id, 'archive');
    const kept = await tx
      .select({ fileId: archiveItems.fileId })
      .from(archiveItems)
      .where(and(eq(archiveItems.eventId, id), inArray(archiveItems.fileId, photoIds)))
      .limit(photoIds.length);
    const known = new Set(kept.map(({ fileId }) => fileId));
    const fresh = photoIds.filter((photoId) => !known.has(photoId));
    if (fresh.length === 0) return { added: 0 };
    const { cityCode, countyCode, townshipCode, organisationId } = event;
    const place = { cityCode, countyCode, townshipCode, villageCode: null, handlerUnitId: organisationId };
    await attachPhotos(inside, { matterId: id, photoIds: fresh, place, most: archivedAtMost });
    await keep(
      inside,
      id,
      fresh.map((fileId) => ({ kind: 'photo' as const, title: caption, fileId })),
    );
    return { added: fresh.length };
  });
}

/**
 * Keeps a text of an event: a speech, a report, what was found or suggested. Sent twice with the same key it is kept
 * once. Locks the event. Refuses: as advance, events.archive_full; idempotency.other_content.
 */
export async function addArchiveText(ctx: Context, input: AddArchiveText): Promise<{ itemId: string }> {
  const { key, id, kind, title, body } = input;
  return once(ctx, { key: `events.archive:${key}`, input: { ...input, by: accountOf(ctx) } }, (_tx, inside) =>
    lockAndKeep(inside, id, { kind, title, body }),
  );
}

/**
 * Keeps the address where media tell of an event; nothing is copied from there, and nobody counts who follows it. Sent
 * twice with the same key it is kept once. Locks the event. Refuses: as advance, events.archive_full;
 * idempotency.other_content.
 */
export async function addArchiveLink(ctx: Context, input: AddArchiveLink): Promise<{ itemId: string }> {
  const { key, id, title, url } = input;
  return once(ctx, { key: `events.archive:${key}`, input: { ...input, by: accountOf(ctx) } }, (_tx, inside) =>
    lockAndKeep(inside, id, { kind: 'link', title, url }),
  );
}

async function lockAndKeep(inside: Inside, id: string, item: NewItem): Promise<{ itemId: string }> {
  await lockForMove(inside, id, 'archive');
  const [itemId] = await keep(inside, id, [item]);
  return { itemId: itemId! };
}

/** Numbers and writes what is kept, and the entry that tells of it; the event is locked. */
async function keep(inside: Inside, eventId: string, items: readonly NewItem[]): Promise<string[]> {
  const { tx } = inside;
  const [last] = await tx
    .select({ no: sql<number>`coalesce(max(${archiveItems.itemNo}), 0)::int` })
    .from(archiveItems)
    .where(eq(archiveItems.eventId, eventId));
  const here = and(eq(archiveItems.eventId, eventId), isNull(archiveItems.removedAt));
  const held = await tx.$count(archiveItems, here);
  if (held + items.length > archivedAtMost) refuse('events.archive_full');
  const first = last!.no + 1;
  const rows = items.map((item, at) => ({
    ...item,
    id: newId<'archive-item'>(),
    eventId,
    itemNo: first + at,
    addedAt: inside.now(),
    addedBy: accountOf(inside),
  }));
  await tx.insert(archiveItems).values(rows);
  await advance(inside, eventWorkflow, {
    matterId: eventId,
    move: 'archive',
    data: { kind: items[0]!.kind, from: first, count: rows.length },
  });
  return rows.map(({ id }) => id);
}

/**
 * Puts something that is kept on the event's public page, or takes it off again. Whoever publishes has confirmed that
 * it shows no face without consent and no number plate. Locks the event.
 * Refuses: as advance, events.not_public, events.item_unknown, events.item_unchanged, events.personal_words.
 */
export async function showArchiveItem(
  ctx: Context,
  { id, itemId, published }: ShowArchiveItem,
): Promise<void> {
  await transact(ctx, async (tx, inside) => {
    const event = await lockForMove(inside, id, 'show');
    if (published && event.signUp !== 'public') refuse('events.not_public');
    const item = await itemOf(inside, { id, itemId });
    if (item.published === published) refuse('events.item_unchanged');
    if (published) ensureImpersonal(item.title, item.body);
    await tx.update(archiveItems).set({ published }).where(eq(archiveItems.id, itemId));
    if (item.fileId !== null)
      await publishPhotos(inside, { matterId: id, photoIds: [item.fileId], published });
    await advance(inside, eventWorkflow, {
      matterId: id,
      move: 'show',
      data: { itemNo: item.itemNo, published },
    });
  });
}

/**
 * Takes something out of the archive, with a reason. Its number stays used; nobody sees it any more, and of a photo the
 * bytes are thrown away. Locks the event.
 * Refuses: as advance, matters.reason_missing, events.item_unknown.
 */
export async function removeArchiveItem(
  ctx: Context,
  { id, itemId, reason }: RemoveArchiveItem,
): Promise<void> {
  ensureImpersonal(reason);
  await transact(ctx, async (tx, inside) => {
    await lockForMove(inside, id, 'take_out');
    const item = await itemOf(inside, { id, itemId });
    await tx
      .update(archiveItems)
      .set({ removedAt: inside.now(), removeReason: reason, published: false, fileId: null })
      .where(eq(archiveItems.id, itemId));
    if (item.fileId !== null) await withdrawPhotos(inside, { matterId: id, photoIds: [item.fileId] });
    await advance(inside, eventWorkflow, {
      matterId: id,
      move: 'take_out',
      reason,
      data: { itemNo: item.itemNo },
    });
  });
}

async function itemOf({ tx }: Inside, { id, itemId }: { id: string; itemId: string }) {
  const here = and(eq(archiveItems.id, itemId), eq(archiveItems.eventId, id), isNull(archiveItems.removedAt));
  const [item] = await tx
    .select({
      itemNo: archiveItems.itemNo,
      fileId: archiveItems.fileId,
      published: archiveItems.published,
      title: archiveItems.title,
      body: archiveItems.body,
    })
    .from(archiveItems)
    .where(here)
    .limit(1);
  return item ?? refuse('events.item_unknown');
}
