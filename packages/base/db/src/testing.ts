import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { openMunicipality, type Municipality } from './municipality.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    clusterUrl: string;
    template: string;
  }
}

/** The demo city of all tests. */
export const testMunicipality = '3307';

export type TestDatabase = Municipality & AsyncDisposable & { ownerUrl: string };

/**
 * An own copy of the migrated template, on the real server: commits, locks and races are real.
 * Close it with `await using` or in `afterAll`.
 */
export async function testDatabase({ connections = 10 } = {}): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onCluster(`create database ${name} template ${inject('template')} strategy file_copy`);
  const url = new URL(inject('clusterUrl'));
  url.pathname = `/${name}`;
  const ownerUrl = url.toString();
  const municipality = openMunicipality(ownerUrl, testMunicipality, { connections });
  const close = async () => {
    await municipality.close();
    await onCluster(`drop database ${name} with (force)`);
  };
  return { ...municipality, ownerUrl, close, [Symbol.asyncDispose]: close };
}

async function onCluster(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('clusterUrl') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
