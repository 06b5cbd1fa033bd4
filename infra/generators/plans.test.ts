import { expect, test } from 'vitest';
import { planAdr } from './adr.ts';
import { planDomain } from './domain.ts';
import { planScreen } from './screen.ts';
import { camel, pascal, singular } from './written-file.ts';

test('a domain has the seven rooms and the tests of two of them', () => {
  const paths = planDomain('street-lamps').files.map(({ path }) =>
    path.replace('packages/street-lamps/', ''),
  );
  const rooms = ['rules', 'messages', 'schema', 'queries', 'commands', 'router', 'testing'];
  const tests = ['src/rules.test.ts', 'src/commands.db.test.ts'];
  expect(paths).toEqual(['package.json', 'README.md', ...rooms.map((room) => `src/${room}.ts`), ...tests]);
});

test('a screen lives in the folder of its domain', () => {
  const [screen] = planScreen('admin', 'halls', 'HallCalendar').files;
  expect(screen?.path).toBe('apps/admin/src/screens/halls/HallCalendarScreen.tsx');
});

test('a decision record gets a number of four digits and says when it would be taken back', () => {
  const [record] = planAdr('One queue, for all cities!', Temporal.PlainDate.from('2026-03-02')).files;
  expect(record?.path).toMatch(/^docs\/adr\/\d{4}-one-queue-for-all-cities\.md$/);
  expect(record?.text).toContain('Date: 2026-03-02');
  expect(record?.text).toContain('## Go back when');
});

test('names change their form with their place', () => {
  expect([pascal('street-lamps'), camel('street-lamps')]).toEqual(['StreetLamps', 'streetLamps']);
  expect(['duties', 'halls', 'livelihood', 'consensus-class'].map(singular)).toEqual([
    'duty',
    'hall',
    'livelihood',
    'consensus-class',
  ]);
});
