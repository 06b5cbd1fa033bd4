import { describe, expect, it } from 'vitest';
import { choicesIn } from './choices.ts';

describe('what a browser has chosen', () => {
  it('is Chinese in normal letters when it says nothing', () => {
    expect(choicesIn(undefined)).toEqual({ locale: 'zh-CN', look: 'normal', place: undefined });
    expect(choicesIn('other=1; mylook=large')).toEqual(choicesIn(undefined));
  });

  it('is read wherever it stands among its cookies', () => {
    const chosen = { locale: 'en', look: 'elder', place: '330702001' };
    expect(choicesIn('lang=en; look=elder; place=330702001')).toEqual(chosen);
    expect(choicesIn('a=b; place=330702001; c=d; look=elder; lang=en')).toEqual(chosen);
  });

  it('counts only when it can be meant', () => {
    expect(choicesIn('lang=fr; look=huge; place=3307')).toEqual(choicesIn(undefined));
    expect(choicesIn('place=330702001%00; look=; lang')).toEqual(choicesIn(undefined));
  });
});
