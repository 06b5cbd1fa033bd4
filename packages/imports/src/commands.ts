import { createHash, randomBytes } from 'node:crypto';
import { DomainError, ensure, holds, newId } from '@tongxin/core';
import { promise, transact, type Context, type Tx } from '@tongxin/db';
import { getDivision } from '@tongxin/divisions/queries';
import { codesOf, type DivisionPath } from '@tongxin/divisions/rules';
import type { Storage } from '@tongxin/files/storage';
import { and, asc, eq, inArray, isNull, lt, or } from 'drizzle-orm';
import {
  arrivingHours,
  hasEnded,
  maySend,
  mostBytes,
  refusals,
  sendersOf,
  tryingDays,
  type ImportKind,
} from './rules.ts';
import { imports } from './schema.ts';

export { runImport } from './run-import.ts';

export type SentFile = { kind: ImportKind; divisionCode: string; fileName: string; bytes: Uint8Array };

/** Whether the actor may fill this list of this place. Refuses: imports.not_yours, imports.place, divisions.not_found. */
export async function ensureSender(
  ctx: Context,
  { kind, divisionCode }: Pick<SentFile, 'kind' | 'divisionCode'>,
): Promise<DivisionPath> {
  const place = await getDivision(ctx, divisionCode);
  ensure(maySend(ctx.actor, kind, place), refusals);
  return place;
}

/**
 * Keeps a file until the worker enters its rows, and promises that. The same file sent again for the same list is the
 * import that is there, with its report, as long as that is under way or had nothing to complain about; otherwise it is
 * tried anew, for the cause may have been mended since. An import whose bytes have not come, because its sender went
 * away, gets them from whoever sends them again. Nothing is entered twice. Refuses: imports.not_yours, imports.place,
 * imports.empty, imports.too_large, divisions.not_found.
 */
export async function sendFile(
  ctx: Context,
  storage: Storage,
  { kind, divisionCode, fileName, bytes }: SentFile,
): Promise<{ id: string; isNew: boolean }> {
  const place = await ensureSender(ctx, { kind, divisionCode });
  if (bytes.length === 0) throw new DomainError('imports.empty', refusals['imports.empty']);
  if (bytes.length > mostBytes) throw new DomainError('imports.too_large', refusals['imports.too_large']);
  const grant = holds(ctx.actor, sendersOf[kind], { divisionCodes: codesOf(place) });
  const row = {
    id: newId<'import'>(),
    kind,
    divisionCode,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    storedName: `import-${randomBytes(16).toString('hex')}`,
    fileName: shortName(fileName),
    state: 'arriving' as const,
    role: grant?.role ?? null,
    actorId: ctx.actor.kind === 'account' ? ctx.actor.accountId : null,
    sentAt: ctx.now(),
  };
  // The row comes first, so that no file is ever kept that nobody knows of.
  const { id, state, storedName } = await transact(ctx, (tx) => enterUnlessKnown(tx, row));
  const isNew = id === row.id;
  if (state !== 'arriving') return { id, isNew };
  try {
    await storage.put(storedName, bytes);
  } catch (error) {
    // Whoever only sent it again leaves it to the one who may still be sending it.
    if (isNew) await stop(ctx, id);
    throw error;
  }
  // It came too late: the import has been brought to its end with the bytes of somebody else, or without any.
  if (!(await promiseRows(ctx, id))) await storage.remove(storedName);
  return { id, isNew };
}

const arriving = (id: string) => and(eq(imports.id, id), eq(imports.state, 'arriving'));

/** All bytes are there: promises, once, that the rows are entered. Answers false when the import has ended already. */
async function promiseRows(ctx: Context, id: string): Promise<boolean> {
  return transact(ctx, async (tx) => {
    const { rowCount } = await tx.update(imports).set({ state: 'waiting' }).where(arriving(id));
    if (rowCount === 1) {
      await promise(tx, { task: 'import', payload: { importId: id } });
      return true;
    }
    const [row] = await tx.select({ state: imports.state }).from(imports).where(eq(imports.id, id)).limit(1);
    return !hasEnded(row!.state);
  });
}

async function stop(ctx: Context, id: string): Promise<void> {
  await transact(ctx, (tx) =>
    tx.update(imports).set({ state: 'stopped', endedAt: ctx.now() }).where(arriving(id)),
  );
}

type Standing = Pick<typeof imports.$inferSelect, 'id' | 'state' | 'storedName'>;

/** Enters this run of the file, or answers the one that stands for it already. */
async function enterUnlessKnown(tx: Tx, row: Standing & typeof imports.$inferInsert): Promise<Standing> {
  const latest = async () => {
    const [found] = await tx
      .select({
        id: imports.id,
        state: imports.state,
        storedName: imports.storedName,
        refusedRows: imports.refusedRows,
      })
      .from(imports)
      .where(
        and(
          eq(imports.kind, row.kind),
          eq(imports.divisionCode, row.divisionCode),
          eq(imports.sha256, row.sha256),
          eq(imports.latest, true),
        ),
      )
      .for('update')
      .limit(1);
    return found;
  };
  const before = await latest();
  if (before !== undefined) {
    const isWell = before.state === 'done' && before.refusedRows === 0;
    if (isWell || !hasEnded(before.state)) return before;
    await tx.update(imports).set({ latest: false }).where(eq(imports.id, before.id));
  }
  const { rowCount } = await tx.insert(imports).values(row).onConflictDoNothing();
  // Somebody sent it at the same moment.
  return rowCount === 1 ? row : (await latest())!;
}

/**
 * Stops what never came to its end: files that did not arrive, and imports that the queue has given up. Their bytes are
 * removed; the rows that were entered stay. Answers how many. Safe to run in several processes.
 */
export async function sweepImports(ctx: Context, storage: Storage): Promise<number> {
  const before = (time: Temporal.DurationLike) => lt(imports.sentAt, ctx.now().subtract(time));
  return transact(ctx, async (tx) => {
    const old = await tx
      .select({ id: imports.id, storedName: imports.storedName })
      .from(imports)
      .where(
        and(
          isNull(imports.endedAt),
          or(
            and(eq(imports.state, 'arriving'), before({ hours: arrivingHours })),
            before({ hours: tryingDays * 24 }),
          ),
        ),
      )
      .orderBy(asc(imports.sentAt))
      .limit(100)
      .for('update', { skipLocked: true });
    for (const { storedName } of old) await storage.remove(storedName);
    const ids = old.map(({ id }) => id);
    if (ids.length > 0)
      await tx.update(imports).set({ state: 'stopped', endedAt: ctx.now() }).where(inArray(imports.id, ids));
    return old.length;
  });
}

function shortName(fileName: string): string {
  const name = fileName.replaceAll(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu, '').trim();
  return [...name].slice(-80).join('') || '名单';
}
