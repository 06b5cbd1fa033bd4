import { system } from '@tongxin/core';
import { transact, type Tx } from '@tongxin/db';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { issues, judgements } from '@tongxin/issues/schema';
import { sceneOf } from '@tongxin/issues/testing';
import { listUnowned } from '@tongxin/matters/queries';
import { journal, links, matters } from '@tongxin/matters/schema';
import { makeTown } from '@tongxin/matters/testing';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { outcomeLines, publishedMinutes, sessions, sessionSeats } from '../schema/index.ts';
import { hallSceneOf, type HallScene } from '../testing/index.ts';
import { live, step, type Town } from '../testing/random-town.ts';

let database: TestDatabase;
let scene: HallScene;

beforeAll(async () => {
  database = await testDatabase();
  scene = await hallSceneOf(sceneOf(database, await makeTown(database)));
});
afterAll(() => database.close());

/** What the tables say of a town at its end. */
async function read(tx: Tx, town: Town) {
  const [topicIds, sessionIds] = [town.topics.map(({ id }) => id), town.sessions.map(({ id }) => id)];
  const all = await tx
    .select({ id: matters.id, kind: matters.kind, state: matters.state })
    .from(matters)
    .where(inArray(matters.id, [...town.issues, ...topicIds, ...sessionIds, ...town.lines]));
  return {
    all,
    state: new Map(all.map((row) => [row.id, row.state])),
    answers: await tx
      .select({ lineId: links.fromId, issueId: links.toId })
      .from(links)
      .where(and(eq(links.kind, 'answers'), inArray(links.fromId, town.lines), isNull(links.unlinkedAt))),
    words: await tx
      .select({ issueId: judgements.issueId, lineId: judgements.aboutId, solved: judgements.solved })
      .from(judgements)
      .where(inArray(judgements.aboutId, town.lines)),
    classes: await tx
      .select({ id: issues.matterId, closingClass: issues.closingClass })
      .from(issues)
      .where(inArray(issues.matterId, town.issues)),
    lines: await tx
      .select({ id: outcomeLines.matterId, closingClass: outcomeLines.closingClass })
      .from(outcomeLines)
      .where(inArray(outcomeLines.matterId, town.lines)),
    entries: await tx
      .select({ id: journal.matterId, move: journal.move, accountId: journal.accountId })
      .from(journal)
      .where(inArray(journal.matterId, town.lines)),
    taken: await tx
      .select({ id: sessions.matterId, seatsTaken: sessions.seatsTaken })
      .from(sessions)
      .where(inArray(sessions.matterId, sessionIds)),
    seats: await tx
      .select({ id: sessionSeats.sessionId })
      .from(sessionSeats)
      .where(inArray(sessionSeats.sessionId, sessionIds)),
    minutes: await tx
      .select({ id: publishedMinutes.sessionId })
      .from(publishedMinutes)
      .where(inArray(publishedMinutes.sessionId, sessionIds)),
  };
}

type Found = Awaited<ReturnType<typeof read>>;

/** A matter is over when each of its lines has its resident's word or counted silence, or was not adopted. */
function examineIssues(town: Town, { state, answers, words, classes }: Found): void {
  for (const id of town.issues) {
    const lines = answers.filter(({ issueId }) => issueId === id).map(({ lineId }) => lineId);
    const over = lines.map((line) => ['closed', 'not_adopted'].includes(state.get(line)!));
    if (state.get(id) === 'in_hand') expect(over).toContain(false);
    if (state.get(id) !== 'closed') continue;
    const own = words.filter(({ issueId }) => issueId === id);
    const closingClass = classes.find((row) => row.id === id)?.closingClass;
    expect(lines.length).toBeGreaterThan(0);
    expect(closingClass).not.toBeNull();
    for (const line of lines) {
      const said = own.filter(({ lineId }) => lineId === line);
      expect(said.length > 0 || state.get(line) === 'not_adopted').toBe(true);
      if (closingClass === 'solved') expect(said.at(-1)?.solved).toBe('yes');
    }
  }
}

/** Who routes, handles, verifies and closes a line are different people; a closed one has its class and its words. */
function examineLines({ state, lines, entries, words }: Found): void {
  for (const { id, closingClass } of lines) {
    const who = (...moves: string[]) =>
      entries
        .filter((entry) => entry.id === id && moves.includes(entry.move))
        .map(({ accountId }) => accountId);
    const routers = who('open', 'reassign');
    const handlers = who('accept', 'note_progress', 'report_done');
    const verifiers = who('verify');
    expect(handlers.filter((account) => routers.includes(account))).toEqual([]);
    expect(verifiers.filter((account) => [...routers, ...handlers].includes(account))).toEqual([]);
    const before = [...routers, ...handlers, ...verifiers];
    expect(who('close').filter((account) => before.includes(account))).toEqual([]);
    const isClosed = state.get(id) === 'closed';
    expect(closingClass !== null).toBe(isClosed);
    if (isClosed) expect(words.some(({ lineId }) => lineId === id)).toBe(true);
  }
}

function examineSessions({ state, taken, seats, minutes }: Found): void {
  for (const { id, seatsTaken } of taken) {
    expect(seats.filter((seat) => seat.id === id)).toHaveLength(seatsTaken);
    expect(minutes.some((published) => published.id === id)).toBe(state.get(id) === 'published');
  }
}

it('whatever people and the clock do, every open matter has its owner, and none closes without its resident’s word', async () => {
  const reached = new Map<string, number>();
  const steps = fc.array(step, { minLength: 20, maxLength: 45, size: 'max' });
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: 2 }), steps, async (lines, walk) => {
      const town = await live(scene, lines, walk);
      expect(await listUnowned(town.as(system))).toEqual([]);
      const found = await transact(town.as(system), (tx) => read(tx, town));
      examineIssues(town, found);
      examineLines(found);
      examineSessions(found);
      for (const { kind, state } of found.all) {
        reached.set(`${kind} ${state}`, (reached.get(`${kind} ${state}`) ?? 0) + 1);
      }
    }),
    { numRuns: 50 },
  );
  // Walks that never get anywhere would prove nothing.
  for (const state of ['issue closed', 'issue in_hand', 'outcome_line closed', 'outcome_line asking']) {
    expect(reached.get(state) ?? 0).toBeGreaterThan(0);
  }
}, 180_000);
