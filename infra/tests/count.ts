import { existsSync, readFileSync } from 'node:fs';

/** How many tests went which way. A run that broke outside of any test counts as one failed. */
export interface Count {
  passed: number;
  failed: number;
}

export const nothing: Count = { passed: 0, failed: 0 };

interface VitestReport {
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

interface JourneyReport {
  stats: { expected: number; unexpected: number; flaky: number };
}

export function sum(counts: Count[]): Count {
  return {
    passed: counts.reduce((total, { passed }) => total + passed, 0),
    failed: counts.reduce((total, { failed }) => total + failed, 0),
  };
}

/** Reads Vitest's report. A file that could not even be loaded counts as one failed. */
export function countVitest(file: string, exitCode: number): Count {
  const report = read<VitestReport>(file);
  const files = report?.testResults ?? [];
  const tests = files.flatMap(({ assertionResults }) => assertionResults);
  const unloadable = files.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  const passed = tests.filter(({ status }) => status === 'passed').length;
  const failed = tests.filter(({ status }) => status === 'failed').length + unloadable.length;
  return orBroken({ passed, failed }, exitCode);
}

/** Reads Playwright's report. A journey that passed only at the second try has not passed. */
export function countJourneys(file: string, exitCode: number): Count {
  const stats = read<JourneyReport>(file)?.stats;
  return orBroken(
    { passed: stats?.expected ?? 0, failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0) },
    exitCode,
  );
}

function orBroken(count: Count, exitCode: number): Count {
  return exitCode !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

function read<Report>(file: string): Report | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : null;
}
