import { DomainError, pageOf } from '@tongxin/core';
import { read, type Context } from '@tongxin/db';
import { files } from '@tongxin/files/schema';
import { listPublishedPhotos } from '@tongxin/files/queries';
import { and, asc, eq, isNull, or, sql, type SQL } from 'drizzle-orm';
import { archivedAtMost, archiveNumber, type ListArchive } from '../rules/index.ts';
import { archiveItems, events } from '../schema/index.ts';
import { forOffice, seesDrafts } from './for-office.ts';
import { refusals as spine } from '@tongxin/matters/rules';
import { matters } from '@tongxin/matters/schema';

const columns = {
  id: archiveItems.id,
  eventId: archiveItems.eventId,
  itemNo: archiveItems.itemNo,
  kind: archiveItems.kind,
  title: archiveItems.title,
  fileId: archiveItems.fileId,
  body: archiveItems.body,
  url: archiveItems.url,
  published: archiveItems.published,
  addedAt: archiveItems.addedAt,
};

const keptPerPage = 100;

/**
 * What is kept of an event and of its parts, by event and number, 100 a page: a group that writes down what it talked
 * over in its own room is read at once where the whole is kept. Refuses: matters.not_found.
 */
export async function listArchive(ctx: Context, { id, after }: ListArchive) {
  return read(ctx, async (tx, inside) => {
    const event = await forOffice(inside, id);
    if (!seesDrafts(event, ctx.actor)) throw new DomainError('matters.not_found', spine['matters.not_found']);
    const rows = await tx
      .select({
        ...columns,
        eventNumber: matters.number,
        eventTitle: events.title,
        startsAt: events.startsAt,
        parentEventId: events.parentEventId,
        bytes: files.bytes,
        width: files.width,
        height: files.height,
      })
      .from(archiveItems)
      .innerJoin(events, eq(events.matterId, archiveItems.eventId))
      .innerJoin(matters, eq(matters.id, archiveItems.eventId))
      .leftJoin(files, eq(files.id, archiveItems.fileId))
      .where(
        and(ofWhole(id), isNull(archiveItems.removedAt), after === undefined ? undefined : beyond(after)),
      )
      .orderBy(asc(events.startsAt), asc(archiveItems.eventId), asc(archiveItems.itemNo))
      .limit(keptPerPage + 1);
    const found = rows.map(({ eventNumber, parentEventId, ...row }) => ({
      ...row,
      number: archiveNumber(eventNumber, row.itemNo),
      isOfPart: parentEventId === id,
    }));
    return pageOf(found, keptPerPage, ({ startsAt, eventId, itemNo }) => ({
      startsAt: startsAt.toString(),
      id: eventId,
      itemNo,
    }));
  });
}

function beyond({ startsAt, id, itemNo }: NonNullable<ListArchive['after']>): SQL {
  return sql`(${events.startsAt}, ${archiveItems.eventId}, ${archiveItems.itemNo}) > (${startsAt}::timestamptz, ${id}::uuid, ${itemNo}::int)`;
}

const ofWhole = (id: string): SQL | undefined => or(eq(events.matterId, id), eq(events.parentEventId, id));

/** What of an event is shown to everybody, by number; photos with their sizes. At most 200. */
export async function publishedArchive(ctx: Context, eventId: string) {
  const rows = await (ctx.tx ?? ctx.municipality.db)
    .select(columns)
    .from(archiveItems)
    .where(and(eq(archiveItems.eventId, eventId), eq(archiveItems.published, true)))
    .orderBy(asc(archiveItems.itemNo))
    .limit(archivedAtMost);
  const hasPhotos = rows.some(({ kind }) => kind === 'photo');
  const photos = hasPhotos ? await listPublishedPhotos(ctx, [eventId]) : [];
  return rows.map(({ id, kind, title, fileId, body, url }) => {
    const photo = photos.find((one) => one.id === fileId);
    const size = photo === undefined ? null : { width: photo.width, height: photo.height };
    return { id, kind, title, fileId, body, url, size };
  });
}
