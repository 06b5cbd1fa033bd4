import { civilDay, DomainError, pageOf } from '@tongxin/core';
import { prepared, type Context } from '@tongxin/db';
import { getDivision } from '@tongxin/divisions/queries';
import { and, asc, desc, eq, gt, inArray, isNull, lte, or, sql, type SQL } from 'drizzle-orm';
import { organisationJournal, organisations, posts, terms, termSessions } from './schema.ts';
import { mayKeep, pageSize, refusals, type BrowseOrganisations, type OrganisationKind } from './rules.ts';

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

/**
 * All units of a division in the order of their kind and name, each with who leads it today by post, in their order: whom
 * to turn to. At most 500 units and 2,000 posts.
 */
export async function listOrganisations(ctx: Context, divisionCode: string) {
  const units = await db(ctx)
    .select(columns)
    .from(organisations)
    .where(eq(organisations.divisionCode, divisionCode))
    .orderBy(asc(organisations.kind), asc(organisations.name))
    .limit(500);
  const held = await db(ctx)
    .select({
      id: posts.id,
      organisationId: posts.organisationId,
      title: posts.title,
      holderName: posts.holderName,
    })
    .from(posts)
    .innerJoin(organisations, eq(organisations.id, posts.organisationId))
    .where(and(eq(organisations.divisionCode, divisionCode), holdsOn(civilDay(ctx.now()))))
    .orderBy(asc(posts.placeNo), asc(posts.id))
    .limit(2000);
  return units.map((unit) => ({
    ...unit,
    posts: held
      .filter(({ organisationId }) => organisationId === unit.id)
      .map(({ id, title, holderName }) => ({ id, title, holderName })),
  }));
}

/** Posts whose holder has begun and has not ended on this day. */
const holdsOn = (day: Temporal.PlainDate) =>
  and(lte(posts.validFrom, day), or(isNull(posts.validTo), gt(posts.validTo, day)));

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

/**
 * Units of a division by kind and name, 20 a page, narrowed to one kind if wished. Units are public; their telephone
 * numbers are nowhere.
 */
export async function browseOrganisations(ctx: Context, { divisionCode, kind, after }: BrowseOrganisations) {
  const found = await db(ctx)
    .select({ ...columns, parentId: organisations.parentId })
    .from(organisations)
    .where(
      and(
        eq(organisations.divisionCode, divisionCode),
        kind === undefined ? undefined : eq(organisations.kind, kind),
        after === undefined
          ? undefined
          : sql`(${organisations.kind}, ${organisations.name}, ${organisations.id})
                > (${after.kind}, ${after.name}, ${after.id}::uuid)`,
      ),
    )
    .orderBy(asc(organisations.kind), asc(organisations.name), asc(organisations.id))
    .limit(pageSize + 1);
  return pageOf(found, pageSize, (last) => ({ kind: last.kind, name: last.name, id: last.id }));
}

/**
 * One unit with who leads it by post (those that hold today, in their order), its terms with their sessions, newest
 * first, and what was done to it, newest 50. `may.keep` says whether the asking account keeps it; who does sees in
 * `coming` also the posts that begin on a later day. Refuses: organisations.not_found.
 */
export async function describeOrganisation(ctx: Context, id: string) {
  const unit = await getOrganisation(ctx, id);
  const place = await getDivision(ctx, unit.divisionCode);
  const keep = mayKeep(ctx.actor, place);
  const today = civilDay(ctx.now());
  return {
    ...unit,
    placeName: place.name,
    posts: await postsOf(ctx, id, holdsOn(today)),
    coming: keep.allowed ? await postsOf(ctx, id, gt(posts.validFrom, today)) : [],
    terms: await termsOf(ctx, id),
    history: await historyOf(ctx, id),
    may: { keep },
  };
}

/** Posts of a unit with who holds them, in their order: at most 200. */
async function postsOf(ctx: Context, organisationId: string, when: SQL | undefined) {
  return db(ctx)
    .select({
      id: posts.id,
      title: posts.title,
      holderName: posts.holderName,
      placeNo: posts.placeNo,
      validFrom: posts.validFrom,
    })
    .from(posts)
    .where(and(eq(posts.organisationId, organisationId), when))
    .orderBy(asc(posts.placeNo), asc(posts.id))
    .limit(200);
}

/** The terms of a committee with their sessions, newest first: at most 99. */
export async function termsOf(ctx: Context, organisationId: string) {
  const rows = await db(ctx)
    .select({ id: terms.id, termNo: terms.termNo, startsOn: terms.startsOn, endsOn: terms.endsOn })
    .from(terms)
    .where(eq(terms.organisationId, organisationId))
    .orderBy(desc(terms.termNo))
    .limit(99);
  const sessions =
    rows.length === 0
      ? []
      : await db(ctx)
          .select({
            termId: termSessions.termId,
            sessionNo: termSessions.sessionNo,
            opensOn: termSessions.opensOn,
            closesOn: termSessions.closesOn,
          })
          .from(termSessions)
          .where(
            inArray(
              termSessions.termId,
              rows.map((term) => term.id),
            ),
          )
          .orderBy(desc(termSessions.sessionNo))
          .limit(1000);
  return rows.map((term) => ({
    ...term,
    sessions: sessions
      .filter(({ termId }) => termId === term.id)
      .map(({ sessionNo, opensOn, closesOn }) => ({ sessionNo, opensOn, closesOn })),
  }));
}

async function historyOf(ctx: Context, organisationId: string) {
  return db(ctx)
    .select({
      id: organisationJournal.id,
      at: organisationJournal.at,
      action: organisationJournal.action,
      facts: organisationJournal.facts,
    })
    .from(organisationJournal)
    .where(eq(organisationJournal.organisationId, organisationId))
    .orderBy(desc(organisationJournal.at), desc(organisationJournal.id))
    .limit(50);
}
