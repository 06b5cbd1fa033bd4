import { nationalSectors } from '@tongxin/sectors/rules';

/** The sectors (界别) that a city's committee is made of today: the national list without Hong Kong and Macao. */
export const sectorCodes: readonly string[] = nationalSectors
  .filter(({ code, validTo }) => validTo === null && code !== '32' && code !== '33')
  .map(({ code }) => code);
