import { transact, type Context } from '@tongxin/db';
import { sql } from 'drizzle-orm';
import { nationalSectors, type NationalSector } from './rules.ts';
import { sectors } from './schema.ts';

/**
 * Brings the municipality's sectors to the national list: adds what is missing, corrects names and days, removes
 * nothing. Runs again without effect. Answers how many sectors it added or changed.
 */
export async function loadSectors(
  ctx: Context,
  list: readonly NationalSector[] = nationalSectors,
): Promise<number> {
  const rows = list.map(({ validFrom, validTo, ...named }) => ({
    ...named,
    validFrom: Temporal.PlainDate.from(validFrom),
    validTo: validTo === null ? null : Temporal.PlainDate.from(validTo),
  }));
  return transact(ctx, async (tx) => {
    const written = await tx
      .insert(sectors)
      .values(rows)
      .onConflictDoUpdate({
        target: sectors.code,
        set: {
          nameZh: sql`excluded.name_zh`,
          nameEn: sql`excluded.name_en`,
          validFrom: sql`excluded.valid_from`,
          validTo: sql`excluded.valid_to`,
        },
        setWhere: sql`(${sectors.nameZh}, ${sectors.nameEn}, ${sectors.validFrom}, ${sectors.validTo})
          is distinct from (excluded.name_zh, excluded.name_en, excluded.valid_from, excluded.valid_to)`,
      })
      .returning({ code: sectors.code });
    return written.length;
  });
}
