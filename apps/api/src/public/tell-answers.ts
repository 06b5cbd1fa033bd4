import { newId } from '@tongxin/core';
import { findEmergency, SubmitIssue, type Hotline } from '@tongxin/issues/rules';
import type { Answers, Faults } from '@tongxin/public/render';
import { z } from 'zod';
import type { FormSeal } from './form-seal.ts';

/** What travels sealed from screen to screen: the answers, and what this person has been shown already. */
const Kept = z.object({
  key: z.string(),
  words: z.string(),
  placeTyped: z.string(),
  place: z.object({ code: z.string(), name: z.string(), within: z.string() }).nullable(),
  placeWords: z.string(),
  photoIds: z.array(z.string()),
  name: z.string(),
  phone: z.string(),
  address: z.string(),
  /** The hotlines that were shown, so that the form goes on afterwards. */
  warned: z.array(z.string()),
  /** From the last screen a change leads back to it. */
  checked: z.boolean(),
});
export type Telling = z.infer<typeof Kept>;

const purpose = 'tell';

export function emptyTelling(): Telling {
  return {
    key: newId(),
    words: '',
    placeTyped: '',
    place: null,
    placeWords: '',
    photoIds: [],
    name: '',
    phone: '',
    address: '',
    warned: [],
    checked: false,
  };
}

/** The answers that a form brings back; undefined when the seal does not open. */
export function openTelling(seal: FormSeal, sealed: string): Telling | undefined {
  const opened = Kept.safeParse(seal.open(purpose, sealed));
  return opened.success ? opened.data : undefined;
}

export function carried(seal: FormSeal, telling: Telling): { answers: Answers; sealed: string } {
  return { answers: telling, sealed: seal.seal(purpose, telling) };
}

/** The same as the domain wants it. */
export function submissionOf({ key, place, words, placeWords, photoIds, name, phone, address }: Telling) {
  const contact = { name, phone, address };
  return { key, divisionCode: place?.code ?? '', words, placeWords, photoIds: [...photoIds], contact };
}

const screens = {
  what: ['words', 'placeWords', 'photos'],
  contact: ['name', 'phone', 'address'],
} as const;

/** The names that the forms give to what the domain calls otherwise. */
export const formNames: Readonly<Record<string, string>> = {
  photoIds: 'photos',
  divisionCode: 'place',
  'contact.name': 'name',
  'contact.phone': 'phone',
  'contact.address': 'address',
  key: 'send',
};

/** What the domain finds wrong with the answers of one screen; the place is looked up apart. */
export function faultsOn(screen: keyof typeof screens, telling: Telling): Faults {
  const parsed = SubmitIssue.safeParse(submissionOf(telling));
  if (parsed.success) return {};
  const faults: Record<string, string> = {};
  for (const { path, message } of parsed.error.issues) {
    const at = path.filter((step) => typeof step === 'string').join('.');
    const name = formNames[at] ?? at;
    if ((screens[screen] as readonly string[]).includes(name)) faults[name] ??= message;
  }
  return faults;
}

/** Lines to show before the form goes on: those that the words call for and that were not shown yet. */
export function urgentLines({ words, placeWords, warned }: Telling): Hotline[] {
  const lines = findEmergency(`${words}\n${placeWords}`);
  return lines.every((line) => warned.includes(line)) ? [] : lines;
}
