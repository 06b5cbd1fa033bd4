import { system, type Actor } from '@tongxin/core';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { listBookings } from '@tongxin/events/queries';
import { makeIssueIn, sceneOf } from '@tongxin/issues/testing';
import { getChain, getMatter, listHistory } from '@tongxin/matters/queries';
import { makeTown } from '@tongxin/matters/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getSession } from '../queries/index.ts';
import {
  at,
  hallSceneOf,
  inDays,
  makeConvenor,
  makeHall,
  makeSession,
  makeTopic,
  sessionInput,
  sessionStart,
  type HallScene,
} from '../testing/index.ts';
import { scheduleSession } from './index.ts';
import type { InTheWay } from './taken.ts';

let database: TestDatabase;
let scene: HallScene;

beforeAll(async () => {
  database = await testDatabase({ connections: 25 });
  scene = await hallSceneOf(sceneOf(database, await makeTown(database)));
});
afterAll(() => database.close());

const as = (actor: Actor, now?: Temporal.Instant) => at(scene, actor, now);
const host = () => as(scene.people.host);
const anybody = () => as({ kind: 'anonymous' });
const matter = (id: string) => getMatter(as(system), id);
const lastOf = async (id: string) => (await listHistory(host(), id)).at(-1);
const booked = (id: string, kind: 'platform' | 'member', from = sessionStart) =>
  listBookings(host(), { kind, id }, { start: from.subtract({ hours: 1 }), end: from.add({ hours: 48 }) });

describe('scheduling a session', () => {
  it('announces it, takes hall, convenor and members, and gives topic and matters its date', async () => {
    const topic = await makeTopic(scene);
    const own = {
      platformId: await makeHall(scene),
      convenorId: await makeConvenor(scene),
      memberIds: [await makeConvenor(scene)],
    };
    const session = await scheduleSession(host(), sessionInput(scene, [topic.id], own));
    expect(session.number).toMatch(/^330702-2026-\d{4}$/);
    expect(await matter(session.id)).toMatchObject({ kind: 'session', state: 'noticed', ownerRole: 'host' });
    expect(await matter(topic.id)).toMatchObject({ state: 'scheduled' });
    const [day, issue] = [await matter(topic.id), await matter(topic.issueIds[0]!)];
    expect(issue.dueAt?.toString()).toBe(day.dueAt?.toString());
    expect(await booked(own.platformId, 'platform')).toHaveLength(1);
    for (const id of [own.convenorId, ...own.memberIds]) expect(await booked(id, 'member')).toHaveLength(1);
    const notice = await getSession(anybody(), session.id);
    expect(notice).toMatchObject({
      title: '桥头社区路灯修复',
      seatsLeft: 10,
      seatsOpen: true,
      state: 'noticed',
    });
    expect(notice.invited.map(({ kind }) => kind)).toEqual(['member', 'member', 'organisation']);
  });

  it('keeps the chain, links topic and session both ways, and writes who did it', async () => {
    const session = await makeSession(scene);
    const chain = (await matter(session.issueIds[0]!)).chainId;
    expect((await matter(session.id)).chainId).toBe(chain);
    for (const id of [session.issueIds[0]!, session.id]) {
      const { matters } = await getChain(host(), id);
      expect(matters.map((one) => one.kind)).toEqual(['issue', 'topic', 'session']);
    }
    expect(await lastOf(session.id)).toMatchObject({
      move: 'open',
      role: 'host',
      unitName: '城东街道联络组',
    });
    expect(await lastOf(session.topicIds[0]!)).toMatchObject({
      move: 'schedule',
      data: { sessionId: session.id },
    });
    expect(await lastOf(session.issueIds[0]!)).toMatchObject({
      move: 'date_follows',
      data: { sessionId: session.id },
    });
  });

  it('says when people get less than five working days’ notice, and goes on', async () => {
    expect(await makeSession(scene)).toMatchObject({ workingDaysAhead: 5, shortNotice: false });
    const soon = { startsAt: inDays(3), endsAt: inDays(3).add({ hours: 1 }) };
    expect(await makeSession(scene, soon)).toMatchObject({ shortNotice: true });
  });

  it('schedules once, however often the same form is sent', async () => {
    const topic = await makeTopic(scene);
    const own = { platformId: await makeHall(scene), convenorId: await makeConvenor(scene), memberIds: [] };
    const input = sessionInput(scene, [topic.id], own);
    const sent = await Promise.all([
      scheduleSession(host(), input),
      scheduleSession(host(), input),
      scheduleSession(host(), input),
    ]);
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
    const other = {
      ...input,
      startsAt: input.startsAt.add({ hours: 1 }),
      endsAt: input.endsAt.add({ hours: 1 }),
    };
    await expect(scheduleSession(host(), other)).rejects.toMatchObject({ code: 'idempotency.other_content' });
  });

  it('names the session in the way of the hall, and the next free times', async () => {
    const first = await makeSession(scene, { platformId: scene.hallId });
    const topic = await makeTopic(scene);
    const input = sessionInput(scene, [topic.id], {
      convenorId: scene.otherMemberId,
      memberIds: [],
      startsAt: sessionStart.add({ hours: 1 }),
      endsAt: sessionStart.add({ hours: 3 }),
    });
    const refused = await scheduleSession(host(), input).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'deliberations.taken', kind: 'CONFLICT' });
    const { conflicts, free } = (
      refused as { facts: { conflicts: InTheWay[]; free: { start: string; end: string }[] } }
    ).facts;
    expect(conflicts).toEqual([
      {
        sessionId: first.id,
        number: first.number,
        title: '桥头社区路灯修复',
        hall: '民生议事堂',
        takes: 'platform',
        memberName: null,
        startsAt: sessionStart.toString(),
        endsAt: sessionStart.add({ hours: 2 }).toString(),
      },
    ]);
    expect(free[0]).toEqual({
      start: sessionStart.add({ hours: 2 }).toString(),
      end: sessionStart.add({ hours: 4 }).toString(),
    });
    expect((await matter(topic.id)).state).toBe('collected');
    // Nothing was half done, and the number went back: the next session has it.
    const again = await scheduleSession(host(), {
      ...input,
      key: crypto.randomUUID(),
      startsAt: sessionStart.add({ hours: 2 }),
      endsAt: sessionStart.add({ hours: 4 }),
    });
    const place = (number: string) => Number(number.split('-').at(-1));
    expect(place(again.number)).toBe(place(first.number) + 1);
  });

  it('names the person who is elsewhere, whichever hall they are wanted in', async () => {
    const busy = await makeConvenor(scene);
    await makeSession(scene, { convenorId: busy });
    const refused = await makeSession(scene, { memberIds: [busy] }).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'deliberations.taken' });
    const { conflicts } = (refused as { facts: { conflicts: InTheWay[] } }).facts;
    expect(conflicts).toMatchObject([{ takes: 'member', memberName: expect.stringMatching(/^委员/) }]);
  });

  it.each<
    [string, string, (topicId: string) => Promise<Partial<Parameters<typeof sessionInput>[2] & object>>]
  >([
    [
      'in a time that has passed',
      'deliberations.in_the_past',
      async () => ({ startsAt: inDays(-1), endsAt: inDays(-1).add({ hours: 1 }) }),
    ],
    [
      'more than a year ahead',
      'deliberations.in_the_past',
      async () => ({ startsAt: inDays(367), endsAt: inDays(367).add({ hours: 1 }) }),
    ],
    [
      'with more seats than the hall has',
      'deliberations.too_many_seats',
      async () => ({ residentSeats: 41 }),
    ],
    [
      'with a member who is not on the list',
      'deliberations.member_unknown',
      async () => ({ memberIds: [crypto.randomUUID()] }),
    ],
    [
      'with a unit that is not on the list',
      'deliberations.unit_unknown',
      async () => ({ organisationIds: [crypto.randomUUID()] }),
    ],
    [
      'in a hall that does not exist',
      'deliberations.hall_not_yours',
      async () => ({ platformId: crypto.randomUUID() }),
    ],
    [
      'about a topic that does not exist',
      'matters.not_found',
      async (id) => ({ topicIds: [id, crypto.randomUUID()] }),
    ],
    [
      'about a matter instead of a topic',
      'matters.not_found',
      async () => ({ topicIds: [(await makeIssueIn(scene, 'accepted')).id] }),
    ],
  ])('is refused %s', async (_name, code, change) => {
    const topic = await makeTopic(scene);
    await expect(
      makeSession(scene, { topicIds: [topic.id], ...(await change(topic.id)) }),
    ).rejects.toMatchObject({ code });
    expect((await matter(topic.id)).state).toBe('collected');
  });

  it('is refused for a topic that has a date already', async () => {
    const session = await makeSession(scene);
    await expect(makeSession(scene, { topicIds: session.topicIds })).rejects.toMatchObject({
      code: 'deliberations.topic_not_free',
      facts: { topicIds: session.topicIds },
    });
  });

  it('is refused to whoever does not host this hall', async () => {
    const topic = await makeTopic(scene);
    for (const actor of [
      scene.people.neighbour,
      scene.people.otherCounty,
      scene.people.clerk,
      scene.people.city,
    ]) {
      await expect(scheduleSession(as(actor), sessionInput(scene, [topic.id]))).rejects.toMatchObject({
        code: 'deliberations.hall_not_yours',
      });
    }
  });

  it('never gives a hall twice to hosts who ask at once; each loser hears which session is in the way', async () => {
    const hallId = await makeHall(scene);
    const tries = await Promise.all(
      Array.from({ length: 8 }, async (_, at8) => {
        const topic = await makeTopic(scene);
        const actor = at8 % 2 === 0 ? scene.people.host : scene.people.secondHost;
        return {
          actor,
          input: sessionInput(scene, [topic.id], {
            platformId: hallId,
            convenorId: await makeConvenor(scene),
            memberIds: [],
          }),
        };
      }),
    );
    const results = await Promise.allSettled(
      tries.map(({ actor, input }) => scheduleSession(as(actor), input)),
    );
    const won = results.filter((one) => one.status === 'fulfilled');
    expect(won).toHaveLength(1);
    for (const one of results) {
      if (one.status === 'fulfilled') continue;
      expect(one.reason).toMatchObject({
        code: 'deliberations.taken',
        facts: { conflicts: [{ number: won[0]!.value.number, takes: 'platform' }] },
      });
    }
    expect(await booked(hallId, 'platform')).toHaveLength(1);
  });

  it('never schedules one topic twice when two hosts take it at once', async () => {
    const topic = await makeTopic(scene);
    const tries = await Promise.allSettled([
      makeSession(scene, { topicIds: [topic.id] }),
      makeSession(
        { ...scene, people: { ...scene.people, host: scene.people.secondHost } },
        { topicIds: [topic.id] },
      ),
    ]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(tries.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'deliberations.topic_not_free' },
    });
  });
});
