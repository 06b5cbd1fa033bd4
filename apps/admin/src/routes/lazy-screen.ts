import { lazyRouteComponent } from '@tanstack/react-router';

/**
 * A screen in a file of its own, which comes when it is first opened. Without a network it is waited for: the router
 * would load the whole page anew, and the browser find nothing.
 */
export function lazyScreen<Module extends Record<string, unknown>, Name extends keyof Module>(
  fetch: () => Promise<Module>,
  name: Name,
) {
  const patient = async () => {
    try {
      return await fetch();
    } catch (error) {
      if (navigator.onLine) throw error;
      await new Promise((resolve) => window.addEventListener('online', resolve, { once: true }));
      return fetch();
    }
  };
  return lazyRouteComponent(patient, name);
}
