import { DomainError, newId, type Actor, type Role } from '@tongxin/core';
import { sqlState, transact, type Context, type Tx } from '@tongxin/db';
import type { Storage } from '@tongxin/files/storage';
import {
  headingOf,
  readSheet,
  rowOf,
  UnreadableSheet,
  type Heading,
  type RowForm,
  type SheetRow,
} from '@tongxin/sheets';
import { eq } from 'drizzle-orm';
import { ZodError } from 'zod';
import { mostFindings, rowsBeforeHeading, rowsTogether, type ImportKind, type Refusal } from './rules.ts';
import { importFindings, imports } from './schema.ts';

type Forms = Record<ImportKind, RowForm>;
type Inside = Context & { tx: Tx };
type Job = typeof imports.$inferSelect;
type Apply = Awaited<ReturnType<RowForm['open']>>;
type Finding = { rowNo: number; columnKey: string | null; code: string; facts: Record<string, unknown> };
type Tally = { added: number; changed: number; same: number; refusedRows: number; findings: Finding[] };

/**
 * Enters the rows of a file that was sent. The file is read through once before anything is written: one that cannot
 * be read to its end leaves nothing. Then good rows are entered, a few together, and each bad one is reported. Begun
 * again after a crash it goes on where it stood; finished it does nothing. The file is removed at the end.
 */
export async function runImport(
  ctx: Context,
  storage: Storage,
  { importId, forms }: { importId: string; forms: Forms },
): Promise<void> {
  const job = await findJob(ctx, importId);
  if (job === undefined || job.state === 'done' || job.state === 'refused') return;
  const form = forms[job.kind];
  const bytes = await storage.read(job.storedName);
  const heading = await lookThrough(ctx, job, { form, bytes });
  if (heading !== undefined) {
    // A switch of who writes: the rows are the sender's, with the one right that let them send.
    const acting = { ...ctx, actor: senderOf(job) };
    const apply = await form.open(acting, job);
    await enterRows(acting, job, { form, bytes, heading, apply });
  }
  await storage.remove(job.storedName);
}

async function findJob(ctx: Context, importId: string): Promise<Job | undefined> {
  return transact(ctx, async (tx) => {
    const [job] = await tx.select(jobColumns).from(imports).where(eq(imports.id, importId)).limit(1);
    return job;
  });
}

/** Reads the whole file and counts its rows. A file that cannot be read, or has no list, is refused as a whole. */
async function lookThrough(
  ctx: Context,
  job: Job,
  { form, bytes }: { form: RowForm; bytes: Uint8Array },
): Promise<Heading | undefined> {
  let heading: Heading | undefined;
  let rows = 0;
  try {
    for await (const row of readSheet(bytes)) {
      if (heading !== undefined) rows += isBlank(row) ? 0 : 1;
      else if (row.no <= rowsBeforeHeading) heading = headingOf(form.columns, row);
    }
  } catch (error) {
    if (!(error instanceof UnreadableSheet)) throw error;
    await refuseFile(ctx, job.id, { refusal: `imports.${error.reason}`, place: error.place });
    return undefined;
  }
  if (heading === undefined || rows === 0) {
    const refusal = heading === undefined ? 'imports.no_heading' : 'imports.no_rows';
    await refuseFile(ctx, job.id, { refusal, place: null });
    return undefined;
  }
  await transact(ctx, (tx) =>
    tx.update(imports).set({ state: 'running', rows }).where(eq(imports.id, job.id)),
  );
  return heading;
}

async function refuseFile(
  ctx: Context,
  id: string,
  { refusal, place }: { refusal: Refusal; place: string | null },
): Promise<void> {
  await transact(ctx, (tx) =>
    tx
      .update(imports)
      .set({ state: 'refused', refusal, refusalPlace: place, endedAt: ctx.now() })
      .where(eq(imports.id, id)),
  );
}

type Work = { form: RowForm; bytes: Uint8Array; heading: Heading; apply: Apply };

async function enterRows(ctx: Context, job: Job, work: Work): Promise<void> {
  let done = 0;
  let together: SheetRow[] = [];
  const flush = async () => {
    // What an earlier run has entered is not entered again.
    const fresh = together.slice(Math.max(0, job.rowsDone - done));
    if (fresh.length > 0) await enterTogether(ctx, job.id, { ...work, rows: fresh });
    done += together.length;
    together = [];
  };
  for await (const row of readSheet(work.bytes)) {
    if (row.no <= work.heading.row || isBlank(row)) continue;
    together.push(row);
    if (together.length === rowsTogether) await flush();
  }
  await flush();
  await transact(ctx, (tx) =>
    tx.update(imports).set({ state: 'done', endedAt: ctx.now() }).where(eq(imports.id, job.id)),
  );
}

/** Thrown when the database itself refused a row: the rows with it have to begin anew, one by one. */
class Spoilt extends Error {}

async function enterTogether(ctx: Context, id: string, work: Work & { rows: SheetRow[] }): Promise<void> {
  try {
    await enterBatch(ctx, id, work);
  } catch (error) {
    if (!(error instanceof Spoilt) && sqlState(error) === undefined) throw error;
    for (const row of work.rows) await enterAlone(ctx, id, { ...work, rows: [row] });
  }
}

async function enterAlone(ctx: Context, id: string, work: Work & { rows: SheetRow[] }): Promise<void> {
  try {
    await enterBatch(ctx, id, work);
  } catch (error) {
    const findings = error instanceof Spoilt ? (error.cause as Finding[]) : undefined;
    if (findings === undefined) throw error;
    await transact(ctx, (tx) => keep(tx, id, 1, { ...nothing(), refusedRows: 1, findings }));
  }
}

async function enterBatch(ctx: Context, id: string, work: Work & { rows: SheetRow[] }): Promise<void> {
  await transact(ctx, async (tx, inside) => {
    const tally = nothing();
    for (const row of work.rows) await enterRow(inside, row, { ...work, tally });
    await keep(tx, id, work.rows.length, tally);
  });
}

const nothing = (): Tally => ({ added: 0, changed: 0, same: 0, refusedRows: 0, findings: [] });

async function enterRow(
  inside: Inside,
  row: SheetRow,
  { form, heading, apply, tally }: Work & { tally: Tally },
): Promise<void> {
  try {
    tally[await apply(inside, rowOf(form.columns, heading, row.cells))] += 1;
  } catch (error) {
    const findings = findingsOf(row.no, error);
    if (findings === undefined) throw error;
    // A row that the database refused has ended the transaction: nothing more can be written in it.
    const lives = await inside.tx.execute('select 1').then(
      () => true,
      () => false,
    );
    if (!lives) throw new Spoilt('a row was refused by the database', { cause: findings });
    tally.refusedRows += 1;
    tally.findings.push(...findings);
  }
}

function findingsOf(rowNo: number, error: unknown): Finding[] | undefined {
  if (error instanceof ZodError)
    return error.issues.map(({ path, message }) => ({
      rowNo,
      columnKey: path.length === 0 ? null : String(path[0]),
      code: message,
      facts: {},
    }));
  if (!(error instanceof DomainError)) return undefined;
  const { column } = error.facts;
  return [{ rowNo, columnKey: typeof column === 'string' ? column : null, code: error.code, facts: {} }];
}

async function keep(tx: Tx, id: string, rows: number, tally: Tally): Promise<void> {
  const [job] = await tx
    .select({
      rowsDone: imports.rowsDone,
      added: imports.added,
      changed: imports.changed,
      same: imports.same,
      refusedRows: imports.refusedRows,
    })
    .from(imports)
    .where(eq(imports.id, id))
    .for('update')
    .limit(1);
  if (job === undefined) return;
  await tx
    .update(imports)
    .set({
      rowsDone: job.rowsDone + rows,
      added: job.added + tally.added,
      changed: job.changed + tally.changed,
      same: job.same + tally.same,
      refusedRows: job.refusedRows + tally.refusedRows,
    })
    .where(eq(imports.id, id));
  if (tally.findings.length === 0 || job.refusedRows >= mostFindings) return;
  await tx
    .insert(importFindings)
    .values(tally.findings.map((finding) => ({ id: newId(), importId: id, ...finding })));
}

/** Whoever sent the file, with the one grant that let them: rows are entered with no more right than that. */
function senderOf({ actorId, role, divisionCode }: Job): Actor {
  if (actorId === null || role === null) return { kind: 'system' };
  return {
    kind: 'account',
    accountId: actorId,
    name: '',
    grants: [{ role: role as Role, divisionCode, organisationId: null, matterId: null }],
  };
}

const isBlank = ({ cells }: SheetRow) => cells.length === 0;

const jobColumns = {
  id: imports.id,
  kind: imports.kind,
  divisionCode: imports.divisionCode,
  sha256: imports.sha256,
  storedName: imports.storedName,
  fileName: imports.fileName,
  state: imports.state,
  role: imports.role,
  actorId: imports.actorId,
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
