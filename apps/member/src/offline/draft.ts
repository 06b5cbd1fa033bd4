/** What a member has written down so far; nothing of it has left the telephone. */
export type IntakeFields = {
  place: { code: string; label: string } | null;
  words: string;
  placeWords: string;
  contact: { name: string; phone: string; address: string };
  /** Who sees what was read out to the person. */
  readOut: boolean;
};

export type Draft = {
  /** Also the key under which it is sent: sent twice, it is still one matter. */
  id: string;
  owner: string;
  /** When the person told it, in the telephone's words. */
  beganAt: string;
  savedAt: string;
  /** The turn on duty at which the person came; absent when the member was asked elsewhere. */
  turnId?: string;
  fields: IntakeFields;
};

export const noFields: IntakeFields = {
  place: null,
  words: '',
  placeWords: '',
  contact: { name: '', phone: '', address: '' },
  readOut: false,
};

/** Whether nothing has been written yet; a place alone is quickly chosen again. */
export function isBlank({ words, placeWords, contact }: IntakeFields): boolean {
  return [words, placeWords, ...Object.values(contact)].every((text) => text.trim() === '');
}
