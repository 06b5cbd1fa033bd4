import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { Connection } from './connection.ts';
import { appRole } from './roles.ts';
import { schemaOf, vaultOf } from './migrate.ts';

export type Db = NodePgDatabase;
export type Tx = NodePgDatabase;

/** One city's records: the only place where a schema is chosen. Queries never name one. */
export type Municipality = {
  code: string;
  pool: pg.Pool;
  /** For reads outside a transaction; tables behind row-level security show nothing here. */
  db: Db;
  close(): Promise<void>;
};

/** Opens the records of the municipality with this four-digit code, as a role that owns nothing. */
export function openMunicipality(url: string, code: string, { connections = 10 } = {}): Municipality {
  const path = `${schemaOf(code)},${vaultOf(code)},public`;
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    Client: Connection,
    connectionTimeoutMillis: 10_000,
    options: `-c search_path=${path} -c role=${appRole} -c statement_timeout=5000 -c transaction_timeout=5000`,
  });
  // Without a listener a connection that the server drops would end the process: one that is idle, and one that is
  // lent, where whoever works with it hears of it by their next statement.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return { code, pool, db: drizzle(pool), close: () => pool.end() };
}
