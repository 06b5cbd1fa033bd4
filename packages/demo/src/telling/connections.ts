import { Connection, type Municipality } from '@tongxin/db';
import { drizzle } from 'drizzle-orm/node-postgres';
import pg, { type PoolConfig, type QueryConfig } from 'pg';

/**
 * Connections that tell a whole year in a minute. Nothing waits for the disk, because an interrupted telling is thrown
 * away and begun again. A write whose answer nobody reads travels together with the next question; if it fails, that
 * question fails with its reason. The commands notice nothing of it.
 */
export function openForTelling(route: Route, connections: number): Municipality {
  const { code, connectionString, options } = route;
  const pool = new pg.Pool({
    connectionString,
    max: connections,
    options: `${options} -c synchronous_commit=off -c statement_timeout=0 -c transaction_timeout=0 -c plan_cache_mode=force_generic_plan -c jit=off`,
    Client: PostingConnection,
  });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return { code, pool, db: drizzle(pool), close: () => pool.end() };
}

/** The way to a municipality's records, which another thread can take too. */
export type Route = { code: string; connectionString: string; options: string };

/** The same place and role as the municipality's own connections. */
export function routeTo({ code, pool }: Municipality): Route {
  const { connectionString, options } = pool.options as PoolConfig;
  if (connectionString === undefined) throw new Error('the demo city is told over an address');
  return { code, connectionString, options: options ?? '' };
}

type Question = QueryConfig & { text: string };

/** Holds back what nobody reads the answer of, until something is asked: both go in one message. */
class PostingConnection extends Connection {
  private posted: Question[] = [];
  private scope: string | undefined;

  /** Whoever asks with a promise gets our way; the pool itself asks with a callback. */
  override query(...all: never[]): never {
    const [config, values, callback] = all as unknown[];
    const question =
      typeof values === 'function' || typeof callback === 'function' ? null : questionOf(config, values);
    if (question === null) return super.query(...all);
    if (isPosted(question)) {
      if (this.changes(question)) this.posted.push(...statementsOf(question));
      return Promise.resolve({ rows: [], rowCount: 1, command: '', oid: 0, fields: [] }) as never;
    }
    // A transaction begins and ends with a scope of its own.
    if (/^(begin|commit|rollback)\b/i.test(question.text)) this.scope = undefined;
    for (const write of this.posted.splice(0)) this.say(write).catch(() => undefined);
    return this.say(question) as never;
  }

  /** False for a scope that is set already. */
  private changes({ text }: Question): boolean {
    const scope = /^set local app\.scope = '([^']*)'$/.exec(text)?.[1];
    if (scope === undefined) return true;
    const before = this.scope;
    this.scope = scope;
    return scope !== before;
  }

  private say(question: Question): Promise<unknown> {
    const named = question.values?.length ? { ...question, name: nameOf(question.text) } : question;
    return super.query(named as never);
  }
}

function questionOf(config: unknown, values: unknown): Question | null {
  if (typeof config === 'string') return { text: config };
  if (typeof config !== 'object' || config === null || !('text' in config) || 'submit' in config) return null;
  const question = config as Question;
  return Array.isArray(values) ? { ...question, values } : question;
}

/** Statements are prepared once per connection; their names are their numbers. */
const numbers = new Map<string, number>();

function nameOf(text: string): string {
  const number = numbers.get(text) ?? numbers.size;
  numbers.set(text, number);
  return `t${number}`;
}

/** Whether nobody reads the answer: a write that returns nothing and is not counted. */
function isPosted({ text }: Question): boolean {
  const isWrite = /^(insert|update|delete|set|reset|savepoint|release)\b/i.test(text);
  return isWrite && !/\breturning\b|\bdo nothing\b/i.test(text);
}

/** Settings come several at a time; a message takes one statement after the other. */
function statementsOf(question: Question): Question[] {
  if (question.values?.length) return [question];
  return question.text.split(';').map((text) => ({ ...question, text: text.trim() }));
}
