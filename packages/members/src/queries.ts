import { DomainError, pageOf, type Actor } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { and, asc, eq, inArray, isNull, like, or, sql, type SQL } from 'drizzle-orm';
import { divisions } from '@tongxin/divisions/schema';
import { pageSize, readers, refusals, type ListMembers } from './rules.ts';
import { members } from './schema.ts';

const db = (ctx: Context) => ctx.tx ?? ctx.municipality.db;

const columns = {
  id: members.id,
  name: members.name,
  sector: members.sector,
  organisationId: members.organisationId,
  cityCode: members.cityCode,
  /** Null for members of the municipal committee. */
  countyCode: members.countyCode,
};

/** By pinyin, as a register of names is read; by code point nobody finds anybody. */
const byName = sql`${members.name} collate "zh-Hans-CN-x-icu"`;

/**
 * Active members whom the actor may invite, by name, 50 a page: those of the actor's county and of the municipal
 * committee; for city offices those of every county. `search` is a part of the name. Nobody else sees anybody.
 */
export async function listMembers(ctx: Context, { search, countyCode, after }: ListMembers) {
  const reach = reachOf(ctx.actor);
  if (reach === undefined) return { rows: [], next: null };
  const found = await db(ctx)
    .select(columns)
    .from(members)
    .where(
      and(
        reach,
        eq(members.active, true),
        search === undefined || search === '' ? undefined : like(members.name, `%${literally(search)}%`),
        countyCode === undefined ? undefined : eq(members.countyCode, countyCode),
        after === undefined
          ? undefined
          : sql`(${byName}, ${members.id}) > (${after.name} collate "zh-Hans-CN-x-icu", ${after.id}::uuid)`,
      ),
    )
    .orderBy(asc(byName), asc(members.id))
    .limit(pageSize + 1);
  return pageOf(found, pageSize, ({ name, id }) => ({ name, id }));
}

/** A member within the actor's reach, active or not. Refuses: members.not_found. */
export async function getMember(ctx: Context, id: string) {
  const reach = reachOf(ctx.actor);
  const found =
    reach === undefined
      ? []
      : await db(ctx)
          .select({ ...columns, active: members.active })
          .from(members)
          .where(and(reach, eq(members.id, id)))
          .limit(1);
  if (found[0] === undefined) throw new DomainError('members.not_found', refusals['members.not_found']);
  return found[0];
}

/** The active member who signs in with this account, or null. */
export async function findMemberByAccount(ctx: Context, accountId: string) {
  const [row] = await db(ctx)
    .select(columns)
    .from(members)
    .where(and(eq(members.accountId, accountId), eq(members.active, true)))
    .limit(1);
  return row ?? null;
}

/** What a person typed is looked for as it stands: `%` and `_` are characters like any other. */
function literally(text: string): string {
  return text.replaceAll(/[\\%_]/g, '\\$&');
}

/** Turns the actor's grants into the members whom they may know of. The county of a township is asked, not guessed. */
function reachOf(actor: Actor): SQL | undefined {
  if (actor.kind === 'system') return sql`true`;
  if (actor.kind !== 'account') return undefined;
  const codes = actor.grants
    .filter(({ role, matterId }) => matterId === null && readers.some((reader) => reader === role))
    .map(({ divisionCode }) => divisionCode)
    .filter((code) => code !== null);
  if (codes.length === 0) return undefined;
  const counties = sql`(select coalesce(${divisions.countyCode}, ${divisions.code}) from ${divisions}
    where ${inArray(divisions.code, codes)})`;
  const cities = sql`(select coalesce(${divisions.cityCode}, ${divisions.code}) from ${divisions}
    where ${inArray(divisions.code, codes)})`;
  return or(
    inArray(members.cityCode, codes),
    inArray(members.countyCode, counties),
    and(isNull(members.countyCode), inArray(members.cityCode, cities)),
  );
}
