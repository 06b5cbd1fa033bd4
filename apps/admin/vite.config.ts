import { appConfig } from '@tongxin/web/app-config';
import { filesOf, withServiceWorker } from '@tongxin/web/service-worker-config';
import { defineConfig } from 'vite';

/** What the door of an event is made of; the rest of the offices' app stays where the network is. */
const door = [
  '/admin/index.html',
  '/admin/src/start.tsx',
  '/temporal-polyfill/',
  '/screens/door/DoorScreen.tsx',
  '/qr/decode.js',
];

export default defineConfig(
  withServiceWorker(appConfig('admin'), {
    name: 'door-worker',
    source: 'src/door-worker.ts',
    files: (bundle) => filesOf(bundle, door),
  }),
);
