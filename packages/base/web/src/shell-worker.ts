type Extendable = Event & { waitUntil(work: Promise<unknown>): void };
type Fetching = Extendable & { request: Request; respondWith(answer: Promise<Response>): void };
type Global = EventTarget & { skipWaiting(): Promise<void>; clients: { claim(): Promise<void> } };

type Shell = {
  /** The first page, which finds its way by the address. */
  page: string;
  /** The addresses that open without a network. */
  folder: string;
  files: readonly string[];
  /** Names what is kept: a name of its own for each worker, and the version. */
  name: string;
  version: string;
};

/**
 * The whole of a service worker that keeps an app itself on the device, so that it opens without a network. It keeps
 * nothing that was read for anybody: that lies in the app's own store, under the person it belongs to. Written by hand:
 * what it does is less than what a library for it would have to be told.
 */
export function keepShell({ page, folder, files, name, version }: Shell): void {
  const worker = self as unknown as Global;
  const shell = `${name}-${version}`;

  worker.addEventListener('install', (event) => {
    (event as Extendable).waitUntil(caches.open(shell).then((cache) => cache.addAll([page, ...files])));
  });

  worker.addEventListener('activate', (event) => {
    const clean = async () => {
      const old = (await caches.keys()).filter((one) => one.startsWith(`${name}-`) && one !== shell);
      await Promise.all(old.map((one) => caches.delete(one)));
      await worker.clients.claim();
    };
    (event as Extendable).waitUntil(clean());
  });

  // A new version waits until the person says so, or until the app is closed everywhere.
  worker.addEventListener('message', (event) => {
    if ((event as MessageEvent).data === 'take over') void worker.skipWaiting();
  });

  const fromShell = async (address: string, request: Request): Promise<Response> => {
    const cache = await caches.open(shell);
    return (await cache.match(address)) ?? fetch(request);
  };
  worker.addEventListener('fetch', (event) => {
    const { request } = event as Fetching;
    const { origin, pathname } = new URL(request.url);
    if (request.method !== 'GET' || origin !== location.origin) return;
    if (request.mode === 'navigate' && pathname.startsWith(folder))
      (event as Fetching).respondWith(fromShell(page, request));
    else if (files.includes(pathname)) (event as Fetching).respondWith(fromShell(pathname, request));
  });
}
