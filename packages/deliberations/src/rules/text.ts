import { z } from 'zod';

// Controls, invisible direction changes and halves of characters are never what a person meant to write.
const unwritten = /\p{Cc}|[\u202a-\u202e\u2066-\u2069]|\p{Cs}/u;

/** One line of words: trimmed and not empty. `max` counts characters as people do. */
export function words(max: number, code: string) {
  return z
    .string(code)
    .transform((typed) => typed.trim())
    .refine((text) => text !== '' && [...text].length <= max && !unwritten.test(text), code);
}

/** The same over several lines, with one kind of line end. */
export function prose(max: number, code: string) {
  return z
    .string(code)
    .transform((typed) => typed.replaceAll(/\r\n?/g, '\n').trim())
    .refine(
      (text) => text !== '' && [...text].length <= max && !unwritten.test(text.replaceAll(/[\n\t]/g, '')),
      code,
    );
}

/** The same where nothing need be written: an empty field is the same as none. */
export function optionalProse(max: number, code: string) {
  return z
    .string(code)
    .transform((typed) => (typed.trim() === '' ? undefined : typed))
    .pipe(prose(max, code).optional())
    .optional();
}
