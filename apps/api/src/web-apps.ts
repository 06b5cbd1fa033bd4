import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Config } from './env.ts';

const folderOf = (name: string) => fileURLToPath(new URL(`../../${name}/dist`, import.meta.url));

// antd writes its styles into the page while it runs, which needs 'unsafe-inline' for styles and for nothing else.
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Serves the offices' and the members' applications: files by name, every other address their first page. */
export async function registerWebApps(app: FastifyInstance, _config: Config): Promise<void> {
  for (const name of ['admin', 'member']) {
    const folder = folderOf(name);
    if (!existsSync(folder)) continue;
    await app.register(async (site) => {
      const page = await readFile(join(folder, 'index.html'), 'utf8');
      const first = (_request: unknown, reply: FastifyReply) =>
        reply
          .header('content-security-policy', policy)
          // The door of an event and a member's own code are read with the camera of the device.
          .header('permissions-policy', 'geolocation=(), microphone=(), camera=(self)')
          .header('cache-control', 'no-cache')
          .type('text/html; charset=utf-8')
          .send(page);
      // Names of built files carry their content's hash, so they may be kept for ever.
      await site.register(fastifyStatic, {
        root: join(folder, 'assets'),
        prefix: `/${name}/assets/`,
        immutable: true,
        maxAge: '365d',
        index: false,
        decorateReply: false,
        preCompressed: true,
      });
      site.get(`/${name}`, (_request, reply) => reply.redirect(`/${name}/`));
      site.get(`/${name}/`, first);
      site.get(`/${name}/*`, first);
    });
  }
}
