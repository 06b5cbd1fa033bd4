/**
 * The code of a member's QR as scanners, addresses and people write it: capitals and digits alone, without spaces and
 * dashes; of an address its last part.
 */
export function plainCode(read: string): string {
  const last = read.trim().split('/').at(-1) ?? '';
  return last.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
}
