import type { KeyObject } from 'node:crypto';
import type { Context, Tx } from '@tongxin/db';
import { transact } from '@tongxin/db';
import { and, asc, gt, lte, sql } from 'drizzle-orm';
import { firstHash, isSigned, sealOf, type Entry, type Head } from '../sealing.ts';
import { journalHeads, journalSeals, matters } from '../schema.ts';
import { entryColumns, journal } from './entries.ts';

export type Fault = {
  kind: 'altered' | 'removed' | 'inserted' | 'head_differs' | 'head_missing' | 'unsigned' | 'state_differs';
  position: bigint | null;
  matterId: string | null;
  seq: number | null;
};

export type Verdict = { entries: number; sealed: bigint; unsealed: number; faults: Fault[] };

const batchSize = 5000n;

/**
 * Reads the whole journal against its seals, its signed heads and, when given, the heads that were copied out of
 * the house. Names every entry that was altered, removed, inserted, reordered or cut off, the first one first.
 */
export async function verifyJournal(
  ctx: Context,
  {
    publicKey,
    outside = [],
    progress,
  }: { publicKey: KeyObject; outside?: readonly Head[]; progress?: (done: number) => void },
): Promise<Verdict> {
  return transact(ctx, async (tx) => {
    await tx.execute(sql`set transaction isolation level repeatable read`);
    await tx.execute(sql`set local statement_timeout = 0`);
    await tx.execute(sql`set local transaction_timeout = 0`);
    const heads = await readHeads(tx);
    const faults = headFaults(heads, outside, publicKey);
    const walk = await walkEntries(tx, heads, faults, progress);
    faults.push(...(await stateFaults(tx)));
    return { ...walk, sealed: heads.at(-1)?.entryCount ?? 0n, faults };
  });
}

type SignedHead = Head & { signature: string };

async function readHeads(tx: Tx): Promise<SignedHead[]> {
  return tx
    .select({
      upTo: journalHeads.upTo,
      entryCount: journalHeads.entryCount,
      hash: journalHeads.hash,
      signature: journalHeads.signature,
    })
    .from(journalHeads)
    .orderBy(asc(journalHeads.upTo));
}

function headFaults(heads: readonly SignedHead[], outside: readonly Head[], publicKey: KeyObject): Fault[] {
  const at = (kind: Fault['kind'], head: Head): Fault => ({
    kind,
    position: head.upTo,
    matterId: null,
    seq: null,
  });
  const inside = new Map(heads.map((head) => [head.upTo, head]));
  return [
    ...heads.filter((head) => !isSigned(head, publicKey)).map((head) => at('unsigned', head)),
    ...outside.flatMap((head) => {
      const here = inside.get(head.upTo);
      if (here === undefined) return [at('head_missing', head)];
      return here.hash === head.hash && here.entryCount === head.entryCount ? [] : [at('head_differs', head)];
    }),
  ];
}

async function walkEntries(
  tx: Tx,
  heads: readonly SignedHead[],
  faults: Fault[],
  progress?: (done: number) => void,
) {
  const last = heads.at(-1)?.upTo ?? 0n;
  const [{ end } = { end: '0' }] = (
    await tx.execute<{ end: string }>(
      sql`select greatest((select coalesce(max(position), 0) from journal),
                          (select coalesce(max(position), 0) from journal_seals))::text as "end"`,
    )
  ).rows;
  const headAt = new Map(heads.map((head) => [head.upTo, head]));
  const state = { before: firstHash, count: 0n, entries: 0, unsealed: 0 };
  for (let from = 0n; from < BigInt(end); from += batchSize) {
    const { entries, seals } = await readBatch(tx, from, from + batchSize);
    const positions = [...new Set([...entries.keys(), ...seals.keys()])].toSorted((a, b) => (a < b ? -1 : 1));
    for (const position of positions) {
      checkOne({ position, entry: entries.get(position), seal: seals.get(position), last, state, faults });
      const head = headAt.get(position);
      if (head !== undefined && (head.hash !== state.before || head.entryCount !== state.count)) {
        faults.push({ kind: 'head_differs', position, matterId: null, seq: null });
      }
    }
    progress?.(state.entries);
  }
  return { entries: state.entries, unsealed: state.unsealed };
}

type Walk = { before: string; count: bigint; entries: number; unsealed: number };

function checkOne(step: {
  position: bigint;
  entry: Entry | undefined;
  seal: string | undefined;
  last: bigint;
  state: Walk;
  faults: Fault[];
}): void {
  const { position, entry, seal, last, state, faults } = step;
  const fault = (kind: Fault['kind']) =>
    faults.push({ kind, position, matterId: entry?.matterId ?? null, seq: entry?.seq ?? null });
  if (entry !== undefined) state.entries += 1;
  if (seal === undefined) {
    if (position <= last) fault('inserted');
    else state.unsealed += 1;
    return;
  }
  state.count += 1n;
  if (entry === undefined) fault('removed');
  else if (sealOf(entry, state.before) !== seal) fault('altered');
  // Goes on from what was sealed, so that each further fault is found for itself.
  state.before = seal;
}

async function readBatch(tx: Tx, after: bigint, upTo: bigint) {
  const entries = await tx
    .select(entryColumns)
    .from(journal)
    .where(and(gt(journal.position, after), lte(journal.position, upTo)));
  const seals = await tx
    .select({ position: journalSeals.position, hash: journalSeals.hash })
    .from(journalSeals)
    .where(and(gt(journalSeals.position, after), lte(journalSeals.position, upTo)));
  return {
    entries: new Map(entries.map((entry) => [entry.position, entry])),
    seals: new Map(seals.map((seal) => [seal.position, seal.hash])),
  };
}

/** Matters whose state or number of entries is not what their journal says: cut-off tails and silent edits. */
async function stateFaults(tx: Tx): Promise<Fault[]> {
  const { rows } = await tx.execute<{ id: string; seq: number | null }>(
    sql`select m.id, last.seq
          from ${matters} m
          left join lateral (select j.seq, j.to_state from ${journal} j
                              where j.matter_id = m.id order by j.seq desc limit 1) last on true
         where last.seq is distinct from m.entry_count or last.to_state is distinct from m.state
         order by m.id limit 1000`,
  );
  return rows.map(({ id, seq }) => ({ kind: 'state_differs', position: null, matterId: id, seq }));
}
