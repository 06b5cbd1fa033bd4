import type { Kind } from '@tongxin/core';
import { z } from 'zod';
import { nationalSectors, type NationalSector } from './national-list.ts';

export { nationalSectors, type NationalSector } from './national-list.ts';

export const SectorCode = z.string().regex(/^\d{2}$/, 'sectors.code');

export const refusals = { 'sectors.code': 'BAD_REQUEST' } as const satisfies Record<
  `sectors.${string}`,
  Kind
>;
export type Refusal = keyof typeof refusals;

/** Whether a sector is on the list on this civil day. */
export function isValidOn({ validFrom, validTo }: NationalSector, day: string): boolean {
  return validFrom <= day && (validTo === null || day < validTo);
}

/** What people write for a sector besides its name on the list. */
const otherWords: Readonly<Record<string, string>> = {
  中共: '01',
  共产党: '01',
  中国国民党革命委员会: '02',
  中国民主同盟: '03',
  中国民主建国会: '04',
  中国民主促进会: '05',
  中国农工民主党: '06',
  农工: '06',
  中国致公党: '07',
  致公: '07',
  九三: '08',
  台湾民主自治同盟: '09',
  无党派: '10',
  团青: '11',
  中国共产主义青年团和中华全国青年联合会: '11',
  工会: '12',
  妇女联合会: '13',
  工商业联合会: '14',
  科学技术协会: '15',
  台湾同胞联谊会: '16',
  归国华侨联合会: '17',
  文艺: '18',
  文化: '18',
  文化和艺术: '18',
  科技: '19',
  社科: '20',
  农业和农村: '22',
  农业农村: '22',
  农林: '22',
  新闻: '25',
  医卫: '26',
  卫生: '26',
  对外友好团体: '27',
  社会福利: '28',
  社会保障: '28',
  社会福利与社会保障: '28',
  社福社保: '28',
  资源环境: '29',
  环境: '29',
  民族: '30',
  香港: '32',
  港: '32',
  澳门: '33',
  特邀: '34',
  特别邀请: '34',
  特邀人士: '34',
  共产主义青年团: '35',
  团委: '35',
  青年联合会: '36',
};

/** Without the words around the name: a city's own “金华市农业界” and “农业” are the same sector. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\s“”"'()（）]/gu, '')
    .replace(/^(?:.{1,6}?[市县区])(?=.{2,})/u, '')
    .replace(/(?:界别|界)$/u, '');
}

const byName: ReadonlyMap<string, string> = new Map([
  ...Object.entries(otherWords),
  ...nationalSectors.map(({ code, nameZh }): [string, string] => [bare(nameZh), code]),
  ...nationalSectors.map(({ code, nameEn }): [string, string] => [nameEn.toLowerCase(), code]),
]);

/**
 * The code of the sector that these words name: its code, its name in either language, with or without 界, a city's
 * name before it, or a usual short form. Undefined when nothing on the list is meant.
 */
export function sectorCodeOf(words: string): string | undefined {
  const text = words.trim();
  if (/^\d{1,2}$/.test(text)) {
    const code = text.padStart(2, '0');
    return nationalSectors.some((sector) => sector.code === code) ? code : undefined;
  }
  return (
    byName.get(
      text
        .normalize('NFKC')
        .replaceAll(/\s/gu, '')
        .replace(/(?:界别|界)$/u, ''),
    ) ??
    byName.get(bare(text)) ??
    byName.get(text.toLowerCase())
  );
}
