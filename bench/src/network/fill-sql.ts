const committees = `
  committees as materialized (
    select row_number() over (order by o.division_code) - 1 as n, o.id as office, o.division_code as place,
           case when o.kind = 'county_office' then o.division_code end as county, count(*) over () as many
      from organisations o where o.kind in ('city_office', 'county_office'))`;

const halls = `
  halls as materialized (
    select row_number() over (order by p.place_code) - 1 as n, p.id as hall, p.organisation_id as office,
           p.county_code as county, p.township_code as township, count(*) over () as many
      from platforms p)`;

/** A name of two or three characters, one of 32,000. */
const name = `substr('王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高', 1 + g % 20, 1)
  || substr('建志晓文国海明永春秀美丽军平华红玉金水木山川东南西北中正大小长安宁康福寿喜乐天云', 1 + (g / 20) % 40, 1)
  || substr('国强伟芳敏静涛磊洋勇艳杰娟超霞平刚桂兰英华玲辉凤莲峰成龙斌波宇浩凯健俊帆雪松柏竹', 1 + (g / 800) % 40, 1)`;

/** $1 members over all committees, each twentieth of two, each fiftieth gone; each hundredth of the others without a site. */
export const membersSql = [
  `insert into members (id, name, duty_title, intake_code, door_code, active)
   select uuidv7(), ${name}, '某单位某职务' || g, 'B' || g, md5('door' || g) || g, g % 50 <> 0
     from generate_series(1, $1::int) g`,
  `with ${committees},
     people as (select m.id, m.name, m.active, substr(m.intake_code, 2)::int as g from members m where m.intake_code like 'B%')
   insert into memberships (id, member_id, organisation_id, city_code, county_code, name, placed, sector_code, term_no, joined_on, left_on)
   select uuidv7(), p.id, c.office, '3307', c.county, p.name, p.active and g % 100 <> 7, lpad((1 + g % 34)::text, 2, '0'), 8,
          date '2022-02-01', case when not p.active then date '2026-01-01' end
     from people p join committees c on c.n = p.g % c.many or (p.g % 20 = 1 and c.n = (p.g + 1) % c.many)`,
  `with ${halls},
     people as (select m.id, substr(m.intake_code, 2)::int as g from members m where m.intake_code like 'B%' and m.active)
   insert into placements (id, member_id, platform_id, city_code, county_code, township_code, from_on, reason)
   select uuidv7(), p.id, h.hall, '3307', h.county, h.township, date '2024-03-01', '编组下沉'
     from people p join halls h on h.n = p.g % h.many where p.g % 100 <> 7`,
  `with ${committees}
   insert into groups (id, organisation_id, city_code, county_code, kind, name, from_on)
   select uuidv7(), office, '3307', county, 'study', '学习小组' || k, date '2024-03-01'
     from committees cross join generate_series(1, 30) k`,
  `insert into group_members (id, group_id, member_id, from_on)
   select uuidv7(), g.id, s.member_id, date '2024-03-01'
     from groups g join lateral (select member_id from memberships s where s.organisation_id = g.organisation_id
       and s.left_on is null order by md5(g.id::text || s.member_id::text) limit 15) s on true`,
  `insert into village_members (id, village_code, township_code, county_code, city_code, member_id, from_on)
   select uuidv7(), v.code, v.township_code, v.county_code, '3307', m.id, date '2024-03-01'
     from (select code, township_code, county_code, row_number() over (order by code) as n from divisions
            where level = 'village' and city_code = '3307') v
     join (select id, row_number() over (order by id) as n from members where active) m
       on m.n = 1 + v.n % (select count(*) from members where active) where v.n % 10 <> 0`,
];

/** Numbers from $1 to $2 of $3, spread over three years that end in half a year: events with five invited each, and who was there. */
export const eventsSql = `
  with ${halls},
    people as materialized (select id, row_number() over (order by id) - 1 as n from members where active),
    many as (
      select uuidv7(at - now()) as id, g, h.*, at as starts, at < now() as is_over
        from generate_series($1::int, $2::int - 1) g
        join halls h on h.n = g % (select many from halls limit 1)
        cross join lateral (select now() + interval '180 days' - make_interval(mins => (g * 1576800.0 / $3::int)::int) as at) told),
    leveled as (
      select id, g, hall, office, starts, is_over, case when g % 10 >= 1 then county end as county,
             case when g % 10 >= 4 then township end as township from many),
    spine as (
      insert into matters (id, kind, number, chain_id, organisation_id, city_code, county_code, township_code, state,
        owner_role, owner_unit_id, due_at, opened_at, closed_at, changed_at, entry_count)
      select id, 'event', 'E-' || g, id, office, '3307', county, township, case when is_over then 'settled' else 'published' end,
             case when not is_over then 'host' end, case when not is_over then office end,
             case when not is_over then starts + interval '2 hours' end, starts - interval '20 days',
             case when is_over then starts + interval '1 day' end, starts, 3 from leveled),
    dated as (
      insert into events (matter_id, category, title, city_code, county_code, township_code, platform_id, mode, starts_at,
        ends_at, must_attend, sign_up, published_at, changed_at)
      select id, (array['plenary','session','lecture','study','inspection','research','training','outreach','visit','other'])[1 + g % 10],
             '活动' || g, '3307', county, township, case when township is not null then hall end, 'onsite', starts,
             starts + interval '2 hours', false, (array['invited','members','public'])[1 + g % 3], starts - interval '10 days', starts
        from leveled),
    asked as (
      select l.id, l.starts, l.is_over, p.id as member, k from leveled l cross join generate_series(1, 5) k
        join people p on p.n = (l.g::bigint * 7 + k * 1013) % (select count(*) from people)),
    invited as (
      insert into event_invitees (event_id, invitee_id, member_id, answer)
      select id, member, member, 'coming' from asked on conflict do nothing)
    insert into attendances (event_id, member_id, state, at, received_at, how)
    select id, member, case when k = 5 then 'leave' else 'attended' end, starts, starts, 'list' from asked where is_over
    on conflict do nothing`;

/** One published rota for each hall, and turns number $1 to $2 of $3, spread like the events. */
export const rotasSql = `
  insert into rotas (id, platform_id, organisation_id, city_code, county_code, township_code, pattern, on_holiday, from_on,
    until_on, start_time, end_time, per_turn, made_at, published_at)
  select uuidv7(), p.id, p.organisation_id, '3307', p.county_code, p.township_code, '{"every":"week","weekdays":[3]}'::jsonb,
         'keep', date '2024-01-01', date '2027-12-31', '09:00', '11:00', 1, now(), now()
    from platforms p`;
export const turnsSql = `
  with halls as materialized (
      select row_number() over (order by r.id) - 1 as n, count(*) over () as many, r.id as rota, r.platform_id as hall,
             r.organisation_id as office, r.county_code as county, r.township_code as township from rotas r),
    people as materialized (select id, row_number() over (order by id) - 1 as n from members where active),
    many as (
      select uuidv7(at - now()) as id, g, h.rota, h.hall, h.office, h.county, h.township, at as starts, at < now() as is_over, p.id as member
        from generate_series($1::int, $2::int - 1) g
        join halls h on h.n = g % (select many from halls limit 1)
        join people p on p.n = (g::bigint * 13) % (select count(*) from people)
        cross join lateral (select now() + interval '180 days' - make_interval(mins => (g * 1576800.0 / $3::int)::int) as at) told),
    spine as (
      insert into matters (id, kind, number, chain_id, organisation_id, city_code, county_code, township_code, state,
        owner_role, owner_unit_id, due_at, opened_at, closed_at, changed_at, entry_count)
      select id, 'turn', 'D-' || g, id, office, '3307', county, township, case when is_over then 'logged' else 'staffed' end,
             case when not is_over then 'host' end, case when not is_over then office end,
             case when not is_over then starts + interval '1 day' end, starts - interval '20 days',
             case when is_over then starts + interval '1 day' end, starts, 2 from many)
    insert into turns (matter_id, rota_id, platform_id, city_code, county_code, township_code, starts_at, ends_at, place_no, member_id)
    select id, rota, hall, '3307', county, township, starts, starts + interval '2 hours', 1, member from many`;

/** The tables that are filled: without their plain indexes while they are. */
export const filledTables = [
  'matters',
  'members',
  'memberships',
  'placements',
  'group_members',
  'village_members',
  'events',
  'event_invitees',
  'attendances',
  'turns',
];
