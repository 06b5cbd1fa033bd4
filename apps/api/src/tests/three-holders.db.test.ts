import type { Actor } from '@tongxin/core';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { scheduleSession } from '@tongxin/deliberations/commands';
import { hallSceneOf, makeConvenor, makeHall, makeTopic, sessionInput } from '@tongxin/deliberations/testing';
import { publishEvent } from '@tongxin/events/commands';
import { eventSceneOf, makeDraft } from '@tongxin/events/testing';
import { staffTurn } from '@tongxin/rotas/commands';
import { at, makePublicRota, rotaSceneOf } from '@tongxin/rotas/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ connections: 10 });
});
afterAll(() => database.close());

/** Numbers that look random and are the same in every run. */
function* numbersFrom(seed: number): Generator<number> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

/** All of it, forty at a time: four for each connection that a server has, so that everybody waits and nobody gives up. */
async function settleAll(works: readonly (() => Promise<unknown>)[]) {
  const outcomes: PromiseSettledResult<unknown>[] = [];
  const waiting = works.entries();
  const lane = async () => {
    for (const [index, work] of waiting) outcomes[index] = (await Promise.allSettled([work()]))[0];
  };
  await Promise.all(Array.from({ length: 40 }, lane));
  return outcomes;
}

const range = (count: number) => Array.from({ length: count }, (_, index) => index);
const from = Temporal.PlainDate.from('2026-11-23');
const until = Temporal.PlainDate.from('2026-12-31');

/** Two hours of a working day, on the half hour. */
function hours(below: (limit: number) => number) {
  const startsAt = from
    .add({ days: below(10) })
    .toZonedDateTime({ timeZone: 'Asia/Shanghai', plainTime: { hour: 8 + below(9), minute: 30 * below(2) } })
    .toInstant();
  return { startsAt, endsAt: startsAt.add({ minutes: 90 + 30 * below(3) }) };
}

it(
  'a thousand events, turns and sessions that reach for the same halls and people at the same time never overlap',
  { timeout: 300_000 },
  async () => {
    const next = numbersFrom(20_261_123);
    const below = (limit: number) => Math.floor(next.next().value! * limit);
    const rotas = await rotaSceneOf(database);
    const events = await eventSceneOf(database, rotas.town);
    const sessions = await hallSceneOf(rotas);
    const { host } = rotas.people;
    const halls: string[] = [sessions.hallId];
    while (halls.length < 6) halls.push(await makeHall(rotas));
    const people: string[] = [];
    while (people.length < 12) people.push(await makeConvenor(rotas));
    const somebody = () => people[below(12)]!;

    // Three hundred drafts that are announced at once, each with a hall and two people who have to come.
    const drafts: string[] = [];
    for (const _ of range(300)) {
      const { startsAt, endsAt } = hours(below);
      const memberIds = [...new Set([somebody(), somebody()])];
      const time = { startsAt: startsAt.toString(), endsAt: endsAt.toString() };
      const plan = { divisionCode: '330702001', ...time, platformId: halls[below(6)], memberIds };
      drafts.push(await makeDraft(events, plan, events.host));
    }
    // Four hundred empty turns: the only person of each rota is away all the time.
    const away = [{ from, until: until.add({ days: 30 }) }];
    const turns: string[] = [];
    for (const hour of [8, 9, 10, 10, 13, 14, 15, 16]) {
      const rota = await makePublicRota(rotas, {
        pattern: { kind: 'weekdays', weekdays: [1, 2, 3, 4, 5, 6, 7] },
        ...{ from, until, perTurn: 2 },
        onHoliday: 'leave_out',
        startTime: new Temporal.PlainTime(hour),
        endTime: new Temporal.PlainTime(hour + 2),
        people: [{ memberId: rotas.chen.id, away }],
      });
      turns.push(...rota.turnIds.slice(0, 50));
    }
    expect(turns).toHaveLength(400);
    // Three hundred holds: sessions to be scheduled, each on a topic of its own.
    const topics: string[] = [];
    for (const _ of range(300)) topics.push((await makeTopic(rotas)).id);

    const announce = drafts.map((id) => () => publishEvent(as(events.host), { id }));
    const staff = turns.map((id) => () => staffTurn(as(host), { id, memberId: somebody() }));
    const schedule = topics.map((topicId) => () => {
      const [convenorId, memberId] = [somebody(), somebody()];
      const over = { ...hours(below), platformId: halls[below(6)]!, convenorId };
      const memberIds = memberId === convenorId ? [] : [memberId];
      return scheduleSession(as(host), sessionInput(sessions, [topicId], { ...over, memberIds }));
    });
    const works = [...announce, ...staff, ...schedule]
      .map((work) => ({ work, place: below(1_000_000) }))
      .toSorted((a, b) => a.place - b.place)
      .map(({ work }) => work);
    expect(works).toHaveLength(1000);
    const outcomes = await settleAll(works);

    const lost = outcomes.filter((outcome) => outcome.status === 'rejected');
    const codes = new Set(lost.map(({ reason }) => (reason as { code?: string }).code ?? String(reason)));
    expect(codes).toEqual(new Set(['events.taken', 'deliberations.taken']));
    expect(lost.length).toBeGreaterThan(200);

    const { rows: overlaps } = await database.pool.query(`
      select a.id from bookings a join bookings b
          on a.resource_kind = b.resource_kind and a.resource_id = b.resource_id and a.id < b.id
         and a.during && b.during and a.released_at is null and b.released_at is null`);
    expect(overlaps).toEqual([]);
    // Each of the three won often, and whoever lost holds nothing.
    const { rows: holders } = await database.pool.query<{ kind: string; holders: number; wrong: number }>(`
      select m.kind, count(distinct m.id)::int as holders,
             count(*) filter (where m.state not in ('published', 'staffed', 'noticed'))::int as wrong
        from bookings b join matters m on m.id = b.matter_id where b.released_at is null group by m.kind`);
    expect(holders.map(({ kind }) => kind).toSorted()).toEqual(['event', 'session', 'turn']);
    for (const { holders: count } of holders) expect(count).toBeGreaterThan(20);
    expect(holders.map(({ wrong }) => wrong)).toEqual([0, 0, 0]);
    const won = holders.reduce((total, { holders: count }) => total + count, 0);
    expect(won).toBe(outcomes.length - lost.length);
  },
);

const as = (actor: Actor) => at({ database }, actor);
