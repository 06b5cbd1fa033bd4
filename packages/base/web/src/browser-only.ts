const serverRoom = /\/packages\/[^/]+\/src\/(schema|queries|commands|router|testing)(\/|\.ts)|\/node_modules\/(drizzle-orm|pg|fastify)\//;

/** A Vite plugin that stops the build when something of the server has found its way into the browser's files. */
export function browserOnly() {
  return {
    name: 'browser-only',
    load(id: string) {
      if (serverRoom.test(id)) throw new Error(`${id} belongs to the server and must not reach a browser.`);
      return null;
    },
  };
}

/** Rooms of the house do nothing by being read: what a screen does not use is left out of its file. */
export function hasSideEffects(id: string): boolean {
  return !/\/packages\/[^/]+\/src\/(rules|messages)/.test(id) && !id.includes('/packages/base/core/');
}
