import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { countJourneys, countVitest, sum } from './count.ts';

const folder = mkdtempSync(join(tmpdir(), 'tongxin-count-'));
afterAll(() => rmSync(folder, { recursive: true }));

function report(content: unknown): string {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
}

test('a test file that could not be loaded counts as one failed', () => {
  const file = report({
    testResults: [
      { status: 'passed', assertionResults: [{ status: 'passed' }, { status: 'passed' }] },
      { status: 'failed', assertionResults: [] },
    ],
  });
  expect(countVitest(file, 1)).toEqual({ passed: 2, failed: 1 });
});

test('a run that broke outside of any test counts as one failed', () => {
  const file = report({ testResults: [{ status: 'passed', assertionResults: [{ status: 'passed' }] }] });
  expect(countVitest(file, 1)).toEqual({ passed: 1, failed: 1 });
  expect(countVitest(join(folder, 'missing.json'), 1)).toEqual({ passed: 0, failed: 1 });
});

test('a journey that passed only at the second try has not passed', () => {
  const file = report({ stats: { expected: 3, unexpected: 0, flaky: 1 } });
  expect(countJourneys(file, 0)).toEqual({ passed: 3, failed: 1 });
});

test('all kinds of tests add up to one number', () => {
  expect(
    sum([
      { passed: 2, failed: 0 },
      { passed: 3, failed: 1 },
    ]),
  ).toEqual({ passed: 5, failed: 1 });
});
