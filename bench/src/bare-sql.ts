/** A statement by hand, named so that the driver prepares it once on each connection. */
export type Statement = { name: string; text: string };

/** Reads of one record by its id. */
export const points: readonly Statement[] = [
  {
    name: 'published',
    text: `select matter_id, title, text, outcome, closing_class, closed_at, published_at, county_code, township_code
             from published_issues where matter_id = $1`,
  },
  {
    name: 'issue',
    text: `select m.id, m.number, m.state, m.owner_role, m.due_at, m.opened_at, m.township_code, i.handling_title, i.handling_text
             from matters m join issues i on i.matter_id = m.id where m.id = $1`,
  },
];

/** All that stands behind an office's page of one matter: who asks, then the row and its four lists. */
export const wholeIssue: readonly Statement[] = [
  {
    name: 'who',
    text: `select a.id, a.name, a.two_factor_enabled, g.role, g.division_code, g.organisation_id, g.matter_id
             from sign_ins s join accounts a on a.id = s.account_id left join grants g on g.account_id = a.id and g.revoked_at is null
            where s.token_hash = (select token_hash from sign_ins limit 1) order by g.valid_from, g.id limit 200`,
  },
  points[1]!,
  {
    name: 'history',
    text: `select seq, move, from_state, to_state, at, actor_kind, role, unit_name, reason, data
             from journal where matter_id = $1 order by seq limit 500`,
  },
  {
    name: 'ratings',
    text: `select round, solved, stars, at from judgements where about_id = $1 order by round, at limit 200`,
  },
  {
    name: 'merged',
    text: `select m.id, m.number, m.opened_at, l.linked_at from links l join matters m on m.id = l.from_id
            where l.to_id = $1 and l.kind = 'merged_into' and l.unlinked_at is null order by l.linked_at, m.id limit 500`,
  },
  {
    name: 'photos',
    text: `select id, name, width, height, published, handler_unit_id from files where matter_id = $1 order by uploaded_at, id limit 200`,
  },
];

/** The newest of a township and of a county, open or settled. */
export const lists: readonly Statement[] = ['township', 'county'].flatMap((level) => [
  {
    name: `newest-${level}`,
    text: `select m.id, m.number, m.state, m.owner_role, m.due_at, m.opened_at, m.township_code, i.handling_title, i.channel
             from matters m join issues i on i.matter_id = m.id
            where m.${level}_code = $1 and m.kind = 'issue' order by m.opened_at desc, m.id desc limit 21`,
  },
  {
    name: `settled-${level}`,
    text: `select matter_id, title, outcome, closing_class, closed_at, township_code from published_issues
            where ${level}_code = $1 order by closed_at desc, matter_id desc limit 21`,
  },
]);

/** A county's table for a stretch of months, from the roll-up alone. */
export const table: Statement = {
  name: 'table',
  text: `select division_code, measure, value, sum(amount)::float8 as amount from rollup_months
          where parent_code = $1 and month >= $2::date and month < $3::date group by 1, 2, 3`,
};
