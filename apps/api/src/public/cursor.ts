/** Where the next page of a list begins, as one word of an address. */
export function cursorWord({ at, id }: { at: string; id: string }): string {
  return `${at}_${id}`;
}

/** The same from the address, unchecked: the domain decides whether it can be meant. */
export function readCursor(word: unknown): { at: string; id: string } | undefined {
  if (typeof word !== 'string' || word === '') return undefined;
  const [at = '', id = ''] = word.split('_');
  return { at, id };
}
