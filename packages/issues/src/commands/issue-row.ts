import { canonicalJson, DomainError, findPersonal, type Id } from '@tongxin/core';
import { given, once, placeholders, prepared, type Context, type Tx } from '@tongxin/db';
import { isVisible, lockMatter, notFound } from '@tongxin/matters/commands';
import { workCalendar } from '@tongxin/matters/queries';
import { dueAt, onGround, type Levels as MatterLevels } from '@tongxin/matters/rules';
import { eq, getTableColumns, sql } from 'drizzle-orm';
import { fingerprintOf } from '../pin.ts';
import { refusals, type Refusal } from '../rules/index.ts';
import { issueMessages, issues } from '../schema.ts';
import { keysOf } from '../vault.ts';

export type Inside = Context & { tx: Tx };
export type Issue = Awaited<ReturnType<typeof lockIssue>>;

export function refuse(code: Refusal, facts: Record<string, unknown> = {}): DomainError {
  return new DomainError(code, refusals[code], facts);
}

/** The issue with its matter, locked until the transaction ends. Refuses: matters.not_found outside the scope. */
export async function lockIssue(tx: Tx, ctx: Context, id: string) {
  // In one message; the row is read once the lock is held.
  const [matter, [issue]] = await Promise.all([lockMatter(tx, id), issueRow(tx).execute({ id })]);
  if (matter.kind !== 'issue' || !isVisible(matter, ctx.actor)) throw notFound();
  if (issue === undefined) throw notFound();
  return { ...onGround(matter), ...issue };
}

/** Prepared: most of what offices and residents do begins with it. */
const issueRow = (tx: Tx) =>
  prepared(tx, 'issues_row', (db, name) =>
    db
      .select({
        channel: issues.channel,
        contactKept: issues.contactKept,
        handlingTitle: issues.handlingTitle,
        handlingText: issues.handlingText,
        handlingDays: issues.handlingDays,
        handleBy: issues.handleBy,
        extensions: issues.extensions,
        replyClass: issues.replyClass,
        replyText: issues.replyText,
        closingClass: issues.closingClass,
        judgedRound: issues.judgedRound,
        reopened: issues.reopened,
      })
      .from(issues)
      .where(eq(issues.matterId, sql.placeholder('id')))
      .limit(1)
      .prepare(name),
  );

/** Writes columns of an issue whose matter this transaction has locked. */
export async function updateIssue(
  tx: Tx,
  id: string,
  columns: Partial<typeof issues.$inferInsert>,
): Promise<void> {
  const names = places.filter((name) => columns[name] !== undefined);
  const statement = prepared(
    tx,
    `issues_set_${names.map((name) => places.indexOf(name)).join('_')}`,
    (db, name) =>
      db
        .update(issues)
        .set(given(issues, ...names))
        .where(eq(issues.matterId, sql.placeholder('id')))
        .prepare(name),
  );
  await statement.execute({ ...columns, id });
}

/** Columns by their place in the table: the few sets that are written together are prepared under these numbers. */
const places = Object.keys(getTableColumns(issues)) as (keyof typeof issues.$inferInsert)[];

type Place = MatterLevels & { villageCode: string | null };

/** The level columns of a matter, as its protected rows repeat them. */
export function levelsOf(matter: Place) {
  const { cityCode, countyCode, townshipCode, villageCode } = onGround(matter);
  return { cityCode, countyCode, townshipCode, villageCode };
}

/** Adds to the conversation between office and resident; the matter is locked, so the next number is free. */
export async function addMessage(
  tx: Tx,
  ctx: Context,
  matter: Place & { id: string },
  { author, text }: { author: 'office' | 'resident'; text: string },
): Promise<void> {
  await insertMessage(tx).execute({ matterId: matter.id, ...levelsOf(matter), author, text, at: ctx.now() });
}

const insertMessage = (tx: Tx) =>
  prepared(tx, 'issues_add_message', (db, name) =>
    db
      .insert(issueMessages)
      .values({
        ...placeholders('matterId', 'cityCode', 'countyCode', 'townshipCode', 'villageCode'),
        ...placeholders('author', 'text', 'at'),
        seq: sql`(select coalesce(max(seq), 0) + 1 from issue_messages where matter_id = ${sql.placeholder('matterId')})`,
      })
      .prepare(name),
  );

/** A fresh term for the department, counted from today. */
export async function freshTerm(ctx: Context, days: number): Promise<Temporal.Instant> {
  return dueAt({ workingDays: days }, ctx.now(), await workCalendar(ctx))!;
}

/** The matter of the resident who asks; nobody else has one. */
export function residentMatter(ctx: Context): Id<'matter'> {
  if (ctx.actor.kind !== 'resident') throw notFound();
  return ctx.actor.matterId;
}

/** Does what the resident's form asks once, however often the form is sent. */
export async function onceForResident<T>(
  ctx: Context,
  act: string,
  input: { key: string },
  work: (tx: Tx, inside: Inside, matterId: Id<'matter'>) => Promise<T>,
): Promise<T> {
  const matterId = residentMatter(ctx);
  const sent = {
    key: `issues.${act}:${matterId}:${input.key}`,
    input: fingerprintOf(keysOf(ctx), canonicalJson(input)),
  };
  return once(ctx, sent, (tx, inside) => work(tx, inside, matterId));
}

/** A reason stays in the journal for good: it may not hold what must stay erasable. */
export function ensureImpersonal(reason: string): void {
  if (findPersonal(reason).length > 0) throw refuse('issues.personal_in_reason');
}

/** Names the places that look personal, never the pieces themselves, unless somebody has looked and confirmed. */
export function ensureRedacted(confirmed: boolean, texts: Readonly<Record<string, string>>): void {
  if (confirmed) return;
  const found = Object.entries(texts).flatMap(([field, text]) =>
    findPersonal(text).map(({ kind, start, end }) => ({ field, kind, start, end })),
  );
  if (found.length > 0) throw refuse('issues.personal_found', { found });
}
