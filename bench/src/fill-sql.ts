/** The places that get matters: every village of the city, or of the township in `$3`, with its township's office. */
const place = (only: string) => `
    place as materialized (
      select row_number() over (order by v.code) - 1 as n, v.code as village, v.township_code as township,
             v.county_code as county, o.id as office
        from divisions v join organisations o on o.division_code = v.township_code and o.kind = 'township_group'
       where v.level = 'village' and v.city_code = '3307' and (${only}::text is null or v.township_code = ${only}))`;

/**
 * Issues number $1 to $2 over the last year, in one statement: the spine, two entries each, the handling copy, the
 * words and, for each fifth, which is closed, the publication.
 */
export const issuesSql = `
  with ${place('$3')},
    many as (
      select uuidv7(told.at - now()) as id, g, p.*, told.at as told, g % 5 = 0 as closed
        from generate_series($1::int, $2::int - 1) g
        join place p on p.n = g % (select count(*) from place)
        cross join lateral (
          select now() - make_interval(mins => (g % 525600)::int + case when g % 5 = 0 then 14400 else 1 end) as at) told),
    spine as (
      insert into matters (id, kind, number, chain_id, organisation_id, city_code, county_code, township_code,
        village_code, state, owner_role, owner_unit_id, due_at, opened_at, closed_at, changed_at, entry_count)
      select id, 'issue', 'B-' || g, id, office, '3307', county, township, village,
        case when closed then 'closed' else 'accepted' end, case when not closed then 'host' end,
        case when not closed then office end, case when not closed then told + interval '7 days' end,
        told, case when closed then told + interval '9 days' end, told, 2 from many),
    history as (
      insert into journal (matter_id, seq, kind, move, to_state, at, recorded_at, actor_kind, data, city_code, county_code, township_code)
      select id, 1, 'issue', 'open', 'received', told, told, 'system', '{}'::jsonb, '3307', county, township from many
       union all
      select id, 2, 'issue', case when closed then 'close' else 'accept' end, case when closed then 'closed' else 'accepted' end,
             told + case when closed then interval '9 days' else interval '0' end, told, 'system', '{}'::jsonb, '3307', county, township
        from many),
    texts as (
      insert into issues (matter_id, city_code, county_code, township_code, village_code, channel, handling_title, handling_text, opened_at)
      select id, '3307', county, township, village, 'web', '路灯不亮 ' || g, '村口的路灯坏了，晚上看不清路。', told from many),
    words as (
      insert into issue_words (matter_id, city_code, county_code, township_code, village_code, words)
      select id, '3307', county, township, village, '村口的灯又不亮了，晚上老人走路怕摔跤。' from many)
    insert into published_issues (matter_id, city_code, county_code, township_code, title, text, closing_class, closed_at, published_at)
    select id, '3307', county, township, '路灯不亮 ' || g, '村口的路灯已修好。', 'solved', told + interval '9 days', told + interval '10 days'
      from many where closed`;

/** So many sessions ($1), each fiftieth still to come, with a topic and two agreed lines each, most of them done. */
export const sessionsSql = `
  with ${place('$2')},
    many as (
      select uuidv7() as id, uuidv7() as topic, g, p.*, h.id as hall, (select id from members limit 1) as convenor,
             now() + make_interval(hours => case when g % 50 = 0 then 24 + g % 700 else -(g % 8760) end) as starts
        from generate_series(0, $1::int - 1) g
        join place p on p.n = g % (select count(*) from place)
        join platforms h on h.township_code = p.township),
    lines as (
      select uuidv7() as id, m.id as session, m.topic, m.g, m.office, m.county, m.township, m.starts, line,
             m.g % 10 <> 0 as done from many m cross join generate_series(1, 2) line),
    spine as (
      insert into matters (id, kind, number, chain_id, organisation_id, city_code, county_code, township_code,
        state, owner_role, owner_unit_id, due_at, opened_at, closed_at, changed_at, entry_count)
      select id, 'session', 'S-' || g, id, office, '3307', county, township, 'noticed', 'host', office, starts, starts,
             null::timestamptz, starts, 1 from many
       union all
      select topic, 'topic', 'T-' || g, topic, office, '3307', county, township, 'scheduled', 'host', office, starts, starts,
             null, starts, 1 from many
       union all
      select id, 'outcome_line', 'L-' || g || '-' || line, id, office, '3307', county, township,
             case when done then 'closed' else 'handling' end, case when not done then 'host' end,
             case when not done then office end, case when not done then starts + interval '30 days' end, starts,
             case when done then starts + interval '20 days' end, starts, 1 from lines),
    sittings as (
      insert into sessions (matter_id, city_code, county_code, township_code, platform_id, title, starts_at, ends_at,
        mode, convenor_id, resident_seats, changed_at)
      select id, '3307', county, township, hall, '路灯怎么修', starts, starts + interval '1 hour', 'onsite', convenor, 20, starts
        from many),
    subjects as (
      insert into topics (matter_id, city_code, county_code, township_code, title, summary, source, session_id, agenda_no)
      select topic, '3307', county, township, '路灯', '村口的路灯。', 'resident', id, 1 from many)
    insert into outcome_lines (matter_id, city_code, county_code, township_code, session_id, topic_id, line_no, suggestion,
      kind, unit_id, due_on, measure)
    select id, '3307', county, township, session, topic, line, '换灯', 'measure', office,
           (starts + interval '30 days')::date, '灯亮了' from lines`;

/** What the program keeps up to date with each publication. */
export const settledCountsSql = `
  insert into settled_counts (division_code, closing_class, amount)
  select level.code, page.closing_class, count(*)
    from published_issues page
    cross join lateral (values (page.city_code), (page.county_code), (page.township_code)) as level (code)
   group by 1, 2`;
