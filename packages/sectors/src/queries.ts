import type { Context } from '@tongxin/db';
import { asc } from 'drizzle-orm';
import { sectors } from './schema.ts';

/** Every sector with its time on the list, by code; those that have ended come last. At most 99. For everybody. */
export async function listSectors(ctx: Context) {
  return (ctx.tx ?? ctx.municipality.db)
    .select({
      code: sectors.code,
      nameZh: sectors.nameZh,
      nameEn: sectors.nameEn,
      validFrom: sectors.validFrom,
      validTo: sectors.validTo,
    })
    .from(sectors)
    .orderBy(asc(sectors.code))
    .limit(99);
}
