import { createPrivateKey, createPublicKey } from 'node:crypto';
import type { Keys } from '@tongxin/db';
import { z } from 'zod';

const secret = z
  .base64('32 random bytes in base64')
  .transform((text) => new Uint8Array(Buffer.from(text, 'base64')))
  .refine((bytes) => bytes.length === 32, 'must be 32 bytes in base64');

const truth = z.enum(['0', '1', 'true', 'false']).transform((word) => word === '1' || word === 'true');

/** Everything that is configured. This is the only place where the environment is read. */
const Env = z.object({
  /** The owner's address: migrations run with it. The application itself uses APP_DATABASE_URL when it is set. */
  DATABASE_URL: z.string().min(1),
  /** A login that may only become the application's role. Made by `tongxin login`. */
  APP_DATABASE_URL: z.string().optional(),
  DATA_DIR: z.string().min(1),
  /** Four digits: whose town this is. */
  MUNICIPALITY: z
    .string()
    .regex(/^\d{4}$/)
    .default('3307'),
  HOST: z.string().default('127.0.0.1'),
  /** Where people reach it, as they type it: links, cookies and origin checks go by it. */
  PUBLIC_URL: z.url().optional(),
  /** Addresses of the reverse proxy whose X-Forwarded-For is believed. */
  TRUST_PROXY: z.string().optional(),
  /** Invented people and matters, said on every page. */
  DEMO: truth.default(false),
  PRODUCTION: truth.default(false),
  /** Jobs run in this process too, unless a second process (the worker) does them. */
  WORKER: truth.default(true),
  VAULT_KEY: secret,
  /** Which key VAULT_KEY is; kept with each identity so that keys can be changed. */
  VAULT_KEY_ID: z.string().default('k1'),
  /** Keys that still open older identities: `id:base64,id:base64`. */
  VAULT_KEYS_OLD: z.string().default(''),
  SEAL_KEY: secret,
  /** Residents’ receipt codes, and what keeps a followed matter open in their browser. With another one no receipt opens. */
  RECEIPT_KEY: secret,
  /** Finds accounts by their telephone. With another one every number has to be set again. */
  TELEPHONE_KEY: secret,
  /** Sign-ins and authenticators. With another one everybody signs in again, and staff need new authenticators. */
  AUTH_SECRET: z.string().min(32),
  /** How one-time codes travel: shown in the developer's outbox (never in production), by a gateway, or not at all. */
  SMS: z.enum(['outbox', 'gateway', 'closed']).default('outbox'),
  SMS_GATEWAY_URL: z.url().optional(),
  SMS_GATEWAY_TOKEN: z.string().optional(),
  /** S3-compatible storage for photos instead of the disk. */
  S3_ENDPOINT: z.string().optional(),
  S3_BUCKET: z.string().optional(),
  S3_REGION: z.string().optional(),
  S3_ACCESS_KEY: z.string().optional(),
  S3_SECRET_KEY: z.string().optional(),
});
export type Config = ReturnType<typeof readConfig>;

/** Reads and checks the configuration; names everything that is wrong at once. */
export function readConfig(env: Record<string, string | undefined>) {
  const parsed = Env.safeParse(env);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The configuration is not complete:\n${faults.join('\n')}`);
  }
  const set = parsed.data;
  // Cookies are marked Secure by this address; without it they would travel in the clear.
  if (set.PRODUCTION && !set.PUBLIC_URL?.startsWith('https://')) {
    throw new Error('The configuration is not complete:\n  PUBLIC_URL: production needs an https address');
  }
  return { ...set, keys: keysOf(set), seal: sealKeys(set.SEAL_KEY) };
}

function keysOf(set: z.infer<typeof Env>): Keys {
  const older = set.VAULT_KEYS_OLD.split(',')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [id, text] = pair.split(':');
      return [id!, secret.parse(text)] as const;
    });
  return {
    vault: {
      current: set.VAULT_KEY_ID,
      keys: { ...Object.fromEntries(older), [set.VAULT_KEY_ID]: set.VAULT_KEY },
    },
    receipt: set.RECEIPT_KEY,
    telephone: set.TELEPHONE_KEY,
  };
}

/** The Ed25519 pair whose private half is these 32 bytes. The prefix is the fixed head of its PKCS #8 form. */
function sealKeys(seed: Uint8Array) {
  const head = Buffer.from('302e020100300506032b657004220420', 'hex');
  const privateKey = createPrivateKey({ key: Buffer.concat([head, seed]), format: 'der', type: 'pkcs8' });
  return { privateKey, publicKey: createPublicKey(privateKey) };
}
