/** At most `count` tries within `seconds`. */
export type Limit = { count: number; seconds: number };

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** How often somebody may try. Source: reliability plan C6. */
export const limits = {
  /** Per account and known device, or else per account and network address: nobody locks out another person. */
  passwordPerPlace: [{ count: 5, seconds: 15 * minute }],
  passwordPerAddress: [{ count: 50, seconds: hour }],
  sendPerPhone: [
    { count: 1, seconds: minute },
    { count: 5, seconds: hour },
    { count: 10, seconds: day },
  ],
  sendPerAddress: [{ count: 30, seconds: hour }],
  /** What the city pays for at most. */
  sendPerCity: { count: 20_000, seconds: day },
  /** One authenticator code opens one sign-in. It is accepted for at most three steps of 30 s. */
  totpPerCode: [{ count: 1, seconds: 2 * minute }],
} as const satisfies Record<string, Limit | readonly Limit[]>;

export const codeTries = 5;
export const codeLife = Temporal.Duration.from({ minutes: 5 });
/** Staff sign in again each working day, members each month. */
export const staffSession = Temporal.Duration.from({ hours: 12 });
export const memberSession = Temporal.Duration.from({ hours: 30 * 24 });

/**
 * When the next try is allowed: null for now. A try counts until its window has fully passed, its end excluded;
 * a try that a faster clock has dated into the future counts as well.
 */
export function nextTry(
  allowed: readonly Limit[],
  tries: readonly Temporal.Instant[],
  now: Temporal.Instant,
): Temporal.Instant | null {
  const past = tries.map((at) => at.epochMilliseconds).toSorted((a, b) => a - b);
  const free = allowed.map(({ count, seconds }) => {
    const counting = past.filter((at) => at + seconds * 1000 > now.epochMilliseconds);
    const blocking = counting.at(-count);
    return blocking === undefined ? 0 : blocking + seconds * 1000;
  });
  const latest = Math.max(0, ...free);
  return latest === 0 ? null : Temporal.Instant.fromEpochMilliseconds(latest);
}

/** The tries that may still count against one of the limits. */
export function stillCounting(
  allowed: readonly Limit[],
  tries: readonly Temporal.Instant[],
  now: Temporal.Instant,
): Temporal.Instant[] {
  const longest = Math.max(...allowed.map(({ seconds }) => seconds));
  return tries.filter((at) => at.epochMilliseconds + longest * 1000 > now.epochMilliseconds);
}
