import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Render, Visit } from '@tongxin/public/render';
import type { Town } from '../town.ts';
import { openFormSeal, type FormSeal } from './form-seal.ts';
import { openNumberBoard, type NumberBoard } from './numbers.ts';
import { openPageCache, type PageCache } from './page-cache.ts';
import { openPlaceNames, type PlaceNames } from './place-names.ts';

/** The residents' site of one town: how pages are drawn, kept and sealed. */
export type Site = {
  town: Town;
  draw: Render;
  assets: Visit['assets'];
  /** Folder of the files that browsers load; null where nothing is built. */
  folder: string | null;
  cache: PageCache;
  seal: FormSeal;
  names: PlaceNames;
  numbers: NumberBoard;
};

/** What is drawn with, when it is not the built one. */
export type Drawing = Pick<Site, 'draw' | 'assets' | 'folder'>;

export function openSite(town: Town, drawing: Drawing): Site {
  return {
    town,
    ...drawing,
    cache: openPageCache(),
    seal: openFormSeal(town.config.AUTH_SECRET),
    names: openPlaceNames(town),
    numbers: openNumberBoard(town),
  };
}

const built = fileURLToPath(new URL('../../../public/dist', import.meta.url));

/** The pages as `pnpm build` made them; null when they were never built. */
export async function loadBuilt(folder = built): Promise<Drawing | null> {
  const bundle = join(folder, 'server', 'render.js');
  if (!existsSync(bundle)) return null;
  const { render } = (await import(pathToFileURL(bundle).href)) as { render: Render };
  const client = join(folder, 'client');
  const manifest = JSON.parse(await readFile(join(client, '.vite', 'manifest.json'), 'utf8')) as Record<
    string,
    { file: string }
  >;
  const address = (source: string) => `/${manifest[source]?.file ?? ''}`;
  return {
    draw: render,
    assets: { style: address('src/style/index.css'), script: address('src/site.ts') },
    folder: join(client, 'assets'),
  };
}
