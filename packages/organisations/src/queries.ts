import { DomainError } from '@tongxin/core';
import { prepared, type Context } from '@tongxin/db';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { organisations } from './schema.ts';
import { refusals, type OrganisationKind } from './rules.ts';

const columns = {
  id: organisations.id,
  kind: organisations.kind,
  name: organisations.name,
  divisionCode: organisations.divisionCode,
};

const db = (ctx: Context) => ctx.tx ?? ctx.municipality.db;

/** The organisation of this kind that works for this division (its office, its liaison group), or null. */
export async function findOfficeOf(ctx: Context, kind: OrganisationKind, divisionCode: string) {
  const [row] = await db(ctx)
    .select(columns)
    .from(organisations)
    .where(and(eq(organisations.divisionCode, divisionCode), eq(organisations.kind, kind)))
    .orderBy(asc(organisations.id))
    .limit(1);
  return row ?? null;
}

/** Departments that may handle a matter here: those of the county and of the city, by name. At most 500. */
export async function listDepartments(ctx: Context, divisionCodes: readonly string[]) {
  return db(ctx)
    .select(columns)
    .from(organisations)
    .where(and(inArray(organisations.divisionCode, [...divisionCodes]), eq(organisations.kind, 'department')))
    .orderBy(asc(organisations.divisionCode), asc(organisations.name))
    .limit(500);
}

/** All units of a division in the order of their kind and name: what an office's list is made of. At most 500. */
export async function listOrganisations(ctx: Context, divisionCode: string) {
  return db(ctx)
    .select(columns)
    .from(organisations)
    .where(eq(organisations.divisionCode, divisionCode))
    .orderBy(asc(organisations.kind), asc(organisations.name))
    .limit(500);
}

/** Refuses: organisations.not_found. */
export async function getOrganisation(ctx: Context, id: string) {
  const statement = prepared(db(ctx), 'organisations_get', (builder, name) =>
    builder
      .select(columns)
      .from(organisations)
      .where(eq(organisations.id, sql.placeholder('id')))
      .limit(1)
      .prepare(name),
  );
  const [row] = await statement.execute({ id });
  if (row === undefined)
    throw new DomainError('organisations.not_found', refusals['organisations.not_found']);
  return row;
}
