import { system, type Actor } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { saveHandlingCopy } from '@tongxin/issues/commands';
import { makeIssueIn, residentOf, type Scene } from '@tongxin/issues/testing';
import { contextOf, testNow } from '@tongxin/matters/testing';
import { makeMember } from '@tongxin/members/testing';
import { makePlatform } from '@tongxin/platforms/testing';
import {
  acceptLine,
  closeLine,
  contestLine,
  createTopic,
  holdSession,
  judgeLine,
  notAdopt,
  publishSession,
  reportDone,
  saveMinutes,
  scheduleSession,
  verifyLine,
} from '../commands/index.ts';
import { inviteesOf } from '../queries/session.ts';
import type {
  CreateTopic,
  HoldSession,
  NewLine,
  PublishSession,
  SaveMinutes,
  ScheduleSession,
} from '../rules/index.ts';

/** A scene with a hall of the first township and three members of the county. */
export type HallScene = Scene & {
  hallId: string;
  convenorId: string;
  memberId: string;
  otherMemberId: string;
};

export async function hallSceneOf(scene: Scene): Promise<HallScene> {
  return {
    ...scene,
    hallId: await makeHall(scene),
    convenorId: await makeConvenor(scene),
    memberId: await makeConvenor(scene),
    otherMemberId: await makeConvenor(scene),
  };
}

/** A further hall of the first township, with forty seats. */
export function makeHall({ database, town }: Scene): Promise<string> {
  return makePlatform(contextOf(database, system), {
    organisationId: town.township.id,
    townshipCode: '330702001',
  });
}

/** A further member of the county's committee. */
export function makeConvenor({ database, town }: Scene): Promise<string> {
  return makeMember(contextOf(database, system), { organisationId: town.county.id });
}

/** The actor's context at a moment: that of the tests when none is given. */
export function at(scene: Pick<Scene, 'database'>, actor: Actor, now: Temporal.Instant = testNow): Context {
  return contextOf(scene.database, actor, now);
}

/** This many days after the moment of the tests. */
export const inDays = (count: number): Temporal.Instant => testNow.add({ hours: 24 * count });
/** When the session of the tests begins: a Monday morning, ten days on. */
export const sessionStart = Temporal.Instant.from('2026-11-30T09:00:00+08:00');
/** A day on which it is over and is being written up. */
export const afterSession = Temporal.Instant.from('2026-11-30T17:00:00+08:00');

/** Matters that can be taken into a topic: accepted, with their handling copy written. */
export async function makeAccepted(scene: Scene, count = 1, now = testNow): Promise<string[]> {
  const ids: string[] = [];
  for (let made = 0; made < count; made += 1) {
    const { id } = await makeIssueIn(scene, 'accepted', {}, now);
    const copy = { id, title: '桥头社区路灯不亮', text: '社区入口一盏路灯不亮，请修复。', confirmed: false };
    await saveHandlingCopy(at(scene, scene.people.host, now), copy);
    ids.push(id);
  }
  return ids;
}

/** A topic about accepted matters, one of its own when none are given. */
export async function makeTopic(scene: Scene, over: Partial<CreateTopic> = {}, now = testNow) {
  const issueIds = over.issueIds ?? (await makeAccepted(scene));
  const topic = await createTopic(at(scene, scene.people.host, now), {
    title: '桥头社区路灯修复',
    summary: '社区入口的路灯多日不亮，老人夜里出门不便，议一议怎么修、谁来管。',
    source: 'resident',
    confirmed: [],
    ...over,
    issueIds,
  });
  return { ...topic, issueIds };
}

export function sessionInput(
  scene: HallScene,
  topicIds: readonly string[],
  over: Partial<ScheduleSession> = {},
): ScheduleSession {
  return {
    platformId: scene.hallId,
    topicIds: [...topicIds],
    startsAt: sessionStart,
    endsAt: sessionStart.add({ hours: 2 }),
    mode: 'onsite',
    convenorId: scene.convenorId,
    memberIds: [scene.memberId],
    organisationIds: [scene.town.department.id],
    residentSeats: 10,
    key: crypto.randomUUID(),
    ...over,
  };
}

/** A session on a topic of its own, or on the topics given; hall and people are its own too, so nothing is in its way. */
export async function makeSession(scene: HallScene, over: Partial<ScheduleSession> = {}, now = testNow) {
  const made = over.topicIds === undefined ? await makeTopic(scene, {}, now) : undefined;
  const topicIds = over.topicIds ?? [made!.id];
  const own = {
    platformId: await makeHall(scene),
    convenorId: await makeConvenor(scene),
    memberIds: [await makeConvenor(scene)],
  };
  const input = sessionInput(scene, topicIds, { ...own, ...over });
  const session = await scheduleSession(at(scene, scene.people.host, now), input);
  return { ...session, topicIds, issueIds: made?.issueIds ?? [] };
}

/** Everybody invited came, and seven residents. */
export async function attendanceOf(scene: Scene, sessionId: string): Promise<HoldSession> {
  const invited = await inviteesOf(at(scene, system), sessionId);
  const attendance = invited.map(({ id }) => ({ inviteeId: id, attended: 'yes' as const }));
  return { id: sessionId, attendance, residentsPresent: 7, tickets: [], fixedSeatsFilled: [] };
}

export function minutesOf(sessionId: string, over: Partial<SaveMinutes> = {}): SaveMinutes {
  return {
    id: sessionId,
    agreed: [{ text: '入口路灯由建设局更换，社区负责日常巡查。' }],
    notAgreed: [{ text: '是否加装监控，意见不一致，另行征求意见。' }],
    summary: '居民、委员和承办单位一起看了现场，说清了原因和办法。',
    ...over,
  };
}

/** A session that was held and has minutes, on the day it took place. */
export async function makeHeld(scene: HallScene, over: Partial<ScheduleSession> = {}, now = afterSession) {
  const session = await makeSession(scene, over);
  const host = at(scene, scene.people.host, now);
  await holdSession(host, await attendanceOf(scene, session.id));
  await saveMinutes(host, minutesOf(session.id));
  return session;
}

export function lineInput(scene: Scene, topicId: string, over: Partial<NewLine> = {}): NewLine {
  return {
    topicId,
    suggestion: '更换社区入口三盏路灯，并接入统一管护。',
    kind: 'project',
    unitId: scene.town.department.id,
    dueOn: Temporal.PlainDate.from('2027-01-15'),
    measure: '三盏灯连续一周每晚正常亮灯。',
    ...over,
  };
}

/** A published session with one line for its topic, or with the lines given. */
export async function makePublished(
  scene: HallScene,
  {
    session: over = {},
    lines,
    ...rest
  }: Partial<Omit<PublishSession, 'lines'>> & {
    session?: Partial<ScheduleSession>;
    lines?: (topicIds: readonly string[], issueIds: readonly string[]) => NewLine[];
  } = {},
) {
  const session = await makeHeld(scene, over);
  const planned =
    lines?.(session.topicIds, session.issueIds) ?? session.topicIds.map((id) => lineInput(scene, id));
  const { lineIds } = await publishSession(at(scene, scene.people.host, afterSession), {
    withoutLine: [],
    confirmed: [],
    ...rest,
    id: session.id,
    lines: planned,
  });
  return { ...session, lineIds };
}

type LineStep = 'accept' | 'report' | 'verify' | 'judge' | 'close';
const stepsTo = {
  assigned: [],
  in_progress: ['accept'],
  reported_done: ['accept', 'report'],
  asking: ['accept', 'report', 'verify'],
  judged: ['accept', 'report', 'verify', 'judge'],
  closed: ['accept', 'report', 'verify', 'judge', 'close'],
} as const satisfies Record<string, readonly LineStep[]>;

/** Takes a line of these residents' matters one step on, each step by the person whose it is; all are content. */
export async function takeLine(
  scene: Scene,
  step: LineStep,
  { lineId, issueIds }: { lineId: string; issueIds: readonly string[] },
  now = afterSession,
): Promise<void> {
  const { people } = scene;
  const as = (actor: Actor) => at(scene, actor, now);
  const steps: Record<LineStep, () => Promise<unknown>> = {
    accept: () =>
      acceptLine(as(people.clerk), { id: lineId, planDue: Temporal.PlainDate.from('2027-01-10') }),
    report: () => reportDone(as(people.clerk), reportInput(lineId)),
    verify: () => verifyLine(as(people.secondHost), { id: lineId, publicPhotoIds: [] }),
    judge: async () => {
      for (const id of issueIds) await judgeLine(as(residentOf(id)), wordOn(lineId));
    },
    close: () => closeLine(as(people.county), { id: lineId }),
  };
  await steps[step]();
}

export const reportInput = (id: string) => ({
  id,
  class: 'solved' as const,
  text: '三盏路灯已更换，试亮一周正常。',
  photoIds: [],
  confirmed: [],
});

export const wordOn = (lineId: string, over: Partial<Parameters<typeof judgeLine>[1]> = {}) => ({
  lineId,
  key: crypto.randomUUID() as string,
  solved: 'yes' as const,
  stars: 5,
  ...over,
});

/** A line in this state, with its session and the residents' matter that it answers. */
export async function makeLineIn(
  scene: HallScene,
  state: keyof typeof stepsTo,
  over: { issues?: number } = {},
) {
  const issueIds = await makeAccepted(scene, over.issues ?? 1);
  const topic = await makeTopic(scene, { issueIds });
  const session = await makePublished(scene, { session: { topicIds: [topic.id] } });
  const lineId = session.lineIds[0]!;
  for (const step of stepsTo[state]) await takeLine(scene, step, { lineId, issueIds });
  return { lineId, issueIds, topicId: topic.id, sessionId: session.id };
}

/** A line that its unit contested, or that was then not adopted. */
export async function makeContested(scene: HallScene, { notAdopted = false } = {}) {
  const made = await makeLineIn(scene, 'assigned');
  await contestLine(at(scene, scene.people.clerk, afterSession), {
    id: made.lineId,
    reason: '这段路由社区自己管护。',
  });
  if (notAdopted) {
    await notAdopt(at(scene, scene.people.county, afterSession), {
      id: made.lineId,
      reason: '路灯属小区业主共有，按规定由业主决定。',
    });
  }
  return made;
}
