/**
 * The code of a member's QR as scanners, addresses and people write it: capitals and digits alone, without spaces and
 * dashes; of an address its last part.
 */
export function plainCode(read: string): string {
  const last = read.trim().split('/').at(-1) ?? '';
  return last.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
}

/** Whether what was read can be the code of a member's own QR at all, unlike the other codes that people hold up. */
export function isDoorCode(plain: string): boolean {
  return /^[2-9A-Z]{32}$/.test(plain);
}

/**
 * What a device at the door of this event knows a code by: enough to recognise it when it is shown, of no use at any
 * other door, and not to be turned back into the code.
 */
export async function markOf(eventId: string, code: string): Promise<string> {
  const told = new TextEncoder().encode(`${eventId} ${code}`);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', told));
  return [...digest.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
