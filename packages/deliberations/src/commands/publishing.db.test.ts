import { system, type Actor } from '@tongxin/core';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { residentOf, sceneOf } from '@tongxin/issues/testing';
import { withdrawIssue } from '@tongxin/issues/commands';
import { getChain, getMatter, listHistory } from '@tongxin/matters/queries';
import { makeTown } from '@tongxin/matters/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkRedaction, getSession, minutesDraft } from '../queries/index.ts';
import {
  afterSession,
  at,
  attendanceOf,
  hallSceneOf,
  lineInput,
  makeAccepted,
  makeHeld,
  makePublished,
  makeSession,
  makeTopic,
  minutesOf,
  type HallScene,
} from '../testing/index.ts';
import { holdSession, publishSession, saveMinutes } from './index.ts';

let database: TestDatabase;
let scene: HallScene;

beforeAll(async () => {
  database = await testDatabase();
  scene = await hallSceneOf(sceneOf(database, await makeTown(database)));
});
afterAll(() => database.close());

const as = (actor: Actor, now: Temporal.Instant = afterSession) => at(scene, actor, now);
const host = (now?: Temporal.Instant) => as(scene.people.host, now);
const anybody = () => as({ kind: 'anonymous' });
const matter = (id: string) => getMatter(as(system), id);
const lastOf = async (id: string) => (await listHistory(host(), id)).at(-1);
const publishing = (id: string, topicIds: readonly string[], over: object = {}) => ({
  id,
  lines: topicIds.map((topicId) => lineInput(scene, topicId)),
  withoutLine: [],
  confirmed: [],
  ...over,
});

describe('publishing a session', () => {
  it('makes minutes and lines public, hands each line to its unit, and puts every matter in hand', async () => {
    const session = await makeHeld(scene);
    const { lineIds } = await publishSession(host(), publishing(session.id, session.topicIds));
    const page = await getSession(anybody(), session.id);
    expect(page).toMatchObject({ state: 'published', word: 'handled' });
    expect(page.minutes).toMatchObject([
      { version: 1, changeReason: null, agreed: [{ text: expect.any(String) }] },
    ]);
    expect(page.lines).toMatchObject([
      {
        number: `${session.number}-01`,
        state: 'assigned',
        unitName: '婺城区建设局',
        judged: null,
        closingClass: null,
      },
    ]);
    const line = await matter(lineIds[0]!);
    expect(line).toMatchObject({
      kind: 'outcome_line',
      state: 'assigned',
      ownerRole: 'department_clerk',
      ownerUnitId: scene.town.department.id,
      chainId: (await matter(session.issueIds[0]!)).chainId,
    });
    // The last line's day and thirty days for checking, asking and striking off.
    expect(await matter(session.issueIds[0]!)).toMatchObject({ state: 'in_hand' });
    expect((await matter(session.issueIds[0]!)).dueAt?.toString()).toBe('2027-02-14T16:00:00Z');
    expect((await matter(session.topicIds[0]!)).state).toBe('concluded');
  });

  it('links everything both ways and writes who did it', async () => {
    const session = await makePublished(scene);
    for (const id of [session.issueIds[0]!, session.lineIds[0]!]) {
      const { matters, links } = await getChain(host(), id);
      expect(matters.map(({ kind }) => kind)).toEqual(['issue', 'topic', 'session', 'outcome_line']);
      expect(links.map(({ kind }) => kind).toSorted()).toEqual([
        'answers',
        'outcome_of',
        'taken_into',
        'talked_at',
      ]);
    }
    expect(await lastOf(session.id)).toMatchObject({ move: 'publish', role: 'host', data: { lines: 1 } });
    expect(await lastOf(session.lineIds[0]!)).toMatchObject({
      move: 'open',
      role: 'host',
      data: { sessionId: session.id, dueOn: '2027-01-15' },
    });
    expect(await lastOf(session.issueIds[0]!)).toMatchObject({
      move: 'agree',
      data: { sessionId: session.id },
    });
    expect(await lastOf(session.topicIds[0]!)).toMatchObject({ move: 'conclude' });
  });

  it('keeps the draft no longer than needed', async () => {
    const session = await makePublished(scene);
    expect(await minutesDraft(host(), session.id)).toBeNull();
  });

  it('gives a matter without a line back to the host, with the reason that its resident reads', async () => {
    const topic = await makeTopic(scene, { issueIds: await makeAccepted(scene, 2) });
    const [done, left] = topic.issueIds as [string, string];
    const session = await makeHeld(scene, { topicIds: [topic.id] });
    const lines = [lineInput(scene, topic.id, { issueIds: [done] })];
    const input = publishing(session.id, [], { lines });
    await expect(publishSession(host(), input)).rejects.toMatchObject({
      code: 'deliberations.issue_without_line',
      facts: { issueIds: [left] },
    });
    await publishSession(host(), {
      ...input,
      withoutLine: [{ issueId: left, reason: '产权属业主，先由业委会商量。' }],
    });
    expect([(await matter(done)).state, (await matter(left)).state]).toEqual(['in_hand', 'accepted']);
    expect(await lastOf(left)).toMatchObject({ move: 'leave_talks', reason: '产权属业主，先由业委会商量。' });
  });

  it('leaves a matter alone that its resident withdrew meanwhile', async () => {
    const topic = await makeTopic(scene, { issueIds: await makeAccepted(scene, 2) });
    const session = await makeHeld(scene, { topicIds: [topic.id] });
    await withdrawIssue(as(residentOf(topic.issueIds[1]!)), { key: crypto.randomUUID() });
    await publishSession(host(), publishing(session.id, [topic.id]));
    expect([(await matter(topic.issueIds[0]!)).state, (await matter(topic.issueIds[1]!)).state]).toEqual([
      'in_hand',
      'withdrawn',
    ]);
  });

  it('is due with the last of a matter’s lines', async () => {
    const session = await makePublished(scene, {
      lines: ([topicId]) => [
        lineInput(scene, topicId!, { dueOn: Temporal.PlainDate.from('2027-03-01') }),
        lineInput(scene, topicId!, {
          dueOn: Temporal.PlainDate.from('2027-01-01'),
          unitId: scene.town.otherDepartment.id,
        }),
      ],
    });
    expect(session.lineIds).toHaveLength(2);
    expect((await matter(session.issueIds[0]!)).dueAt?.toString()).toBe('2027-03-31T16:00:00Z');
  });

  it('is refused with personal words, all of them named, until each is confirmed', async () => {
    const session = await makeHeld(scene);
    await saveMinutes(host(), minutesOf(session.id, { summary: '王先生（13900000001）说灯不亮。' }));
    const lines = [lineInput(scene, session.topicIds[0]!, { measure: '3幢门口亮灯。' })];
    const input = publishing(session.id, [], { lines });
    const refused = await publishSession(host(), input).catch((error: unknown) => error);
    expect(refused).toMatchObject({
      code: 'deliberations.personal_words',
      facts: {
        findings: [
          { where: 'summary', kind: 'mobile' },
          { where: 'lines.0.measure', kind: 'house_number' },
        ],
      },
    });
    const { findings } = await checkRedaction(host(), { id: session.id, lines });
    expect(findings).toEqual((refused as { facts: { findings: unknown[] } }).facts.findings);
    await expect(publishSession(host(), { ...input, confirmed: [findings[0]!.key] })).rejects.toMatchObject({
      facts: { findings: [findings[1]] },
    });
    expect((await matter(session.id)).state).toBe('held');
    await publishSession(host(), { ...input, confirmed: findings.map(({ key }) => key) });
  });

  it.each<[string, string, (topicId: string, issueId: string) => object]>([
    [
      'about a topic of another session',
      'deliberations.topic_not_in_session',
      () => ({ lines: [lineInput(scene, crypto.randomUUID())] }),
    ],
    [
      'for a matter of another topic',
      'deliberations.issue_not_in_session',
      (topicId) => ({ lines: [lineInput(scene, topicId, { issueIds: [crypto.randomUUID()] })] }),
    ],
    [
      'with a reason for a matter that has a line',
      'deliberations.issue_not_in_session',
      (_topic, issueId) => ({ withoutLine: [{ issueId, reason: '无。' }] }),
    ],
    [
      'with a unit that handles nothing here',
      'deliberations.unit_cannot_handle',
      (topicId) => ({ lines: [lineInput(scene, topicId, { unitId: scene.town.township.id })] }),
    ],
    [
      'with a day that has passed',
      'deliberations.day_has_passed',
      (topicId) => ({ lines: [lineInput(scene, topicId, { dueOn: Temporal.PlainDate.from('2026-11-30') })] }),
    ],
  ])('is refused %s, and nothing is half done', async (_name, code, over) => {
    const session = await makeHeld(scene);
    const input = publishing(session.id, session.topicIds, over(session.topicIds[0]!, session.issueIds[0]!));
    await expect(publishSession(host(), input)).rejects.toMatchObject({ code });
    expect((await matter(session.id)).state).toBe('held');
    expect((await matter(session.issueIds[0]!)).state).toBe('in_talks');
    expect(await minutesDraft(host(), session.id)).not.toBeNull();
  });

  it('is refused without minutes, before the session was held, and to a neighbour', async () => {
    const held = await makeSession(scene);
    await holdSession(host(), await attendanceOf(scene, held.id));
    await expect(publishSession(host(), publishing(held.id, held.topicIds))).rejects.toMatchObject({
      code: 'deliberations.minutes_missing',
    });
    const coming = await makeSession(scene);
    await expect(publishSession(host(), publishing(coming.id, coming.topicIds))).rejects.toMatchObject({
      code: 'matters.not_now',
    });
    await expect(
      publishSession(as(scene.people.neighbour), publishing(held.id, held.topicIds)),
    ).rejects.toMatchObject({ code: 'matters.not_found' });
  });

  it('happens once when two hosts publish at once', async () => {
    const session = await makeHeld(scene);
    const tries = await Promise.allSettled([
      publishSession(host(), publishing(session.id, session.topicIds)),
      publishSession(as(scene.people.secondHost), publishing(session.id, session.topicIds)),
    ]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(tries.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'matters.not_now' },
    });
    expect((await getSession(anybody(), session.id)).lines).toHaveLength(1);
  });
});
