import { holds, pageOf, type Role } from '@tongxin/core';
import { asSystem, transact, type Context, type Tx } from '@tongxin/db';
import { listPhotos, listPublishedPhotos } from '@tongxin/files/queries';
import { issues } from '@tongxin/issues/schema';
import { listHistory } from '@tongxin/matters/queries';
import { placeOf } from '@tongxin/matters/rules';
import { matters } from '@tongxin/matters/schema';
import { and, asc, desc, eq, inArray, isNull, lte, or, sql, type SQL } from 'drizzle-orm';
import { lineWorkflow, tallyOf, type ListLines } from '../rules/index.ts';
import { outcomeLines } from '../schema/index.ts';
import { inDivision, onGroundOf, pageSize, worksWith } from './ground.ts';
import { issuesOfLines } from './lineage.ts';
import { asPublic, lineOf, linesWhere, progressOf } from './lines.ts';
import { withMoves } from './may.ts';
import { askedOn, wordsOn } from './words.ts';

const offices = ['host', 'county_office', 'city_office', 'auditor'] as const satisfies readonly Role[];

/**
 * The lines that the asking account works with: a unit its own, a township, county or city what lies on its ground.
 * Open ones by their date, so the most overdue come first; those that are over newest first; 20 a page.
 * Nobody else's rows are there. Refuses: divisions.not_found.
 */
export async function listLines(ctx: Context, { unitId, divisionCode, state, after }: ListLines) {
  const reach = reachOf(ctx);
  if (reach === undefined) return { rows: [], next: null };
  const over = state === 'closed' || state === 'not_adopted';
  const at = over ? matters.closedAt : matters.dueAt;
  const found = await linesWhere(
    ctx,
    and(
      eq(matters.kind, 'outcome_line'),
      reach,
      unitId === undefined ? undefined : eq(outcomeLines.unitId, unitId),
      divisionCode === undefined ? undefined : await inDivision(ctx, matters, divisionCode),
      inState(ctx, state),
      after === undefined
        ? undefined
        : over
          ? sql`(${at}, ${matters.id}) < (${after.at}::timestamptz, ${after.id}::uuid)`
          : sql`(${at}, ${matters.id}) > (${after.at}::timestamptz, ${after.id}::uuid)`,
    ),
  )
    .orderBy(...(over ? [desc(at), desc(matters.id)] : [asc(at), asc(matters.id)]))
    .limit(pageSize + 1);
  const page = pageOf(found, pageSize, (last) => ({
    at: (over ? last.closedAt! : last.dueAt!).toString(),
    id: last.id,
  }));
  const rows = await withMoves(ctx, lineWorkflow, page.rows);
  return {
    ...page,
    rows: rows.map(({ may, ...row }) => ({
      ...asPublic(row),
      ownerRole: row.ownerRole,
      dueAt: row.dueAt,
      overdue: row.dueAt !== null && Temporal.Instant.compare(row.dueAt, ctx.now()) <= 0,
      may,
    })),
  };
}

function reachOf(ctx: Context): SQL | undefined {
  const { actor } = ctx;
  if (actor.kind !== 'account') return undefined;
  const parts = [onGroundOf(actor, offices, matters)];
  for (const { role, organisationId, matterId } of actor.grants) {
    if (matterId !== null) parts.push(eq(matters.id, matterId));
    else if (role === 'department_clerk' && organisationId !== null)
      parts.push(eq(matters.handlerUnitId, organisationId));
  }
  return or(...parts);
}

function inState(ctx: Context, state: ListLines['state']): SQL | undefined {
  if (state === 'open') return isNull(matters.closedAt);
  if (state === 'overdue') return and(isNull(matters.closedAt), lte(matters.dueAt, ctx.now()));
  return eq(matters.state, state);
}

/**
 * One line: to everybody what is public; to those who work with it also whose turn it is, its history, what they may
 * do, and the handling copies of the matters that it answers, never a resident's own words.
 * Refuses: deliberations.not_found.
 */
export async function getLine(ctx: Context, id: string) {
  const publicPhotos = await listPublishedPhotos(ctx, [id]);
  return transact(ctx, async (_tx, inside) => {
    const row = await lineOf(inside, id);
    const shown = {
      ...asPublic(row),
      progress: await progressOf(inside, id),
      photos: publicPhotos.map(asPhoto),
    };
    if (!worksWith(ctx.actor, row)) return { ...shown, desk: null };
    const [withMay] = await withMoves(inside, lineWorkflow, [row]);
    const { ownerRole, dueAt } = row;
    const overdue = dueAt !== null && Temporal.Instant.compare(dueAt, ctx.now()) <= 0;
    const desk = {
      ownerRole,
      dueAt,
      overdue,
      may: withMay!.may,
      photos: (await listPhotos(inside, [id])).map(asPhoto),
      history: await listHistory(inside, id),
      copies: await copiesFor(inside, id),
      asked: await askingOf(inside, row),
    };
    return { ...shown, desk };
  });
}

const asPhoto = ({
  id,
  width,
  height,
  published,
}: {
  id: string;
  width: number;
  height: number;
  published: boolean;
}) => ({
  id,
  width,
  height,
  published,
});

/** The handling copies of the matters that a line answers: what a unit may know of them. */
async function copiesFor(inside: Context & { tx: Tx }, lineId: string) {
  const answered = await issuesOfLines(inside, [lineId]);
  if (answered.length === 0) return [];
  // A unit's own scope does not reach matters that were never handed to it; their copies were written for it.
  return asSystem(inside, (house) =>
    house.tx
      .select({
        id: issues.matterId,
        title: issues.handlingTitle,
        text: issues.handlingText,
        openedAt: issues.openedAt,
      })
      .from(issues)
      .where(
        inArray(
          issues.matterId,
          answered.map(({ id }) => id),
        ),
      )
      .orderBy(asc(issues.openedAt), asc(issues.matterId))
      .limit(100),
  );
}

type Row = Awaited<ReturnType<typeof lineOf>>;

/**
 * How many residents were asked in this round and have answered; what they said only for the offices that strike the
 * line off, and only once everybody has spoken: never for the unit that did it.
 */
async function askingOf(inside: Context & { tx: Tx }, row: Row) {
  if (row.state !== 'asking' && row.state !== 'judged') return null;
  const asked = await askedOn(inside, row.id);
  const words = await asSystem(inside, (house) => wordsOn(house, [row.id]));
  const last = words.filter(({ round }) => round === row.round);
  const office = holds(inside.actor, ['county_office', 'city_office'], placeOf(row)) !== undefined;
  const handles = holds(inside.actor, ['department_clerk'], {
    divisionCodes: [],
    organisationIds: [row.unitId],
    matterId: row.id,
  });
  const told = row.state === 'judged' && office && handles === undefined;
  return { asked: asked.length, answered: last.length, said: told ? tallyOf(last) : null };
}
