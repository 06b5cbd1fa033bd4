import { defineConfig } from '@playwright/test';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromiumAdvice, chromiumArguments, findChromium } from './src/chromium.ts';

const executablePath = findChromium();
if (!executablePath) throw new Error(chromiumAdvice);

// Below 32768, where the system hands out its own ports. The test command passes one that is free.
const port = process.env.JOURNEY_PORT ?? '13100';
// JOURNEY_URL walks through a town that is running already.
const baseURL = process.env.JOURNEY_URL ?? `http://127.0.0.1:${port}`;
// Where the town says how to reach its database. A town that runs already has its own way: JOURNEY_DATABASE_FILE.
process.env.JOURNEY_DATABASE_FILE ??= join(tmpdir(), `tongxin-journey-${port}.url`);

export default defineConfig({
  testDir: 'src',
  testMatch: '**/*.e2e.ts',
  outputDir: '../../test-results',
  // A journey goes through many hands; each single wait is short.
  timeout: 120_000,
  expect: { timeout: 10_000 },
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  // The test command asks for a report that it counts.
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [['list'], ['json']] : 'list',
  use: {
    baseURL,
    // What cannot be pressed is named at once, not when the whole journey runs out of time.
    actionTimeout: 20_000,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath, args: chromiumArguments },
  },
  webServer: process.env.JOURNEY_URL
    ? undefined
    : {
        command: `"${process.execPath}" infra/local/start.ts --volatile --small`,
        cwd: fileURLToPath(new URL('../../', import.meta.url)),
        url: `${baseURL}/healthz`,
        env: { PORT: port, DATABASE_URL_FILE: process.env.JOURNEY_DATABASE_FILE },
        stdout: 'pipe',
        timeout: 180_000,
        // The town stops its PostgreSQL on SIGINT.
        gracefulShutdown: { signal: 'SIGINT', timeout: 20_000 },
      },
});
