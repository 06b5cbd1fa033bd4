/** A UUID v7, branded by the noun it names, so that a session's id is never taken for a matter's. */
export type Id<Noun extends string> = string & { readonly __noun?: Noun };

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export function isId(text: string): boolean {
  return pattern.test(text);
}

// Two ids made in the same millisecond keep their order through this counter (RFC 9562, method 1).
let lastMs = 0;
let counter = 0;

/** A new UUID v7: sorts by the time it was made, also within one millisecond of one process. */
export function newId<Noun extends string>(): Id<Noun> {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const ms = Math.max(Temporal.Now.instant().epochMilliseconds, lastMs);
  counter = ms === lastMs ? counter + 1 : ((bytes[6]! & 0x07) << 8) | bytes[7]!;
  lastMs = counter > 0xfff ? ms + 1 : ms;
  counter &= 0xfff;
  const hex = lastMs.toString(16).padStart(12, '0');
  const tail = [...bytes.subarray(8)].map((byte) => byte.toString(16).padStart(2, '0'));
  tail[0] = ((bytes[8]! & 0x3f) | 0x80).toString(16);
  const random = tail.join('');
  return [
    hex.slice(0, 8),
    hex.slice(8),
    `7${counter.toString(16).padStart(3, '0')}`,
    random.slice(0, 4),
    random.slice(4),
  ].join('-');
}
