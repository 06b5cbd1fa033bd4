import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { residentOf, makeIssueIn, sceneOf } from '@tongxin/issues/testing';
import { withdrawIssue } from '@tongxin/issues/commands';
import { getChain, getMatter, listHistory } from '@tongxin/matters/queries';
import { makeTown } from '@tongxin/matters/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acceptedIssues, getTopic, listTopics } from '../queries/index.ts';
import { at, hallSceneOf, makeAccepted, makeSession, makeTopic, type HallScene } from '../testing/index.ts';
import { addIssues, createTopic, dropTopic, removeIssue } from './index.ts';

let database: TestDatabase;
let scene: HallScene;

beforeAll(async () => {
  database = await testDatabase();
  scene = await hallSceneOf(sceneOf(database, await makeTown(database)));
});
afterAll(() => database.close());

const host = () => at(scene, scene.people.host);
const stateOf = async (id: string) => (await getMatter(at(scene, { kind: 'system' }), id)).state;
const lastOf = async (id: string) => (await listHistory(host(), id)).at(-1);
const input = (issueIds: string[]) => ({
  issueIds,
  title: '路灯',
  summary: '议一议路灯。',
  source: 'resident' as const,
  confirmed: [],
});

describe('making a topic', () => {
  it('takes its matters into talks, inherits the first one’s chain and is linked with all, both ways', async () => {
    const issueIds = await makeAccepted(scene, 2);
    const topic = await makeTopic(scene, { issueIds });
    const chain = await getMatter(host(), issueIds[0]!);
    expect(await getMatter(host(), topic.id)).toMatchObject({
      kind: 'topic',
      state: 'collected',
      chainId: chain.chainId,
      ownerRole: 'host',
      number: topic.number,
    });
    for (const id of issueIds) {
      expect(await stateOf(id)).toBe('in_talks');
      const { matters } = await getChain(host(), id);
      expect(matters.map((matter) => matter.id)).toContain(topic.id);
    }
    const { matters } = await getChain(host(), topic.id);
    expect(matters.map(({ id }) => id)).toEqual(expect.arrayContaining(issueIds));
  });

  it('is due as its matters are, and each step is in the journal', async () => {
    const [issueId] = await makeAccepted(scene);
    const topic = await makeTopic(scene, { issueIds: [issueId!] });
    const { dueAt } = await getMatter(host(), topic.id);
    expect((await getMatter(host(), issueId!)).dueAt?.toString()).toBe(dueAt?.toString());
    expect(await lastOf(topic.id)).toMatchObject({
      move: 'open',
      role: 'host',
      data: { issues: 1, source: 'resident' },
    });
    expect(await lastOf(issueId!)).toMatchObject({
      move: 'take_into_talks',
      role: 'host',
      data: { topicId: topic.id },
    });
  });

  it('gives its number without gaps in the county’s year', async () => {
    const [first, second] = [await makeTopic(scene), await makeTopic(scene)];
    await expect(
      createTopic(host(), input([(await makeIssueIn(scene, 'received')).id])),
    ).rejects.toMatchObject({ code: 'matters.not_now' });
    const third = await makeTopic(scene);
    const place = (number: string) => Number(number.split('-').at(-1));
    expect([second, third].map(({ number }) => place(number))).toEqual([
      place(first.number) + 1,
      place(first.number) + 2,
    ]);
    expect(first.number).toMatch(/^T330702-2026-\d{4}$/);
  });

  it.each([
    ['that is not accepted yet', async () => (await makeIssueIn(scene, 'received')).id, 'matters.not_now'],
    ['that nobody told', async () => crypto.randomUUID(), 'matters.not_found'],
    [
      'that has no handling copy yet',
      async () => (await makeIssueIn(scene, 'accepted')).id,
      'issues.copy_missing',
    ],
  ])('is refused for a matter %s, and nothing is half done', async (_name, make, code) => {
    const [good] = await makeAccepted(scene);
    await expect(createTopic(host(), input([good!, await make()]))).rejects.toMatchObject({ code });
    expect(await stateOf(good!)).toBe('accepted');
  });

  it('is refused for matters of two townships', async () => {
    const [here] = await makeAccepted(scene);
    const there = (
      await makeIssueIn({ ...scene, people: { ...scene.people, host: scene.people.neighbour } }, 'accepted', {
        divisionCode: '330702002',
      })
    ).id;
    await expect(createTopic(at(scene, scene.people.county), input([here!, there]))).rejects.toMatchObject({
      code: 'deliberations.other_township',
    });
  });

  it('is not found to the host of another township, nor to a department', async () => {
    const [id] = await makeAccepted(scene);
    for (const actor of [scene.people.neighbour, scene.people.clerk, scene.people.otherCounty]) {
      await expect(createTopic(at(scene, actor), input([id!]))).rejects.toMatchObject({
        code: 'matters.not_found',
      });
    }
  });

  it('is refused with words that may tell who somebody is, until a person confirms them', async () => {
    const [id] = await makeAccepted(scene);
    const personal = { ...input([id!]), summary: '请联系 13900000001。' };
    const refused = await createTopic(host(), personal).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'deliberations.personal_words', kind: 'PRECONDITION_FAILED' });
    const { findings } = (refused as { facts: { findings: { key: string }[] } }).facts;
    await createTopic(host(), { ...personal, confirmed: findings.map(({ key }) => key) });
    expect(await stateOf(id!)).toBe('in_talks');
  });

  it('lets one of two hosts have a matter that both want', async () => {
    const [id] = await makeAccepted(scene);
    const tries = await Promise.allSettled([
      createTopic(host(), input([id!])),
      createTopic(at(scene, scene.people.secondHost), input([id!])),
    ]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(tries.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'matters.not_now' },
    });
  });
});

describe('changing a topic', () => {
  it('takes further matters in, also with a date, and they wait for that date', async () => {
    const session = await makeSession(scene);
    const [id] = await makeAccepted(scene);
    await addIssues(host(), { topicId: session.topicIds[0]!, issueIds: [id!] });
    const topic = await getMatter(host(), session.topicIds[0]!);
    expect(await getMatter(host(), id!)).toMatchObject({ state: 'in_talks' });
    expect((await getMatter(host(), id!)).dueAt?.toString()).toBe(topic.dueAt?.toString());
    expect(await lastOf(topic.id)).toMatchObject({ move: 'change', data: { added: 1 } });
  });

  it('lets a matter go with a reason that its resident reads, and ends the link without forgetting it', async () => {
    const issueIds = await makeAccepted(scene, 2);
    const topic = await makeTopic(scene, { issueIds });
    await removeIssue(host(), { topicId: topic.id, issueId: issueIds[0]!, reason: '这件事先单独交办。' });
    expect(await stateOf(issueIds[0]!)).toBe('accepted');
    expect(await lastOf(issueIds[0]!)).toMatchObject({ move: 'leave_talks', reason: '这件事先单独交办。' });
    const { matters } = await getChain(host(), topic.id);
    expect(matters.map(({ id }) => id)).not.toContain(issueIds[0]!);
  });

  it('refuses to let the last matter go, one that is elsewhere, and a reason that names somebody', async () => {
    const topic = await makeTopic(scene);
    const [elsewhere] = await makeAccepted(scene);
    const remove = (issueId: string, reason = '另行处理。') =>
      removeIssue(host(), { topicId: topic.id, issueId, reason });
    await expect(remove(topic.issueIds[0]!)).rejects.toMatchObject({ code: 'deliberations.last_issue' });
    await expect(remove(elsewhere!)).rejects.toMatchObject({ code: 'deliberations.not_in_topic' });
    const both = await makeTopic(scene, { issueIds: await makeAccepted(scene, 2) });
    await expect(
      removeIssue(host(), {
        topicId: both.id,
        issueId: both.issueIds[0]!,
        reason: '打 13900000001 问过了。',
      }),
    ).rejects.toMatchObject({ code: 'issues.personal_in_reason' });
    expect(await stateOf(both.issueIds[0]!)).toBe('in_talks');
  });

  it('keeps one matter when two hosts take out one each of the last two', async () => {
    const topic = await makeTopic(scene, { issueIds: await makeAccepted(scene, 2) });
    const [first, second] = topic.issueIds as [string, string];
    const tries = await Promise.allSettled([
      removeIssue(host(), { topicId: topic.id, issueId: first, reason: '另行处理。' }),
      removeIssue(at(scene, scene.people.secondHost), {
        topicId: topic.id,
        issueId: second,
        reason: '另行处理。',
      }),
    ]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(tries.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'deliberations.last_issue' },
    });
  });

  it('gives a topic up before it has a date: its matters are accepted again, except one that was withdrawn', async () => {
    const topic = await makeTopic(scene, { issueIds: await makeAccepted(scene, 2) });
    const [kept, gone] = topic.issueIds as [string, string];
    await withdrawIssue(at(scene, residentOf(gone)), { key: crypto.randomUUID() });
    await dropTopic(host(), { topicId: topic.id, reason: '已由社区自行解决。' });
    expect([await stateOf(topic.id), await stateOf(kept), await stateOf(gone)]).toEqual([
      'dropped',
      'accepted',
      'withdrawn',
    ]);
    expect(await lastOf(topic.id)).toMatchObject({ move: 'drop', reason: '已由社区自行解决。' });
  });

  it('refuses to give up a topic that has a date, or without a reason', async () => {
    const session = await makeSession(scene);
    await expect(
      dropTopic(host(), { topicId: session.topicIds[0]!, reason: '不议了。' }),
    ).rejects.toMatchObject({ code: 'matters.not_now' });
    const topic = await makeTopic(scene);
    await expect(dropTopic(host(), { topicId: topic.id, reason: ' ' })).rejects.toMatchObject({
      code: 'matters.reason_missing',
    });
  });
});

describe('who sees a topic', () => {
  it('its offices before it has a date, everybody from then on, and never the matters in it', async () => {
    const topic = await makeTopic(scene);
    const anonymous = at(scene, { kind: 'anonymous' });
    await expect(getTopic(anonymous, topic.id)).rejects.toMatchObject({ code: 'deliberations.not_found' });
    await expect(getTopic(at(scene, scene.people.neighbour), topic.id)).rejects.toMatchObject({
      code: 'deliberations.not_found',
    });
    expect((await getTopic(host(), topic.id)).desk?.issues.map(({ id }) => id)).toEqual(topic.issueIds);
    await makeSession(scene, {
      topicIds: [topic.id],
      startsAt: at(scene, { kind: 'system' }).now().add({ hours: 400 }),
      endsAt: at(scene, { kind: 'system' }).now().add({ hours: 401 }),
    });
    expect(await getTopic(anonymous, topic.id)).toMatchObject({ title: '桥头社区路灯修复', desk: null });
  });

  it('is listed to the offices of its ground only, with what each may do', async () => {
    const topic = await makeTopic(scene);
    const find = async (actor: Parameters<typeof at>[1]) =>
      (await listTopics(at(scene, actor), {})).rows.find(({ id }) => id === topic.id);
    expect(await find(scene.people.host)).toMatchObject({ issues: 1, may: { drop: { allowed: true } } });
    expect(await find(scene.people.city)).toMatchObject({
      may: { drop: { allowed: false, code: 'matters.not_yours' } },
    });
    const { neighbour, otherCounty, clerk, auditor } = scene.people;
    for (const actor of [neighbour, otherCounty, clerk, auditor]) expect(await find(actor)).toBeUndefined();
  });

  it('lists accepted matters to bundle to the host of the place, oldest first, and page by page', async () => {
    await makeAccepted(scene, 21);
    const first = await acceptedIssues(host(), { divisionCode: '330702001' });
    expect(first.rows).toHaveLength(20);
    const second = await acceptedIssues(host(), { divisionCode: '330702001', after: first.next! });
    const ids = [...first.rows, ...second.rows].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    await expect(
      acceptedIssues(at(scene, scene.people.clerk), { divisionCode: '330702001' }),
    ).rejects.toMatchObject({ code: 'matters.not_found' });
    expect(
      (await acceptedIssues(at(scene, scene.people.neighbour), { divisionCode: '330702001' })).rows,
    ).toEqual([]);
  });
});
