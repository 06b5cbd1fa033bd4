import { type Actor } from '@tongxin/core';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { makeIssue } from '@tongxin/issues/testing';
import { listOpenItems } from '@tongxin/matters/queries';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getRequest, listCandidates, myRequests } from '../queries/index.ts';
import {
  at,
  expertSceneOf,
  makeExpert,
  makeExpertTeam,
  makeRequest,
  requestInput,
  wishedOn,
  type ExpertScene,
} from '../testing.ts';
import {
  acceptRequest,
  adviseOn,
  declineRequest,
  endTeam,
  matchExpert,
  refuseRequest,
  removeExpert,
  requestExpert,
  rescheduleVisit,
  tellUse,
  thankExpert,
  withdrawRequest,
} from './index.ts';

let database: TestDatabase;
let scene: ExpertScene;
beforeAll(async () => {
  database = await testDatabase();
  scene = await expertSceneOf(database);
});
afterAll(() => database.close());

const as = (actor: Actor) => at(scene, actor);
const host = () => as(scene.people.host);
const county = () => as(scene.people.county);
const chen = () => as(scene.chen.actor);
const requestOf = (id: string) => getRequest(county(), { id });
const reason = '那几天在外地。';
const refusedWith = (code: string) => expect.objectContaining({ code }) as unknown;
const refusal = async (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => error,
  );

/** The units that were promised a notice about this matter. */
async function toldUnits(matterId: string): Promise<unknown[]> {
  const { rows } = await database.pool.query<{ unitId: string }>(
    `select payload ->> 'unitId' as "unitId" from outbox
      where task = 'notice' and payload ->> 'matterId' = $1 order by id`,
    [matterId],
  );
  return rows.map(({ unitId }) => unitId);
}

describe('a hall that asks for an expert', () => {
  it('follows the answer from the asking to the thanks, with one owner and one date at each step', async () => {
    const { id, number } = await requestExpert(host(), requestInput());
    expect(number).toMatch(/^X330702001-2026-\d{4}$/);
    expect(await toldUnits(id)).toEqual([scene.town.county.id]);
    await matchExpert(county(), { id, personId: scene.chen.personId });
    await acceptRequest(chen(), { id, visitOn: wishedOn });
    // The day and five working days.
    expect((await requestOf(id)).dueAt?.toString()).toBe('2026-12-09T16:00:00Z');
    await adviseOn(chen(), { id, advice: '先测土，再按缺什么补什么。', photoIds: [] });
    await tellUse(host(), { id, used: 'partly', words: '测了土，补了硼。' });
    await thankExpert(host(), { id, words: '谢谢您专程来一趟。' });
    const request = await getRequest(host(), { id });
    expect(request).toMatchObject({
      state: 'thanked',
      visitOn: wishedOn,
      advice: '先测土，再按缺什么补什么。',
      used: 'partly',
      useWords: '测了土，补了硼。',
      thanks: '谢谢您专程来一趟。',
      dueAt: null,
    });
    expect(request.history.map(({ move }) => move)).toEqual([
      'open',
      'match',
      'accept',
      'advise',
      'tell_use',
      'thank',
    ]);
    // Words of the advice are in the request and nowhere else.
    expect(JSON.stringify(request.history)).not.toContain('测土');
    expect(await toldUnits(id)).toEqual([
      scene.town.county.id,
      scene.town.township.id,
      scene.town.township.id,
    ]);
  });

  it('sees it among what waits for it, and the office sees what waits for the office', async () => {
    const id = await makeRequest(scene, 'requested');
    const waiting = async (actor: Actor) =>
      (await listOpenItems(as(actor), { kind: 'expert_request' })).rows.map((row) => row.id);
    expect(await waiting(scene.people.county)).toContain(id);
    expect(await waiting(scene.people.host)).not.toContain(id);
    const advised = await makeRequest(scene, 'advised');
    expect(await waiting(scene.people.host)).toContain(advised);
  });

  it('asks once when it is sent twice, and is refused other words under the same key', async () => {
    const input = requestInput();
    const [one, two] = await Promise.all([requestExpert(host(), input), requestExpert(host(), input)]);
    expect(one).toEqual(two);
    expect(await refusal(requestExpert(host(), { ...input, field: '医疗' }))).toEqual(
      refusedWith('idempotency.other_content'),
    );
  });

  it('asks about a matter that it knows of, and the two are linked', async () => {
    const { id: aboutId } = await makeIssue(scene);
    const { id } = await requestExpert(host(), requestInput({ aboutId }));
    expect((await requestOf(id)).about).toMatchObject({ id: aboutId, kind: 'issue' });
    const other = requestInput({ aboutId, divisionCode: '330702002' });
    expect(await refusal(requestExpert(as(scene.people.neighbour), other))).toEqual(
      refusedWith('experts.about_unknown'),
    );
  });

  it.each([
    ['another place', { divisionCode: '330702002' }, 'experts.not_yours'],
    ['the whole county', { divisionCode: '330702' }, 'experts.not_yours'],
    ['a body elsewhere', { organisationId: '' }, 'experts.not_yours'],
    ['a day that has passed', { wishedOn: Temporal.PlainDate.from('2026-11-20') }, 'experts.visit_day'],
    ['a telephone in the words', { purpose: '请打 13900001234 找他。' }, 'experts.personal_words'],
  ])('is refused %s', async (_what, over, code) => {
    const input = 'organisationId' in over ? { organisationId: scene.town.county.id } : over;
    expect(await refusal(requestExpert(host(), requestInput(input)))).toEqual(refusedWith(code));
  });

  it('takes it back with a reason until there is advice', async () => {
    const id = await makeRequest(scene, 'accepted');
    await withdrawRequest(host(), { id, reason: '问题已经解决。' });
    expect(await requestOf(id)).toMatchObject({ state: 'withdrawn', dueAt: null });
    const late = await makeRequest(scene, 'advised');
    expect(await refusal(withdrawRequest(host(), { id: late, reason }))).toEqual(
      refusedWith('matters.not_now'),
    );
  });
});

describe('the office that looks for an expert', () => {
  it('may say with a reason that nobody can be found', async () => {
    const id = await makeRequest(scene, 'matched');
    await refuseRequest(county(), { id, reason: '本县没有这方面的专家。' });
    expect((await requestOf(id)).history.at(-1)).toMatchObject({
      move: 'refuse',
      reason: '本县没有这方面的专家。',
    });
    const host_ = await makeRequest(scene, 'requested');
    expect(await refusal(refuseRequest(host(), { id: host_, reason }))).toEqual(
      refusedWith('matters.not_yours'),
    );
  });

  it('writes down what somebody from outside said, who has no account', async () => {
    const id = await makeRequest(scene, 'accepted', { personId: scene.outsideId });
    await adviseOn(host(), { id, advice: '土太酸，要调。', photoIds: [] });
    expect(await requestOf(id)).toMatchObject({ state: 'advised', expert: '林研究员', memberId: null });
  });

  it('is refused somebody who has left, whose team has ended, or whose team works elsewhere', async () => {
    const id = await makeRequest(scene, 'requested');
    const gone = await makeExpert(scene, scene.teamId);
    await removeExpert(county(), { personId: gone.personId });
    const ended = await makeExpertTeam(scene);
    const there = await makeExpert(scene, ended);
    await endTeam(county(), { teamId: ended });
    const elsewhere = await makeExpert(scene, await makeExpertTeam(scene, '330703'));
    const nobody = { personId: crypto.randomUUID() };
    for (const { personId } of [gone, there, elsewhere, nobody]) {
      expect(await refusal(matchExpert(county(), { id, personId }))).toEqual(
        refusedWith('experts.person_unknown'),
      );
    }
    expect((await requestOf(id)).state).toBe('requested');
    const offered = (await listCandidates(county(), { id })).map((person) => person.id);
    expect(offered).toContain(scene.chen.personId);
    for (const { personId } of [gone, there, elsewhere]) expect(offered).not.toContain(personId);
    // The city's teams work for every county.
    const ofCity = await makeExpert(scene, await makeExpertTeam(scene, '3307'));
    await matchExpert(county(), { id, personId: ofCity.personId });
  });

  it('matches once when two do it at the same time', async () => {
    const id = await makeRequest(scene, 'requested');
    const both = await Promise.allSettled(
      [scene.chen.personId, scene.outsideId].map((personId) => matchExpert(county(), { id, personId })),
    );
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await requestOf(id)).history.filter(({ move }) => move === 'match')).toHaveLength(1);
  });
});

describe('the expert', () => {
  it('declines with a reason, also after a yes, and the office looks again and hears of it', async () => {
    for (const state of ['matched', 'accepted'] as const) {
      const id = await makeRequest(scene, state);
      await declineRequest(chen(), { id, reason });
      const request = await requestOf(id);
      expect(request).toMatchObject({ state: 'requested', expert: null, memberId: null, visitOn: null });
      expect(request.history.at(-1)).toMatchObject({ move: 'decline', reason });
      expect((await toldUnits(id)).at(-1)).toBe(scene.town.county.id);
      expect((await myRequests(chen(), { open: true })).rows.map((row) => row.id)).not.toContain(id);
      // What was theirs a moment ago is no longer.
      expect(await refusal(acceptRequest(chen(), { id, visitOn: wishedOn }))).toEqual(
        refusedWith('matters.not_found'),
      );
    }
  });

  it('comes on another day with a reason', async () => {
    const id = await makeRequest(scene, 'accepted');
    await rescheduleVisit(chen(), { id, visitOn: wishedOn.add({ days: 7 }), reason });
    expect((await requestOf(id)).visitOn).toEqual(wishedOn.add({ days: 7 }));
    const past = Temporal.PlainDate.from('2026-11-01');
    expect(await refusal(rescheduleVisit(chen(), { id, visitOn: past, reason }))).toEqual(
      refusedWith('experts.visit_day'),
    );
  });

  it('either accepts or declines, not both', async () => {
    const id = await makeRequest(scene, 'matched');
    const [yes, no] = await Promise.allSettled([
      acceptRequest(chen(), { id, visitOn: wishedOn }),
      withdrawRequest(host(), { id, reason }),
    ]);
    const state = (await requestOf(id)).state;
    // A yes may come before the withdrawal; after it there is nothing to say yes to.
    expect(no.status).toBe('fulfilled');
    expect(state).toBe('withdrawn');
    expect(['fulfilled', 'rejected']).toContain(yes.status);
    expect(await refusal(acceptRequest(chen(), { id, visitOn: wishedOn }))).toEqual(
      refusedWith('matters.not_now'),
    );
  });

  it('writes no telephone into advice or reason', async () => {
    const id = await makeRequest(scene, 'accepted');
    const words = '联系 13900001234。';
    expect(await refusal(adviseOn(chen(), { id, advice: words, photoIds: [] }))).toEqual(
      refusedWith('experts.personal_words'),
    );
    expect(await refusal(declineRequest(chen(), { id, reason: words }))).toEqual(
      refusedWith('experts.personal_words'),
    );
  });

  it('does nothing about what another expert is asked, nor what is the asking hall’s to say', async () => {
    const id = await makeRequest(scene, 'accepted');
    const li = await makeExpert(scene, scene.teamId);
    expect(await refusal(adviseOn(as(li.actor), { id, advice: '我来说。', photoIds: [] }))).toEqual(
      refusedWith('matters.not_found'),
    );
    const advised = await makeRequest(scene, 'advised');
    expect(await refusal(tellUse(chen(), { id: advised, used: 'yes' }))).toEqual(
      refusedWith('matters.not_found'),
    );
  });
});
