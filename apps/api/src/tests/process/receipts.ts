import type pg from 'pg';
import type { Told } from './clients.ts';

export type Verdict = {
  /** Receipts that were given and are not there, or are another matter's. */
  lost: string[];
  /** Matters that nobody was given a receipt for: the same thing told twice. */
  doubled: string[];
  /** Matters without exactly one first entry, their words, or their key. */
  incomplete: string[];
};

/** Holds every receipt that was given against the records. */
export async function checkReceipts(owner: pg.Client, given: readonly Told[]): Promise<Verdict> {
  const { rows: kept } = await owner.query<{
    id: string;
    number: string;
    entries: string;
    words: string;
    keys: string;
  }>(
    `select m.id, m.number,
            (select count(*) from journal j where j.matter_id = m.id and j.move = 'open' and j.seq = 1) as entries,
            (select count(*) from issue_words w where w.matter_id = m.id) as words,
            (select count(*) from idempotency_keys k where k.answer ->> 'id' = m.id::text) as keys
       from matters m where m.kind = 'issue'`,
  );
  const byId = new Map(kept.map((row) => [row.id, row]));
  const ids = new Set(given.map(({ id }) => id));
  return {
    lost: given.filter(({ id, receipt }) => byId.get(id)?.number !== receipt).map(({ receipt }) => receipt),
    doubled: kept.filter(({ id }) => !ids.has(id)).map(({ number }) => number),
    incomplete: kept
      .filter(({ entries, words, keys }) => entries !== '1' || words !== '1' || keys !== '1')
      .map(({ number }) => number),
  };
}

/**
 * How often each routed matter's notice to its department exists, whether it was given already, waits in the queue or
 * was only promised yet: once, or the promise was lost or doubled.
 */
export async function noticesPerRouted(owner: pg.Client): Promise<Map<string, number>> {
  const { rows } = await owner.query<{ id: string; times: string }>(
    `select m.id, (
       select count(distinct promise) from (
         select o.id::text as promise from outbox o where o.task = 'notice' and o.payload ->> 'matterId' = m.id::text
         union all
         select j.key from graphile_worker._private_jobs j where j.payload ->> 'matterId' = m.id::text and j.payload ->> 'event' = 'turn'
         union all
         select n.id::text from notices n where n.matter_id = m.id and n.event = 'turn' and n.unit_id = m.handler_unit_id
       ) as all_of_them) as times
       from matters m where m.state = 'routed'`,
  );
  return new Map(rows.map(({ id, times }) => [id, Number(times)]));
}

/** The receipt numbers of all matters that residents have told. */
export async function receiptsKept(owner: pg.Client): Promise<string[]> {
  const { rows } = await owner.query<{ number: string }>(`select number from matters where kind = 'issue'`);
  return rows.map(({ number }) => number);
}
