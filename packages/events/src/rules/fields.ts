import { z } from 'zod';

/** One line of words, without what breaks lists and print. */
export const words = (most: number, code: string) =>
  z
    .string(code)
    .trim()
    .min(1, code)
    .max(most, code)
    .regex(/^\P{Cc}*$/u, code);

/** Several lines of words. */
export const prose = (most: number, code: string) =>
  z
    .string(code)
    .trim()
    .min(1, code)
    .max(most, code)
    .regex(/^(?:\P{Cc}|[\n\t])*$/u, code);

/** Why something is done, for whoever reads it later. */
export const Reason = prose(500, 'events.reason');

/** A full address of a page, nothing that a browser would run. */
export const WebAddress = (code: string) =>
  z.url({ protocol: /^https?$/, hostname: z.regexes.domain, error: code }).max(300, code);
