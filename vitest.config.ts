import { configDefaults, defineConfig } from 'vitest/config';

const databaseTests = '**/*.db.test.ts';
const notOurs = [...configDefaults.exclude, '**/dist/**', '.data/**'];

export default defineConfig({
  test: {
    setupFiles: ['infra/tests/quiet.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'rules',
          // Properties run a hundred cases each, on machines that do other things too.
          testTimeout: 20_000,
          include: [
            'packages/**/*.test.{ts,tsx}',
            'apps/**/*.test.{ts,tsx}',
            'infra/**/*.test.ts',
            '*.test.ts',
          ],
          exclude: [...notOurs, databaseTests],
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: [databaseTests],
          exclude: notOurs,
          globalSetup: 'infra/tests/template-database.ts',
          // Every file has a database of its own, so nothing else needs to be kept apart, and the heavy imports
          // are paid once.
          pool: 'threads',
          isolate: false,
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
});
