import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { encoded, type KeptPage } from './page-cache.ts';
import type { Site } from './site.ts';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};

/** The style sheet and the script: a few kilobytes, kept in memory, named by their content and so kept for ever. */
export function registerAssets(app: FastifyInstance, { folder }: Pick<Site, 'folder'>): void {
  if (folder === null) return;
  for (const name of readdirSync(folder)) {
    const type = types[extname(name)];
    if (type === undefined) continue;
    const file: KeptPage = { etag: `"${name}"`, plain: readFileSync(join(folder, name)), until: Infinity };
    app.get(`/assets/${name}`, async ({ headers }, reply) => {
      const { bytes, encoding } = encoded(file, headers['accept-encoding']);
      if (encoding !== null) void reply.header('content-encoding', encoding);
      return reply
        .headers({ 'cache-control': 'public, max-age=31536000, immutable', vary: 'accept-encoding' })
        .type(type)
        .send(bytes);
    });
  }
}
