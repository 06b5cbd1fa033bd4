import { secretDigits, secretWord } from '@tongxin/core';
import { z } from 'zod';

/** A receipt, `XX-XXXX-XXXX`: about 49 bits that cannot be guessed or misread. Source: domain §4.10. */
export function newReceipt(): string {
  return [secretWord(2), secretWord(4), secretWord(4)].join('-');
}

/** The resident's own six digits; needed together with the receipt. */
export function newPin(): string {
  return secretDigits(6);
}

/** A receipt as people type it: small letters, spaces and missing dashes are understood. */
export const Receipt = z
  .string()
  .max(40)
  .transform((typed) => typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, ''))
  .refine((letters) => /^[2-9A-HJKMNP-TV-Z]{10}$/.test(letters), 'matters.receipt')
  .transform((letters) => `${letters.slice(0, 2)}-${letters.slice(2, 6)}-${letters.slice(6)}`);

export const Pin = z
  .string()
  .max(20)
  .transform((typed) => typed.replaceAll(/\s/g, ''))
  .refine((digits) => /^\d{6}$/.test(digits), 'matters.pin');

/** `<organ>-<year>-<number>`, without gaps per organ and year: session and case numbers. */
export function seriesNumber(organ: string, year: number, count: number): string {
  return `${organ}-${year}-${String(count).padStart(4, '0')}`;
}
