import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';

const ivBytes = 12;
const tagBytes = 16;

/** Seals what travels through a person's browser and comes back: nobody can read it there or change it. */
export type FormSeal = {
  seal(purpose: string, value: unknown): string;
  /** Undefined when it was not sealed here for this purpose, or was changed on the way. */
  open(purpose: string, sealed: string): unknown;
};

/** AES-256-GCM under a key of its own, derived from the site's secret; the purpose is bound to the text. */
export function openFormSeal(secret: string): FormSeal {
  const key = Buffer.from(hkdfSync('sha256', secret, 'tongxin', 'form', 32));
  return {
    seal(purpose, value) {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(purpose));
      const text = deflateRawSync(JSON.stringify(value));
      return Buffer.concat([iv, cipher.update(text), cipher.final(), cipher.getAuthTag()]).toString(
        'base64url',
      );
    },
    open(purpose, sealed) {
      const bytes = Buffer.from(sealed, 'base64url');
      if (bytes.length <= ivBytes + tagBytes) return undefined;
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivBytes))
          .setAAD(Buffer.from(purpose))
          .setAuthTag(bytes.subarray(-tagBytes));
        const text = Buffer.concat([decipher.update(bytes.subarray(ivBytes, -tagBytes)), decipher.final()]);
        return JSON.parse(inflateRawSync(text).toString('utf8'));
      } catch {
        return undefined;
      }
    },
  };
}
