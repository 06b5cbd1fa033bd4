import { holds, pageOf, type Actor } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import type { AttendanceWay } from '@tongxin/events/rules';
import { officeOfLevel, type Levels } from '@tongxin/matters/rules';
import { and, desc, eq, ne, sql, type AnyColumn, type SQL } from 'drizzle-orm';
import { pageSize, type ListRecord, type RecordCategory, type RecordState } from '../rules/index.ts';
import { objectionsTo } from './objections.ts';
import { subjectOf, type Subject } from './reader.ts';
import { signaturesOf } from './signatures.ts';
import { fromAdvice, fromEvents, fromIntake, fromSessions, fromTurns } from './sources.ts';
import { db, thisYear, yearSpan } from './span.ts';

type LineKind = 'event' | 'session' | 'turn' | 'issue' | 'expert_request';

/** One line of a record. */
type Line = {
  id: string;
  kind: LineKind;
  at: Temporal.Instant;
  endsAt: Temporal.Instant | null;
  category: RecordCategory;
  state: RecordState;
  /** Null for a turn and for what was written down: their category says what it was. */
  title: string | null;
  place: string | null;
  group: string | null;
  convened: boolean;
  /** Of an event with parts: how many the member was at, of those that were written up. */
  parts: { done: number; all: number } | null;
  /** The member came instead of another one. */
  covered: boolean;
  /** Why nobody was at a turn. */
  reason: string | null;
  /** Who wrote it down: the office and the role, never a person; and how an event's organiser came to know. */
  by: { unit: string | null; role: string | null; how: AttendanceWay | null };
  /** Whether the reader may open what it comes from. */
  opens: boolean;
};

type Columns = Record<'id' | 'at' | 'category' | 'state', AnyColumn | SQL | SQL.Aliased>;

/** The lines that are asked for. Without a category, what interest groups do stays out. */
function asked({ category, state, after }: ListRecord, lines: Columns): SQL | undefined {
  return and(
    category === undefined ? ne(lines.category as SQL, 'interest') : eq(lines.category as SQL, category),
    state === undefined ? undefined : eq(lines.state as SQL, state),
    after === undefined
      ? undefined
      : sql`(${lines.at}, ${lines.id}) < (${after.at}::timestamptz, ${after.id}::uuid)`,
  );
}

const newestFirst = ({ at, id }: Columns) => [desc(at as SQL), desc(id as SQL)];
const none = { title: null, group: null, convened: false, parts: null, covered: false, reason: null };

/**
 * One member's record of a year, newest first, 20 lines a page, of one category and outcome if wished, each with what the
 * member said of it and whether they may say now that it is not right. Each source is read by its own index for one page
 * and the pages are laid together. Refuses: record.not_found.
 */
export async function listRecord(ctx: Context, input: ListRecord) {
  const subject = await subjectOf(ctx, input);
  const { category } = input;
  const sources = sourcesOf(category);
  const found = await Promise.all(sources.map((source) => source(ctx, subject, input)));
  const lines = found.flat().toSorted(byTime);
  const page = pageOf(lines, pageSize, ({ at, id }) => ({ at: at.toString(), id }));
  const said = await objectionsTo(
    ctx,
    subject.id,
    page.rows.map(({ id }) => id),
  );
  const rows = page.rows.map((line) => {
    const objections = said.filter(({ lineId }) => lineId === line.id);
    const mayObject = subject.isOwn && objections.every(({ answeredAt }) => answeredAt !== null);
    return { ...line, objections, mayObject };
  });
  return { ...page, rows };
}

type Source = (ctx: Context, subject: Subject, input: ListRecord) => Promise<Line[]>;

/** Which sources have lines of this category. */
function sourcesOf(category: RecordCategory | undefined): readonly Source[] {
  if (category === undefined) return [eventLines, sessionLines, turnLines, intakeLines, adviceLines];
  if (category === 'deliberation') return [sessionLines];
  if (category === 'turn') return [turnLines];
  if (category === 'expert_advice') return [adviceLines];
  return category === 'written_down' ? [intakeLines] : [eventLines];
}

function byTime(one: Line, other: Line): number {
  return Temporal.Instant.compare(other.at, one.at) || (one.id < other.id ? 1 : -1);
}

const spanOf = (ctx: Context, { year }: Pick<ListRecord, 'year'>) => yearSpan(year ?? thisYear(ctx));

async function eventLines(ctx: Context, subject: Subject, input: ListRecord): Promise<Line[]> {
  const lines = fromEvents(ctx, subject, spanOf(ctx, input));
  const rows = await db(ctx)
    .select({
      id: lines.id,
      at: lines.at,
      endsAt: lines.endsAt,
      category: lines.category,
      state: lines.state,
      title: lines.title,
      site: lines.site,
      placeWords: lines.placeWords,
      cityCode: lines.cityCode,
      countyCode: lines.countyCode,
      townshipCode: lines.townshipCode,
      unit: lines.unit,
      how: lines.how,
      parts: lines.parts,
      partsDone: lines.partsDone,
      group: lines.group,
    })
    .from(lines)
    .where(asked(input, lines))
    .orderBy(...newestFirst(lines))
    .limit(pageSize + 1);
  return rows.map(
    ({ site, placeWords, unit, how, parts, partsDone, cityCode, countyCode, townshipCode, ...row }) => {
      const levels = { cityCode, countyCode, townshipCode };
      return {
        ...none,
        ...row,
        kind: 'event',
        place: [site, placeWords].filter((part) => part !== null).join(' ') || null,
        parts: parts === 0 ? null : { done: partsDone, all: parts },
        by: { unit, role: officeOfLevel(levels), how: how as AttendanceWay },
        opens: opensFor(ctx.actor, subject, levels),
      };
    },
  );
}

async function sessionLines(ctx: Context, subject: Subject, input: ListRecord): Promise<Line[]> {
  const lines = fromSessions(ctx, subject, spanOf(ctx, input));
  const rows = await db(ctx)
    .select({
      id: lines.id,
      at: lines.at,
      endsAt: lines.endsAt,
      category: lines.category,
      state: lines.state,
      title: lines.title,
      place: lines.site,
      convened: lines.convened,
    })
    .from(lines)
    .where(asked(input, lines))
    .orderBy(...newestFirst(lines))
    .limit(pageSize + 1);
  const signed = await signaturesOf(ctx, subject, rows);
  return rows.map((row) => ({
    ...none,
    ...row,
    kind: 'session',
    by: { unit: signed(row.id)?.unit ?? null, role: signed(row.id)?.role ?? null, how: null },
    // Sessions are public.
    opens: true,
  }));
}

async function turnLines(ctx: Context, subject: Subject, input: ListRecord): Promise<Line[]> {
  const lines = fromTurns(ctx, subject, spanOf(ctx, input));
  const rows = await db(ctx)
    .select({
      id: lines.id,
      at: lines.at,
      endsAt: lines.endsAt,
      category: lines.category,
      state: lines.state,
      place: lines.site,
      cityCode: lines.cityCode,
      countyCode: lines.countyCode,
      townshipCode: lines.townshipCode,
    })
    .from(lines)
    .where(asked(input, lines))
    .orderBy(...newestFirst(lines))
    .limit(pageSize + 1);
  const signed = await signaturesOf(ctx, subject, rows);
  return rows.map(({ cityCode, countyCode, townshipCode, ...row }) => {
    const signature = signed(row.id);
    return {
      ...none,
      ...row,
      kind: 'turn',
      covered: signature?.covered ?? false,
      reason: row.state === 'absent' ? (signature?.reason ?? null) : null,
      by: { unit: signature?.unit ?? null, role: signature?.role ?? null, how: null },
      opens: opensFor(ctx.actor, subject, { cityCode, countyCode, townshipCode }),
    };
  });
}

/** Lines of one moment: what the member wrote down for a resident, and advised on as an expert. */
function momentLines(
  kind: 'issue' | 'expert_request',
  from: typeof fromIntake,
  told: (unit: string | null) => Pick<Line, 'place' | 'by'>,
): Source {
  return async (ctx, subject, input) => {
    const lines = from(ctx, subject, spanOf(ctx, input));
    const rows = await db(ctx)
      .select({
        id: lines.id,
        at: lines.at,
        category: lines.category,
        state: lines.state,
        title: lines.title,
        unit: lines.unit,
        cityCode: lines.cityCode,
        countyCode: lines.countyCode,
        townshipCode: lines.townshipCode,
      })
      .from(lines)
      .where(asked(input, lines))
      .orderBy(...newestFirst(lines))
      .limit(pageSize + 1);
    return rows.map(({ unit, cityCode, countyCode, townshipCode, ...row }) => ({
      ...none,
      ...row,
      ...told(unit),
      kind,
      endsAt: null,
      opens: opensFor(ctx.actor, subject, { cityCode, countyCode, townshipCode }),
    }));
  };
}

const intakeLines = momentLines('issue', fromIntake, (unit) => ({
  place: null,
  by: { unit, role: 'member', how: null },
}));
const adviceLines = momentLines('expert_request', fromAdvice, (unit) => ({
  place: unit,
  by: { unit: null, role: null, how: null },
}));

/** The member opens what they were at; an office what lies on its ground. */
function opensFor(actor: Actor, { isOwn }: Subject, { cityCode, countyCode, townshipCode }: Levels): boolean {
  if (isOwn) return true;
  const divisionCodes = [cityCode, countyCode, townshipCode].filter((code) => code !== null);
  return holds(actor, ['county_office', 'city_office'], { divisionCodes }) !== undefined;
}
