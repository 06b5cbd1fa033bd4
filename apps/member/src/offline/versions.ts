import { useSyncExternalStore } from 'react';

let waiting: ServiceWorker | null = null;
const listeners = new Set<() => void>();

function nowWaiting(worker: ServiceWorker | null): void {
  waiting = worker;
  for (const tell of listeners) tell();
}

/** Keeps the app itself on the telephone, and notices when a newer one has been fetched and waits to take over. */
export function watchForVersions(): void {
  // Safe connections only; elsewhere, and while developing, the app works without it.
  const workers = 'serviceWorker' in navigator ? navigator.serviceWorker : undefined;
  // Without an older version nothing is taken over from: the first one simply begins.
  if (workers?.controller) workers.addEventListener('controllerchange', () => location.reload());
  workers?.register('/member/service-worker.js').then(watch, () => undefined);
}

function watch(registration: ServiceWorkerRegistration): void {
  const look = () => navigator.serviceWorker.controller && nowWaiting(registration.waiting);
  look();
  registration.addEventListener('updatefound', () =>
    registration.installing?.addEventListener('statechange', look),
  );
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && navigator.onLine)
      void registration.update().catch(() => undefined);
  });
}

/** Takes over the newer version that waits, and opens the app anew in every window; null when none waits. */
export function useNewVersion(): (() => void) | null {
  const worker = useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => waiting,
  );
  return worker === null ? null : () => worker.postMessage('take over');
}
