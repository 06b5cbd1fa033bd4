import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isValidOn, nationalSectors, sectorCodeOf } from './rules.ts';

const on = (day: string) => nationalSectors.filter((sector) => isValidOn(sector, day));

describe('the national list', () => {
  it('has 34 sectors on every day since 2018, before and after its change', () => {
    for (const day of ['2018-03-03', '2022-12-31', '2023-01-17', '2023-01-18', '2026-11-21'])
      expect([day, on(day).length]).toEqual([day, 34]);
  });

  it('lost the Youth League and the Youth Federation in 2023 and gained their union and the environment', () => {
    const names = (day: string) => on(day).map(({ nameZh }) => nameZh);
    const [before, after] = [names('2023-01-17'), names('2023-01-18')];
    expect(before.filter((name) => !after.includes(name))).toEqual(['共青团', '青联']);
    expect(after.filter((name) => !before.includes(name))).toEqual(['共青团和青联', '环境资源界']);
  });

  it('numbers the list in force from 01 to 34', () => {
    const codes = on('2026-11-21').map(({ code }) => code);
    expect(codes).toEqual(Array.from({ length: 34 }, (_, at) => String(at + 1).padStart(2, '0')));
  });
});

describe('the words for a sector', () => {
  it.each([
    ['农业界', '22'],
    ['农业', '22'],
    ['农业和农村界', '22'],
    ['金华市农业界', '22'],
    ['中共', '01'],
    ['工会', '12'],
    ['妇联', '13'],
    ['新闻出版', '25'],
    ['社会福利和社会保障界', '28'],
    ['特邀', '34'],
    ['7', '07'],
    ['Agriculture', '22'],
    [' 无党派人士 ', '10'],
  ])('%s mean %s', (words, code) => expect(sectorCodeOf(words)).toBe(code));

  it.each(['', 'cppcc', '99', '村委会', '界', '市'])('“%s” mean none', (words) =>
    expect(sectorCodeOf(words)).toBeUndefined(),
  );

  it('are found for every sector by its code and both its names', () => {
    for (const { code, nameZh, nameEn } of nationalSectors)
      expect([sectorCodeOf(code), sectorCodeOf(nameZh), sectorCodeOf(nameEn)]).toEqual([code, code, code]);
  });

  it('never break the reader', () => {
    fc.assert(fc.property(fc.string(), (words) => sectorCodeOf(words) === undefined || true));
  });
});
