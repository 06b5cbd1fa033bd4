import { createHash, randomBytes } from 'node:crypto';
import { DomainError, ensure, holds, newId } from '@tongxin/core';
import { promise, transact, type Context } from '@tongxin/db';
import { getDivision } from '@tongxin/divisions/queries';
import { codesOf } from '@tongxin/divisions/rules';
import type { Storage } from '@tongxin/files/storage';
import { sheetLimits } from '@tongxin/sheets';
import { and, eq } from 'drizzle-orm';
import { maySend, refusals, sendersOf, type ImportKind } from './rules.ts';
import { imports } from './schema.ts';

export { runImport } from './run-import.ts';

export type SentFile = { kind: ImportKind; divisionCode: string; fileName: string; bytes: Uint8Array };

/**
 * Keeps a file until the worker enters its rows, and promises that. The same file sent again for the same list is the
 * import that is there, with its report; nothing is entered twice. Refuses: imports.not_yours, imports.place,
 * imports.empty, imports.too_large, divisions.not_found.
 */
export async function sendFile(
  ctx: Context,
  storage: Storage,
  { kind, divisionCode, fileName, bytes }: SentFile,
): Promise<{ id: string; isNew: boolean }> {
  const place = await getDivision(ctx, divisionCode);
  ensure(maySend(ctx.actor, kind, place), refusals);
  if (bytes.length === 0) throw new DomainError('imports.empty', refusals['imports.empty']);
  if (bytes.length > sheetLimits.bytes)
    throw new DomainError('imports.too_large', refusals['imports.too_large']);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const known = await find(ctx, { kind, divisionCode, sha256 });
  if (known !== undefined) return { id: known, isNew: false };
  const storedName = `import-${randomBytes(16).toString('hex')}`;
  await storage.put(storedName, bytes);
  const grant = holds(ctx.actor, sendersOf[kind], { divisionCodes: codesOf(place) });
  const row = {
    id: newId<'import'>(),
    kind,
    divisionCode,
    sha256,
    storedName,
    fileName: shortName(fileName),
    state: 'waiting' as const,
    role: grant?.role ?? null,
    actorId: ctx.actor.kind === 'account' ? ctx.actor.accountId : null,
    sentAt: ctx.now(),
  };
  const isNew = await transact(ctx, async (tx) => {
    const { rowCount } = await tx.insert(imports).values(row).onConflictDoNothing();
    if (rowCount === 1) await promise(tx, { task: 'import', payload: { importId: row.id } });
    return rowCount === 1;
  });
  if (isNew) return { id: row.id, isNew };
  await storage.remove(storedName);
  return { id: (await find(ctx, { kind, divisionCode, sha256 }))!, isNew };
}

async function find(
  ctx: Context,
  { kind, divisionCode, sha256 }: Pick<SentFile, 'kind' | 'divisionCode'> & { sha256: string },
): Promise<string | undefined> {
  const [row] = await ctx.municipality.db
    .select({ id: imports.id })
    .from(imports)
    .where(and(eq(imports.kind, kind), eq(imports.divisionCode, divisionCode), eq(imports.sha256, sha256)))
    .limit(1);
  return row?.id;
}

function shortName(fileName: string): string {
  const name = fileName.replaceAll(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu, '').trim();
  return [...name].slice(-80).join('') || '名单';
}
