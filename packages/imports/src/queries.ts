import { DomainError, pageOf } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { getDivision } from '@tongxin/divisions/queries';
import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { maySend, pageSize, refusals, type ListImports, type ReadReport } from './rules.ts';
import { importFindings, imports } from './schema.ts';

const db = (ctx: Context) => ctx.tx ?? ctx.municipality.db;

const columns = {
  id: imports.id,
  kind: imports.kind,
  divisionCode: imports.divisionCode,
  fileName: imports.fileName,
  state: imports.state,
  sentAt: imports.sentAt,
  endedAt: imports.endedAt,
  rows: imports.rows,
  rowsDone: imports.rowsDone,
  added: imports.added,
  changed: imports.changed,
  same: imports.same,
  refusedRows: imports.refusedRows,
  refusal: imports.refusal,
  refusalPlace: imports.refusalPlace,
};

const notFound = () => new DomainError('imports.not_found', refusals['imports.not_found']);

/** The newest 20 files that were sent for this list of this place. Nothing for whoever may not fill it. */
export async function listImports(ctx: Context, { kind, divisionCode }: ListImports) {
  const place = await getDivision(ctx, divisionCode);
  if (!maySend(ctx.actor, kind, place).allowed) return [];
  return db(ctx)
    .select(columns)
    .from(imports)
    .where(and(eq(imports.divisionCode, divisionCode), eq(imports.kind, kind)))
    .orderBy(desc(imports.sentAt), desc(imports.id))
    .limit(20);
}

/** One import with how far it has come. Refuses: imports.not_found, also to offices of other places. */
export async function getImport(ctx: Context, id: string) {
  const [row] = await db(ctx).select(columns).from(imports).where(eq(imports.id, id)).limit(1);
  if (row === undefined) throw notFound();
  if (!maySend(ctx.actor, row.kind, await getDivision(ctx, row.divisionCode)).allowed) throw notFound();
  return row;
}

/** What is wrong with which row, in the order of the file, 20 a page. Refuses: imports.not_found. */
export async function readReport(ctx: Context, { id, after }: ReadReport) {
  await getImport(ctx, id);
  const found = await findingsAfter(ctx, id, after, pageSize + 1);
  return pageOf(found, pageSize, (last) => ({ row: last.rowNo, id: last.id }));
}

/** The whole report, a thousand lines at a time. Refuses: imports.not_found. */
export async function* wholeReport(ctx: Context, id: string) {
  await getImport(ctx, id);
  let after: ReadReport['after'];
  for (;;) {
    const found = await findingsAfter(ctx, id, after, 1000);
    yield* found;
    const last = found.at(-1);
    if (last === undefined || found.length < 1000) return;
    after = { row: last.rowNo, id: last.id };
  }
}

function findingsAfter(ctx: Context, id: string, after: ReadReport['after'], limit: number) {
  return db(ctx)
    .select({
      id: importFindings.id,
      rowNo: importFindings.rowNo,
      columnKey: importFindings.columnKey,
      code: importFindings.code,
    })
    .from(importFindings)
    .where(
      and(
        eq(importFindings.importId, id),
        after === undefined
          ? undefined
          : sql`(${importFindings.rowNo}, ${importFindings.id}) > (${after.row}, ${after.id}::uuid)`,
      ),
    )
    .orderBy(asc(importFindings.rowNo), asc(importFindings.id))
    .limit(limit);
}
