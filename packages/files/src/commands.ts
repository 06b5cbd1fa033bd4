import { createHash, randomBytes } from 'node:crypto';
import { DomainError, newId, system, type Id } from '@tongxin/core';
import { transact, type Context, type Tx } from '@tongxin/db';
import { and, asc, eq, inArray, isNull, lt, sql } from 'drizzle-orm';
import { renderPhoto } from './photo.ts';
import { storedAs } from './queries.ts';
import { photosPerMatter, refusals, sizeNames, unattachedHours, type Refusal } from './rules.ts';
import { files } from './schema.ts';
import type { Storage } from './storage.ts';

/** Where a photo's matter lies; every one of these codes is a door to it. */
export type PhotoPlace = {
  cityCode: string;
  countyCode: string | null;
  townshipCode: string | null;
  villageCode: string | null;
  /** Given for evidence, so that the unit that did the work sees it; left out for what a resident sent. */
  handlerUnitId?: string | null;
};

/**
 * Keeps a photo until a matter takes it. The row comes first, so that whatever breaks leaves nothing that the
 * sweep does not find. Refuses as `renderPhoto`, and then keeps nothing.
 */
export async function storePhoto(
  ctx: Context,
  storage: Storage,
  sent: Uint8Array,
): Promise<{ id: Id<'file'> }> {
  const { large, small } = await renderPhoto(sent);
  const id = newId<'file'>();
  const name = randomBytes(16).toString('hex');
  const sha256 = createHash('sha256').update(large.bytes).digest('hex');
  const { width, height, bytes } = large;
  const row = {
    id,
    kind: 'photo' as const,
    name,
    width,
    height,
    bytes: bytes.length,
    sha256,
    uploadedAt: ctx.now(),
  };
  const alone = unattachedContext(ctx);
  await transact(alone, (tx) => tx.insert(files).values(row));
  try {
    await storage.put(storedAs(name, 'large'), large.bytes);
    await storage.put(storedAs(name, 'small'), small.bytes);
  } catch (error) {
    await removeBytes(storage, name).catch(() => undefined);
    await transact(alone, (tx) => tx.delete(files).where(eq(files.id, id)));
    throw error;
  }
  return { id };
}

/**
 * Gives photos to a matter; those that it has already stay as they are. Joins the caller's transaction and locks
 * the photos, so a photo goes to one matter only. `most` is how many a matter of this kind has at most.
 * Refuses: files.not_found, files.taken, files.too_many.
 */
export async function attachPhotos(
  ctx: Context,
  {
    matterId,
    photoIds,
    place,
    most = photosPerMatter,
  }: { matterId: string; photoIds: readonly string[]; place: PhotoPlace; most?: number },
): Promise<void> {
  const wanted = [...new Set(photoIds)];
  if (wanted.length === 0) return;
  await transact(ctx, (tx) =>
    pastTheDoors(tx, async () => {
      const found = await tx
        .select({ id: files.id, matterId: files.matterId, subjectId: files.subjectId })
        .from(files)
        .where(inArray(files.id, wanted))
        .orderBy(asc(files.id))
        .limit(wanted.length)
        .for('update');
      if (found.length < wanted.length) throw refusal('files.not_found');
      if (found.some(isTakenBy(matterId))) throw refusal('files.taken');
      await tx
        .update(files)
        .set({ ...place, matterId, attachedAt: ctx.now() })
        .where(and(inArray(files.id, wanted), isNull(files.matterId)));
      const attached = await tx.$count(files, eq(files.matterId, matterId));
      if (attached > most) throw refusal('files.too_many');
    }),
  );
}

/**
 * Shows photos of a matter to everybody, or to nobody any more. The caller has decided that they show no person.
 * Only photos of that matter within the actor's scope. Refuses: files.not_found.
 */
export async function publishPhotos(
  ctx: Context,
  { matterId, photoIds, published }: { matterId: string; photoIds: readonly string[]; published: boolean },
): Promise<void> {
  const wanted = [...new Set(photoIds)];
  if (wanted.length === 0) return;
  await transact(ctx, async (tx) => {
    const { rowCount } = await tx
      .update(files)
      .set({ published })
      .where(and(inArray(files.id, wanted), eq(files.matterId, matterId)));
    if (rowCount !== wanted.length) throw refusal('files.not_found');
  });
}

/**
 * Takes photos away from their matter: from this moment nobody is shown them, they count no more, and the sweep throws
 * their bytes away like those of any upload that nothing has taken. Only photos of that matter within the actor's scope;
 * joins the caller's transaction. Refuses: files.not_found.
 */
export async function withdrawPhotos(
  ctx: Context,
  { matterId, photoIds }: { matterId: string; photoIds: readonly string[] },
): Promise<void> {
  const wanted = [...new Set(photoIds)];
  if (wanted.length === 0) return;
  await transact(ctx, async (tx) => {
    const ofMatter = and(inArray(files.id, wanted), eq(files.matterId, matterId));
    // Before the doors are passed: what the actor does not see is not there.
    if ((await tx.$count(files, ofMatter)) !== wanted.length) throw refusal('files.not_found');
    await pastTheDoors(tx, () =>
      tx
        .update(files)
        .set({ ...nobodys, published: false })
        .where(ofMatter),
    );
  });
}

const nobodys = {
  matterId: null,
  attachedAt: null,
  handlerUnitId: null,
  cityCode: null,
  countyCode: null,
  townshipCode: null,
  villageCode: null,
};

const sweptAtOnce = 20;

const isTakenBy = (matterId: string) => (photo: { matterId: string | null; subjectId: string | null }) =>
  photo.subjectId !== null || (photo.matterId !== null && photo.matterId !== matterId);

/**
 * Shows one photo of a public place to everybody in place of the one before, which nobody sees any more; with null
 * none is shown. The caller has decided who may. Joins the caller's transaction and locks the photo, so that it shows
 * one place only. Refuses: files.not_found, files.taken.
 */
export async function showPhoto(
  ctx: Context,
  { subjectId, photoId }: { subjectId: string; photoId: string | null },
): Promise<void> {
  await transact(ctx, (tx) =>
    pastTheDoors(tx, async () => {
      await tx.update(files).set({ published: false }).where(eq(files.subjectId, subjectId));
      if (photoId === null) return;
      const [photo] = await tx
        .select({ matterId: files.matterId, subjectId: files.subjectId })
        .from(files)
        .where(eq(files.id, photoId))
        .limit(1)
        .for('update');
      if (photo === undefined) throw refusal('files.not_found');
      const isFree = photo.matterId === null && (photo.subjectId ?? subjectId) === subjectId;
      if (!isFree) throw refusal('files.taken');
      await tx
        .update(files)
        .set({ subjectId, attachedAt: ctx.now(), published: true })
        .where(eq(files.id, photoId));
    }),
  );
}

/** Throws away what nothing has taken for a day, bytes first. Returns how many there were. */
export async function sweepUnattached(ctx: Context, storage: Storage): Promise<number> {
  const cutoff = ctx.now().subtract({ hours: unattachedHours });
  for (let swept = 0; ;) {
    const count = await transact(unattachedContext(ctx), async (tx) => {
      const old = await tx
        .select({ id: files.id, name: files.name })
        .from(files)
        .where(and(isNull(files.attachedAt), lt(files.uploadedAt, cutoff)))
        .orderBy(asc(files.uploadedAt))
        .limit(sweptAtOnce)
        .for('update', { skipLocked: true });
      for (const { name } of old) await removeBytes(storage, name);
      if (old.length > 0)
        await tx.delete(files).where(
          inArray(
            files.id,
            old.map(({ id }) => id),
          ),
        );
      return old.length;
    });
    swept += count;
    if (count < sweptAtOnce) return swept;
  }
}

async function removeBytes(storage: Storage, name: string): Promise<void> {
  for (const size of sizeNames) await storage.remove(storedAs(name, size));
}

/** A photo that no matter has belongs to nobody; only the house itself can touch it. */
function unattachedContext(ctx: Context): Context {
  const { tx: _joined, ...outside } = ctx;
  return { ...outside, actor: system };
}

/** Runs `work` with the house's own scope and gives the caller's back, also after a refusal. */
async function pastTheDoors<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  const { rows } = await tx.execute<{ scope: string | null }>(
    sql`select current_setting('app.scope', true) as scope`,
  );
  await setScope(tx, 'system');
  try {
    return await work();
  } finally {
    // A transaction that the database has given up takes no statement; its rollback restores the scope.
    await setScope(tx, rows[0]?.scope ?? '').catch(() => undefined);
  }
}

/** SET takes no parameters, so what goes into it is checked by form. */
async function setScope(tx: Tx, scope: string): Promise<void> {
  if (!/^[a-z0-9:,-]*$/.test(scope)) throw new Error('a scope has an unknown form');
  await tx.execute(sql.raw(`set local app.scope = '${scope}'`));
}

function refusal(code: Refusal): DomainError {
  return new DomainError(code, refusals[code]);
}
