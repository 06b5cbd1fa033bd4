/** Decisions that look like chance and fall the same way each time: whoever seeds twice gets the same city. */
export type Chance = {
  /** At least 0 and below 1. */
  next(): number;
  /** True once in a while: `share` of the time. */
  is(share: number): boolean;
  /** A whole number, both ends included. */
  whole(from: number, to: number): number;
  pick<T>(from: readonly T[]): T;
  /** One of these names, each as often as its weight says. */
  weighted<Name extends string>(weights: Readonly<Record<Name, number>>): Name;
  /** So many different ones of these, in a new order; all of them when there are fewer. */
  some<T>(from: readonly T[], count: number): T[];
  /** The form of a random uuid. */
  uuid(): string;
  /** A sequence of its own for a part of the work, which other parts cannot disturb. */
  branch(name: string): Chance;
};

/** The sequence that belongs to this name. */
export function chanceOf(name: string): Chance {
  const next = sequence(seedOf(name));
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(from: readonly T[]): T => {
    if (from.length === 0) throw new Error('there is nothing to pick from');
    return from[Math.floor(next() * from.length)]!;
  };
  const chance: Chance = {
    next,
    is: (share) => next() < share,
    whole,
    pick,
    weighted: (weights) => weighted(weights, next()),
    some: (from, count) => {
      const left = [...from];
      const taken: (typeof left)[number][] = [];
      while (left.length > 0 && taken.length < count)
        taken.push(...left.splice(whole(0, left.length - 1), 1));
      return taken;
    },
    uuid: () => uuidOf(next),
    branch: (part) => chanceOf(`${name}/${part}`),
  };
  return chance;
}

function weighted<Name extends string>(weights: Readonly<Record<Name, number>>, at: number): Name {
  const entries = Object.entries(weights) as [Name, number][];
  let left = at * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [name, weight] of entries) {
    left -= weight;
    if (left < 0) return name;
  }
  return entries.at(-1)![0];
}

function uuidOf(next: () => number): string {
  const word = () =>
    Math.floor(next() * 0x1_0000_0000)
      .toString(16)
      .padStart(8, '0');
  const digits = word() + word() + word() + word();
  const variant = '89ab'[Math.floor(next() * 4)]!;
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `4${digits.slice(13, 16)}`,
    `${variant}${digits.slice(17, 20)}`,
    digits.slice(20),
  ].join('-');
}

/** Four words of state from a text (FNV-1a, each word from another beginning). */
function seedOf(name: string): [number, number, number, number] {
  const hash = (start: number) => {
    let value = start;
    for (let at = 0; at < name.length; at += 1) value = Math.imul(value ^ name.charCodeAt(at), 0x0100_0193);
    return value >>> 0;
  };
  return [hash(0x811c_9dc5), hash(0x9e37_79b9), hash(0x85eb_ca6b), hash(0xc2b2_ae35)];
}

/** sfc32: small, fast, and good enough for a town. */
function sequence([first, second, third, fourth]: [number, number, number, number]): () => number {
  let [a, b, c, counter] = [first, second, third, fourth];
  const next = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 0x1_0000_0000;
  };
  for (let warmUp = 0; warmUp < 15; warmUp += 1) next();
  return next;
}
