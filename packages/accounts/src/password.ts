import { hash, verify } from '@node-rs/argon2';

// OWASP's smallest argon2id setting (the library's default kind): 19 MiB, two passes, about 40 ms of one core.
const settings = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), settings);
}

let nobodys: Promise<string> | undefined;

/** Whether the password matches. Takes the same time when there is no hash to compare with. */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  nobodys ??= hashPassword(crypto.randomUUID());
  const matches = await verify(stored ?? (await nobodys), password.normalize('NFC'));
  return matches && stored !== null;
}
