import { domainTests } from './domain-tests.ts';
import { camel, pascal, singular, type Plan, type WrittenFile } from './written-file.ts';

/** The words that the templates are filled with, for `halls`: halls, hall, Hall, halls. */
export interface Words {
  domain: string;
  one: string;
  One: string;
  table: string;
}

/** Plans a domain package: seven rooms, their tests, and one small use case to grow from. */
export function planDomain(domain: string): Plan {
  const one = camel(singular(domain));
  const words: Words = { domain, one, One: pascal(singular(domain)), table: camel(domain) };
  const rooms = [
    manifest,
    readme,
    rules,
    messages,
    schema,
    queries,
    commands,
    router,
    testing,
    ...domainTests,
  ];
  const files = rooms
    .map((room) => room(words))
    .map(({ path, text }) => ({ path: `packages/${domain}/${path}`, text }));
  return {
    files,
    next: [
      `Give it its place in the order in architecture.test.ts.`,
      `Add ${words.table}Router to apps/api/src/router.ts, and its procedures to the access table.`,
      `pnpm install, then pnpm migration add-${domain}.`,
      `Replace the small use case with the real one.`,
    ],
  };
}

function manifest({ domain }: Words): WrittenFile {
  const rooms = ['rules', 'messages', 'schema', 'queries', 'commands', 'router', 'testing'];
  const content = {
    name: `@tongxin/${domain}`,
    version: '0.1.0',
    private: true,
    license: 'AGPL-3.0-or-later',
    type: 'module',
    exports: Object.fromEntries(rooms.map((room) => [`./${room}`, `./src/${room}.ts`])),
    dependencies: {
      '@tongxin/core': 'workspace:*',
      '@tongxin/db': 'workspace:*',
      '@tongxin/trpc': 'workspace:*',
      'drizzle-orm': 'catalog:',
      zod: 'catalog:',
    },
    devDependencies: { vitest: 'catalog:' },
  };
  return { path: 'package.json', text: `${JSON.stringify(content, null, 2)}\n` };
}

function readme({ domain, one }: Words): WrittenFile {
  const text = `# ${domain}

What a ${one} is, in the words of the people who use it.

- **States**: in \`src/rules.ts\`.
- **Who may do what**: the \`may…\` functions in \`src/rules.ts\`.
- **Where the law is**: article and date, at each rule.
`;
  return { path: 'README.md', text };
}

function rules({ domain, one, One }: Words): WrittenFile {
  const text = `import { no, yes, type Actor, type Decision, type Kind } from '@tongxin/core';
import { z } from 'zod';

export const nameLength = 80;

export const Open${One} = z.strictObject({
  name: z.string().trim().min(1, '${domain}.name').max(nameLength, '${domain}.name'),
});
export type Open${One} = z.infer<typeof Open${One}>;

/** Every way this domain says no, and the word of HTTP it travels as. */
export const refusals = {
  '${domain}.not_found': 'NOT_FOUND',
  '${domain}.not_signed_in': 'UNAUTHORIZED',
  '${domain}.name': 'BAD_REQUEST',
} as const satisfies Record<\`${domain}.\${string}\`, Kind>;
export type Refusal = keyof typeof refusals;

/** Whoever has signed in may open a ${one}. */
export function mayOpen(actor: Actor): Decision<Refusal> {
  return actor.kind === 'account' ? yes : no('${domain}.not_signed_in');
}
`;
  return { path: 'src/rules.ts', text };
}

function messages({ domain }: Words): WrittenFile {
  const text = `import type { Messages } from '@tongxin/core';
import { nameLength, type Refusal } from './rules.ts';

export const messages: Messages<Refusal> = {
  '${domain}.not_found': {
    'zh-CN': '没有找到这一条。它可能不在您负责的范围内。',
    en: 'This was not found. It may lie outside what you are responsible for.',
  },
  '${domain}.not_signed_in': { 'zh-CN': '请先登录。', en: 'Sign in first.' },
  '${domain}.name': {
    'zh-CN': \`请填写名称，不超过 \${nameLength} 个字。\`,
    en: \`Write the name, at most \${nameLength} characters.\`,
  },
};
`;
  return { path: 'src/messages.ts', text };
}

function schema({ domain, table }: Words): WrittenFile {
  const name = domain.replaceAll('-', '_');
  const text = `import { instant } from '@tongxin/db';
import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core';

export const ${table} = pgTable(
  '${name}',
  {
    id: uuid('id').primaryKey(),
    name: text('name').notNull(),
    openedAt: instant('opened_at').notNull(),
  },
  (table) => [index('${name}_opened_at_idx').on(table.openedAt.desc(), table.id.desc())],
);
`;
  return { path: 'src/schema.ts', text };
}

function queries({ domain, one, One, table }: Words): WrittenFile {
  const text = `import { DomainError } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { eq } from 'drizzle-orm';
import { refusals } from './rules.ts';
import { ${table} } from './schema.ts';

/** One ${one}. Refuses: ${domain}.not_found. */
export async function get${One}(ctx: Context, id: string) {
  const db = ctx.tx ?? ctx.municipality.db;
  const [row] = await db
    .select({ id: ${table}.id, name: ${table}.name, openedAt: ${table}.openedAt })
    .from(${table})
    .where(eq(${table}.id, id))
    .limit(1);
  if (row === undefined) throw new DomainError('${domain}.not_found', refusals['${domain}.not_found']);
  return row;
}
`;
  return { path: 'src/queries.ts', text };
}

function commands({ one, One, table, domain }: Words): WrittenFile {
  const text = `import { ensure, newId } from '@tongxin/core';
import { transact, type Context } from '@tongxin/db';
import { mayOpen, refusals, type Open${One} } from './rules.ts';
import { ${table} } from './schema.ts';

/** Opens a ${one} and answers its id. Refuses: ${domain}.not_signed_in. */
export async function open${One}(ctx: Context, { name }: Open${One}): Promise<{ id: string }> {
  return transact(ctx, async (tx) => {
    ensure(mayOpen(ctx.actor), refusals);
    const id = newId<'${one}'>();
    await tx.insert(${table}).values({ id, name, openedAt: ctx.now() });
    return { id };
  });
}
`;
  return { path: 'src/commands.ts', text };
}

function router({ One, table }: Words): WrittenFile {
  const text = `import { router, signedIn } from '@tongxin/trpc';
import { z } from 'zod';
import { open${One} } from './commands.ts';
import { get${One} } from './queries.ts';
import { Open${One} } from './rules.ts';

const ${One}Id = z.strictObject({ id: z.uuid() });

export const ${table}Router = router({
  get: signedIn.input(${One}Id).query(({ ctx, input }) => get${One}(ctx, input.id)),
  open: signedIn.input(Open${One}).mutation(({ ctx, input }) => open${One}(ctx, input)),
});
`;
  return { path: 'src/router.ts', text };
}

function testing({ one, One }: Words): WrittenFile {
  const text = `import type { Context } from '@tongxin/db';
import { open${One} } from './commands.ts';
import type { Open${One} } from './rules.ts';

/** Makes a ${one} that obeys every rule; other packages’ tests have no other way. */
export function make${One}(ctx: Context, input: Partial<Open${One}> = {}) {
  return open${One}(ctx, { name: '东河边第一处', ...input });
}
`;
  return { path: 'src/testing.ts', text };
}
