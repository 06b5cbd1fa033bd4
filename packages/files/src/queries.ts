import { DomainError, roles, system } from '@tongxin/core';
import { prepared, read, transact, type Context, type Tx } from '@tongxin/db';
import { and, asc, eq, inArray, isNotNull, sql, type Param, type Placeholder, type SQL } from 'drizzle-orm';
import { recordReading } from '@tongxin/matters/commands';
import { getMatter } from '@tongxin/matters/queries';
import { doorsOf, fitInto, refusals, type SizeName } from './rules.ts';
import { files } from './schema.ts';
import type { Storage } from './storage.ts';

const columns = {
  id: files.id,
  matterId: files.matterId,
  name: files.name,
  width: files.width,
  height: files.height,
  published: files.published,
  handlerUnitId: files.handlerUnitId,
};

/** One size of a photo as it is sent out: JPEG, and whether everybody may keep a copy. */
export type OpenPhoto = {
  bytes: Uint8Array;
  width: number;
  height: number;
  published: boolean;
  /** Null for a photo of a public place. */
  matterId: string | null;
};

/**
 * A size of a photo: a published one for everybody, any other for those whom its matter's place, handler or
 * receipt lets in. An office that opens a resident's photo leaves a reading. One that is not attached to a matter is shown to nobody. Refuses: files.not_found.
 */
export async function openPhoto(
  ctx: Context,
  storage: Storage,
  id: string,
  size: SizeName,
): Promise<OpenPhoto> {
  const row = (await findOwn(ctx, id)) ?? (await findPublished(ctx, id));
  if (row === undefined) throw new DomainError('files.not_found', refusals['files.not_found']);
  const { name, matterId, published } = row;
  return { bytes: await storage.read(storedAs(name, size)), ...fitInto(size, row), published, matterId };
}

/** The photos of these matters that the actor may see, in the order of their upload. At most 200. */
export async function listPhotos(ctx: Context, matterIds: readonly string[]) {
  if (matterIds.length === 0) return [];
  return read(ctx, (tx) => {
    const statement = prepared(tx, 'files_of_matters', (db, name) =>
      select(db, and(sql`${files.matterId} = any(${sql.placeholder('matterIds')}::uuid[])`, isVisible()))
        .limit(200)
        .prepare(name),
    );
    return statement.execute({ matterIds: [...matterIds], doors: doorsOf(ctx.actor) });
  });
}

/** The published photos of these matters, for everybody, in the order of their upload. At most 200. */
export async function listPublishedPhotos(ctx: Context, matterIds: readonly string[]) {
  if (matterIds.length === 0) return [];
  return asPublic(ctx, (tx) =>
    select(tx, and(inArray(files.matterId, [...matterIds]), eq(files.published, true))).limit(200),
  );
}

/** The name under which the storage keeps a size. */
export function storedAs(name: string, size: SizeName): string {
  return `photos/${name.slice(0, 2)}/${name}-${size}.jpg`;
}

async function findOwn(ctx: Context, id: string) {
  return transact(ctx, async (tx, inside) => {
    const [row] = await select(tx, and(eq(files.id, id), isVisible(sql.param(doorsOf(ctx.actor))))).limit(1);
    // A department's evidence has its unit on it; what has none came from the resident, who may see who looked.
    const residents =
      row !== undefined && row.matterId !== null && row.handlerUnitId === null && !row.published;
    if (residents && ctx.actor.kind === 'account') {
      const matter = await getMatter(inside, row.matterId!);
      if (matter.kind === 'issue') await recordReading(tx, inside, { matter, what: 'photos', roles });
    }
    return row;
  });
}

async function findPublished(ctx: Context, id: string) {
  const rows = await asPublic(ctx, (tx) =>
    select(tx, and(eq(files.id, id), eq(files.published, true))).limit(1),
  );
  return rows[0];
}

/** What is published has no door to pass, so it is read past them, and nothing else is. */
function asPublic<T>(ctx: Context, work: (tx: Tx) => Promise<T>): Promise<T> {
  const { tx: _joined, ...outside } = ctx;
  return read({ ...outside, actor: system }, work);
}

function select(tx: Tx, where: SQL | undefined) {
  return tx.select(columns).from(files).where(where).orderBy(asc(files.uploadedAt), asc(files.id));
}

/** The first wall, in words of its own: it holds also where row-level security is switched off. */
function isVisible(doors: Param | Placeholder = sql.placeholder('doors')): SQL | undefined {
  return and(
    isNotNull(files.matterId),
    sql`array['system', ${files.countyCode}, ${files.townshipCode}, ${files.villageCode},
      'matter:' || ${files.matterId}, 'organisation:' || ${files.handlerUnitId},
      case when ${files.handlerUnitId} is not null then ${files.cityCode} end,
      case when ${files.handlerUnitId} is not null then 'copy:' || ${files.matterId} end] && ${doors}::text[]`,
  );
}
