import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import type { Plugin, UserConfig } from 'vite';

/** Where `vite dev` finds the API; the built files are served by the API itself. */
const api = 'http://localhost:3000';

/**
 * How an app for signed-in people is built: `apps/<name>`, served under `/<name>/`. The modules named in `later` come
 * with the screens that need them, not with the first.
 */
export function appConfig(name: string, later: readonly string[] = []): UserConfig {
  const notYet = ['\\bqr/', 'temporal-polyfill', ...later].join('|');
  return {
    base: `/${name}/`,
    plugins: [react(), browserOnly(), compressed()],
    build: {
      target: 'es2022',
      // One large file on purpose, below; the budget is checked in compressed bytes.
      chunkSizeWarningLimit: 1000,
      rolldownOptions: {
        treeshake: { moduleSideEffects: hasSideEffects },
        // What every screen is made of comes once, with the first; a screen's own file then holds only the screen.
        output: {
          codeSplitting: {
            groups: [{ name: 'ground', test: new RegExp(`node_modules/(?!.*(?:${notYet}))`) }],
          },
        },
      },
    },
    server: { proxy: { '/trpc': api, '/auth': api, '/files': api, '/reports': api } },
  };
}

const serverRoom =
  /\/packages\/[^/]+\/src\/(schema|queries|commands|router|testing)(\/|\.ts)|\/node_modules\/(drizzle-orm|pg|fastify)\//;

/** Stops the build when something of the server has found its way into the browser's files. */
function browserOnly(): Plugin {
  return {
    name: 'browser-only',
    load(id) {
      if (serverRoom.test(id)) throw new Error(`${id} belongs to the server and must not reach a browser.`);
      return null;
    },
  };
}

/** Rules and messages do nothing by being read: what a screen does not use of them is left out of its file. */
function hasSideEffects(id: string): boolean {
  return !/\/packages\/[^/]+\/src\/(rules|messages)/.test(id) && !id.includes('/packages/base/core/');
}

/** Lays a compressed copy beside each text file, so that the server compresses nothing while people wait. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          const text = file.type === 'chunk' ? file.code : file.source;
          if (!/\.(js|css|svg)$/.test(file.fileName)) continue;
          const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
          this.emitFile({
            type: 'asset',
            fileName: `${file.fileName}.br`,
            source: brotliCompressSync(text, { params }),
          });
          this.emitFile({
            type: 'asset',
            fileName: `${file.fileName}.gz`,
            source: gzipSync(text, { level: 9 }),
          });
        }
      },
    },
  };
}
