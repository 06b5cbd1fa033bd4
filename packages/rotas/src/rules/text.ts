import { z } from 'zod';

// Controls, invisible direction changes and halves of characters are never what a person meant to write.
const unwritten = /[^\P{Cc}\t\n]|[\u202a-\u202e\u2066-\u2069]|\p{Cs}/u;

/** What a person writes: one kind of line end, no space around it, not empty. `max` counts characters as people do. */
export function prose(max: number, code: string) {
  return z
    .string(code)
    .transform((typed) => typed.replaceAll(/\r\n?/g, '\n').trim())
    .refine((text) => text !== '' && [...text].length <= max && !unwritten.test(text), code);
}
