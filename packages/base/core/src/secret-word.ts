// No 0/O, 1/I/L, and no U (reads as V in print): a number that is read aloud over a telephone.
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Random letters and digits that cannot be mistaken for one another. Source: domain numbers, §4.10. */
export function secretWord(length: number): string {
  return pick(length, alphabet);
}

/** Random decimal digits, evenly spread. */
export function secretDigits(length: number): string {
  return pick(length, '0123456789');
}

function pick(length: number, letters: string): string {
  // Bytes past the last whole multiple are thrown away, or the first letters would come up more often.
  const limit = 256 - (256 % letters.length);
  let word = '';
  while (word.length < length) {
    for (const byte of crypto.getRandomValues(new Uint8Array(length * 2))) {
      if (byte < limit && word.length < length) word += letters[byte % letters.length];
    }
  }
  return word;
}
