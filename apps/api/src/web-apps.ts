import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Config } from './env.ts';

const folderOf = (name: string) => fileURLToPath(new URL(`../../${name}/dist`, import.meta.url));

const policyWith = (styles: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src ${styles}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "worker-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** What each application may load, and what of the device it may use. */
const policies = {
  admin: {
    // antd writes its styles into the page while it runs, which needs 'unsafe-inline' for styles and for nothing else.
    content: policyWith("'self' 'unsafe-inline'"),
    // At the door of an event members' codes are read with the camera.
    device: 'geolocation=(), microphone=(), camera=(self)',
  },
  member: { content: policyWith("'self'"), device: 'geolocation=(), microphone=(), camera=()' },
} as const;

/** What lies beside the first page under a name of its own: asked for anew each time, since the name stays. */
const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
};

/** Serves the offices' and the members' applications: files by name, every other address their first page. */
export async function registerWebApps(app: FastifyInstance, _config: Config): Promise<void> {
  for (const name of ['admin', 'member'] as const) {
    const folder = folderOf(name);
    if (!existsSync(folder)) continue;
    await app.register(async (site) => {
      const policy = policies[name];
      const page = await readFile(join(folder, 'index.html'), 'utf8');
      const first = (_request: unknown, reply: FastifyReply) =>
        reply
          .header('content-security-policy', policy.content)
          .header('permissions-policy', policy.device)
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
      for (const file of await readdir(folder)) {
        const type = types[extname(file)];
        if (type === undefined) continue;
        const content = await readFile(join(folder, file));
        // The service worker asks for things in its own name, under the policy that it came with.
        site.get(`/${name}/${file}`, (_request, reply) =>
          reply
            .header('content-security-policy', policy.content)
            .header('cache-control', 'no-cache')
            .type(type)
            .send(content),
        );
      }
      site.get(`/${name}`, (_request, reply) => reply.redirect(`/${name}/`));
      site.get(`/${name}/`, first);
      site.get(`/${name}/*`, first);
    });
  }
}
