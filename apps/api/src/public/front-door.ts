import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { choicesIn, pageKey } from './choices.ts';
import { encoded, type PageCache } from './page-cache.ts';

/**
 * Answers with kept pages before the framework looks at a request: parsing, hooks and routing cost more than sending
 * the bytes. What it sends is what the framework sent the first time; everything else goes on to the framework.
 */
export function standInFront(server: Server, cache: PageCache): void {
  const inside = server.listeners('request') as ((
    request: IncomingMessage,
    response: ServerResponse,
  ) => void)[];
  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (answerKept(cache, request, response)) return;
    for (const listener of inside) listener.call(server, request, response);
  });
}

function answerKept(
  cache: PageCache,
  { method, url = '', headers }: IncomingMessage,
  response: ServerResponse,
): boolean {
  // An address that says its language for itself is the framework's to read.
  if (method !== 'GET' || url.includes('lang=')) return false;
  const page = cache.find(pageKey(url, choicesIn(headers.cookie)));
  if (page?.headers === undefined) return false;
  if (headers['if-none-match'] === page.etag) {
    response.writeHead(304, [...page.headers]).end();
    return true;
  }
  const { bytes, encoding } = encoded(page, headers['accept-encoding']);
  const own = [
    'content-length',
    String(bytes.length),
    ...(encoding === null ? [] : ['content-encoding', encoding]),
  ];
  response.writeHead(200, [...page.headers, ...own]).end(bytes);
  return true;
}
