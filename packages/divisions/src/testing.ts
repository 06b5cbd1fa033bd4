import type { Context } from '@tongxin/db';
import { bundledList, readLevel, type OfficialDivision } from './official-list.ts';
import { levels, type Level } from './rules.ts';
import { divisions } from './schema.ts';

/** A few real divisions of Jinhua, enough for most tests: two counties, three townships, two villages. */
export const yiwu = '330782';
export const dongyang = '330783';
export const suxi = '330782105';
export const beiyuan = '330782004';
export const hengdian = '330783123';
export const suxiVillage = '330782105002';
export const hengdianVillage = '330783123042';

const since = Temporal.PlainDate.from('2023-06-30');

type Row = typeof divisions.$inferInsert;

const levelOf: Record<number, Row['level']> = {
  2: 'province',
  4: 'city',
  6: 'county',
  9: 'township',
  12: 'village',
};

/** One division, contained as its code says. Its parent must be there; one that exists stays as it is. */
export async function makeDivision(
  ctx: Pick<Context, 'municipality' | 'tx'>,
  code: string,
  name: string,
): Promise<void> {
  const level = levelOf[code.length]!;
  const above = (length: number) => (code.length > length ? code.slice(0, length) : null);
  const row: Row = {
    code,
    name,
    level,
    parentCode: above(9) ?? above(6) ?? above(4) ?? above(2),
    cityCode: code.length >= 4 ? code.slice(0, 4) : null,
    countyCode: above(6),
    townshipCode: above(9),
    validFrom: since,
  };
  await (ctx.tx ?? ctx.municipality.db).insert(divisions).values(row).onConflictDoNothing();
}

/** Puts the divisions named in this file into the database; those that are there already stay as they are. */
export async function makeDivisions(ctx: Pick<Context, 'municipality' | 'tx'>): Promise<void> {
  const all: readonly (readonly [string, string])[] = [
    ['33', '浙江省'],
    ['3307', '金华市'],
    [yiwu, '义乌市'],
    [dongyang, '东阳市'],
    [suxi, '苏溪镇'],
    [beiyuan, '北苑街道'],
    [hengdian, '横店镇'],
    [suxiVillage, '胡宅社区居委会'],
    [hengdianVillage, '横店社区居委会'],
  ];
  for (const [code, name] of all) await makeDivision(ctx, code, name);
}

/** The real divisions of a city and of what contains it, by level and code, as the bundled list has them. */
export async function officialDivisions(city: string): Promise<Record<Level, OfficialDivision[]>> {
  const found = await Promise.all(
    levels.map(async (level) => {
      const rows: OfficialDivision[] = [];
      for await (const batch of readLevel(bundledList(), level, level === 'province' ? {} : { city }))
        rows.push(...batch);
      return [level, rows] as const;
    }),
  );
  return Object.fromEntries(found) as Record<Level, OfficialDivision[]>;
}
