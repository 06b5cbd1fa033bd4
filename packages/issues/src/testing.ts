import { newId, system, type AccountActor, type Actor, type Role } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import type { TestDatabase } from '@tongxin/db/testing';
import { advance } from '@tongxin/matters/commands';
import { contextOf, testNow, type Town } from '@tongxin/matters/testing';
import {
  acceptIssue,
  askResident,
  askReview,
  closeIssue,
  declineIssue,
  divertIssue,
  handleAsAgreed,
  judgeIssue,
  mergeIssue,
  replyToIssue,
  routeIssue,
  saveHandlingCopy,
  submitIssue,
  takeIntoTalks,
  takeIssue,
  verifyReply,
  withdrawIssue,
  type Submitted,
} from './commands/index.ts';
import { issueWorkflow, type IssueState, type SubmitIssue } from './rules/index.ts';

type Held = { divisionCode?: string; organisationId?: string };

/** Somebody who has signed in and holds one role over one division or one organisation. */
export function accountOf(role: Role, { divisionCode, organisationId }: Held): AccountActor {
  return {
    kind: 'account',
    accountId: newId<'account'>(),
    name: '演示',
    grants: [
      { role, divisionCode: divisionCode ?? null, organisationId: organisationId ?? null, matterId: null },
    ],
  };
}

/**
 * The people of the small town, each another person: two hosts of its first township, three of the county office, a
 * clerk in each department, and those who must see nothing.
 */
export function makePeople(town: Town) {
  return {
    host: accountOf('host', { divisionCode: '330702001' }),
    secondHost: accountOf('host', { divisionCode: '330702001' }),
    neighbour: accountOf('host', { divisionCode: '330702002' }),
    county: accountOf('county_office', { divisionCode: '330702' }),
    secondCounty: accountOf('county_office', { divisionCode: '330702' }),
    thirdCounty: accountOf('county_office', { divisionCode: '330702' }),
    otherCounty: accountOf('county_office', { divisionCode: '330703' }),
    city: accountOf('city_office', { divisionCode: '3307' }),
    auditor: accountOf('auditor', { divisionCode: '3307' }),
    clerk: accountOf('department_clerk', { organisationId: town.department.id }),
    otherClerk: accountOf('department_clerk', { organisationId: town.otherDepartment.id }),
  };
}

export type People = ReturnType<typeof makePeople>;
export type Scene = { database: TestDatabase; town: Town; people: People };

export function sceneOf(database: TestDatabase, town: Town): Scene {
  return { database, town, people: makePeople(town) };
}

/** What a resident of the first village tells when the test says nothing else. */
export function issueInput(over: Partial<SubmitIssue> = {}): SubmitIssue {
  return {
    key: crypto.randomUUID(),
    divisionCode: '330702001001',
    words: '村口的路灯坏了一个星期，晚上老人出门看不清路。',
    photoIds: [],
    contact: {},
    channel: 'web',
    ...over,
  };
}

export const residentOf = (matterId: string): Actor => ({ kind: 'resident', matterId });

/** An issue that was just told. */
export async function makeIssue(
  { database }: Pick<Scene, 'database'>,
  over: Partial<SubmitIssue> = {},
  now = testNow,
): Promise<Submitted> {
  return submitIssue(contextOf(database, { kind: 'anonymous' }, now), issueInput(over));
}

export type Step =
  | 'accept'
  | 'ask'
  | 'park'
  | 'talk'
  | 'agree'
  | 'copy'
  | 'route'
  | 'take'
  | 'reply'
  | 'verify'
  | 'judge'
  | 'close'
  | 'decline'
  | 'review'
  | 'divert'
  | 'withdraw'
  | 'merge';

/** The steps that lead to a state, made through the same commands that people use. */
const ways: Readonly<Record<IssueState, readonly Step[]>> = {
  received: [],
  needs_info: ['ask'],
  parked: ['ask', 'park'],
  accepted: ['accept'],
  in_talks: ['accept', 'copy', 'talk'],
  in_hand: ['accept', 'copy', 'talk', 'agree'],
  routed: ['accept', 'copy', 'route'],
  handling: ['accept', 'copy', 'route', 'take'],
  replied: ['accept', 'copy', 'route', 'take', 'reply'],
  to_rate: ['accept', 'copy', 'route', 'take', 'reply', 'verify'],
  judged: ['accept', 'copy', 'route', 'take', 'reply', 'verify', 'judge'],
  in_review: ['decline', 'review'],
  closed: ['accept', 'copy', 'route', 'take', 'reply', 'verify', 'judge', 'close'],
  diverted: ['divert'],
  merged: ['merge'],
  declined: ['decline'],
  withdrawn: ['withdraw'],
};

/** An issue in this state. Whoever made a step is the one of that name in `makePeople`. */
export async function makeIssueIn(
  scene: Scene,
  state: IssueState,
  over: Partial<SubmitIssue> = {},
  now = testNow,
): Promise<Submitted> {
  const issue = await makeIssue(scene, over, now);
  await takeSteps(scene, issue.id, ways[state], now);
  return issue;
}

/** Takes an issue further, step by step. */
export async function takeSteps(
  scene: Scene,
  id: string,
  steps: readonly Step[],
  now = testNow,
): Promise<void> {
  for (const step of steps) await takeStep(scene, step, id, now);
}

async function takeStep(scene: Scene, step: Step, id: string, now: Temporal.Instant): Promise<void> {
  const { database, people, town } = scene;
  const as = (actor: Actor): Context => contextOf(database, actor, now);
  const resident = as(residentOf(id));
  const key = crypto.randomUUID();
  const day = (count: number) => now.add({ hours: 24 * count });
  const steps: Record<Step, () => Promise<unknown>> = {
    accept: () => acceptIssue(as(people.host), { id }),
    ask: () => askResident(as(people.host), { id, question: '是哪一盏路灯？' }),
    park: () => advance(as(system), issueWorkflow, { matterId: id, move: 'park' }),
    talk: () => takeIntoTalks(as(people.host), { id, topicId: newId<'matter'>(), due: day(7) }),
    agree: () => handleAsAgreed(as(people.host), { id, sessionId: newId<'matter'>(), due: day(30) }),
    copy: () =>
      saveHandlingCopy(as(people.host), {
        id,
        title: '桥头社区路灯不亮',
        text: '社区入口一盏路灯不亮，请修复。',
        confirmed: false,
      }),
    route: () =>
      routeIssue(as(people.host), { id, unitId: town.department.id, term: 'simple', confirmed: false }),
    take: () => takeIssue(as(people.clerk), { id }),
    reply: () =>
      replyToIssue(as(people.clerk), {
        id,
        class: 'solved',
        text: '路灯已经换好，晚上试亮正常。',
        photoIds: [],
        confirmed: false,
      }),
    verify: () => verifyReply(as(people.county), { id }),
    judge: () => judgeIssue(resident, { key, solved: 'yes', stars: 5 }),
    close: () => closeIssue(as(people.secondCounty), { id }),
    decline: () =>
      declineIssue(as(people.host), { id, ground: 'competence', reason: '这件事由省里统一安排。' }),
    review: () => askReview(resident, { key }),
    divert: () =>
      divertIssue(as(people.host), { id, channel: 'hotline', reason: '水管抢修由热线统一派单。' }),
    withdraw: () => withdrawIssue(resident, { key }),
    merge: async () => mergeIssue(as(people.host), { id, intoId: (await makeIssue(scene, {}, now)).id }),
  };
  await steps[step]();
}
