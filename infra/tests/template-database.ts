import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../../packages/base/db/src/embedded.ts';
import { migrateAll } from '../../packages/base/db/src/migrate.ts';

const template = 'tongxin_template';
const demoCity = '3307';

/** Starts one server in memory for the whole run and migrates one database; each test file copies it. */
export async function setup(project: TestProject) {
  const server = await startEmbedded({ volatile: true });
  try {
    await makeTemplate(server.url);
  } catch (reason) {
    await server.stop();
    throw reason;
  }
  project.provide('clusterUrl', server.url);
  project.provide('template', template);
  return server.stop;
}

async function makeTemplate(clusterUrl: string) {
  const client = new pg.Client({ connectionString: clusterUrl });
  await client.connect();
  try {
    await client.query(`create database ${template}`);
    const url = new URL(clusterUrl);
    url.pathname = `/${template}`;
    await migrateAll(url.href, demoCity);
    // Nobody may connect to it any more: a database in use cannot be copied.
    await client.query(`alter database ${template} is_template true allow_connections false`);
  } finally {
    await client.end();
  }
}
