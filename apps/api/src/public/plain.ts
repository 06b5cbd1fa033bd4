import type { FastifyInstance } from 'fastify';
import { links } from '@tongxin/public/links';
import { answerKept, goTo } from './answer.ts';
import type { Site } from './site.ts';
import { isLocale, isLook } from './choices.ts';
import { baseOf, choose } from './visitor.ts';

/** Pages that hold only text, the choice of size and language, and what search engines may read. */
export function registerPlain(app: FastifyInstance, site: Site): void {
  app.get(
    '/about',
    answerKept(site, async () => ({ page: 'about', content: {} })),
  );
  for (const page of ['privacy', 'accessibility'] as const) {
    app.get(
      `/${page}`,
      answerKept(site, async () => ({ page: 'plain', content: { page } })),
    );
  }
  app.get('/settings', async (request, reply) => {
    const { look, lang, back } = request.query as Record<string, unknown>;
    if (isLook(look)) choose(site, reply, 'look', look);
    if (isLocale(lang)) choose(site, reply, 'lang', lang);
    return goTo(reply, isOwnPath(back) ? back : links.home());
  });
  app.get('/robots.txt', async (request, reply) => {
    const closed = [
      '/tell/',
      '/follow/',
      '/tickets',
      '/settings',
      '/find',
      '/admin',
      '/member',
      '/trpc',
      '/files',
    ];
    const lines = [
      'User-agent: *',
      ...closed.map((path) => `Disallow: ${path}`),
      `# ${baseOf(site, request)}`,
    ];
    return reply
      .header('cache-control', 'public, max-age=3600')
      .type('text/plain; charset=utf-8')
      .send(`${lines.join('\n')}\n`);
  });
}

/** An address of this site and no other: one slash at its beginning, and nothing that a browser reads as two. */
function isOwnPath(back: unknown): back is string {
  return typeof back === 'string' && /^\/(?![/\\])[\x21-\x7e]*$/.test(back) && !back.includes('\\');
}
