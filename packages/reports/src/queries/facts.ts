import { cityZone } from '@tongxin/core';
import { sql, type SQL } from 'drizzle-orm';
import { countedEntries, type Adds, type EntryRule } from '../rules/index.ts';

/** A word from the rules as SQL text. They are constants of the program; anything else is a fault in it. */
export function word(text: string): SQL {
  if (!/^[a-z_]+$/.test(text)) throw new Error(`${text} is no word of the rules`);
  return sql.raw(`'${text}'`);
}

const wordOrNull = (text: string | undefined) => (text === undefined ? sql.raw('null') : word(text));

/** The rules of the journal's measures as a table: (measure, kind, move, to_state, solved, adds). */
const countingRules = sql.join(
  countedEntries.map(
    ({ measure, kind, move, to, solved, adds }) =>
      sql`(${word(measure)}, ${word(kind)}, ${word(move)}, ${wordOrNull(to)}, ${wordOrNull(solved)}, ${word(adds)})`,
  ),
  sql.raw(', '),
);

/** An instant as the city's clocks and calendars show it, in SQL. */
export const inCity = (instant: string) => sql.raw(`(${instant} at time zone '${cityZone}')`);

const days = sql`${inCity('j.at')}::date - ${inCity('m.opened_at')}::date`;
const residents = sql.raw(`coalesce((j.data ->> 'residents')::bigint, 0)`);

/** What one entry `j` of the matter `m` adds, as shown in the list. */
export const amountOf: Record<Adds, SQL> = { one: sql.raw('1'), residents, days };

/** The entries `j` that this rule counts. */
export function isCounted({ kind, move, to, solved }: EntryRule): SQL {
  const parts = [sql`j.kind = ${word(kind)} and j.move = ${word(move)}`];
  if (to !== undefined) parts.push(sql`j.to_state = ${word(to)}`);
  if (solved !== undefined) parts.push(sql`j.data ->> 'solved' = ${word(solved)}`);
  return sql.join(parts, sql.raw(' and '));
}

/**
 * What the entries of the journal that `range` lets through add to each measure:
 * (city_code, county_code, township_code, at, measure, value, amount). An entry that counts for two is there twice.
 */
export function factsIn(range: SQL): SQL {
  return sql`
    select j.city_code, j.county_code, j.township_code, j.at, rule.measure,
           case when rule.adds = 'days' then ${days} else 0 end as value,
           case when rule.adds = 'residents' then ${residents} else 1 end as amount
      from journal j
      join (values ${countingRules}) as rule (measure, kind, move, to_state, solved, adds)
        on rule.kind = j.kind and rule.move = j.move
       and (rule.to_state is null or rule.to_state = j.to_state)
       and (rule.solved is null or rule.solved = j.data ->> 'solved')
      left join matters m on rule.adds = 'days' and m.id = j.matter_id
     where ${range}`;
}
