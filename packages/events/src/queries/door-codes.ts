import type { Context } from '@tongxin/db';
import { members } from '@tongxin/members/schema';
import { and, eq, inArray } from 'drizzle-orm';

const db = (ctx: Context) => ctx.tx ?? ctx.municipality.db;

/** Who serves with these codes, by code; codes that are nobody's are missing. */
export async function membersByDoorCode(
  ctx: Context,
  codes: readonly string[],
): Promise<Map<string, { id: string; name: string }>> {
  const rows = await db(ctx)
    .select({ code: members.doorCode, id: members.id, name: members.name })
    .from(members)
    .where(and(inArray(members.doorCode, [...codes]), eq(members.active, true)))
    .limit(codes.length);
  return new Map(rows.map(({ code, id, name }) => [code, { id, name }]));
}

/** The codes of these members, by member. */
export async function doorCodesOf(ctx: Context, memberIds: readonly string[]): Promise<Map<string, string>> {
  if (memberIds.length === 0) return new Map();
  const rows = await db(ctx)
    .select({ id: members.id, code: members.doorCode })
    .from(members)
    .where(inArray(members.id, [...memberIds]))
    .limit(memberIds.length);
  return new Map(rows.map(({ id, code }) => [id, code]));
}
