import type { Municipality } from '@tongxin/db';
import { drizzle } from 'drizzle-orm/node-postgres';
import pg, { type PoolConfig, type QueryConfig, type QueryResult } from 'pg';

/**
 * Connections that tell a whole year in a minute: nothing waits for the disk (an interrupted telling is thrown away
 * and begun again), and a write whose answer nobody needs goes out together with the next question. The commands
 * notice nothing of it; a write that fails ends its transaction, which says why.
 */
export function openForTelling(municipality: Municipality, { connections }: { connections: number }): Municipality {
  const pool = new pg.Pool({ ...configOf(municipality), max: connections, Client: PostingClient });
  pool.on('error', () => undefined);
  return { code: municipality.code, pool, db: drizzle(pool), close: () => pool.end() };
}

const hurried = '-c synchronous_commit=off -c statement_timeout=0 -c transaction_timeout=0';

/** The same place and role as the municipality's own connections. */
export function configOf({ pool }: Municipality): PoolConfig {
  const { connectionString, options } = pool.options as PoolConfig;
  return { connectionString, options: `${options ?? ''} ${hurried}`, pipeline: true } as PoolConfig;
}

/** Statements are prepared once per connection; their names are their numbers. */
const names = new Map<string, string>();

function nameOf(text: string): string {
  const known = names.get(text) ?? `s${names.size}`;
  names.set(text, known);
  return known;
}

type Wired = { connection: { stream: { cork(): void; uncork(): void } } };
type Answer = Promise<QueryResult>;
type Question = { config: string | QueryConfig; values: unknown[] | undefined };

class PostingClient extends pg.Client {
  private posted: Question[] = [];
  private failure: unknown;

  /** Drizzle and the transaction ask with a promise; the pool itself asks with a callback. */
  override query(...asked: never[]): never {
    const [config, values, callback] = asked as unknown[];
    if (typeof values === 'function' || typeof callback === 'function' || !isQuestion(config)) {
      return super.query(...asked);
    }
    return this.ask({ config: prepared(config, values), values: values as unknown[] | undefined }) as never;
  }

  private ask(question: Question): Answer {
    if (isPosted(question)) {
      this.posted.push(question);
      return Promise.resolve({ rows: [], rowCount: 1, command: '', oid: 0, fields: [] });
    }
    const { stream } = (this as unknown as Wired).connection;
    stream.cork();
    for (const one of this.posted.splice(0)) this.send(one).catch((reason: unknown) => (this.failure ??= reason));
    const answer = this.send(question);
    stream.uncork();
    return answer.catch((reason: unknown) => {
      // What failed first says why; everything after it only says that the transaction is over.
      const first = this.failure ?? reason;
      this.failure = undefined;
      throw first;
    });
  }

  private send({ config, values }: Question): Answer {
    return super.query(config as QueryConfig, values) as unknown as Answer;
  }
}

function isQuestion(config: unknown): config is string | QueryConfig {
  return typeof config === 'string' || (typeof config === 'object' && config !== null && 'text' in config);
}

function prepared(config: string | QueryConfig, values: unknown): string | QueryConfig {
  const isBare = typeof config === 'string' || config.name !== undefined || !Array.isArray(values) || values.length === 0;
  return isBare ? config : Object.assign(config, { name: nameOf(config.text) });
}

/** Whether nobody reads the answer: a plain write that returns nothing and must not be counted. */
function isPosted({ config }: Question): boolean {
  const text = typeof config === 'string' ? config : config.text;
  return /^(insert|update|delete|set|reset|savepoint|release)\b/i.test(text) && !/\breturning\b|\bdo nothing\b/i.test(text);
}
