import { system, type Actor } from '@tongxin/core';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { listUnowned } from '@tongxin/matters/queries';
import { contextOf, makeTown, testNow } from '@tongxin/matters/testing';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  answerQuestion,
  askResident,
  bounceIssue,
  closeIssue,
  divertIssue,
  eraseIdentity,
  judgeIssue,
  openReceipt,
  openWords,
  publishIssue,
  reopenIssue,
  replyToIssue,
  revealIdentity,
  submitIssue,
  verifyReply,
} from './commands/index.ts';
import { issueWorkflow, type IssueState } from './rules/index.ts';
import { issueInput, makeIssueIn, residentOf, sceneOf, takeSteps, type Scene } from './testing.ts';

let database: TestDatabase;
let scene: Scene;
beforeAll(async () => {
  database = await testDatabase();
  scene = sceneOf(database, await makeTown(database));
});
afterAll(() => database.close());

const as = (actor: Actor, now = testNow) => contextOf(database, actor, now);

/** What only the resident said. Each stands in one input and may be found nowhere but in the rows made for it. */
const canaries = {
  words: '卡娜丽原话一',
  place: '卡娜丽地点二',
  name: '卡娜丽姓名三',
  phone: '139 0000 4455',
  address: '卡娜丽地址四',
  answer: '卡娜丽回答五',
  bounced: '卡娜丽退回六',
  judged: '卡娜丽评价七',
  again: '卡娜丽重办八',
};

/** Every row of every table of the city, as text, with the table that it stands in. */
async function everyRow(): Promise<{ table: string; text: string }[]> {
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  try {
    const { rows: tables } = await owner.query<{ table: string }>(
      `select format('%I.%I', schemaname, tablename) as table from pg_tables where schemaname like 'm3307%' or schemaname = 'public'`,
    );
    const all = [];
    for (const { table } of tables) {
      const { rows } = await owner.query<{ text: string }>(
        `select row_to_json(t)::text as text from ${table} t`,
      );
      all.push(...rows.map(({ text }) => ({ table, text })));
    }
    return all;
  } finally {
    await owner.end();
  }
}

it('a whole life leaves the resident’s words and person only where they belong', async () => {
  const { host, secondHost, county, secondCounty, clerk } = scene.people;
  const key = () => crypto.randomUUID();
  const { name, phone, address } = canaries;
  const { id, receipt, pin } = await submitIssue(
    as({ kind: 'anonymous' }),
    issueInput({ words: canaries.words, placeWords: canaries.place, contact: { name, phone, address } }),
  );
  const resident = as(residentOf(id));
  await openReceipt(as({ kind: 'anonymous' }), { receipt, pin });
  await openWords(as(host), { id });
  await revealIdentity(as(host), { id, reason: '约居民到现场。' });
  await divertIssue(as(host), { id, channel: 'hotline', reason: '由热线派单。' });
  await bounceIssue(resident, { key: key(), text: canaries.bounced });
  await askResident(as(host), { id, question: '是哪一盏灯？' });
  await answerQuestion(resident, { key: key(), text: canaries.answer, photoIds: [] });
  await takeSteps(scene, id, ['accept', 'copy', 'route', 'take', 'reply', 'verify']);
  await judgeIssue(resident, { key: key(), solved: 'no', stars: 1, words: canaries.judged });
  await replyToIssue(as(clerk), {
    id,
    class: 'solved',
    text: '重新接了线路。',
    photoIds: [],
    confirmed: false,
  });
  await verifyReply(as(county), { id });
  await judgeIssue(resident, { key: key(), solved: 'partly', stars: 4, words: canaries.judged });
  await closeIssue(as(secondCounty), { id });
  await publishIssue(as(secondHost), { id, confirmed: false });
  await reopenIssue(resident, { key: key(), text: canaries.again });
  await takeSteps(scene, id, ['reply', 'verify', 'judge', 'close']);

  const homes: Record<keyof typeof canaries, RegExp> = {
    words: /\.issue_words$/,
    place: /\.issue_words$/,
    name: /^never$/,
    phone: /^never$/,
    address: /^never$/,
    answer: /\.issue_messages$/,
    bounced: /\.issue_messages$/,
    judged: /\.judgements$/,
    again: /\.issue_messages$/,
  };
  const rows = await everyRow();
  expect(rows.length).toBeGreaterThan(30);
  for (const [what, canary] of Object.entries(canaries) as [keyof typeof canaries, string][]) {
    const found = rows.filter(({ text }) => text.includes(canary)).map(({ table }) => table);
    expect([what, found.filter((table) => !homes[what].test(table))]).toEqual([what, []]);
    // The scan can see: what belongs somewhere is found there.
    if (String(homes[what]) !== '/^never$/') expect([what, found.length > 0]).toEqual([what, true]);
  }
  expect(rows.filter(({ text }) => text.includes(pin) && text.includes(receipt))).toEqual([]);
  await eraseIdentity(resident, { key: key() });
  expect(
    (await everyRow()).filter(({ table, text }) => table.includes('identities') && text.includes(id)),
  ).toEqual([]);
});

it('every state can be reached through the commands, and every open one has an owner and a date', async () => {
  for (const state of Object.keys(issueWorkflow.states) as IssueState[]) {
    const { id } = await makeIssueIn(scene, state);
    const { rows } = await database.pool.query(
      'select state, owner_role, due_at, closed_at from matters where id = $1',
      [id],
    );
    expect(rows[0].state).toBe(state);
    const rule: { final?: boolean } = issueWorkflow.states[state];
    expect(rows[0].closed_at === null).toBe(rule.final !== true);
    expect(rows[0].owner_role === null).toBe(rule.final === true);
  }
  expect(await listUnowned(as(system))).toEqual([]);
});
