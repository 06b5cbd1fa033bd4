import { civilDay, pageOf, startOfDay } from '@tongxin/core';
import type { Context, Tx } from '@tongxin/db';
import { getPlatform } from '@tongxin/platforms/queries';
import {
  categoriesOfStudy,
  pageSize,
  roomRules,
  recordsOfRule,
  type AskSiteLog,
  type ListSiteRecords,
  type RoomRule,
  type SiteRecords,
} from '../rules/index.ts';
import { sql, type SQL } from 'drizzle-orm';
import { atOneMoment } from './moment.ts';
import { deskSite } from './site.ts';

type Period = { from: Temporal.Instant; until: Temporal.Instant };

/** What a record opens in the offices' screens. */
type SiteRecordRow = {
  id: string;
  at: Temporal.Instant;
  /** What the host or the desk called it, never a resident's words; null where nobody did. */
  title: string | null;
  opens: 'turn' | 'session' | 'line' | 'event' | 'issue';
  opensId: string;
};

/**
 * Every list as (id, at, title, opens, opens_id) of the site `site_id`. Its sentence in `siteRecordSentences` says the
 * same in words.
 */
const lists: Readonly<Record<SiteRecords, (siteId: SQL) => SQL>> = {
  visitors: (siteId) => sql`
    select r.id, r.at, r.about as title, 'turn' as opens, r.turn_id as opens_id
      from receptions r join turns t on t.matter_id = r.turn_id
     where t.platform_id = ${siteId}`,
  visitors_closed: (siteId) => sql`
    select r.id, m.closed_at as at, null as title, 'issue' as opens, m.id as opens_id
      from receptions r
      join turns t on t.matter_id = r.turn_id
      join matters m on m.id = r.issue_id
     where t.platform_id = ${siteId} and m.state = 'closed'`,
  turns_public: (siteId) => sql`
    select t.matter_id as id, t.starts_at as at, null as title, 'turn' as opens, t.matter_id as opens_id
      from turns t
      join rotas o on o.id = t.rota_id
      join matters m on m.id = t.matter_id
     where t.platform_id = ${siteId} and o.published_at is not null and m.state <> 'cancelled'`,
  sessions_held: (siteId) => sessionsIn(siteId, sql`m.state in ('held', 'published')`),
  sessions_published: (siteId) => sessionsIn(siteId, sql`m.state = 'published'`),
  lines_closed: (siteId) => linesIn(siteId, sql`true`),
  events_over: (siteId) => eventsIn(siteId, sql`m.state in ('ended', 'settled')`),
  events_announced: (siteId) =>
    eventsIn(siteId, sql`m.state in ('ended', 'settled') and e.published_at < e.starts_at`),
  events_attended: (siteId) =>
    eventsIn(
      siteId,
      sql`m.state = 'settled' and (coalesce(e.others_present, 0) > 0 or exists (
            select 1 from attendances a where a.event_id = e.matter_id and a.state = 'attended'))`,
    ),
  studies: (siteId) =>
    eventsIn(
      siteId,
      sql`m.state in ('ended', 'settled') and e.category = any(${sql.param([...categoriesOfStudy])}::text[])`,
    ),
  solved: (siteId) => sql`
    ${linesIn(siteId, sql`l.closing_class = 'solved'`)}
    union all
    select m.id, m.closed_at as at, null as title, 'issue' as opens, m.id as opens_id
      from matters m
     where m.kind = 'issue' and m.state = 'closed'
       and m.id in (select r.issue_id from receptions r join turns t on t.matter_id = r.turn_id
                     where t.platform_id = ${siteId} and r.issue_id is not null)
       and not exists (select 1 from journal j where j.matter_id = m.id and j.move = 'take_into_talks')
       and exists (select 1 from journal j
                    where j.matter_id = m.id and j.move in ('judge', 'judge_line', 'judge_merged')
                      and j.data ->> 'solved' = 'yes')`,
};

const sessionsIn = (siteId: SQL, which: SQL) => sql`
  select s.matter_id as id, s.starts_at as at, s.title, 'session' as opens, s.matter_id as opens_id
    from sessions s join matters m on m.id = s.matter_id
   where s.platform_id = ${siteId} and ${which}`;

const linesIn = (siteId: SQL, which: SQL) => sql`
  select l.matter_id as id, m.closed_at as at, l.suggestion as title, 'line' as opens, l.matter_id as opens_id
    from outcome_lines l
    join sessions s on s.matter_id = l.session_id
    join matters m on m.id = l.matter_id
   where s.platform_id = ${siteId} and m.state = 'closed' and ${which}`;

const eventsIn = (siteId: SQL, which: SQL) => sql`
  select e.matter_id as id, e.starts_at as at, e.title, 'event' as opens, e.matter_id as opens_id
    from events e join matters m on m.id = e.matter_id
   where e.platform_id = ${siteId} and ${which}`;

const within = ({ from, until }: Period) =>
  sql`at >= ${from.toString()}::timestamptz and at < ${until.toString()}::timestamptz`;

/** Whole days, the first and the last included, but not beyond this moment: what lies ahead shows nothing yet. */
export function daysOf(ctx: Context, from: Temporal.PlainDate, until: Temporal.PlainDate): Period {
  const end = startOfDay(until.add({ days: 1 }));
  const now = ctx.now();
  return { from: startOfDay(from), until: Temporal.Instant.compare(end, now) < 0 ? end : now };
}

/** The records of one list of a site in a period, for whoever asks whether there are any. */
export const recordsWithin = (records: SiteRecords, siteId: SQL, period: Period): SQL =>
  sql`(select 1 from (${lists[records](siteId)}) as listed where ${within(period)})`;

/** How many records of each of these lists a site has in its period. */
export async function countRecords<Name extends string>(
  tx: Tx,
  siteId: string,
  asked: Readonly<Record<Name, { records: SiteRecords } & Period>>,
): Promise<Record<Name, number>> {
  const names = Object.keys(asked) as Name[];
  if (names.length === 0) return {} as Record<Name, number>;
  const counts = names.map((name, index) => {
    const { records, ...period } = asked[name];
    return sql`select ${sql.raw(String(index))} as no, count(*)::int as count
                 from (${lists[records](sql`${siteId}::uuid`)}) as listed where ${within(period)}`;
  });
  const { rows } = await tx.execute<{ no: number; count: number }>(sql.join(counts, sql.raw(' union all ')));
  return Object.fromEntries(rows.map(({ no, count }) => [names[no], count])) as Record<Name, number>;
}

/**
 * What a site's logs of a year say of its four rules, for everybody: counts and nothing of who came. This year when none
 * is asked for. Refuses: platforms.not_found.
 */
export async function siteLog(ctx: Context, { id, year = civilDay(ctx.now()).year }: AskSiteLog) {
  return atOneMoment(ctx, async (tx, inside) => {
    await getPlatform(inside, id);
    const first = Temporal.PlainDate.from({ year, month: 1, day: 1 });
    const period = daysOf(ctx, first, first.with({ month: 12, day: 31 }));
    const asked = Object.fromEntries(
      roomRules.map((rule) => [rule, { records: recordsOfRule[rule], ...period }]),
    ) as Record<RoomRule, { records: SiteRecords } & Period>;
    return { year, counts: await countRecords(tx, id, asked) };
  });
}

/**
 * The records behind a number of a site's log or standard, newest first, 50 a page; `number` is how many there are. From
 * the first day to the last, both included. For the site's keepers and auditors. Refuses: platforms.not_found.
 */
export async function listSiteRecords(ctx: Context, { id, records, from, until, after }: ListSiteRecords) {
  return atOneMoment(ctx, async (tx, inside) => {
    await deskSite(inside, id);
    const period = daysOf(ctx, from, until);
    const beyond =
      after === undefined ? sql`true` : sql`(at, id) < (${after.at}::timestamptz, ${after.id}::uuid)`;
    const { rows } = await tx.execute<{
      id: string;
      at: string;
      title: string | null;
      opens: SiteRecordRow['opens'];
      opens_id: string;
    }>(sql`
      select id, to_json(at) #>> '{}' as at, title, opens, opens_id from (${lists[records](sql`${id}::uuid`)}) as listed
       where ${within(period)} and ${beyond}
       order by listed.at desc, id desc limit ${pageSize + 1}`);
    const found = rows.map(({ opens_id: opensId, at, ...row }): SiteRecordRow => ({
      ...row,
      opensId,
      at: Temporal.Instant.from(at),
    }));
    const { number } = await countRecords(tx, id, { number: { records, ...period } });
    return { number, ...pageOf(found, pageSize, (last) => ({ at: last.at.toString(), id: last.id })) };
  });
}
