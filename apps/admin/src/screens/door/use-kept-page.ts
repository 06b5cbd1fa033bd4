import { useEffect, useState } from 'react';

/** Keeps the door's page itself on the device, and says when it will open without a network. */
export function useKeptPage(): boolean {
  const [isKept, setKept] = useState(false);
  useEffect(() => {
    // Safe connections only; a browser that keeps nothing still scans as long as the page stays open.
    const workers = 'serviceWorker' in navigator ? navigator.serviceWorker : undefined;
    const keep = async () => {
      const registration = await workers?.register('/admin/door-worker.js', { scope: '/admin/door/' });
      if (registration?.active) return setKept(true);
      const coming = registration?.installing ?? registration?.waiting;
      coming?.addEventListener('statechange', () => coming.state === 'activated' && setKept(true));
      return undefined;
    };
    keep().catch(async () => {
      // Without a network it cannot be asked for; it may be here from before.
      const here = await workers?.getRegistration('/admin/door/').catch(() => undefined);
      setKept(Boolean(here?.active));
    });
    // What was scanned is not the first thing to go when the disk is full.
    void navigator.storage?.persist?.().catch(() => false);
  }, []);
  return isKept;
}
