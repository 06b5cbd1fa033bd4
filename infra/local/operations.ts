import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './command.ts';
import type { Say } from './progress.ts';

/** The environment the API application is run with. */
export type TownEnvironment = Record<string, string> & { DATABASE_URL: string; DATA_DIR: string };

/** What the API application offers to those who run it. */
export interface Operations {
  migrateAll(env: TownEnvironment): Promise<void>;
  isEmpty(env: TownEnvironment): Promise<boolean>;
  seedDemo(env: TownEnvironment, how: { small: boolean; progress: Say }): Promise<void>;
  serve(env: TownEnvironment, how: { port: number }): Promise<{ url: string; close(): Promise<void> }>;
  /** Who can sign in to the demo city, and with what. */
  demoSignIns(): readonly { who: string; path: string; name: string; password: string }[];
}

/** Loads the API application. Late, because its sources need the project's Node. */
export async function loadOperations(): Promise<Operations> {
  const file = join(root, 'apps', 'api', 'src', 'operations.ts');
  if (!existsSync(file)) throw new Error(`The API application is not here: ${file} is missing.`);
  return (await import(pathToFileURL(file).href)) as Operations;
}
