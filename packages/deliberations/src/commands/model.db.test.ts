import { DomainError, system, type Actor } from '@tongxin/core';
import { transact } from '@tongxin/db';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { mergeIssue, withdrawIssue } from '@tongxin/issues/commands';
import { issues, judgements } from '@tongxin/issues/schema';
import { makeIssueIn, residentOf, sceneOf } from '@tongxin/issues/testing';
import { journal, links, matters } from '@tongxin/matters/schema';
import { listUnowned } from '@tongxin/matters/queries';
import { makeTown, testNow } from '@tongxin/matters/testing';
import { inArray, isNull, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { getLine } from '../queries/index.ts';
import { outcomeLines, publishedMinutes, sessions, sessionSeats } from '../schema.ts';
import { at, attendanceOf, hallSceneOf, lineInput, makeSession, makeTopic, minutesOf, reportInput, wordOn, type HallScene } from '../testing.ts';
import {
  acceptLine, addIssues, cancelSession, closeLine, contestLine, countLineSilence, dropTopic, extendLine, holdSession, judgeLine, notAdopt,
  noteProgress, postponeSession, publishSession, reassignLine, removeIssue, reopenLines, reportDone, saveMinutes, sendBack, takeSeat,
  verifyLine,
} from './index.ts';

let database: TestDatabase;
let scene: HallScene;

beforeAll(async () => {
  database = await testDatabase();
  scene = await hallSceneOf(sceneOf(database, await makeTown(database)));
});
afterAll(() => database.close());

/** A little town of one run: what there is by kind, and what time it is. */
class Town {
  now = testNow;
  issues: string[] = [];
  topics: { id: string; issueIds: string[] }[] = [];
  sessions: { id: string; topicIds: string[] }[] = [];
  lines: string[] = [];
  refusals = 0;

  as(actor: Actor) {
    return at(scene, actor, this.now);
  }
}

type Step = { what: keyof typeof deeds; pick: number; variant: number };
type Deed = (town: Town, pick: number, variant: number) => Promise<unknown>;

const one = <T>(all: readonly T[], pick: number): T | undefined => all[pick % Math.max(1, all.length)];
const offices = () => {
  const { host, secondHost, county, secondCounty, thirdCounty, clerk, otherClerk } = scene.people;
  return [host, secondHost, county, secondCounty, thirdCounty, clerk, otherClerk];
};
const someone = (pick: number) => one(offices(), pick)!;
const words = [{ solved: 'yes', stars: 5 }, { solved: 'partly', stars: 3 }, { solved: 'no', stars: 1 }, { solved: 'yes', stars: 2 }] as const;
const dayOf = (town: Town, days: number) => town.now.add({ hours: 24 * days }).toZonedDateTimeISO('Asia/Shanghai').toPlainDate();

async function nextPush(town: Town, id: string, variant: number): Promise<unknown> {
  const { people } = scene;
  const line = await getLine(town.as(system), id);
  const clerk = line.unitId === scene.town.department.id ? people.clerk : people.otherClerk;
  if (line.state === 'assigned') return acceptLine(town.as(clerk), { id, planDue: dayOf(town, 0) });
  if (line.state === 'in_progress') return reportDone(town.as(clerk), { ...reportInput(id), class: variant % 5 === 0 ? 'cannot' : 'solved' });
  if (line.state === 'reported_done') return verifyLine(town.as(people.secondHost), { id, publicPhotoIds: [] });
  if (line.state === 'judged') return closeLine(town.as(people.county), { id });
  if (line.state === 'asking') {
    for (const issueId of town.issues) {
      await judgeLine(town.as(residentOf(issueId)), wordOn(id, words[variant % words.length]!)).catch(ignoreRefusal);
    }
  }
  return undefined;
}

function ignoreRefusal(error: unknown): void {
  if (!(error instanceof DomainError)) throw error;
}

/** What people and the clock do; who does it and to what is drawn, so most of it is refused now and then. */
const deeds = {
  tell: async (town) => town.issues.push((await makeIssueIn(scene, 'accepted', {}, town.now)).id),
  bundle: async (town, pick, variant) => {
    const issueIds = [...new Set([one(town.issues, pick), one(town.issues, variant)])].filter((id) => id !== undefined);
    if (issueIds.length > 0) town.topics.push(await makeTopic(scene, { issueIds }, town.now));
  },
  add: async (town, pick, variant) => {
    const [topic, issueId] = [one(town.topics, pick), one(town.issues, variant)];
    if (topic && issueId) await addIssues(town.as(someone(variant)), { topicId: topic.id, issueIds: [issueId] });
  },
  schedule: async (town, pick, variant) => {
    const topics = [...new Set([one(town.topics, pick), one(town.topics, variant)])].filter((topic) => topic !== undefined);
    if (topics.length === 0) return;
    const startsAt = town.now.add({ hours: 24 * (1 + (variant % 9)) });
    town.sessions.push(await makeSession(scene, { topicIds: topics.map(({ id }) => id), startsAt, endsAt: startsAt.add({ hours: 2 }) }, town.now));
  },
  postpone: async (town, pick, variant) => {
    const session = one(town.sessions, pick);
    const startsAt = town.now.add({ hours: 24 * (variant % 20) });
    if (session) await postponeSession(town.as(someone(variant)), { id: session.id, startsAt, endsAt: startsAt.add({ hours: 1 }), reason: '改期。' });
  },
  cancel: async (town, pick, variant) => {
    const session = one(town.sessions, pick);
    if (session) await cancelSession(town.as(someone(variant)), { id: session.id, reason: '取消。' });
  },
  seat: async (town, pick) => {
    const session = one(town.sessions, pick);
    if (session) await takeSeat(town.as({ kind: 'anonymous' }), { sessionId: session.id, key: crypto.randomUUID() });
  },
  sit: async (town, pick, variant) => {
    const session = one(town.sessions, pick);
    if (!session) return;
    town.now = town.now.add({ hours: 24 * 9 });
    const host = town.as(scene.people.host);
    await holdSession(host, await attendanceOf(scene, session.id));
    await saveMinutes(host, minutesOf(session.id));
    await publish(town, session, variant);
  },
  remove: async (town, pick, variant) => {
    const topic = one(town.topics, pick);
    if (topic) await removeIssue(town.as(someone(variant)), { topicId: topic.id, issueId: one(topic.issueIds, variant)!, reason: '另行处理。' });
  },
  drop: async (town, pick, variant) => {
    const topic = one(town.topics, pick);
    if (topic) await dropTopic(town.as(someone(variant)), { topicId: topic.id, reason: '不议了。' });
  },
  withdraw: async (town, pick) => {
    const id = one(town.issues, pick);
    if (id) await withdrawIssue(town.as(residentOf(id)), { key: crypto.randomUUID() });
  },
  merge: async (town, pick, variant) => {
    const [id, intoId] = [one(town.issues, pick), one(town.issues, variant)];
    if (id && intoId) await mergeIssue(town.as(scene.people.host), { id, intoId });
  },
  push: async (town, pick, variant) => {
    const id = one(town.lines, pick);
    if (id) await nextPush(town, id, variant);
  },
  meddle: async (town, pick, variant) => {
    const id = one(town.lines, pick);
    if (!id) return;
    const ctx = town.as(someone(variant));
    const all = [
      () => acceptLine(ctx, { id, planDue: dayOf(town, 1) }),
      () => contestLine(ctx, { id, reason: '不归我们。' }),
      () => reassignLine(ctx, { id, unitId: scene.town.otherDepartment.id, reason: '改交。', dueOn: dayOf(town, 90) }),
      () => notAdopt(ctx, { id, reason: '按规定不能办。' }),
      () => noteProgress(ctx, { id, text: '在办。', confirmed: [] }),
      () => extendLine(ctx, { id, dueOn: dayOf(town, 120), reason: '延期。' }),
      () => reportDone(ctx, reportInput(id)),
      () => verifyLine(ctx, { id, publicPhotoIds: [] }),
      () => sendBack(ctx, { id, reason: '再办。' }),
      () => closeLine(ctx, { id }),
    ];
    await one(all, pick + variant)!();
  },
  object: async (town, pick) => {
    const id = one(town.lines, pick);
    if (!id) return;
    await contestLine(town.as(scene.people.clerk), { id, reason: '不归我们。' });
    if (pick % 2 === 0) await notAdopt(town.as(scene.people.county), { id, reason: '按规定不能办。' });
  },
  strikeTwelve: async (town, _pick, variant) => {
    town.now = town.now.add({ hours: 24 * (variant % 17) });
    for (const id of town.lines) await countLineSilence(town.as(system), { id }).catch(ignoreRefusal);
  },
  comeBack: async (town, pick) => {
    const id = one(town.issues, pick);
    if (id) await reopenLines(town.as(residentOf(id)), { key: crypto.randomUUID(), text: '还是不行。' });
  },
} satisfies Record<string, Deed>;

async function publish(town: Town, session: { id: string; topicIds: string[] }, variant: number): Promise<void> {
  const unit = [scene.town.department.id, scene.town.otherDepartment.id];
  const lines = session.topicIds.flatMap((topicId, index) =>
    Array.from({ length: (variant + index) % 3 }, (_, more) => lineInput(scene, topicId, { unitId: one(unit, variant + more)!, dueOn: dayOf(town, 20 + more) })),
  );
  const send = (withoutLine: { issueId: string; reason: string }[]) =>
    publishSession(town.as(scene.people.host), { id: session.id, lines, withoutLine, confirmed: [] });
  const { lineIds } = await send([]).catch((error: unknown) => {
    if (!(error instanceof DomainError) || error.code !== 'deliberations.issue_without_line') throw error;
    return send((error.facts.issueIds as string[]).map((issueId) => ({ issueId, reason: '意见不一致。' })));
  });
  town.lines.push(...lineIds);
}

const often: (keyof typeof deeds)[] = ['bundle', 'schedule', 'sit', 'sit', 'push', 'push', 'push', 'push', 'push', 'push', 'strikeTwelve'];
const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom(...(Object.keys(deeds) as (keyof typeof deeds)[]), ...often),
  pick: fc.nat({ max: 50 }),
  variant: fc.nat({ max: 50 }),
});

async function live(steps: readonly Step[]): Promise<Town> {
  const town = new Town();
  for (const index of [0, 1, 2]) await deeds.tell(town, index, index);
  for (const { what, pick, variant } of steps) {
    try {
      await (deeds[what] as Deed)(town, pick, variant);
    } catch (error) {
      ignoreRefusal(error);
      town.refusals += 1;
    }
  }
  return town;
}

const house = <T>(read: (tx: Parameters<Parameters<typeof transact>[1]>[0]) => Promise<T>) => transact(at(scene, system), read);

/** What must be true of a town whatever has happened in it. */
async function examine(town: Town): Promise<void> {
  expect(await listUnowned(town.as(system))).toEqual([]);
  await house(async (tx) => {
    const ids = [...town.issues, ...town.topics.map(({ id }) => id), ...town.sessions.map(({ id }) => id), ...town.lines];
    const all = await tx.select({ id: matters.id, state: matters.state, closedAt: matters.closedAt }).from(matters).where(inArray(matters.id, ids));
    const state = new Map(all.map((row) => [row.id, row.state]));
    const open = await tx.select({ fromId: links.fromId, toId: links.toId }).from(links).where(sql`${links.kind} = 'answers' and ${isNull(links.unlinkedAt)}`);
    const said = await tx.select({ issueId: judgements.issueId, aboutId: judgements.aboutId, solved: judgements.solved }).from(judgements);
    const rows = await tx.select({ id: issues.matterId, closingClass: issues.closingClass }).from(issues).where(inArray(issues.matterId, town.issues));
    for (const id of town.issues.filter((issue) => state.get(issue) === 'closed')) {
      const lines = open.filter(({ toId }) => toId === id).map(({ fromId }) => fromId);
      expect(lines.length).toBeGreaterThan(0);
      for (const line of lines) {
        // Over means: every one judged or counted as silent by this resident, or not adopted with its reason.
        const judged = said.some(({ issueId, aboutId }) => issueId === id && aboutId === line);
        expect(judged || state.get(line) === 'not_adopted').toBe(true);
      }
      expect(rows.find((row) => row.id === id)?.closingClass).not.toBeNull();
      const solved = rows.find((row) => row.id === id)?.closingClass === 'solved';
      if (solved) expect(lines.every((line) => said.some((word) => word.issueId === id && word.aboutId === line && word.solved === 'yes'))).toBe(true);
    }
    for (const id of town.issues.filter((issue) => state.get(issue) === 'in_hand')) {
      const lines = open.filter(({ toId }) => toId === id).map(({ fromId }) => state.get(fromId));
      expect(lines.some((line) => line !== 'closed' && line !== 'not_adopted')).toBe(true);
    }
    await examineLines(tx, town, state, said);
    await examineSessions(tx, town, state);
  });
}

type Tx = Parameters<Parameters<typeof transact>[1]>[0];

async function examineLines(tx: Tx, town: Town, state: Map<string, string>, said: { aboutId: string }[]): Promise<void> {
  const rows = await tx.select().from(outcomeLines).where(inArray(outcomeLines.matterId, town.lines));
  const entries = await tx.select({ id: journal.matterId, move: journal.move, accountId: journal.accountId }).from(journal).where(inArray(journal.matterId, town.lines));
  for (const row of rows) {
    const closed = state.get(row.matterId) === 'closed';
    expect(row.closingClass !== null).toBe(closed);
    const who = (...moves: string[]) => entries.filter(({ id, move }) => id === row.matterId && moves.includes(move)).map(({ accountId }) => accountId);
    const [router, handler, verifier, closer] = [who('open', 'reassign'), who('accept', 'report_done', 'note_progress'), who('verify'), who('close')];
    for (const [some, others] of [[handler, router], [verifier, [...router, ...handler]], [closer, [...router, ...handler, ...verifier]]] as const) {
      expect(some.filter((account) => others.includes(account))).toEqual([]);
    }
    if (closed) expect(said.some(({ aboutId }) => aboutId === row.matterId)).toBe(true);
  }
}

async function examineSessions(tx: Tx, town: Town, state: Map<string, string>): Promise<void> {
  const ids = town.sessions.map(({ id }) => id);
  const rows = await tx.select({ id: sessions.matterId, taken: sessions.seatsTaken }).from(sessions).where(inArray(sessions.matterId, ids));
  const seats = await tx.select({ id: sessionSeats.sessionId }).from(sessionSeats).where(inArray(sessionSeats.sessionId, ids));
  const minutes = await tx.select({ id: publishedMinutes.sessionId }).from(publishedMinutes).where(inArray(publishedMinutes.sessionId, ids));
  for (const { id, taken } of rows) {
    expect(seats.filter((seat) => seat.id === id)).toHaveLength(taken);
    expect(minutes.some((published) => published.id === id)).toBe(state.get(id) === 'published');
  }
}

it('whatever people and the clock do, no matter is left without an owner, and none closes without its resident’s word', async () => {
  const reached = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 40, maxLength: 90 }), async (steps) => {
      const town = await live(steps);
      await examine(town);
      const ids = [...town.issues, ...town.lines];
      const rows = await house((tx) => tx.select({ kind: matters.kind, state: matters.state }).from(matters).where(inArray(matters.id, ids)));
      for (const { kind, state } of rows) reached.set(`${kind} ${state}`, (reached.get(`${kind} ${state}`) ?? 0) + 1);
    }),
    { numRuns: 150 },
  );
  process.stdout.write(JSON.stringify([...reached]) + '\n');
  // A walk that never gets anywhere would prove nothing.
  for (const state of ['closed', 'in_hand', 'merged']) expect(reached.get(`issue ${state}`) ?? 0, state).toBeGreaterThan(0);
  for (const state of ['closed', 'in_progress', 'not_adopted']) expect(reached.get(`outcome_line ${state}`) ?? 0, state).toBeGreaterThan(0);
}, 500_000);
