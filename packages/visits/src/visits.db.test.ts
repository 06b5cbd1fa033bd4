import { newId, system, type Actor } from '@tongxin/core';
import { transact } from '@tongxin/db';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { journal } from '@tongxin/matters/schema';
import { testNow } from '@tongxin/matters/testing';
import { makeMember } from '@tongxin/members/testing';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  answerAsk,
  askAgain,
  cancelVisit,
  closeVisit,
  planVisit,
  recordVisit,
  rescheduleVisit,
  writeNote,
} from './commands/index.ts';
import { getVisit, listVisits, myVisits, readNote } from './queries/index.ts';
import { visitNotes } from './schema.ts';
import {
  at,
  makeVisit,
  makeVisited,
  twoAsks,
  visitInput,
  visitOn,
  visitSceneOf,
  type VisitScene,
} from './testing.ts';

let database: TestDatabase;
let scene: VisitScene;
beforeAll(async () => {
  database = await testDatabase();
  scene = await visitSceneOf(database);
});
afterAll(() => database.close());

const as = (actor: Actor, now = testNow) => at(scene, actor, now);
const county = (now = testNow) => as(scene.people.county, now);
const chen = () => as(scene.chen.actor);
const visitOf = (id: string) => getVisit(county(), { id });
const answer = '下月的调研已经加上您。';
const refusedWith = (code: string) => expect.objectContaining({ code }) as unknown;
const refusal = async (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => error,
  );

describe('what a member asks', () => {
  it('gets an answer with its date, within thirty days of the visit', async () => {
    const { id, askIds } = await makeVisit(scene, 'visited');
    const visited = await visitOf(id);
    expect(visited).toMatchObject({ state: 'visited', visitedOn: visitOn });
    expect(visited.dueAt?.toString()).toBe('2026-12-21T16:00:00Z');
    expect(visited.asks.map(({ words }) => words)).toEqual(twoAsks);
    await answerAsk(county(), { askId: askIds[0]!, answer });
    expect((await visitOf(id)).state).toBe('visited');
    await answerAsk(county(), { askId: askIds[1]!, answer });
    expect((await visitOf(id)).state).toBe('answered');
    const [mine] = (await myVisits(chen(), {})).rows.filter((row) => row.id === id);
    expect(mine?.asks[0]).toMatchObject({ words: twoAsks[0], answer, answeredAt: testNow });
    const moves = (await visitOf(id)).history.map(({ move }) => move);
    expect(moves).toEqual(['open', 'record', 'note', 'answer', 'answer', 'all_answered']);
  });

  it('is answered once, also when two do it at the same time', async () => {
    const { askIds } = await makeVisit(scene, 'visited');
    const askId = askIds[0]!;
    const both = await Promise.allSettled([1, 2].map(() => answerAsk(county(), { askId, answer })));
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await refusal(answerAsk(county(), { askId, answer }))).toEqual(refusedWith('visits.answered'));
    expect(await refusal(answerAsk(county(), { askId: newId(), answer }))).toEqual(
      refusedWith('visits.ask_not_found'),
    );
    const withPhone = { askId: askIds[1]!, answer: '请打 13900001234。' };
    expect(await refusal(answerAsk(county(), withPhone))).toEqual(refusedWith('visits.personal_words'));
  });

  it('may be asked again once, which has thirty days of its own, and the office hears of it', async () => {
    const { id, askIds } = await makeVisit(scene, 'answered');
    const askId = askIds[0]!;
    const words = '下个月的调研里没有我。';
    await askAgain(chen(), { askId, words });
    const again = await visitOf(id);
    expect(again.state).toBe('visited');
    expect(again.asks.at(-1)).toMatchObject({ words, followsId: askId, answer: null });
    const { rows } = await database.pool.query<{ payload: unknown }>(
      `select payload from outbox where payload ->> 'matterId' = $1`,
      [id],
    );
    expect(rows).toMatchObject([{ payload: { event: 'turn', unitId: scene.town.county.id } }]);
    expect(await refusal(askAgain(chen(), { askId, words }))).toEqual(refusedWith('visits.asked_again'));
    const next = again.asks.at(-1)!.id;
    expect(await refusal(askAgain(chen(), { askId: next, words }))).toEqual(
      refusedWith('visits.not_answered'),
    );
    const stranger = await makeVisited(scene);
    for (const actor of [stranger.actor, scene.people.county])
      expect(await refusal(askAgain(as(actor), { askId: next, words }))).toEqual(
        refusedWith('visits.ask_not_found'),
      );
    const withPhone = { askId: next, words: '打 13900001234' };
    expect(await refusal(askAgain(chen(), withPhone))).toEqual(refusedWith('visits.personal_words'));
  });

  it('is closed by the office, or by itself after ten working days, and then no longer asked again', async () => {
    const { id, askIds } = await makeVisit(scene, 'answered');
    expect((await visitOf(id)).dueAt?.toString()).toBe('2026-12-04T16:00:00Z');
    await closeVisit(as(system), { id });
    expect((await visitOf(id)).state).toBe('closed');
    const late = { askId: askIds[0]!, words: '还有一点。' };
    expect(await refusal(askAgain(chen(), late))).toEqual(refusedWith('matters.not_now'));
    const other = await makeVisit(scene, 'answered');
    await closeVisit(county(), { id: other.id });
    const open = await makeVisit(scene, 'visited');
    expect(await refusal(closeVisit(county(), { id: open.id }))).toEqual(refusedWith('matters.not_now'));
  });
});

describe('a visit', () => {
  it('is planned by a committee for its own members, once per form', async () => {
    const input = visitInput(scene.chen.id);
    const [one, two] = await Promise.all([planVisit(county(), input), planVisit(county(), input)]);
    expect(one).toEqual(two);
    expect(await visitOf(one.id)).toMatchObject({ state: 'planned', visitors: input.visitors });
    const far = await makeMember(as(system), { organisationId: scene.town.otherCounty.id });
    const refused = [
      [visitInput(far), 'visits.member_unknown'],
      [visitInput(newId()), 'visits.member_unknown'],
      [visitInput(scene.chen.id, { divisionCode: '330703' }), 'visits.not_yours'],
      [visitInput(scene.chen.id, { divisionCode: '3307' }), 'visits.not_yours'],
      [visitInput(scene.chen.id, { visitOn: visitOn.subtract({ days: 1 }) }), 'visits.day'],
      [visitInput(scene.chen.id, { visitors: '主席 13900001234' }), 'visits.personal_words'],
    ] as const;
    for (const [wrong, code] of refused)
      expect(await refusal(planVisit(county(), wrong))).toEqual(refusedWith(code));
    // The city's committee also visits members of its counties.
    const { id } = await planVisit(as(scene.people.city), visitInput(far, { divisionCode: '3307' }));
    expect((await getVisit(as(scene.people.city), { id })).countyCode).toBeNull();
  });

  it('without an ask is closed at once', async () => {
    const { id } = await makeVisit(scene);
    await recordVisit(county(), { id, visitedOn: visitOn, asks: [] });
    expect(await visitOf(id)).toMatchObject({ state: 'closed', asks: [] });
  });

  it('is written down once, for a day that has come and is not long past', async () => {
    const { id } = await makeVisit(scene);
    const record = (day: Temporal.PlainDate, asks: string[] = twoAsks) =>
      recordVisit(county(), { id, visitedOn: day, asks });
    expect(await refusal(record(visitOn.add({ days: 1 })))).toEqual(refusedWith('visits.day_held'));
    expect(await refusal(record(visitOn.subtract({ months: 3 })))).toEqual(refusedWith('visits.day_held'));
    expect(await refusal(record(visitOn, ['打 13900001234 找我']))).toEqual(
      refusedWith('visits.personal_words'),
    );
    const both = await Promise.allSettled([record(visitOn), record(visitOn)]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await visitOf(id)).asks).toHaveLength(2);
  });

  it('moves to another day or is cancelled, with a reason that stays in the history', async () => {
    const { id } = await makeVisit(scene);
    const reason = '委员那天出差。';
    await rescheduleVisit(county(), { id, visitOn: visitOn.add({ days: 3 }), reason });
    expect((await visitOf(id)).visitOn).toEqual(visitOn.add({ days: 3 }));
    const past = visitOn.subtract({ days: 3 });
    expect(await refusal(rescheduleVisit(county(), { id, visitOn: past, reason }))).toEqual(
      refusedWith('visits.day'),
    );
    await cancelVisit(county(), { id, reason });
    expect((await visitOf(id)).history.at(-1)).toMatchObject({ move: 'cancel', reason });
    expect((await myVisits(chen(), {})).rows.map((row) => row.id)).not.toContain(id);
    const withPhone = '打 13900001234';
    for (const work of [
      () => cancelVisit(county(), { id, reason: withPhone }),
      () => rescheduleVisit(county(), { id, visitOn, reason: withPhone }),
    ])
      expect(await refusal(work())).toEqual(refusedWith('visits.personal_words'));
  });

  it('is there for the offices of its ground only, and is changed by its own committee only', async () => {
    const { id, askIds } = await makeVisit(scene, 'visited');
    const { host, otherCounty, clerk, auditor, city } = scene.people;
    for (const actor of [host, otherCounty, clerk, auditor, scene.chen.actor]) {
      expect(await refusal(getVisit(as(actor), { id }))).toEqual(refusedWith('visits.not_found'));
      const seen = await listVisits(as(actor), {});
      expect(seen.rows.filter((row) => row.id === id)).toEqual([]);
    }
    const row = (await listVisits(as(city), { state: 'visited' })).rows.find((one) => one.id === id);
    expect(row).toMatchObject({ asks: 2, openAsks: 2 });
    const fromAbove = answerAsk(as(city), { askId: askIds[0]!, answer });
    expect(await refusal(fromAbove)).toEqual(refusedWith('matters.not_yours'));
    const elsewhere = answerAsk(as(otherCounty), { askId: askIds[0]!, answer });
    expect(await refusal(elsewhere)).toEqual(refusedWith('visits.ask_not_found'));
  });

  it('comes page by page, the latest day first, each once', async () => {
    const own = await makeVisited(scene);
    const plan = (days: number) => visitInput(own.id, { visitOn: visitOn.add({ days }) });
    for (let days = 0; days < 22; days += 1) await planVisit(county(), plan(days));
    const found: string[] = [];
    let after: { on: string; id: string } | undefined;
    do {
      const page = await myVisits(as(own.actor), { after });
      found.push(...page.rows.map((row) => row.visitOn.toString()));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(found).toHaveLength(22);
    expect(found).toEqual(found.toSorted().toReversed());
    const first = await listVisits(county(), { state: 'planned' });
    expect(first.rows).toHaveLength(20);
  });
});

describe('the private note', () => {
  const secret = '暗记：委员身体不太好。';

  it('is read by the office of the committee, and neither by the member nor by anybody above or beside', async () => {
    const { id } = await makeVisit(scene, 'visited', { note: secret });
    expect(await readNote(as(scene.people.secondCounty), { id })).toMatchObject({
      written: { note: secret },
    });
    const { city, otherCounty, host, auditor } = scene.people;
    for (const actor of [city, otherCounty, host, auditor, scene.chen.actor])
      expect(await refusal(readNote(as(actor), { id }))).toEqual(refusedWith('visits.not_found'));
    expect(JSON.stringify((await myVisits(chen(), {})).rows)).not.toContain('暗记');
    expect(JSON.stringify(await visitOf(id))).not.toContain('暗记');
  });

  it('is kept by the database too from whoever asks it without a scope of that office', async () => {
    await makeVisit(scene, 'visited', { note: secret });
    const notes = (actor: Actor) =>
      transact(as(actor), (tx) => tx.select({ note: visitNotes.note }).from(visitNotes).limit(10));
    expect((await notes(scene.people.county)).length).toBeGreaterThan(0);
    const { city, otherCounty, host, auditor } = scene.people;
    for (const actor of [city, otherCounty, host, auditor, scene.chen.actor])
      expect(await notes(actor)).toEqual([]);
    const unscoped = await database.db.select({ note: visitNotes.note }).from(visitNotes).limit(10);
    expect(unscoped).toEqual([]);
  });

  it('never has its words, nor those of an ask or an answer, in the history', async () => {
    const { id, askIds } = await makeVisit(scene, 'visited', { note: secret });
    await writeNote(county(), { id, note: `${secret}再补一句。` });
    await answerAsk(county(), { askId: askIds[0]!, answer });
    const entries = await database.db
      .select({ move: journal.move, data: journal.data, reason: journal.reason })
      .from(journal)
      .where(sql`${journal.matterId} = ${id}`)
      .limit(50);
    expect(entries.filter(({ move }) => move === 'note')).toHaveLength(2);
    const written = JSON.stringify(entries);
    for (const words of ['暗记', ...twoAsks, answer]) expect(written).not.toContain(words);
    expect(await readNote(county(), { id })).toMatchObject({ written: { note: `${secret}再补一句。` } });
    expect(await refusal(writeNote(as(scene.people.city), { id, note: '我也写。' }))).toEqual(
      refusedWith('matters.not_yours'),
    );
  });
});
