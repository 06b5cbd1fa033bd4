import { useSyncExternalStore } from 'react';

function listen(changed: () => void) {
  addEventListener('online', changed);
  addEventListener('offline', changed);
  return () => {
    removeEventListener('online', changed);
    removeEventListener('offline', changed);
  };
}

/** Whether the telephone says that it has a network; the server may still be out of reach. */
export function useOnline(): boolean {
  return useSyncExternalStore(listen, () => navigator.onLine);
}
