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
import { and, eq, isNull } from 'drizzle-orm';
import { ZodError } from 'zod';
import { mostFindings, rowsBeforeHeading, rowsTogether, type ImportKind, type Refusal } from './rules.ts';
import { importFindings, imports } from './schema.ts';

type Forms = Record<ImportKind, RowForm>;
type Inside = Context & { tx: Tx };
type Job = NonNullable<Awaited<ReturnType<typeof findJob>>>;
type Apply = Awaited<ReturnType<RowForm['open']>>;
type Finding = { rowNo: number; columnKey: string | null; code: string; facts: Record<string, unknown> };
type Tally = { added: number; changed: number; same: number; refusedRows: number; findings: Finding[] };

/**
 * Enters the rows of a file that was sent. The file is read through once before anything is written: one that cannot
 * be read to its end leaves nothing. Then good rows are entered, a few together, and each bad one is reported. Begun
 * again after a crash, or twice at the same time, each row is entered once; ended it enters nothing. The file is
 * removed at the end.
 */
export async function runImport(
  ctx: Context,
  storage: Storage,
  { importId, forms }: { importId: string; forms: Forms },
): Promise<void> {
  const job = await findJob(ctx, importId);
  if (job === undefined) return;
  if (job.endedAt === null) {
    try {
      await run(ctx, job, { form: forms[job.kind], bytes: await storage.read(job.storedName) });
    } catch (error) {
      if (!(error instanceof Ended)) throw error;
    }
  }
  // Also when a run that was killed had come no further than to say that it is done.
  await storage.remove(job.storedName);
}

async function run(ctx: Context, job: Job, file: { form: RowForm; bytes: Uint8Array }): Promise<void> {
  const heading = await lookThrough(ctx, job, file);
  if (heading === undefined) return;
  // A switch of who writes: the rows are the sender's, with the one right that let them send.
  const acting = { ...ctx, actor: senderOf(job) };
  const apply = await file.form.open(acting, job);
  await enterRows(acting, job, { ...file, heading, apply });
}

async function findJob(ctx: Context, importId: string) {
  return transact(ctx, async (tx) => {
    const [job] = await tx
      .select({
        id: imports.id,
        kind: imports.kind,
        divisionCode: imports.divisionCode,
        storedName: imports.storedName,
        role: imports.role,
        actorId: imports.actorId,
        rowsDone: imports.rowsDone,
        endedAt: imports.endedAt,
      })
      .from(imports)
      .where(eq(imports.id, importId))
      .limit(1);
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
  await transact(ctx, (tx) => tx.update(imports).set({ state: 'running', rows }).where(underWay(job.id)));
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
      .where(underWay(id)),
  );
}

const underWay = (id: string) => and(eq(imports.id, id), isNull(imports.endedAt));

type Work = { form: RowForm; bytes: Uint8Array; heading: Heading; apply: Apply };

async function enterRows(ctx: Context, job: Job, work: Work): Promise<void> {
  let done = 0;
  let together: SheetRow[] = [];
  const flush = async () => {
    // What an earlier run has entered is not looked at again.
    if (done + together.length > job.rowsDone)
      await enterTogether(ctx, job.id, { ...work, rows: together, from: done });
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
    tx.update(imports).set({ state: 'done', endedAt: ctx.now() }).where(underWay(job.id)),
  );
}

/** Thrown when the database itself refused a row: the rows with it have to begin anew, one by one. */
class Spoilt extends Error {}

/** Thrown when the import was ended by somebody else meanwhile. */
class Ended extends Error {}

/** Rows that follow one another; `from` is how many stand before the first of them. */
type Stretch = Work & { rows: SheetRow[]; from: number };

async function enterTogether(ctx: Context, id: string, work: Stretch): Promise<void> {
  try {
    await enterStretch(ctx, id, work);
  } catch (error) {
    if (!(error instanceof Spoilt) && sqlState(error) === undefined) throw error;
    for (const [at, row] of work.rows.entries())
      await enterAlone(ctx, id, { ...work, rows: [row], from: work.from + at });
  }
}

async function enterAlone(ctx: Context, id: string, work: Stretch): Promise<void> {
  try {
    await enterStretch(ctx, id, work);
  } catch (error) {
    const findings = error instanceof Spoilt ? (error.cause as Finding[]) : undefined;
    if (findings === undefined) throw error;
    await transact(ctx, async (tx) => {
      const standing = await lockProgress(tx, id);
      if (standing.rowsDone === work.from)
        await keep(tx, id, standing, { rows: 1, tally: { ...nothing(), refusedRows: 1, findings } });
    });
  }
}

/** Enters those of the rows that nobody has entered yet, and says how far the import has come. */
async function enterStretch(ctx: Context, id: string, work: Stretch): Promise<void> {
  await transact(ctx, async (tx, inside) => {
    const standing = await lockProgress(tx, id);
    if (standing.rowsDone < work.from) throw new Error('rows before these have not been entered');
    const fresh = work.rows.slice(standing.rowsDone - work.from);
    if (fresh.length === 0) return;
    const tally = nothing();
    for (const row of fresh) await enterRow(inside, row, { ...work, tally });
    await keep(tx, id, standing, { rows: fresh.length, tally });
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

/** How far the import is, locked: of two runs, one waits for the other's rows. Throws when it has ended. */
async function lockProgress(tx: Tx, id: string) {
  const [standing] = await tx
    .select({
      rowsDone: imports.rowsDone,
      added: imports.added,
      changed: imports.changed,
      same: imports.same,
      refusedRows: imports.refusedRows,
    })
    .from(imports)
    .where(underWay(id))
    .for('update')
    .limit(1);
  if (standing === undefined) throw new Ended('the import has ended');
  return standing;
}

type Standing = Awaited<ReturnType<typeof lockProgress>>;

async function keep(
  tx: Tx,
  id: string,
  standing: Standing,
  { rows, tally }: { rows: number; tally: Tally },
): Promise<void> {
  await tx
    .update(imports)
    .set({
      rowsDone: standing.rowsDone + rows,
      added: standing.added + tally.added,
      changed: standing.changed + tally.changed,
      same: standing.same + tally.same,
      refusedRows: standing.refusedRows + tally.refusedRows,
    })
    .where(eq(imports.id, id));
  if (tally.findings.length === 0 || standing.refusedRows >= mostFindings) return;
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
