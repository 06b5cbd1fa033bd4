import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Context } from '@tongxin/db';
import sharp from 'sharp';
import { storePhoto } from './commands.ts';
import { openStorage, type Storage } from './storage.ts';

/** A storage in a folder of its own, gone with the test. */
export async function testStorage(): Promise<Storage & AsyncDisposable & { folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'tongxin-files-'));
  const storage = await openStorage({ driver: 'fs', folder });
  return { ...storage, folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) };
}

/** The bytes of a photo of a green field, as a phone would send them. */
export function photoBytes({ width = 800, height = 600 } = {}): Promise<Uint8Array> {
  return sharp({ create: { width, height, channels: 3, background: '#2a7f4f' } })
    .jpeg()
    .toBuffer();
}

/** A stored photo that no matter has yet. */
export async function makePhoto(ctx: Context, storage: Storage): Promise<string> {
  return (await storePhoto(ctx, storage, await photoBytes())).id;
}
