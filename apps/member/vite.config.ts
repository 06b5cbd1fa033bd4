import { createHash } from 'node:crypto';
import { appConfig } from '@tongxin/web/app-config';
import { defineConfig, mergeConfig, type Plugin } from 'vite';

const pictures = ['icon-192.png', 'icon-512.png', 'apple-touch-icon.png'];

/** Tells the service worker which files the app is made of, and gives it a new version whenever one of them changes. */
function filesForServiceWorker(): Plugin {
  return {
    name: 'files-for-service-worker',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const worker = bundle['service-worker.js'];
        if (worker?.type !== 'chunk') throw new Error('the service worker was not built');
        if (worker.imports.length > 0) throw new Error('the service worker must be one file');
        const page = bundle['index.html'];
        const built = Object.keys(bundle).filter((name) => /^assets\/.*\.(js|css)$/.test(name));
        const files = [...built, 'manifest.webmanifest', ...pictures]
          .toSorted()
          .map((name) => `/member/${name}`);
        const content = JSON.stringify([files, page?.type === 'asset' ? page.source : '', worker.code]);
        const version = createHash('sha256').update(content).digest('hex').slice(0, 12);
        worker.code = worker.code
          .replace(/(["'`])@files\1/, files.map((name) => JSON.stringify(name)).join())
          .replace('@version', version);
        if (worker.code.includes('@')) throw new Error('the service worker was not told its files');
      },
    },
  };
}

export default defineConfig(
  mergeConfig(appConfig('member', ['zod']), {
    plugins: [filesForServiceWorker()],
    build: {
      rolldownOptions: {
        input: { index: 'index.html', 'service-worker': 'src/service-worker.ts' },
        output: {
          entryFileNames: ({ name }: { name: string }) =>
            name === 'service-worker' ? 'service-worker.js' : 'assets/[name]-[hash].js',
        },
      },
    },
  }),
);
