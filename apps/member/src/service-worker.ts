/*
 * Keeps the app itself on the telephone, so that it opens without a network. It keeps nothing that was read for
 * anybody: that lies in the app's own store, under the person it belongs to. Written by hand: what it does is less than
 * what a library for it would have to be told.
 */
type Extendable = Event & { waitUntil(work: Promise<unknown>): void };
type Fetching = Extendable & { request: Request; respondWith(answer: Promise<Response>): void };
type Global = EventTarget & { skipWaiting(): Promise<void>; clients: { claim(): Promise<void> } };

const worker = self as unknown as Global;
const folder = '/member/';
// The build puts the names of its files here; each holds the hash of its content.
const files: readonly string[] = ['@files'];
const shell = `shell-${'@version'}`;

worker.addEventListener('install', (event) => {
  (event as Extendable).waitUntil(caches.open(shell).then((cache) => cache.addAll([folder, ...files])));
});

worker.addEventListener('activate', (event) => {
  const clean = async () => {
    const old = (await caches.keys()).filter((name) => name.startsWith('shell-') && name !== shell);
    await Promise.all(old.map((name) => caches.delete(name)));
    await worker.clients.claim();
  };
  (event as Extendable).waitUntil(clean());
});

// A new version waits until the person says so, or until the app is closed everywhere.
worker.addEventListener('message', (event) => {
  if ((event as MessageEvent).data === 'take over') void worker.skipWaiting();
});

worker.addEventListener('fetch', (event) => {
  const { request } = event as Fetching;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin || !pathname.startsWith(folder)) return;
  // Every screen is the same first page; the app finds its way by the address.
  if (request.mode === 'navigate') (event as Fetching).respondWith(fromShell(folder, request));
  else if (files.includes(pathname)) (event as Fetching).respondWith(fromShell(pathname, request));
});

async function fromShell(name: string, request: Request): Promise<Response> {
  const cache = await caches.open(shell);
  return (await cache.match(name)) ?? fetch(request);
}

export {};
