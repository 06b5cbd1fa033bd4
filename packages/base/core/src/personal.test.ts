import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findPersonal,
  hasRightCheckDigit,
  isLuhn,
  personalKindsIn,
  withoutPersonal,
  type PersonalKind,
} from './personal.ts';

const kinds = (text: string) => findPersonal(text).map(({ kind }) => kind);

describe('the kinds that stand in several texts', () => {
  it('are named once each, in the order of the texts, and empty texts have none', () => {
    expect(personalKindsIn(['车牌浙G12345', null, '打13900001234，或13900001235', undefined, ''])).toEqual([
      'plate',
      'mobile',
    ]);
    expect(personalKindsIn([])).toEqual([]);
  });
});

/** An identity number with this birthday and the right check digit. */
function idNumber(region: string, birthday: string, order: string): string {
  const body = `${region}${birthday}${order}`;
  return ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'X']
    .map((digit) => body + digit)
    .find(hasRightCheckDigit)!;
}

function bankCard(body: string): string {
  return ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'].map((digit) => body + digit).find(isLuhn)!;
}

describe('a text that points to a person', () => {
  const personal: [PersonalKind, string][] = [
    ['mobile', '请打13900001234'],
    ['mobile', '电话 139 0000 1234'],
    ['mobile', '电话１３９００００１２３４'],
    ['mobile', '+86-139-0000-1234 联系'],
    ['mobile', '一三九零零零零一二三四'],
    ['landline', '0579-80001234'],
    ['landline', '（0579）8000 1234'],
    ['landline', '办公室电话80001234'],
    ['id_number', `证件${idNumber('330702', '19520229', '001')}`],
    ['id_number', '证件330702195202290011'],
    ['id_number', '老证330702520229001'],
    ['bank_card', `卡号${bankCard('621700000000000000')}`],
    ['bank_card', `卡号 ${bankCard('621700000000000').replaceAll(/(.{4})/g, '$1 ')}`],
    ['house_number', '住在3幢2单元501室'],
    ['house_number', '三号楼二单元'],
    ['house_number', '5栋'],
    ['house_number', '人民路12号'],
    ['house_number', '桥头村18号门口'],
    ['house_number', '3-2-501 漏水'],
    ['email', 'zhang.san@example.com'],
    ['plate', '车牌浙G12345'],
    ['plate', '浙GD12345 占道'],
    ['plate', '浙G·A1B2C'],
  ];
  for (const [kind, text] of personal) {
    it(`is found: ${kind} in “${text}”`, () => expect(kinds(text)).toEqual([kind]));
  }

  const harmless = [
    '3月15号晚上9点路灯不亮',
    '乘坐5号线到底',
    '加油站92号汽油涨价',
    '2026-11-21 上午开会',
    '全村1200户，道路3500米',
    '投资80000000元',
    '回执 7K-M2QF-9XTB',
    '12345 热线、110、12348',
    '二〇二六年十一月',
    '红绿灯只有15秒',
    '',
  ];
  for (const text of harmless) it(`is not seen in “${text}”`, () => expect(findPersonal(text)).toEqual([]));

  it('is named with where it stands', () => {
    expect(findPersonal('打139 0000 1234找人')).toEqual([
      { kind: 'mobile', start: 1, end: 14, text: '139 0000 1234' },
    ]);
  });

  it('may hold several pieces, in order and without overlap', () => {
    expect(kinds('人民路12号3幢501室，电话13900001234，浙G12345')).toEqual([
      'house_number',
      'house_number',
      'mobile',
      'plate',
    ]);
  });
});

describe('an identity number', () => {
  it('is proved by its check digit and suspected by its birthday', () => {
    const right = idNumber('330702', '19520229', '001');
    expect(hasRightCheckDigit(right)).toBe(true);
    const wrong = `${right.slice(0, 17)}${right[17] === '0' ? '1' : '0'}`;
    expect(hasRightCheckDigit(wrong)).toBe(false);
    expect(kinds(wrong)).toEqual(['id_number']);
  });

  it('is checked as the standard’s own two examples are', () => {
    for (const example of ['11010519491231002X', '440524188001010014'])
      expect(hasRightCheckDigit(example)).toBe(true);
  });

  it('with one digit changed never keeps a right check digit', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 16 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 0, max: 999 }),
        (at, by, order) => {
          const right = idNumber('330702', '19520229', String(order).padStart(3, '0'));
          const digits = [...right];
          digits[at] = String((Number(digits[at]) + by) % 10);
          expect(hasRightCheckDigit(digits.join(''))).toBe(false);
        },
      ),
    );
  });
});

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(''));
const around = fc.string({
  unit: fc.constantFrom('路', '灯', '坏', '了', '，', ' ', '村', 'a'),
  maxLength: 20,
});

describe('for every text', () => {
  it('a mobile number is found between any words, however it is spaced', () => {
    fc.assert(
      fc.property(
        around,
        around,
        digits(9),
        fc.constantFrom('', ' ', '-', '·'),
        fc.boolean(),
        (before, after, tail, gap, wide) => {
          const plain = `13${tail}`;
          const spaced = [plain.slice(0, 3), plain.slice(3, 7), plain.slice(7)].join(gap);
          const typed = wide
            ? spaced.replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
            : spaced;
          const found = findPersonal(`${before} ${typed} ${after}`);
          expect(found.some(({ text }) => text.includes(typed) || typed.includes(text))).toBe(true);
        },
      ),
    );
  });

  it('the pieces are slices of it, in order, without overlap', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'0139123456789幢单元室号路浙G-. ＠@ab１３'), maxLength: 80 }),
        (text) => {
          let last = 0;
          for (const { start, end, text: piece } of findPersonal(text)) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            expect(text.slice(start, end)).toBe(piece);
            last = end;
          }
        },
      ),
    );
  });

  it('nothing personal is left after taking it out', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(...'0139123456789幢单元室号路浙G-. ＠@ab１３一二三'),
          maxLength: 80,
        }),
        (text) => {
          expect(findPersonal(withoutPersonal(text))).toEqual([]);
        },
      ),
    );
  });

  it('what is long and strange takes no long time', () => {
    const before = performance.now();
    for (const unit of ['1', '1 ', '13-', 'a@', '浙', '3单', '一', '0-'])
      findPersonal(unit.repeat(2000).slice(0, 4000));
    expect(performance.now() - before).toBeLessThan(2000);
  });
});
