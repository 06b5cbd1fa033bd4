/** Browsers that have no `Temporal` of their own get it before anything else runs; the others load nothing. */
export async function bringTemporal(): Promise<void> {
  if (!('Temporal' in globalThis)) await import('temporal-polyfill/global');
}
