import type { Statement } from '../bare-sql.ts';

/** A list of the network by hand; `takes` says which parts of the address are its values, in their order. */
export type BareList = Statement & { takes: readonly ('code' | 'id')[] };

const membersOf = (where: string) => `
  select p.name, p.member_id, m.duty_title, s.sector_code, s.place_code, s.is_standing
    from (select distinct name collate "zh-Hans-CN-x-icu" as name, member_id from memberships
           where ${where} and left_on is null order by 1, 2 limit 21) p
    join members m on m.id = p.member_id join memberships s on s.member_id = p.member_id and s.left_on is null
   order by p.name, p.member_id`;

const eventsOf = (where: string, order: string) => `
  select e.matter_id, m.number, m.state, e.title, e.category, e.starts_at, e.ends_at, e.mode, o.name as organiser, p.name as site
    from events e join matters m on m.id = e.matter_id join organisations o on o.id = m.organisation_id
    left join platforms p on p.id = e.platform_id
   where ${where} and e.published_at is not null order by e.starts_at ${order}, e.matter_id ${order} limit 21`;

const coming = `e.starts_at > now() - interval '14 days' and e.ends_at > now()`;
const turn = `select t.matter_id, m.state, t.starts_at, t.ends_at, t.place_no, t.member_id, n.name, p.name as site
    from turns t join matters m on m.id = t.matter_id join platforms p on p.id = t.platform_id left join members n on n.id = t.member_id`;

export const bareLists: readonly BareList[] = [
  { name: 'members', takes: ['code'], text: membersOf('city_code = $1') },
  { name: 'members-sector', takes: ['code'], text: membersOf(`place_code = $1 and sector_code = '22'`) },
  {
    name: 'sectors',
    takes: ['code'],
    text: `select sector_code, count(distinct member_id)::int from memberships where city_code = $1 and left_on is null group by 1 order by 1`,
  },
  {
    name: 'gap',
    takes: ['code'],
    text: `select distinct name collate "zh-Hans-CN-x-icu" as name, member_id from memberships
            where city_code = $1 and left_on is null and not placed order by 1, 2 limit 21`,
  },
  {
    name: 'placements',
    takes: ['code'],
    text: `select p.id, m.name, s.name as site, p.from_on from placements p join members m on m.id = p.member_id
             join platforms s on s.id = p.platform_id
            where p.county_code = $1 and p.to_on is null and m.active order by m.name collate "zh-Hans-CN-x-icu", m.id limit 21`,
  },
  { name: 'coming', takes: ['code'], text: eventsOf(`e.city_code = $1 and ${coming}`, '') },
  {
    name: 'held',
    takes: ['code'],
    text: eventsOf('e.county_code = $1 and e.starts_at <= now() and e.ends_at <= now()', 'desc'),
  },
  {
    name: 'turns',
    takes: ['code'],
    text: `${turn} where t.county_code = $1 and t.starts_at > now() order by t.starts_at, t.matter_id limit 21`,
  },
  {
    name: 'board',
    takes: ['id'],
    text: `${turn} where t.platform_id = $1 and t.starts_at >= date_trunc('month', now())
             and t.starts_at < date_trunc('month', now()) + interval '1 month' order by t.starts_at, t.place_no limit 500`,
  },
  {
    name: 'asked',
    takes: ['id'],
    text: eventsOf(
      `e.matter_id in (select event_id from event_invitees where member_id = $1) and ${coming}`,
      '',
    ),
  },
  {
    name: 'record',
    takes: ['id'],
    text: `select e.matter_id, e.title, e.starts_at, a.state, a.at from attendances a join events e on e.matter_id = a.event_id
            where a.member_id = $1 order by a.at desc, a.event_id desc limit 21`,
  },
];
