import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { canonicalJson, isId } from '@tongxin/core';
import type { Context, Keys, Tx } from '@tongxin/db';
import { eq, sql } from 'drizzle-orm';
import type { Contact } from './rules/index.ts';
import { identities } from './vault-schema.ts';

const nonceLength = 12;
const tagLength = 16;

type Sealed = { keyId: string; sealed: Uint8Array };

/** The secrets that this program was started with. Their absence is a fault of the installation, not an answer. */
export function keysOf(ctx: Context): Keys {
  if (ctx.keys === undefined) throw new Error('no keys are configured');
  return ctx.keys;
}

/** Encrypts contact details for one matter under the current key: a copy moved to another matter does not open. */
export function sealContact(vault: Keys['vault'], matterId: string, contact: Contact): Sealed {
  const keyId = vault.current;
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', keyNamed(vault, keyId), nonce);
  cipher.setAAD(bound(keyId, matterId));
  const body = Buffer.concat([cipher.update(canonicalJson(contact), 'utf8'), cipher.final()]);
  return { keyId, sealed: Buffer.concat([nonce, cipher.getAuthTag(), body]) };
}

/** Decrypts what `sealContact` made. A byte changed, a wrong key or another matter throws. */
export function openContact(vault: Keys['vault'], matterId: string, { keyId, sealed }: Sealed): Contact {
  const decipher = createDecipheriv('aes-256-gcm', keyNamed(vault, keyId), sealed.subarray(0, nonceLength));
  decipher.setAAD(bound(keyId, matterId));
  decipher.setAuthTag(sealed.subarray(nonceLength, nonceLength + tagLength));
  const body = Buffer.concat([decipher.update(sealed.subarray(nonceLength + tagLength)), decipher.final()]);
  return JSON.parse(body.toString('utf8')) as Contact;
}

function keyNamed(vault: Keys['vault'], keyId: string): Uint8Array {
  const key = vault.keys[keyId];
  if (key === undefined) throw new Error(`the vault key ${keyId} is not configured`);
  return key;
}

const bound = (keyId: string, matterId: string) => Buffer.from(`${keyId}\n${matterId}`);

/** Puts the contact details of a matter into the vault, in the transaction that opens the matter. */
export async function keepIdentity(tx: Tx, ctx: Context, matterId: string, contact: Contact): Promise<void> {
  const sealed = sealContact(keysOf(ctx).vault, matterId, contact);
  await inVault(tx, matterId, () => tx.insert(identities).values({ matterId, ...sealed, keptAt: ctx.now() }));
}

/** Reads the contact details of one matter; null when there are none. Whoever calls has written down who reads. */
export async function readIdentity(tx: Tx, ctx: Context, matterId: string): Promise<Contact | null> {
  const row = await findSealed(tx, matterId);
  return row === undefined ? null : openContact(keysOf(ctx).vault, matterId, row);
}

/** Erases the contact details of one matter for good. */
export async function eraseIdentityOf(tx: Tx, matterId: string): Promise<void> {
  await inVault(tx, matterId, () => tx.delete(identities).where(eq(identities.matterId, matterId)));
}

/** Encrypts one matter's contact details under the current key. Answers whether there was anything to do. */
export async function resealIdentity(tx: Tx, ctx: Context, matterId: string): Promise<boolean> {
  const { vault } = keysOf(ctx);
  const row = await findSealed(tx, matterId);
  if (row === undefined || row.keyId === vault.current) return false;
  const sealed = sealContact(vault, matterId, openContact(vault, matterId, row));
  await inVault(tx, matterId, () =>
    tx.update(identities).set(sealed).where(eq(identities.matterId, matterId)),
  );
  return true;
}

async function findSealed(tx: Tx, matterId: string): Promise<Sealed | undefined> {
  const [row] = await inVault(tx, matterId, () =>
    tx
      .select({ keyId: identities.keyId, sealed: identities.sealed })
      .from(identities)
      .where(eq(identities.matterId, matterId))
      .limit(1),
  );
  return row;
}

/**
 * Takes the vault's role for one statement on one matter, and gives it back. A statement that fails ends the
 * transaction, and with it the role.
 */
async function inVault<T>(tx: Tx, matterId: string, statement: () => PromiseLike<T>): Promise<T> {
  // SET takes no parameters.
  if (!isId(matterId)) throw new Error('the vault is opened for one matter');
  await tx.execute(sql.raw(`set local role tongxin_vault; set local app.reveal = '${matterId}'`));
  const result = await statement();
  await tx.execute(sql.raw(`reset role; set local app.reveal = ''`));
  return result;
}
