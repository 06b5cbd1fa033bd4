import type { Municipality } from '@tongxin/db';
import { drizzle } from 'drizzle-orm/node-postgres';
import pg, { type PoolConfig, type QueryConfig, type QueryResult } from 'pg';

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
    Client: PostingClient,
  });
  pool.on('error', () => undefined);
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

type Question = { text: string; values: readonly unknown[]; config: QueryConfig };

/** What the driver keeps to itself: the messages of the extended protocol, without waiting for an answer. */
type Wire = {
  stream: { cork(): void; uncork(): void };
  parse(statement: { text: string; name: string }): void;
  bind(values: {
    statement: string;
    values: readonly unknown[];
    valueMapper: (value: unknown) => unknown;
  }): void;
  execute(portal: object): void;
};

class PostingClient extends pg.Client {
  private posted: Question[] = [];
  private readonly prepared = new Set<string>();
  private scope: string | undefined;

  /** Whoever asks with a promise gets our way; the pool itself asks with a callback. */
  override query(...asked: never[]): never {
    const [config, values, callback] = asked as unknown[];
    const question =
      typeof values === 'function' || typeof callback === 'function' ? null : questionOf(config, values);
    if (question === null) return (super.query as (...all: never[]) => never).apply(this, asked);
    if (!isPosted(question)) return this.ask(question) as never;
    if (this.changes(question)) this.posted.push(...statementsOf(question));
    return Promise.resolve({ rows: [], rowCount: 1, command: '', oid: 0, fields: [] }) as never;
  }

  /** False for a scope that is set already. */
  private changes({ text }: Question): boolean {
    const scope = /^set local app\.scope = '([^']*)'$/.exec(text)?.[1];
    if (scope === undefined) return true;
    const before = this.scope;
    this.scope = scope;
    return scope !== before;
  }

  private async ask({ text, values, config }: Question): Promise<QueryResult> {
    const { stream } = this.wire;
    // A transaction begins and ends with a scope of its own.
    if (/^(begin|commit|rollback)\b/i.test(text)) this.scope = undefined;
    stream.cork();
    const alone = this.posted.length === 0;
    for (const write of this.posted.splice(0)) this.post(write);
    // Behind posted writes a question has to speak as they do, or a failed one among them would swallow it.
    const plain = values.length === 0;
    if (plain && !alone && text.includes(';'))
      throw new Error('several statements at once cannot follow a posted one');
    const how = plain
      ? { ...config, queryMode: alone ? undefined : 'extended' }
      : { ...config, name: nameOf('q', text) };
    const answer = super.query(how as QueryConfig, [...values]) as unknown as Promise<
      QueryResult | QueryResult[]
    >;
    stream.uncork();
    const result = await answer;
    return Array.isArray(result) ? result.at(-1)! : result;
  }

  private post({ text, values }: Question): void {
    const name = nameOf('w', text);
    if (!this.prepared.has(name)) this.wire.parse({ text, name });
    this.prepared.add(name);
    this.wire.bind({ statement: name, values, valueMapper: onTheWire });
    this.wire.execute({});
  }

  private get wire(): Wire {
    return (this as unknown as { connection: Wire }).connection;
  }
}

function questionOf(config: unknown, values: unknown): Question | null {
  if (typeof config === 'string') return { text: config, values: [], config: { text: config } };
  if (typeof config !== 'object' || config === null || !('text' in config) || 'submit' in config) return null;
  const question = config as QueryConfig;
  return { text: question.text, values: Array.isArray(values) ? values : [], config: question };
}

/** Statements are prepared once per connection; their names are their numbers. */
const numbers = new Map<string, number>();

function nameOf(kind: 'q' | 'w', text: string): string {
  const number = numbers.get(text) ?? numbers.size;
  numbers.set(text, number);
  return `${kind}${number}`;
}

/** Whether nobody reads the answer: a write that returns nothing and is not counted. */
function isPosted({ text, values }: Question): boolean {
  const isWrite = /^(insert|update|delete|set|reset|savepoint|release)\b/i.test(text);
  return isWrite && !/\breturning\b|\bdo nothing\b/i.test(text) && !values.some(Array.isArray);
}

/** Settings come several at a time; the extended protocol takes one statement after the other. */
function statementsOf(question: Question): Question[] {
  if (question.values.length > 0) return [question];
  return question.text.split(';').map((text) => ({ ...question, text: text.trim() }));
}

function onTheWire(value: unknown): unknown {
  if (value === null || value === undefined) return null;
  return value instanceof Uint8Array ? Buffer.from(value) : String(value as string | number | boolean);
}
