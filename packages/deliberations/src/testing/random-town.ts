import { DomainError, system, type Actor } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { mergeIssue, withdrawIssue } from '@tongxin/issues/commands';
import { residentOf } from '@tongxin/issues/testing';
import { testNow } from '@tongxin/matters/testing';
import fc from 'fast-check';
import * as commands from '../commands/index.ts';
import { getLine } from '../queries/index.ts';
import type { lineWorkflow } from '../rules/index.ts';
import * as make from './makers.ts';

/** A little town of one run: what there is by kind, and what time it is. */
export class Town {
  readonly scene: make.HallScene;
  now = testNow;
  issues: string[] = [];
  topics: { id: string; issueIds: string[] }[] = [];
  sessions: { id: string; topicIds: string[] }[] = [];
  lines: string[] = [];

  constructor(scene: make.HallScene) {
    this.scene = scene;
  }

  as(actor: Actor): Context {
    return make.at(this.scene, actor, this.now);
  }

  someone(pick: number): Context {
    const { host, secondHost, county, secondCounty, thirdCounty, clerk, otherClerk } = this.scene.people;
    return this.as(one([host, secondHost, county, secondCounty, thirdCounty, clerk, otherClerk], pick)!);
  }

  day(days: number): Temporal.PlainDate {
    return this.now
      .add({ hours: 24 * days })
      .toZonedDateTimeISO('Asia/Shanghai')
      .toPlainDate();
  }
}

const one = <T>(all: readonly T[], pick: number): T | undefined => all[pick % Math.max(1, all.length)];
const some = <T>(all: readonly T[], ...picks: number[]): T[] => [
  ...new Set(picks.map((pick) => one(all, pick)).filter((found) => found !== undefined)),
];

const words = [
  { solved: 'yes', stars: 5 },
  { solved: 'partly', stars: 3 },
  { solved: 'no', stars: 1 },
  { solved: 'yes', stars: 2 },
] as const;

function ignoreRefusal(error: unknown): void {
  if (!(error instanceof DomainError)) throw error;
}

type Deed = (town: Town, pick: number, variant: number) => Promise<unknown>;

/** What people and the clock do; who does it and to what is drawn, so that much of it is refused. */
const deeds: Record<string, Deed> = {
  tell: async (town) => town.issues.push(...(await make.makeAccepted(town.scene, 1, town.now))),
  bundle: async (town, pick, variant) => {
    const issueIds = some(town.issues, pick, variant);
    if (issueIds.length > 0) town.topics.push(await make.makeTopic(town.scene, { issueIds }, town.now));
  },
  add: (town, pick, variant) =>
    onOne(town.topics, pick, ({ id }) =>
      commands.addIssues(town.someone(variant), { topicId: id, issueIds: some(town.issues, variant) }),
    ),
  schedule: async (town, pick, variant) => {
    const topicIds = some(town.topics, pick, variant).map(({ id }) => id);
    if (topicIds.length === 0) return;
    const startsAt = town.now.add({ hours: 24 * (1 + (variant % 9)) });
    const times = { startsAt, endsAt: startsAt.add({ hours: 2 }) };
    town.sessions.push(await make.makeSession(town.scene, { topicIds, ...times }, town.now));
  },
  postpone: (town, pick, variant) =>
    onOne(town.sessions, pick, ({ id }) => {
      const startsAt = town.now.add({ hours: 24 * (variant % 20) });
      const times = { startsAt, endsAt: startsAt.add({ hours: 1 }) };
      return commands.postponeSession(town.someone(variant), { id, ...times, reason: '改期。' });
    }),
  cancel: (town, pick, variant) =>
    onOne(town.sessions, pick, ({ id }) =>
      commands.cancelSession(town.someone(variant), { id, reason: '取消。' }),
    ),
  seat: (town, pick) =>
    onOne(town.sessions, pick, ({ id: sessionId }) =>
      commands.takeSeat(town.as({ kind: 'anonymous' }), { sessionId, key: crypto.randomUUID() }),
    ),
  sit: (town, pick, variant) =>
    onOne(town.sessions, pick, async (session) => {
      town.now = town.now.add({ hours: 24 * 9 });
      const host = town.as(town.scene.people.host);
      await commands.holdSession(host, await make.attendanceOf(town.scene, session.id));
      await commands.saveMinutes(host, make.minutesOf(session.id));
      await publish(town, session, variant);
    }),
  remove: (town, pick, variant) =>
    onOne(town.topics, pick, ({ id: topicId, issueIds }) => {
      const issueId = one(issueIds, variant)!;
      return commands.removeIssue(town.someone(variant), { topicId, issueId, reason: '另行处理。' });
    }),
  drop: (town, pick, variant) =>
    onOne(town.topics, pick, ({ id: topicId }) =>
      commands.dropTopic(town.someone(variant), { topicId, reason: '不议了。' }),
    ),
  withdraw: (town, pick) =>
    onOne(town.issues, pick, (id) => withdrawIssue(town.as(residentOf(id)), { key: crypto.randomUUID() })),
  merge: (town, pick, variant) =>
    onOne(some(town.issues, pick, variant), 1, (id) =>
      mergeIssue(town.as(town.scene.people.host), { id, intoId: one(town.issues, variant + 1)! }),
    ),
  push: (town, pick, variant) => onOne(town.lines, pick, (id) => push(town, id, variant)),
  meddle: (town, pick, variant) => onOne(town.lines, pick, (id) => meddle(town, id, pick + variant, variant)),
  object: (town, pick, variant) =>
    onOne(town.lines, pick, async (id) => {
      const { clerk, county } = town.scene.people;
      await commands.contestLine(town.as(clerk), { id, reason: '不归我们。' });
      if (variant % 2 === 0) await commands.notAdopt(town.as(county), { id, reason: '按规定不能办。' });
    }),
  strikeTwelve: async (town, _pick, variant) => {
    town.now = town.now.add({ hours: 24 * (variant % 17) });
    for (const id of town.lines) {
      await commands.countLineSilence(town.as(system), { id }).catch(ignoreRefusal);
    }
  },
  comeBack: (town, pick) =>
    onOne(town.issues, pick, (id) =>
      commands.reopenLines(town.as(residentOf(id)), { key: crypto.randomUUID(), text: '还是不行。' }),
    ),
};

async function onOne<T>(
  all: readonly T[],
  pick: number,
  work: (found: T) => Promise<unknown>,
): Promise<void> {
  const found = one(all, pick);
  if (found !== undefined) await work(found);
}

async function publish(
  town: Town,
  { id, topicIds }: Town['sessions'][number],
  variant: number,
): Promise<void> {
  const { department, otherDepartment } = town.scene.town;
  const lines = topicIds.flatMap((topicId, index) =>
    Array.from({ length: (variant + index) % 3 }, (_, more) =>
      make.lineInput(town.scene, topicId, {
        unitId: one([department.id, otherDepartment.id], variant + more)!,
        dueOn: town.day(20 + more),
      }),
    ),
  );
  const send = (withoutLine: { issueId: string; reason: string }[]) =>
    commands.publishSession(town.as(town.scene.people.host), { id, lines, withoutLine, confirmed: [] });
  const { lineIds } = await send([]).catch((error: unknown) => {
    if (!(error instanceof DomainError) || error.code !== 'deliberations.issue_without_line') throw error;
    const left = error.facts.issueIds as string[];
    return send(left.map((issueId) => ({ issueId, reason: '意见不一致。' })));
  });
  town.lines.push(...lineIds);
}

/** Takes a line one step on by somebody whose step it is. */
async function push(town: Town, id: string, variant: number): Promise<void> {
  const { people, town: offices } = town.scene;
  const { state, unitId } = await getLine(town.as(system), id);
  const clerk = town.as(unitId === offices.department.id ? people.clerk : people.otherClerk);
  if (state === 'assigned') await commands.acceptLine(clerk, { id, planDue: town.day(0) });
  if (state === 'in_progress') {
    const replyClass = variant % 5 === 0 ? 'cannot' : 'solved';
    await commands.reportDone(clerk, { ...make.reportInput(id), class: replyClass });
  }
  if (state === 'reported_done') {
    await commands.verifyLine(town.as(people.secondHost), { id, publicPhotoIds: [] });
  }
  if (state === 'judged') await commands.closeLine(town.as(people.county), { id });
  if (state !== 'asking') return;
  for (const [at, issueId] of town.issues.entries()) {
    if ((at + variant) % 4 === 0) continue;
    const word = make.wordOn(id, one(words, variant)!);
    await commands.judgeLine(town.as(residentOf(issueId)), word).catch(ignoreRefusal);
  }
}

/** Anybody tries anything on a line; what its page said about it must be what happens. */
async function meddle(town: Town, id: string, pick: number, variant: number): Promise<void> {
  const ctx = town.someone(variant);
  const unitId = town.scene.town.otherDepartment.id;
  const moves: [keyof typeof lineWorkflow.moves, () => Promise<unknown>][] = [
    ['accept', () => commands.acceptLine(ctx, { id, planDue: town.day(1) })],
    ['contest', () => commands.contestLine(ctx, { id, reason: '不归我们。' })],
    ['reassign', () => commands.reassignLine(ctx, { id, unitId, reason: '改交。', dueOn: town.day(90) })],
    ['not_adopt', () => commands.notAdopt(ctx, { id, reason: '按规定不能办。' })],
    ['note_progress', () => commands.noteProgress(ctx, { id, text: '在办。', confirmed: [] })],
    ['extend', () => commands.extendLine(ctx, { id, dueOn: town.day(120), reason: '延期。' })],
    ['report_done', () => commands.reportDone(ctx, make.reportInput(id))],
    ['verify', () => commands.verifyLine(ctx, { id, publicPhotoIds: [] })],
    ['send_back', () => commands.sendBack(ctx, { id, reason: '再办。' })],
    ['close', () => commands.closeLine(ctx, { id })],
  ];
  const [move, command] = one(moves, pick)!;
  const { desk } = await getLine(ctx, id);
  const said = desk?.may[move];
  const failed = await command().then(
    () => null,
    (error: unknown) => error,
  );
  if (failed !== null) ignoreRefusal(failed);
  const spine = failed instanceof DomainError && failed.code.startsWith('matters.');
  if (said?.allowed === true && spine) throw new Error(`the page allowed ${move} and the command refused it`);
  if (said?.allowed !== true && failed === null)
    throw new Error(`the page refused ${move} and the command did it`);
}

const often = [
  'push',
  'push',
  'push',
  'push',
  'push',
  'push',
  'meddle',
  'meddle',
  'meddle',
  'strikeTwelve',
  'comeBack',
];
type Step = { what: string; pick: number; variant: number };

/** One thing that somebody tries. */
export const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom(...Object.keys(deeds), ...often),
  pick: fc.nat({ max: 50 }),
  variant: fc.nat({ max: 50 }),
});

/** How a town begins: six matters, two topics, each through a session of its own. */
const beginning: Step[] = [
  ...Array.from({ length: 6 }, () => ({ what: 'tell', pick: 0, variant: 0 })),
  { what: 'bundle', pick: 0, variant: 1 },
  { what: 'bundle', pick: 2, variant: 3 },
  { what: 'schedule', pick: 0, variant: 0 },
  { what: 'schedule', pick: 1, variant: 1 },
];

/** Lets a town live through these steps, after its beginning; each session sits with as many lines as `lines` says. */
export async function live(scene: make.HallScene, lines: number, steps: readonly Step[]): Promise<Town> {
  const town = new Town(scene);
  const sittings = [0, 1].map((pick) => ({ what: 'sit', pick, variant: lines + pick }));
  for (const { what, pick, variant } of [...beginning, ...sittings, ...steps]) {
    await deeds[what]!(town, pick, variant).catch(ignoreRefusal);
  }
  return town;
}
