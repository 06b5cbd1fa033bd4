import type { Messages } from './message.ts';

/** A piece of text that may point to a person; `start` and `end` count as `String.slice` does. */
export type Personal = { kind: PersonalKind; start: number; end: number; text: string };

/** What may not stand in a handling copy, a reply or a published page. Source: domain §7.4. */
export const personalNames = {
  id_number: { 'zh-CN': '身份证号', en: 'identity card number' },
  bank_card: { 'zh-CN': '银行卡号', en: 'bank card number' },
  mobile: { 'zh-CN': '手机号', en: 'mobile number' },
  landline: { 'zh-CN': '固定电话', en: 'telephone number' },
  email: { 'zh-CN': '邮箱', en: 'e-mail address' },
  plate: { 'zh-CN': '车牌号', en: 'number plate' },
  house_number: { 'zh-CN': '门牌号', en: 'house number' },
} as const satisfies Messages<string>;
export type PersonalKind = keyof typeof personalNames;

const gap = '[-\\s.·—_]{0,2}';
const numeral = '[0-9零〇一二三四五六七八九十百两]';
const provinces = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼';

type Pattern = { kind: PersonalKind; pattern: RegExp; accepts?: (digits: string) => boolean };

// In order of certainty: where two overlap, the earlier one names the piece.
const patterns: readonly Pattern[] = [
  { kind: 'email', pattern: /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g },
  {
    kind: 'id_number',
    pattern: new RegExp(`(?<![0-9])[1-9](?:${gap}[0-9]){16}${gap}[0-9Xx](?![0-9A-Za-z])`, 'g'),
    accepts: isIdNumber,
  },
  {
    kind: 'id_number',
    pattern: new RegExp(`(?<![0-9])[1-9](?:${gap}[0-9]){14}(?![0-9])`, 'g'),
    accepts: isOldIdNumber,
  },
  {
    kind: 'bank_card',
    pattern: new RegExp(`(?<![0-9])[1-9](?:${gap}[0-9]){15,18}(?![0-9])`, 'g'),
    accepts: isLuhn,
  },
  {
    kind: 'mobile',
    pattern: new RegExp(`(?<![0-9])(?:\\+?86${gap})?1${gap}[3-9](?:${gap}[0-9]){9}(?![0-9])`, 'g'),
  },
  {
    kind: 'landline',
    pattern: new RegExp(
      `(?<![0-9])[(]?0[1-9][0-9]{1,2}[)]?${gap}[2-9][0-9]{2,3}${gap}[0-9]{4}(?![0-9])`,
      'g',
    ),
  },
  // A number of the town itself, without its area code; sums and areas carry a unit.
  {
    kind: 'landline',
    pattern: /(?<![0-9])[3-8][0-9]{3}[-\s]?[0-9]{4}(?![0-9])(?!\s?[元万亿平米吨斤人户亩块])/g,
  },
  {
    kind: 'plate',
    pattern: new RegExp(
      `[${provinces}][A-HJ-NP-Z][-·.\\s]?(?:[A-HJ-NP-Z0-9]{5,6}|[A-HJ-NP-Z0-9]{4}[挂学警])(?![A-Za-z0-9])`,
      'gi',
    ),
  },
  {
    kind: 'house_number',
    pattern: new RegExp(
      `(?:${numeral}{1,4}|[A-Za-z][0-9]{0,3})(?:幢|栋|号楼)(?:${numeral}{1,3}单元)?(?:[0-9]{3,4}室?)?|${numeral}{1,3}单元(?:[0-9]{3,4}室?)?|[0-9]{3,4}室`,
      'g',
    ),
  },
  // "号" alone is also a date, a bus or a grade of petrol: it counts behind the name of a street or village.
  {
    kind: 'house_number',
    pattern: new RegExp(
      `(?<=[路街巷弄道村里坊园苑区组庄])\\s?${numeral}{1,5}(?:-[0-9]{1,4})?\\s?号(?!线)`,
      'g',
    ),
  },
  { kind: 'house_number', pattern: /(?<![0-9-])[0-9]{1,3}-[0-9]{1,2}-[0-9]{3,4}(?![0-9-])/g },
];

/**
 * Every piece of the text that looks like a telephone, an identity or bank card number, an e-mail address, a number
 * plate or a house number, in order and without overlap. Full-width letters count as what they look like, and
 * telephones written in Chinese numerals are found too. A doubtful piece is named: a person decides.
 */
export function findPersonal(text: string): Personal[] {
  const found: Personal[] = [];
  const spoken = narrow(text);
  const dialled = numeralsAsDigits(spoken);
  for (const { kind, pattern, accepts } of patterns) {
    const form = kind === 'house_number' || kind === 'plate' ? spoken : dialled;
    for (const match of form.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (accepts !== undefined && !accepts(match[0].replaceAll(/[^0-9Xx]/g, '').toUpperCase())) continue;
      if (found.some((other) => start < other.end && other.start < end)) continue;
      found.push({ kind, start, end, text: text.slice(start, end) });
    }
  }
  return found.toSorted((a, b) => a.start - b.start);
}

/** What kinds of such pieces stand in these texts, each kind once, in the order of the texts. */
export function personalKindsIn(texts: readonly (string | null | undefined)[]): PersonalKind[] {
  return [...new Set(texts.flatMap((text) => findPersonal(text ?? '')).map(({ kind }) => kind))];
}

/** The text with each such piece replaced by what it was, as a suggestion for the handling copy. */
export function withoutPersonal(text: string): string {
  let rest = text;
  // What stood apart can come together once a piece between is gone, so the search goes on until it finds nothing.
  for (let found = findPersonal(rest); found.length > 0; found = findPersonal(rest)) {
    rest = found
      .toReversed()
      .reduce(
        (left, { kind, start, end }) =>
          `${left.slice(0, start)}〔${personalNames[kind]['zh-CN']}〕${left.slice(end)}`,
        rest,
      );
  }
  return rest;
}

/** Full-width letters, digits and signs as their plain twins; every position stays where it was. */
function narrow(text: string): string {
  return text.replaceAll(/[\uff01-\uff5e\u3000]/g, (sign) =>
    sign === '\u3000' ? ' ' : String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
  );
}

const digitOf: Readonly<Record<string, string>> = {
  零: '0',
  〇: '0',
  一: '1',
  幺: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};

function numeralsAsDigits(text: string): string {
  return text.replaceAll(/[零〇一幺二三四五六七八九]/g, (numeral) => digitOf[numeral]!);
}

/**
 * An 18-digit identity number. A right check digit proves it; a wrong one beside a real birthday is still somebody's
 * number, mistyped. Source: GB 11643-1999.
 */
function isIdNumber(digits: string): boolean {
  return hasRightCheckDigit(digits) || isDay(digits.slice(6, 10), digits.slice(10, 12), digits.slice(12, 14));
}

/** The last sign of an 18-digit identity number follows from the others. Source: GB 11643-1999, ISO 7064 MOD 11-2. */
export function hasRightCheckDigit(number: string): boolean {
  if (!/^[0-9]{17}[0-9X]$/.test(number)) return false;
  const sum = [...number.slice(0, 17)].reduce(
    (total, digit, at) => total + Number(digit) * (2 ** (17 - at) % 11),
    0,
  );
  return '10X98765432'[sum % 11] === number[17];
}

/** The 15-digit numbers given before 1999 have no check digit, only a birthday in the last century. */
function isOldIdNumber(digits: string): boolean {
  return isDay(`19${digits.slice(6, 8)}`, digits.slice(8, 10), digits.slice(10, 12));
}

function isDay(year: string, month: string, day: string): boolean {
  const inCentury = Number(year) >= 1900 && Number(year) <= 2099;
  return inCentury && Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
}

/** The check of bank cards. Source: ISO/IEC 7812-1, annex B. */
export function isLuhn(digits: string): boolean {
  const sum = [...digits].toReversed().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
