import { PhotoIds } from '@tongxin/files/rules';
import { z } from 'zod';
import { prose, Reason, WebAddress, words } from './fields.ts';

/** How much is kept of one event; the largest conference has fewer photos that anybody looks for again. */
export const archivedAtMost = 200;

const EventId = z.uuid('events.not_found');
const Caption = words(100, 'events.caption');

export const AddArchivePhotos = z.strictObject({
  id: EventId,
  /** As the storage took them in; one that this event has already changes nothing. */
  photoIds: PhotoIds.refine((ids) => ids.length > 0, 'files.not_found'),
  caption: Caption,
});
export type AddArchivePhotos = z.output<typeof AddArchivePhotos>;

/** Made by the form when it opens, so that sending it twice keeps one. */
const Key = z.uuid('events.key');

export const AddArchiveText = z.strictObject({
  id: EventId,
  key: Key,
  kind: z.enum(['text', 'finding'], 'events.archive_kind'),
  title: Caption,
  body: prose(20_000, 'events.body'),
});
export type AddArchiveText = z.output<typeof AddArchiveText>;

export const AddArchiveLink = z.strictObject({
  id: EventId,
  key: Key,
  title: Caption,
  url: WebAddress('events.media_url'),
});
export type AddArchiveLink = z.output<typeof AddArchiveLink>;

const Item = { id: EventId, itemId: z.uuid('events.item_unknown') };

export const ShowArchiveItem = z
  .strictObject({
    ...Item,
    published: z.boolean(),
    /** Whoever makes something public has looked: no face without consent, no number plate. */
    looked: z.boolean().default(false),
  })
  .refine(({ published, looked }) => !published || looked, { error: 'events.faces', path: ['looked'] });
export type ShowArchiveItem = z.output<typeof ShowArchiveItem>;

export const RemoveArchiveItem = z.strictObject({ ...Item, reason: Reason });
export type RemoveArchiveItem = z.output<typeof RemoveArchiveItem>;

/** The number under which something is kept: its event's own, and its place in the archive. */
export function archiveNumber(eventNumber: string, itemNo: number): string {
  return `${eventNumber}-${String(itemNo).padStart(2, '0')}`;
}
