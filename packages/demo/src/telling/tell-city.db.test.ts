import { generateKeyPairSync } from 'node:crypto';
import { system, type AccountActor, type Role } from '@tongxin/core';
import { answerEvent, correctAttendance, settleEvent } from '@tongxin/events/commands';
import { listAsked } from '@tongxin/events/queries';
import { eventCategories, eventWorkflow } from '@tongxin/events/rules';
import { sealJournal } from '@tongxin/matters/commands';
import { verifyJournal } from '@tongxin/matters/queries';
import { listRecord } from '@tongxin/record/queries';
import { siteRoles } from '@tongxin/platforms/rules';
import { answerSwap, correctTurn, logTurn, staffTurn } from '@tongxin/rotas/commands';
import { mySwaps, myTurns } from '@tongxin/rotas/queries';
import { turnStates } from '@tongxin/rotas/rules';
import { nationalSectors } from '@tongxin/sectors/rules';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CityYears } from '../plan/city.ts';
import { demoSignIns, showcase } from '../sign-ins.ts';
import { toldTown, type ToldTown } from '../testing.ts';

const now = Temporal.Instant.from('2026-11-21T09:20:00+08:00');
let town: ToldTown;
let years: CityYears['counties'];
let ask: ToldTown['ask'];

beforeAll(async () => {
  town = await toldTown(now);
  ({ ask } = town);
  years = town.plan.counties;
}, 90_000);
afterAll(() => town.close());

const tally = (states: readonly string[]) => {
  const told = states.filter((one) => one !== 'nothing' && one !== 'none');
  return Object.fromEntries([...Map.groupBy(told, (one) => one)].map(([one, all]) => [one, `${all.length}`]));
};

const stands = (kind: string) =>
  ask(`select state as name, count(*) from matters where kind = '${kind}' group by state`);

test('every matter, session and line has come just so far as was planned', async () => {
  const all = years.flatMap((county) => county.years);
  const sittings = all.flatMap((year) => year.sittings);
  const issues = all.flatMap(({ singles }) => singles);
  const talked = sittings.flatMap(({ topics }) =>
    topics.flatMap((topic) => [...topic.issues, ...topic.chorus]),
  );
  expect(await stands('issue')).toEqual(tally([...issues, ...talked].map(({ state }) => state)));
  expect(await stands('session')).toEqual(tally(sittings.map(({ state }) => state)));
  expect(await stands('village_order')).toEqual({ asked: '1', dated: '1', served: '1', told: '1' });
  expect(await stands('lead')).toHaveProperty('landed');
  expect(await stands('expert_request')).toEqual({ requested: '1', matched: '1', thanked: '1' });
  expect(await stands('member_visit')).toEqual({ planned: '1', visited: '1', answered: '1' });
  expect(await stands('outcome_line')).toEqual(
    tally(sittings.flatMap(({ lines }) => lines.map(({ state }) => state))),
  );
});

test('nobody is notified of what happened long ago', async () => {
  expect(await ask('select task as name, count(*) from outbox group by task')).toEqual({});
  expect(await ask('select unit_id::text as name, count(*) from notices group by unit_id')).toEqual({});
});

test('every sign-in that is printed exists', async () => {
  const names = Object.keys(
    await ask('select username as name, count(*) from accounts where username is not null group by username'),
  );
  expect(names.toSorted()).toEqual(
    demoSignIns()
      .map(({ name }) => name)
      .toSorted(),
  );
});

test('the journal tells the year in its own time', async () => {
  const when = await ask(
    `select case when at < '2025-11-20' then 'early' when at > '2026-11-20T16:00:00Z' then 'late' else 'within' end as name,
            count(*) from journal group by 1`,
  );
  expect(Object.keys(when)).toEqual(['within']);
});

test('the telling says how far it is', () => {
  expect(town.heard[0]).toContain('plan of the year');
  expect(town.heard.at(-1)).toMatch(/^(\d+) of \1 steps/);
});

describe('the network', () => {
  const names = async (statement: string) => Object.keys(await ask(statement)).toSorted();
  const peoples = () => [town.plan.city.people, ...years.map(({ people }) => people)];

  test('has members in every sector of today, at both levels, and some on both committees', async () => {
    const sectors = nationalSectors.filter(({ validTo }) => validTo === null).map(({ code }) => code);
    expect(sectors).toHaveLength(34);
    const at = (county: string) =>
      names(
        `select sector_code as name, count(*) from memberships where county_code is ${county} group by 1`,
      );
    expect(await at('null')).toEqual(sectors);
    expect((await at('not null')).length).toBeGreaterThanOrEqual(20);
    const both = await ask(
      `select member_id::text as name, count(*) from memberships group by 1 having count(*) > 1`,
    );
    expect(Object.keys(both)).toHaveLength(18);
    expect(new Set(Object.values(both))).toEqual(new Set(['2']));
  });

  test('says of every member what they are, and keeps apart what is restricted', async () => {
    expect(await names(`select name, count(*) from members where duty_title is null group by 1`)).toEqual([]);
    const { all, told } = await ask(
      `select 'all' as name, count(*) from members union select 'told', count(*) from member_particulars`,
    );
    expect(told).toBe(all);
  });

  test('has no member without a place but those of the gap list', async () => {
    const planned = peoples().flatMap(({ placements }) => placements.map(({ member }) => member));
    const people = new Set(peoples().flatMap(({ members }) => members.map(({ key }) => key)));
    const { placed, without } = await ask(
      `select case when exists (select 1 from placements where member_id = members.id and to_on is null)
                then 'placed' else 'without' end as name, count(*) from members where active group by 1`,
    );
    expect(Number(placed)).toBe(new Set(planned).size);
    expect(Number(without)).toBe(people.size - planned.length);
    expect(Number(without)).toBeGreaterThanOrEqual(3);
  });

  test('has one hall for every township, every role, and rooms with three', async () => {
    const halls = await names(
      `select township_code as name, count(*) from platforms join platform_roles on platform_id = platforms.id
        where role = 'hall' group by 1 having count(*) = 1`,
    );
    expect(halls).toEqual(
      await names(
        `select code as name, count(*) from divisions where level = 'township' and code like '3307%' group by 1`,
      ),
    );
    const roles = await ask('select role as name, count(*) from platform_roles group by 1');
    expect(siteRoles.filter((role) => !(role in roles))).toEqual([]);
    const three = await names(
      `select platform_id::text as name, count(*) from platform_roles group by 1 having count(*) >= 3`,
    );
    expect(three.length).toBeGreaterThan(halls.length);
  });

  test('holds up one hall of each county, with all that this needs, and nominates others', async () => {
    const states = await ask('select state as name, count(*) from demonstrations group by 1');
    expect(states.active).toBe('9');
    expect(Number(states.nominated)).toBeGreaterThanOrEqual(1);
  });

  test('has groups of every kind, convened by one of their own, and what they owe', async () => {
    const kinds = await names('select kind as name, count(*) from groups group by 1');
    expect(kinds).toEqual(['ground', 'interest', 'sector', 'study']);
    const strangers = await names(
      `select name, count(*) from groups where convenor_member_id is not null and not exists
         (select 1 from group_members where group_id = groups.id and member_id = convenor_member_id) group by 1`,
    );
    expect(strangers).toEqual([]);
    const offices = await names(
      'select organisation_id::text as name, count(*) from group_minimums group by 1',
    );
    expect(offices).toHaveLength(10);
  });

  test('has committees with terms and sessions, led by post, and most villages with their member', async () => {
    const terms = await ask(
      `select division_code as name, count(*) from organisations join terms on organisation_id = organisations.id
         join term_sessions on term_id = terms.id group by 1`,
    );
    expect(Object.keys(terms)).toHaveLength(10);
    const led = await ask(
      `select kind as name, count(distinct organisations.id) from organisations
         join posts on organisation_id = organisations.id where valid_to is null group by 1`,
    );
    expect(led.committee).toBe('10');
    expect(Number(led.township_group)).toBe(3);
    expect(Number(led.special_committee)).toBeGreaterThanOrEqual(43);
    const planned = years.flatMap(({ people }) => people.villages).length;
    expect(await ask(`select 'given' as name, count(*) from village_members where to_on is null`)).toEqual({
      given: String(planned),
    });
  });

  test('has turns and events in every state, and events of every category', async () => {
    expect(Object.keys(await stands('turn')).toSorted()).toEqual([...turnStates].toSorted());
    expect(Object.keys(await stands('event')).toSorted()).toEqual(
      Object.keys(eventWorkflow.states).toSorted(),
    );
    const held = await names('select category as name, count(*) from events group by 1');
    expect(held).toEqual([...eventCategories].toSorted());
    expect(await names('select category as name, count(*) from event_kinds group by 1')).toEqual(held);
    const facts = await names('select state as name, count(*) from attendances group by 1');
    expect(facts).toEqual(['absent', 'attended', 'leave']);
    const swaps = await ask('select state as name, count(*) from turn_swaps group by 1');
    expect(Number(swaps.accepted)).toBeGreaterThanOrEqual(5);
  });

  test('counts every matter and every entry once, and gives numbers without gaps', async () => {
    const wrong = await names(
      `select matters.number as name, count(*) from matters join journal on matter_id = matters.id
        group by matters.id having count(*) <> entry_count or max(seq) <> entry_count`,
    );
    expect(wrong).toEqual([]);
    const gaps = await names(
      `select s.organ || s.kind || s.year as name, s.last as count from number_series s
        where s.kind in ('turn', 'event') and s.last <> (select count(*) from matters m
          where m.kind = s.kind and m.number like
            case s.kind when 'turn' then 'D' else '' end || s.organ || '-' || s.year || '-%')`,
    );
    expect(gaps).toEqual([]);
  });
});

describe('what was told is what the commands work with', () => {
  const account = async (where: string, role: Role, divisionCode: string): Promise<AccountActor> => {
    const [id] = Object.keys(await ask(`select id::text as name, 1 as count from accounts where ${where}`));
    const grants = [{ role, divisionCode, organisationId: null, matterId: null }];
    return { kind: 'account', accountId: id as AccountActor['accountId'], name: '', grants };
  };
  const as = (actor: AccountActor) => town.as(actor);
  const member = () => account(`username = 'member'`, 'member', '330702');
  const office = () => account(`username = 'county'`, 'county_office', '330702');
  const one = async (statement: string) => Object.keys(await ask(`${statement} limit 1`))[0]!;
  const turnIn = (state: string, more: string) =>
    one(`select m.id::text as name, 1 as count from matters m join turns t on t.matter_id = m.id
          where m.state = '${state}' and m.county_code = '330702' and ${more} order by t.starts_at`);
  const eventIn = (state: string) =>
    one(`select m.id::text as name, 1 as count from matters m join events e on e.matter_id = m.id
          where m.state = '${state}' and m.county_code = '330702' and m.township_code is null
            and exists (select 1 from attendances where event_id = e.matter_id) order by e.starts_at desc`);

  test('a turn that nobody is on is staffed, one of yesterday is logged, an older one is corrected', async () => {
    const ctx = as(await office());
    const free = await turnIn('planned', `t.starts_at > '${now.toString()}'`);
    const memberId = await one(
      `select id::text as name, 1 as count from members where active and not exists
         (select 1 from bookings join turns on turns.matter_id = '${free}' where resource_id = members.id
            and released_at is null and during && tstzrange(starts_at, ends_at))`,
    );
    await staffTurn(ctx, { id: free, memberId });
    const over = await turnIn('staffed', `t.starts_at < '${now.toString()}'`);
    await logTurn(ctx, { id: over });
    const old = await turnIn('logged', `m.id <> '${over}'`);
    await correctTurn(ctx, { id: old, to: 'missed', reason: '记错了日子。' });
    const states = await ask(
      `select state as name, count(*) from matters where id in ('${free}', '${over}', '${old}') group by 1`,
    );
    expect(states).toEqual({ staffed: '1', logged: '1', missed: '1' });
  });

  test('a list that is still open is closed, and a closed one is corrected', async () => {
    const ctx = as(await office());
    const id = await eventIn('ended');
    const counts = await settleEvent(ctx, { id });
    expect(counts.attended).toBeGreaterThan(0);
    const settled = await eventIn('settled');
    const memberId = await one(
      `select member_id::text as name, 1 as count from attendances where event_id = '${settled}' and state = 'attended'`,
    );
    await correctAttendance(ctx, { id: settled, memberId, state: 'absent', reason: '签到表上签错了行。' });
  });

  test('the member who signs in is asked, answers, has turns, and is asked to swap', async () => {
    const ctx = as(await member());
    const { rows } = await listAsked(ctx, {});
    expect(rows.length).toBeGreaterThanOrEqual(5);
    const waiting = await one(
      `select e.matter_id::text as name, 1 as count from events e join event_invitees i on i.event_id = e.matter_id
         join members on members.id = i.member_id join accounts on accounts.id = members.account_id
         join matters m on m.id = e.matter_id
        where username = 'member' and i.answer = 'waiting' and m.state = 'published'`,
    );
    await answerEvent(ctx, { id: waiting, answer: 'coming' });
    expect((await listRecord(ctx, {})).rows.length).toBeGreaterThanOrEqual(2);
    expect((await myTurns(ctx, { when: 'upcoming', after: undefined })).rows.length).toBeGreaterThanOrEqual(
      1,
    );
    const [swap] = await ask(
      `select s.id::text as name, 1 as count from turn_swaps s where state = 'asked'`,
    ).then(Object.keys);
    expect(JSON.stringify(await mySwaps(ctx))).toContain(swap);
    await answerSwap(ctx, { swapId: swap!, answer: 'accept' });
  });

  test('the host of the hall finds turns that nobody is on, and the week before written down', async () => {
    const states = await ask(
      `select state as name, count(*) from matters where kind = 'turn' and township_code = '${showcase}' group by 1`,
    );
    expect(Number(states.logged)).toBeGreaterThanOrEqual(60);
    expect(Number(states.staffed)).toBeGreaterThanOrEqual(3);
  });

  test('the journal is sealed and found whole', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    await town.owner.query(`update journal set recorded_at = recorded_at - interval '11 seconds'`);
    while ((await sealJournal(town.as(system), privateKey)) !== null);
    const { faults, unsealed, entries } = await verifyJournal(town.as(system), { publicKey });
    expect({ faults, unsealed }).toEqual({ faults: [], unsealed: 0 });
    expect(entries).toBeGreaterThan(3000);
  }, 30_000);
});
