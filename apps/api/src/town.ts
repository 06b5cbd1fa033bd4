import type { Actor, Locale } from '@tongxin/core';
import { openMunicipality, type Municipality } from '@tongxin/db';
import type { Installation, RequestContext } from '@tongxin/trpc';
import type { Storage } from '@tongxin/files/storage';
import type { Config } from './env.ts';
import { photoStorage } from './storage.ts';

/** One running town: its configuration and its records. */
export type Town = {
  config: Config;
  municipality: Municipality;
  storage: Storage;
  /** The clock. The demo city's year is told with another one. */
  now: () => Temporal.Instant;
};

export async function openTown(config: Config, { connections = 10 } = {}): Promise<Town> {
  const url = config.APP_DATABASE_URL ?? config.DATABASE_URL;
  return {
    config,
    municipality: openMunicipality(url, config.MUNICIPALITY, { connections }),
    storage: await photoStorage(config),
    now: () => Temporal.Now.instant(),
  };
}

/** What the domains need to know of whoever asks. */
export function contextFor(
  town: Town,
  actor: Actor,
  more: { requestId?: string; locale?: Locale; house?: Installation } = {},
): RequestContext {
  return { municipality: town.municipality, actor, now: town.now, keys: town.config.keys, ...more };
}
