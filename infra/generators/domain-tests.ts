import type { Words } from './domain.ts';
import type { WrittenFile } from './written-file.ts';

export const domainTests = [rulesTest, commandsTest];

function rulesTest({ domain, one, One }: Words): WrittenFile {
  const text = `import { anonymous } from '@tongxin/core';
import { expect, test } from 'vitest';
import { mayOpen, nameLength, Open${One} } from './rules.ts';

test('nobody opens a ${one} without having signed in', () => {
  expect(mayOpen(anonymous)).toEqual({ allowed: false, code: '${domain}.not_signed_in' });
});

test('a name may have as many characters as the limit says, and no more', () => {
  expect(Open${One}.safeParse({ name: '河'.repeat(nameLength) }).success).toBe(true);
  expect(Open${One}.safeParse({ name: '河'.repeat(nameLength + 1) }).success).toBe(false);
});
`;
  return { path: 'src/rules.test.ts', text };
}

function commandsTest({ domain, one, One }: Words): WrittenFile {
  const text = `import { anonymous, newId, type AccountActor } from '@tongxin/core';
import { testDatabase, type TestDatabase } from '@tongxin/db/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { get${One} } from './queries.ts';
import { make${One} } from './testing.ts';

const clerk: AccountActor = { kind: 'account', accountId: newId(), name: '演示员甲', grants: [] };
const now = () => Temporal.Instant.from('2026-03-02T01:00:00Z');
let municipality: TestDatabase;

beforeAll(async () => {
  municipality = await testDatabase();
});
afterAll(() => municipality.close());

test('a ${one} that was opened can be read', async () => {
  const ctx = { municipality, actor: clerk, now };
  const { id } = await make${One}(ctx, { name: '西河边' });
  expect(await get${One}(ctx, id)).toEqual({ id, name: '西河边', openedAt: now() });
});

test('opening a ${one} is refused without having signed in', async () => {
  const ctx = { municipality, actor: anonymous, now };
  await expect(make${One}(ctx)).rejects.toMatchObject({ code: '${domain}.not_signed_in' });
});
`;
  return { path: 'src/commands.db.test.ts', text };
}
