import { appConfig } from '@tongxin/web/app-config';
import { everyFile, withServiceWorker } from '@tongxin/web/service-worker-config';
import { defineConfig } from 'vite';

const pictures = ['icon-192.png', 'icon-512.png', 'apple-touch-icon.png'];

export default defineConfig(
  withServiceWorker(appConfig('member', ['zod']), {
    name: 'service-worker',
    source: 'src/service-worker.ts',
    files: (bundle) => [...everyFile(bundle), 'manifest.webmanifest', ...pictures],
  }),
);
