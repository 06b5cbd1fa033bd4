import { describe, expect, it } from 'vitest';
import { DivisionCode, wordsOf } from './rules.ts';

describe('a division code', () => {
  it('has the digits of one of the five levels', () => {
    for (const code of ['33', '3307', '330782', '330782105', '330782105002']) {
      expect(DivisionCode.safeParse(code).success).toBe(true);
    }
    for (const code of [
      '',
      '3',
      '33078',
      '3307821',
      '33078210500',
      '3307821050021',
      '33a7',
      ' 3307',
      '３３',
    ]) {
      expect(DivisionCode.safeParse(code).success).toBe(false);
    }
  });
});

describe('a search for a place', () => {
  it('is made of the words between spaces and commas, whatever keyboard wrote them', () => {
    expect(wordsOf('  苏溪镇　胡宅,社区、居委会 ')).toEqual(['苏溪镇', '胡宅', '社区', '居委会']);
    expect(wordsOf('ＡＢ')).toEqual(['AB']);
    expect(wordsOf(' ，、 ')).toEqual([]);
  });

  it('takes at most four words', () => {
    expect(wordsOf('一 二 三 四 五')).toEqual(['一', '二', '三', '四']);
  });
});
