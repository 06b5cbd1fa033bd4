import { DomainError, pageOf, type Actor, type Role } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { divisions } from '@tongxin/divisions/schema';
import { and, asc, eq, exists, gt, inArray, isNull, lte, or, sql, type SQL } from 'drizzle-orm';
import { mayAdminister, readers, refusals, type Holder, type ListAccounts } from '../rules/index.ts';
import { accountJournal, accounts, grants } from '../schema.ts';
import { everyGrant, standingGrants } from './held-grants.ts';

const columns = {
  id: accounts.id,
  name: accounts.name,
  username: accounts.username,
  phoneTail: accounts.phoneTail,
  divisionCode: accounts.divisionCode,
  divisionName: divisions.name,
  hasTotp: accounts.twoFactorEnabled,
  disabledAt: accounts.disabledAt,
  codes: { city: divisions.cityCode, county: divisions.countyCode, township: divisions.townshipCode },
};

const db = (ctx: Context) => ctx.tx ?? ctx.municipality.db;

/**
 * Accounts of the places that the reader's offices look after, by name; `next` continues, null at the end.
 * Each says whether the reader may look after it. Nothing for whoever looks after nothing.
 */
export async function listAccounts(ctx: Context, input: ListAccounts) {
  const { search, role, after, limit } = input;
  const rows = await db(ctx)
    .select(columns)
    .from(accounts)
    .innerJoin(divisions, eq(divisions.code, accounts.divisionCode))
    .where(
      and(
        within(ctx.actor),
        search === undefined || search === ''
          ? undefined
          : or(
              sql`starts_with(${accounts.name}, ${search})`,
              sql`starts_with(${accounts.username}, ${search.toLowerCase()})`,
            ),
        role === undefined ? undefined : exists(holding(ctx, role)),
        after === undefined
          ? undefined
          : sql`(${accounts.name}, ${accounts.id}) > (${after.name}, ${after.id}::uuid)`,
      ),
    )
    .orderBy(asc(accounts.name), asc(accounts.id))
    .limit(limit + 1);
  const page = pageOf(rows, limit, ({ name, id }) => ({ name, id }));
  return { accounts: await withGrants(ctx, page.rows), next: page.next };
}

type Row = Awaited<ReturnType<typeof selectOne>>[number];

async function withGrants(ctx: Context, rows: readonly Row[]) {
  const held = await standingGrants(
    ctx,
    rows.map(({ id }) => id),
  );
  return rows.map(({ codes, ...row }) => {
    const own = held.filter(({ accountId }) => accountId === row.id);
    const holder: Holder = {
      accountId: row.id,
      divisionCodes: codesOf(row.divisionCode, codes),
      grants: own,
    };
    return {
      ...row,
      grants: own.map(({ id, role, divisionName, organisationName, matterId, validFrom, validTo }) => ({
        id,
        role,
        divisionName,
        organisationName,
        matterId,
        validFrom,
        validTo,
      })),
      may: { administer: mayAdminister(ctx.actor, holder) },
    };
  });
}

function codesOf(own: string, { city, county, township }: Row['codes']): string[] {
  return [...new Set([city, county, township, own])].filter((code) => code !== null);
}

/** Only places that the actor's office looks after; the whole city for the house itself. */
function within(actor: Actor): SQL | undefined {
  if (actor.kind === 'system') return undefined;
  const codes =
    actor.kind === 'account'
      ? actor.grants
          .filter(({ role }) => (readers as readonly string[]).includes(role))
          .flatMap(({ divisionCode }) => (divisionCode === null ? [] : [divisionCode]))
      : [];
  if (codes.length === 0) return sql`false`;
  return or(
    inArray(accounts.divisionCode, codes),
    inArray(divisions.cityCode, codes),
    inArray(divisions.countyCode, codes),
  );
}

function holding(ctx: Context, role: Role) {
  const now = ctx.now();
  return db(ctx)
    .select({ one: sql`1` })
    .from(grants)
    .where(
      and(
        eq(grants.accountId, accounts.id),
        eq(grants.role, role),
        isNull(grants.revokedAt),
        lte(grants.validFrom, now),
        or(isNull(grants.validTo), gt(grants.validTo, now)),
      ),
    );
}

function selectOne(ctx: Context, accountId: string) {
  return db(ctx)
    .select(columns)
    .from(accounts)
    .innerJoin(divisions, eq(divisions.code, accounts.divisionCode))
    .where(and(eq(accounts.id, accountId), within(ctx.actor)))
    .limit(1);
}

/**
 * One account with every grant it ever had and what was done to it, newest entry first, at most 200.
 * Refuses: not_found, also for accounts of other places.
 */
export async function getAccount(ctx: Context, accountId: string) {
  const [row] = await selectOne(ctx, accountId);
  if (row === undefined) throw new DomainError('accounts.not_found', refusals['accounts.not_found']);
  const [account] = await withGrants(ctx, [row]);
  const history = await db(ctx)
    .select({
      id: accountJournal.id,
      at: accountJournal.at,
      action: accountJournal.action,
      actorName: accounts.name,
      reason: accountJournal.reason,
      facts: accountJournal.facts,
    })
    .from(accountJournal)
    .leftJoin(accounts, eq(accounts.id, accountJournal.actorId))
    .where(eq(accountJournal.accountId, accountId))
    .orderBy(sql`${accountJournal.at} desc`, sql`${accountJournal.id} desc`)
    .limit(200);
  return { ...account!, grants: await listGrants(ctx, accountId), history };
}

/** Every grant of an account, ended ones too, oldest first. Refuses: not_found outside the reader's places. */
export async function listGrants(ctx: Context, accountId: string) {
  const [row] = await selectOne(ctx, accountId);
  if (row === undefined) throw new DomainError('accounts.not_found', refusals['accounts.not_found']);
  const rows = await everyGrant(ctx, accountId);
  return rows.map((grant) => ({
    id: grant.id,
    role: grant.role,
    divisionCode: grant.divisionCode,
    divisionName: grant.divisionName,
    organisationId: grant.organisationId,
    organisationName: grant.organisationName,
    matterId: grant.matterId,
    validFrom: grant.validFrom,
    validTo: grant.validTo,
    reason: grant.reason,
    revokedAt: grant.revokedAt,
  }));
}

/** Whether an account of the places that the reader's offices look after holds a role now: who can be linked, by id. */
export async function holdsRole(ctx: Context, accountId: string, role: Role): Promise<boolean> {
  const [row] = await db(ctx)
    .select({ id: accounts.id })
    .from(accounts)
    .innerJoin(divisions, eq(divisions.code, accounts.divisionCode))
    .where(and(eq(accounts.id, accountId), within(ctx.actor), exists(holding(ctx, role))))
    .limit(1);
  return row !== undefined;
}

/** The account with this user name, in any place, or null: for the house's own commands. */
export async function findAccountByName(ctx: Context, username: string) {
  const [row] = await db(ctx)
    .select({ id: accounts.id, name: accounts.name, disabledAt: accounts.disabledAt })
    .from(accounts)
    .where(eq(accounts.username, username.toLowerCase()))
    .limit(1);
  return row ?? null;
}
