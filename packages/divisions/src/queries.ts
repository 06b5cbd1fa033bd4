import { DomainError } from '@tongxin/core';
import { prepared, type Context, type Db } from '@tongxin/db';
import { and, asc, desc, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { divisions } from './schema.ts';
import { codesOf, placesFound, refusals, wordsOf, type DivisionPath } from './rules.ts';

const columns = {
  code: divisions.code,
  name: divisions.name,
  level: divisions.level,
  cityCode: divisions.cityCode,
  countyCode: divisions.countyCode,
  townshipCode: divisions.townshipCode,
};

const db = (ctx: Context): Db => ctx.tx ?? ctx.municipality.db;

/** The existing divisions directly inside this one, by code. At most the 200 that the largest parent has. */
export async function listChildren(ctx: Context, parentCode: string) {
  return db(ctx)
    .select(columns)
    .from(divisions)
    .where(and(eq(divisions.parentCode, parentCode), isNull(divisions.validTo)))
    .orderBy(asc(divisions.code))
    .limit(1000);
}

/** One division with what contains it. Refuses: divisions.not_found. */
export async function getDivision(ctx: Context, code: string): Promise<DivisionPath> {
  const statement = prepared(db(ctx), 'divisions_get', (builder, name) =>
    builder
      .select(columns)
      .from(divisions)
      .where(eq(divisions.code, sql.placeholder('code')))
      .limit(1)
      .prepare(name),
  );
  const [row] = await statement.execute({ code });
  if (row === undefined) throw new DomainError('divisions.not_found', refusals['divisions.not_found']);
  return withOwnLevel(row);
}

/** All existing counties and townships of the municipality, by code: what pickers and tables are made of. */
export async function listCountiesAndTownships(ctx: Context) {
  const inCity = (level: 'county' | 'township') =>
    db(ctx)
      .select(columns)
      .from(divisions)
      .where(
        and(
          eq(divisions.cityCode, ctx.municipality.code),
          eq(divisions.level, level),
          isNull(divisions.validTo),
        ),
      )
      .orderBy(asc(divisions.code))
      .limit(2000);
  const [counties, townships] = await Promise.all([inCity('county'), inCity('township')]);
  return { counties, townships };
}

const county = alias(divisions, 'county');
const township = alias(divisions, 'township');

/**
 * Townships and villages of the municipality whose full name (city to village, without spaces between) holds
 * every word of `text`. Those whose own name starts with the last word come first, townships before villages,
 * then by township and village. At most 20; none when the text has no word.
 */
export async function findPlaces(ctx: Context, text: string) {
  const words = wordsOf(text);
  const last = words.at(-1);
  if (last === undefined) return [];
  const city = db(ctx)
    .select({ name: divisions.name })
    .from(divisions)
    .where(eq(divisions.code, ctx.municipality.code));
  const fullName = sql`concat((${city}), ${county.name}, ${township.name}, ${divisions.name})`;
  return db(ctx)
    .select({
      ...columns,
      countyName: county.name,
      /** Null for a township itself. */
      townshipName: township.name,
    })
    .from(divisions)
    .innerJoin(county, eq(county.code, divisions.countyCode))
    .leftJoin(township, eq(township.code, divisions.townshipCode))
    .where(
      and(
        eq(divisions.cityCode, ctx.municipality.code),
        inArray(divisions.level, ['township', 'village']),
        isNull(divisions.validTo),
        ...words.map((word) => contains(fullName, word)),
      ),
    )
    .orderBy(
      desc(sql`starts_with(${divisions.name}, ${last})`),
      asc(sql`length(${divisions.code})`),
      asc(sql`coalesce(${township.name}, ${divisions.name})`),
      asc(divisions.name),
      asc(divisions.code),
    )
    .limit(placesFound);
}

/** What a person typed is looked for as it stands: `%` and `_` are characters like any other. */
function contains(name: SQL, word: string): SQL {
  return sql`${name} like ${`%${word.replaceAll(/[\\%_]/g, '\\$&')}%`}`;
}

/** The names of a division and of what contains it, from the city down. Refuses: divisions.not_found. */
export async function listPath(ctx: Context, code: string) {
  const codes = codesOf(await getDivision(ctx, code));
  return db(ctx)
    .select({ code: divisions.code, name: divisions.name, level: divisions.level })
    .from(divisions)
    .where(inArray(divisions.code, codes))
    .orderBy(asc(sql`length(${divisions.code})`))
    .limit(4);
}

type Row = Omit<DivisionPath, 'villageCode'>;

/** Fills the column of the division's own level, so that its codes are complete from the city down. */
function withOwnLevel(row: Row): DivisionPath {
  return {
    ...row,
    cityCode: row.level === 'city' ? row.code : row.cityCode,
    countyCode: row.level === 'county' ? row.code : row.countyCode,
    townshipCode: row.level === 'township' ? row.code : row.townshipCode,
    villageCode: row.level === 'village' ? row.code : null,
  };
}
