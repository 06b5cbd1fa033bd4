import { createHash } from 'node:crypto';
import { canonicalJson, newId } from '@tongxin/core';
import { transact } from '@tongxin/db';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { makePhoto, testStorage } from '@tongxin/files/testing';
import { listPhotos } from '@tongxin/files/queries';
import { listHistory } from '@tongxin/matters/queries';
import { contextOf, makeTown, testNow } from '@tongxin/matters/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issues, issueWords, receipts } from '../schema.ts';
import { issueInput, makeIssue, residentOf, sceneOf, type Scene } from '../testing.ts';
import { openReceipt, submitAssisted, submitIssue } from './index.ts';

let database: TestDatabase;
let scene: Scene;
beforeAll(async () => {
  database = await testDatabase();
  scene = sceneOf(database, await makeTown(database));
});
afterAll(() => database.close());

const anonymous = () => contextOf(database, { kind: 'anonymous' });
const countOf = async (table: string) =>
  Number((await database.pool.query(`select count(*) from ${table}`)).rows[0].count);
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? 'a bug',
  );

describe('telling a problem', () => {
  it('opens a matter of the village’s township, with its words, its receipt and nothing else', async () => {
    const input = issueInput({ placeWords: '老年活动中心门口' });
    const { id, receipt, pin } = await submitIssue(anonymous(), input);
    expect(receipt).toMatch(/^[0-9A-Z]{2}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect(pin).toMatch(/^\d{6}$/);
    const own = contextOf(database, residentOf(id));
    const [issue, words] = await transact(own, async (tx) => [
      (
        await tx
          .select({ county: issues.countyCode, village: issues.villageCode, contactKept: issues.contactKept })
          .from(issues)
      )[0],
      (await tx.select({ words: issueWords.words, placeWords: issueWords.placeWords }).from(issueWords))[0],
    ]);
    expect(issue).toEqual({ county: '330702', village: '330702001001', contactKept: false });
    expect(words).toEqual({ words: input.words, placeWords: '老年活动中心门口' });
    const [entry, ...more] = await listHistory(own, id);
    expect(more).toEqual([]);
    expect(entry).toMatchObject({
      move: 'open',
      actorKind: 'resident',
      toState: 'received',
      data: { channel: 'web', photos: 0 },
    });
  });

  it('twenty times at once is one matter with one receipt and one PIN', async () => {
    const before = await countOf('matters');
    const input = issueInput({ contact: { phone: '139 0000 0000' } });
    const answers = await Promise.all(Array.from({ length: 20 }, () => submitIssue(anonymous(), input)));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await countOf('matters')).toBe(before + 1);
    expect(await submitIssue(anonymous(), input)).toEqual(answers[0]);
  });

  it('leaves no plain digest against which somebody could try telephone numbers', async () => {
    const input = issueInput({ contact: { phone: '139 0000 0000' } });
    await submitIssue(anonymous(), input);
    const stored = await database.pool.query('select fingerprint from idempotency_keys where key = $1', [
      `issues.submit:${input.key}`,
    ]);
    const digests = [canonicalJson(input), canonicalJson(canonicalJson(input))].map((text) =>
      createHash('sha256').update(text).digest('hex'),
    );
    expect(digests).not.toContain(stored.rows[0].fingerprint);
  });

  it('with the same key and other words is refused and changes nothing', async () => {
    const input = issueInput();
    await submitIssue(anonymous(), input);
    const before = await countOf('matters');
    expect(await refusal(submitIssue(anonymous(), { ...input, words: '另外一件事情' }))).toBe(
      'idempotency.other_content',
    );
    expect(await countOf('matters')).toBe(before);
  });

  it('in a county, in another city or in a place that is not there is refused and leaves no trace', async () => {
    const before = await Promise.all(['matters', 'idempotency_keys', 'journal'].map(countOf));
    expect(await refusal(submitIssue(anonymous(), issueInput({ divisionCode: '330702' })))).toBe(
      'issues.place',
    );
    expect(await refusal(submitIssue(anonymous(), issueInput({ divisionCode: '330701001' })))).toBe(
      'divisions.not_found',
    );
    expect(await Promise.all(['matters', 'idempotency_keys', 'journal'].map(countOf))).toEqual(before);
  });

  it('takes photos along, each for one matter only', async () => {
    await using storage = await testStorage();
    const photoIds = [await makePhoto(anonymous(), storage), await makePhoto(anonymous(), storage)];
    const { id } = await submitIssue(anonymous(), issueInput({ photoIds }));
    const photos = await listPhotos(contextOf(database, residentOf(id)), [id]);
    expect(photos.map((photo) => photo.id).toSorted()).toEqual(photoIds.toSorted());
    expect(await refusal(submitIssue(anonymous(), issueInput({ photoIds })))).toBe('files.taken');
    expect(await refusal(submitIssue(anonymous(), issueInput({ photoIds: [newId()] })))).toBe(
      'files.not_found',
    );
  });
});

describe('a host who writes down what somebody tells', () => {
  const assisted = (over = {}) => ({
    ...issueInput({ contact: { name: '演示居民' } }),
    channel: 'desk' as const,
    ...over,
  });

  it('gets a slip to print; the journal names the host’s office, the vault keeps the person', async () => {
    const { id } = await submitAssisted(contextOf(database, scene.people.host), assisted());
    const [entry] = await listHistory(contextOf(database, scene.people.host), id);
    expect(entry).toMatchObject({
      actorKind: 'account',
      role: 'host',
      unitName: '城东街道联络组',
      data: { channel: 'desk' },
    });
  });

  it('does so for their own ground only; others find no such place', async () => {
    const { host, neighbour, otherCounty, clerk, city } = scene.people;
    for (const actor of [neighbour, otherCounty, clerk, city]) {
      expect(await refusal(submitAssisted(contextOf(database, actor), assisted()))).toBe('issues.place');
    }
    expect(
      await refusal(submitAssisted(contextOf(database, host), assisted({ divisionCode: '330703001' }))),
    ).toBe('issues.place');
    expect(await refusal(submitAssisted(contextOf(database, scene.people.county), assisted()))).toBe('done');
  });

  it('twenty times at once makes one matter', async () => {
    const before = await countOf('matters');
    const input = assisted();
    await Promise.all(
      Array.from({ length: 20 }, () => submitAssisted(contextOf(database, scene.people.host), input)),
    );
    expect(await countOf('matters')).toBe(before + 1);
  });
});

describe('a receipt with its PIN', () => {
  const wrong = (pin: string) => (pin === '000000' ? '000001' : '000000');
  const tries = async (receipt: string) =>
    (
      await database.pool.query('select wrong_tries, locked_until from receipts where receipt = $1', [
        receipt,
      ])
    ).rows[0];

  it('opens its matter, and a right one forgives the wrong ones before', async () => {
    const { id, receipt, pin } = await makeIssue(scene);
    expect(await refusal(openReceipt(anonymous(), { receipt, pin: wrong(pin) }))).toBe(
      'issues.receipt_or_pin',
    );
    expect(await openReceipt(anonymous(), { receipt, pin })).toEqual({ matterId: id });
    expect(await tries(receipt)).toEqual({ wrong_tries: 0, locked_until: null });
  });

  it('that nobody has, and a wrong PIN, get the same answer', async () => {
    const { receipt, pin } = await makeIssue(scene);
    const answers = await Promise.all(
      [
        { receipt, pin: wrong(pin) },
        { receipt: '22-2222-2222', pin },
      ].map((input) =>
        openReceipt(anonymous(), input).catch((error: { code: string; kind: string; facts: unknown }) => [
          error.code,
          error.kind,
          error.facts,
        ]),
      ),
    );
    expect(answers[0]).toEqual(answers[1]);
  });

  it('is locked for fifteen minutes after five wrong ones, also for the right PIN, and opens again afterwards', async () => {
    const { id, receipt, pin } = await makeIssue(scene);
    for (let at = 0; at < 5; at += 1) {
      expect(await refusal(openReceipt(anonymous(), { receipt, pin: wrong(pin) }))).toBe(
        'issues.receipt_or_pin',
      );
    }
    expect(await refusal(openReceipt(anonymous(), { receipt, pin }))).toBe('issues.receipt_locked');
    const later = (minutes: number) => contextOf(database, { kind: 'anonymous' }, testNow.add({ minutes }));
    expect(await refusal(openReceipt(later(14), { receipt, pin }))).toBe('issues.receipt_locked');
    expect(await refusal(openReceipt(later(15), { receipt, pin: wrong(pin) }))).toBe('issues.receipt_or_pin');
    expect(await tries(receipt)).toMatchObject({ wrong_tries: 1, locked_until: null });
    expect(await openReceipt(later(15), { receipt, pin })).toEqual({ matterId: id });
  });

  it('tried two hundred times at once is tried five times', async () => {
    const { receipt, pin } = await makeIssue(scene);
    const answers = await Promise.all(
      Array.from({ length: 200 }, () => refusal(openReceipt(anonymous(), { receipt, pin: wrong(pin) }))),
    );
    expect(answers.filter((code) => code === 'issues.receipt_or_pin')).toHaveLength(5);
    expect(answers.filter((code) => code === 'issues.receipt_locked')).toHaveLength(195);
  });

  it('is stored without its PIN', async () => {
    const { receipt, pin } = await makeIssue(scene);
    const [row] = await database.db.select({ pinHash: receipts.pinHash }).from(receipts).limit(1);
    expect(row?.pinHash).not.toContain(pin);
    const { rows } = await database.pool.query(
      'select answer::text from idempotency_keys where answer->>$1 = $2',
      ['receipt', receipt],
    );
    expect(rows[0].answer).not.toContain(pin);
  });
});
