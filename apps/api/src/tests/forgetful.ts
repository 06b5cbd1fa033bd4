import type { Municipality } from '@tongxin/db';
import type { TestDatabase } from '@tongxin/db/testing';
import { drizzle } from 'drizzle-orm/node-postgres';
import type pg from 'pg';

/** A database whose every transaction can be taken back: the code under test begins and commits as ever. */
export type Forgetful = {
  municipality: Municipality;
  /** Does `work` and undoes it, whatever came of it. Not twice at the same time. */
  undone<T>(work: () => Promise<T>): Promise<T>;
  /** Begins what a later `back()` undoes. For many calls that are looked at together. */
  begin(): Promise<void>;
  back(): Promise<void>;
  query(text: string, values?: unknown[]): Promise<pg.QueryResult>;
  close(): void;
};

/**
 * Lends one connection on which BEGIN, COMMIT and ROLLBACK of the code are savepoints inside one transaction that
 * never commits, so thousands of calls start from the same records. The scope ends with the savepoint, as it would
 * end with the transaction.
 */
export async function forgetful(database: TestDatabase): Promise<Forgetful> {
  const client = await database.pool.connect();
  await client.query('set transaction_timeout = 0');
  const borrowed = new Borrowed(client);
  const pool = { connect: async () => borrowed, query: borrowed.query };
  const municipality: Municipality = {
    code: database.code,
    pool: pool as unknown as pg.Pool,
    db: drizzle(borrowed as unknown as pg.PoolClient),
    close: async () => undefined,
  };
  const begin = async () => void (await client.query('begin'));
  const back = async () => {
    await client.query('rollback');
    borrowed.forgetSavepoints();
  };
  return {
    municipality,
    begin,
    back,
    async undone(work) {
      await begin();
      try {
        return await work();
      } finally {
        await back();
      }
    },
    query: (text, values) => client.query(text, values),
    close: () => client.release(true),
  };
}

class Borrowed {
  readonly #client: pg.PoolClient;
  /** The scopes to go back to, the innermost last. */
  #scopes: string[] = [];
  // The code may ask two things at once; one connection answers them one after the other.
  #last: Promise<unknown> = Promise.resolve();

  constructor(client: pg.PoolClient) {
    this.#client = client;
  }

  readonly query = (asked: unknown, values?: unknown[]): Promise<unknown> => {
    const ask = () => this.#ask(asked, values);
    const answer = this.#last.then(ask, ask);
    this.#last = answer.catch(() => undefined);
    return answer;
  };

  readonly release = () => undefined;

  forgetSavepoints(): void {
    this.#scopes = [];
  }

  async #ask(asked: unknown, values?: unknown[]): Promise<unknown> {
    if (typeof asked !== 'string') {
      const config = asked as pg.QueryConfig;
      // A savepoint cannot choose its isolation; alone on its connection, the code sees one moment anyway.
      if (config.text.startsWith('set transaction isolation')) return this.#client.query('select');
      return this.#statement(config, values);
    }
    if (asked.startsWith('begin')) return this.#enter(asked.slice('begin'.length));
    if (asked === 'commit') return this.#leave('release savepoint');
    if (asked === 'rollback') return this.#leave('rollback to savepoint');
    return this.#statement(asked, values);
  }

  /** A statement; outside of what was begun it stands alone, and its failure undoes nothing but itself. */
  async #statement(asked: string | pg.QueryConfig, values?: unknown[]): Promise<unknown> {
    if (this.#scopes.length > 0) return this.#client.query(asked as string, values);
    await this.#client.query('savepoint alone');
    try {
      return await this.#client.query(asked as string, values);
    } catch (error) {
      await this.#client.query('rollback to savepoint alone');
      throw error;
    } finally {
      await this.#client.query('release savepoint alone');
    }
  }

  async #enter(rest: string): Promise<unknown> {
    const { rows } = await this.#client.query<{ scope: string | null }>(
      `select current_setting('app.scope', true) as scope`,
    );
    this.#scopes.push(rows[0]?.scope ?? '');
    return this.#client.query(`savepoint level_${this.#scopes.length}${rest}`);
  }

  async #leave(how: string): Promise<unknown> {
    const level = this.#scopes.length;
    const scope = this.#scopes.pop();
    if (scope === undefined) throw new Error('nothing was begun');
    return this.#client.query(`${how} level_${level}; set local app.scope = '${scope}'`);
  }
}
