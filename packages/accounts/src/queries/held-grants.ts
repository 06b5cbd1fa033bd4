import type { Context, Tx } from '@tongxin/db';
import { divisions } from '@tongxin/divisions/schema';
import { organisations } from '@tongxin/organisations/schema';
import { and, asc, eq, gt, inArray, isNull, or, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { HeldGrant, ScopeKind } from '../rules/index.ts';
import { grants } from '../schema.ts';

const over = alias(divisions, 'over');
const unitOver = alias(divisions, 'unit_over');

const columns = {
  id: grants.id,
  accountId: grants.accountId,
  role: grants.role,
  divisionCode: grants.divisionCode,
  organisationId: grants.organisationId,
  matterId: grants.matterId,
  validFrom: grants.validFrom,
  validTo: grants.validTo,
  reason: grants.reason,
  revokedAt: grants.revokedAt,
  divisionName: over.name,
  level: over.level,
  organisationName: organisations.name,
  over: {
    code: over.code,
    cityCode: over.cityCode,
    countyCode: over.countyCode,
    townshipCode: over.townshipCode,
  },
  unitOver: {
    code: unitOver.code,
    cityCode: unitOver.cityCode,
    countyCode: unitOver.countyCode,
    townshipCode: unitOver.townshipCode,
  },
};

export type HeldRow = Omit<Awaited<ReturnType<typeof select>>[number], 'over' | 'unitOver' | 'level'> &
  HeldGrant;

function select(db: Tx, which: SQL | undefined, limit: number) {
  return db
    .select(columns)
    .from(grants)
    .leftJoin(over, eq(over.code, grants.divisionCode))
    .leftJoin(organisations, eq(organisations.id, grants.organisationId))
    .leftJoin(unitOver, eq(unitOver.code, organisations.divisionCode))
    .where(which)
    .orderBy(asc(grants.accountId), asc(grants.validFrom), asc(grants.id))
    .limit(limit);
}

/** The grants of these accounts that hold now or will hold later, with where they lie. At most 2,000. */
export async function standingGrants(ctx: Context, accountIds: readonly string[]): Promise<HeldRow[]> {
  if (accountIds.length === 0) return [];
  const standing = and(isNull(grants.revokedAt), or(isNull(grants.validTo), gt(grants.validTo, ctx.now())));
  return placed(
    await select(connection(ctx), and(inArray(grants.accountId, [...accountIds]), standing), 2000),
  );
}

/** Every grant that the account ever had, oldest first. At most 500. */
export async function everyGrant(ctx: Context, accountId: string): Promise<HeldRow[]> {
  return placed(await select(connection(ctx), eq(grants.accountId, accountId), 500));
}

/** One grant with where it lies, or null. */
export async function findGrant(ctx: Context, grantId: string): Promise<HeldRow | null> {
  return placed(await select(connection(ctx), eq(grants.id, grantId), 1))[0] ?? null;
}

const connection = (ctx: Context) => ctx.tx ?? ctx.municipality.db;

function placed(rows: Awaited<ReturnType<typeof select>>): HeldRow[] {
  return rows.map(({ over: division, unitOver: unit, level, ...row }) => ({
    ...row,
    divisionCodes: codes(division?.code ? division : unit),
    scope: scopeKind(row, level),
  }));
}

type Codes = {
  code: string;
  cityCode: string | null;
  countyCode: string | null;
  townshipCode: string | null;
};

/** A division's own column is empty in its row, so its code is added. */
function codes(path: Codes | null): string[] {
  if (path === null) return [];
  return [...new Set([path.cityCode, path.countyCode, path.townshipCode, path.code])].filter(
    (code) => code !== null,
  );
}

function scopeKind(
  row: { matterId: string | null; organisationId: string | null },
  level: string | null,
): ScopeKind {
  if (row.matterId !== null) return 'matter';
  return row.organisationId !== null ? 'organisation' : (level as ScopeKind);
}
