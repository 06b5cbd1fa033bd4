import { DomainError, ensure, newId, type Id } from '@tongxin/core';
import { transact, violated, type Context, type Tx } from '@tongxin/db';
import { getDivision } from '@tongxin/divisions/queries';
import { and, eq } from 'drizzle-orm';
import { getOrganisation } from './queries.ts';
import {
  mayCreate,
  mayKeep,
  refusals,
  type EndPost,
  type NewOrganisation,
  type Refusal,
  type RenameOrganisation,
  type SavePost,
  type SaveTerm,
  type SaveTermSession,
} from './rules.ts';
import { organisationJournal, organisations, posts, terms, termSessions } from './schema.ts';

type Inside = Context & { tx: Tx };
type Action = (typeof organisationJournal.$inferInsert)['action'];

const refuse = (code: Refusal, facts: Record<string, unknown> = {}) =>
  new DomainError(code, refusals[code], facts);

/**
 * Adds a unit to the list of those who act. Refuses: organisations.not_yours, organisations.level,
 * organisations.exists, organisations.not_found (the parent), divisions.not_found.
 */
export async function createOrganisation(
  ctx: Context,
  { kind, name, divisionCode, parentId = null }: NewOrganisation,
): Promise<Id<'organisation'>> {
  return transact(ctx, async (tx, inside) => {
    ensure(mayCreate(ctx.actor, kind, await getDivision(inside, divisionCode)), refusals);
    if (parentId !== null) await getOrganisation(inside, parentId);
    const id = newId<'organisation'>();
    await namingOnce(name, () => tx.insert(organisations).values({ id, kind, name, divisionCode, parentId }));
    await record(inside, id, 'created', { kind, name, divisionCode });
    return id;
  });
}

/** Gives a unit another name. Refuses: organisations.not_found, also to others than its office; organisations.exists. */
export async function renameOrganisation(ctx: Context, { id, name }: RenameOrganisation): Promise<void> {
  await transact(ctx, async (tx, inside) => {
    const unit = await lockUnit(inside, id);
    if (unit.name === name) return;
    await namingOnce(name, () => tx.update(organisations).set({ name }).where(eq(organisations.id, id)));
    await record(inside, id, 'renamed', { from: unit.name, to: name });
  });
}

/**
 * Writes who holds a post from a day on, or that it is vacant. Without `postId` it is a further post of the unit.
 * A post that goes to somebody else keeps its past: the old holding ends on the day on which the new one begins.
 * Refuses: organisations.not_found, organisations.post_ended, organisations.period.
 */
export async function savePost(ctx: Context, post: SavePost): Promise<{ postId: string }> {
  return transact(ctx, async (tx, inside) => {
    await lockUnit(inside, post.organisationId);
    const { organisationId, postId, title, holderName, placeNo } = post;
    const validFrom = Temporal.PlainDate.from(post.validFrom);
    const known = postId === undefined ? undefined : await openPost(tx, organisationId, postId);
    const facts = { title, holderName, placeNo, validFrom: post.validFrom };
    const from = known === undefined ? null : Temporal.PlainDate.compare(known.validFrom, validFrom);
    if (from !== null && from > 0) throw refuse('organisations.period');
    // The same holder, or a mistake of the same day: the entry is corrected where it stands.
    if (known !== undefined && (known.holderName === holderName || from === 0)) {
      await tx.update(posts).set({ title, holderName, placeNo }).where(eq(posts.id, known.id));
      await record(inside, organisationId, 'post_saved', { postId: known.id, ...facts });
      return { postId: known.id };
    }
    const id = newId<'post'>();
    if (known !== undefined) await tx.update(posts).set({ validTo: validFrom }).where(eq(posts.id, known.id));
    await tx.insert(posts).values({ id, organisationId, title, holderName, placeNo, validFrom });
    await record(inside, organisationId, 'post_saved', { postId: id, ...facts });
    return { postId: id };
  });
}

/** Ends a post; `validTo` is the first day without it. Refuses: organisations.not_found, post_ended, period. */
export async function endPost(ctx: Context, { postId, validTo }: EndPost): Promise<void> {
  await transact(ctx, async (tx, inside) => {
    const [row] = await tx
      .select({ organisationId: posts.organisationId })
      .from(posts)
      .where(eq(posts.id, postId))
      .limit(1);
    if (row === undefined) throw refuse('organisations.not_found');
    await lockUnit(inside, row.organisationId);
    const known = await openPost(tx, row.organisationId, postId);
    const end = Temporal.PlainDate.from(validTo);
    if (Temporal.PlainDate.compare(known.validFrom, end) >= 0) throw refuse('organisations.period');
    await tx.update(posts).set({ validTo: end }).where(eq(posts.id, postId));
    await record(inside, row.organisationId, 'post_ended', { postId, validTo });
  });
}

/**
 * Enters a term of a committee, or corrects its days. Refuses: organisations.not_found, not_a_committee,
 * terms_overlap, outside_term (a session that was entered would fall out of it).
 */
export async function saveTerm(ctx: Context, input: SaveTerm): Promise<void> {
  await transact(ctx, async (tx, inside) => {
    const { organisationId, termNo } = input;
    const unit = await lockUnit(inside, organisationId);
    if (unit.kind !== 'committee') throw refuse('organisations.not_a_committee');
    const days = {
      startsOn: Temporal.PlainDate.from(input.startsOn),
      endsOn: Temporal.PlainDate.from(input.endsOn),
    };
    const known = await findTerm(tx, organisationId, termNo);
    if (known !== undefined) {
      const sessions = await tx
        .select({ opensOn: termSessions.opensOn, closesOn: termSessions.closesOn })
        .from(termSessions)
        .where(eq(termSessions.termId, known.id))
        .limit(99);
      if (sessions.some((session) => !liesIn(session, days))) throw refuse('organisations.outside_term');
    }
    try {
      if (known === undefined)
        await tx.insert(terms).values({ id: newId<'term'>(), organisationId, termNo, ...days });
      else await tx.update(terms).set(days).where(eq(terms.id, known.id));
    } catch (error) {
      if (violated(error) !== 'terms_no_overlap_excl') throw error;
      throw refuse('organisations.terms_overlap');
    }
    await record(inside, organisationId, 'term_saved', {
      termNo,
      startsOn: input.startsOn,
      endsOn: input.endsOn,
    });
  });
}

/** Enters a plenary session of a term, or corrects its days. Refuses: not_found, no_such_term, outside_term. */
export async function saveTermSession(ctx: Context, input: SaveTermSession): Promise<void> {
  await transact(ctx, async (tx, inside) => {
    const { organisationId, termNo, sessionNo, opensOn, closesOn } = input;
    await lockUnit(inside, organisationId);
    const term = await findTerm(tx, organisationId, termNo);
    if (term === undefined) throw refuse('organisations.no_such_term');
    const days = { opensOn: Temporal.PlainDate.from(opensOn), closesOn: Temporal.PlainDate.from(closesOn) };
    if (!liesIn(days, term)) throw refuse('organisations.outside_term');
    await tx
      .insert(termSessions)
      .values({ termId: term.id, sessionNo, ...days })
      .onConflictDoUpdate({ target: [termSessions.termId, termSessions.sessionNo], set: days });
    await record(inside, organisationId, 'session_saved', { termNo, sessionNo, opensOn, closesOn });
  });
}

type Days = { opensOn: Temporal.PlainDate; closesOn: Temporal.PlainDate };
type Span = { startsOn: Temporal.PlainDate; endsOn: Temporal.PlainDate };

function liesIn({ opensOn, closesOn }: Days, { startsOn, endsOn }: Span): boolean {
  return (
    Temporal.PlainDate.compare(opensOn, startsOn) >= 0 && Temporal.PlainDate.compare(closesOn, endsOn) < 0
  );
}

/** The unit, locked, for the office that keeps it. Refuses: organisations.not_found. */
async function lockUnit(inside: Inside, id: string) {
  const [unit] = await inside.tx
    .select({ kind: organisations.kind, name: organisations.name, divisionCode: organisations.divisionCode })
    .from(organisations)
    .where(eq(organisations.id, id))
    .for('update')
    .limit(1);
  if (unit === undefined) throw refuse('organisations.not_found');
  ensure(mayKeep(inside.actor, await getDivision(inside, unit.divisionCode)), refusals);
  return unit;
}

async function openPost(tx: Tx, organisationId: string, postId: string) {
  const [post] = await tx
    .select({
      id: posts.id,
      holderName: posts.holderName,
      validFrom: posts.validFrom,
      validTo: posts.validTo,
    })
    .from(posts)
    .where(and(eq(posts.id, postId), eq(posts.organisationId, organisationId)))
    .limit(1);
  if (post === undefined) throw refuse('organisations.not_found');
  if (post.validTo !== null) throw refuse('organisations.post_ended');
  return post;
}

async function findTerm(tx: Tx, organisationId: string, termNo: number) {
  const [term] = await tx
    .select({ id: terms.id, startsOn: terms.startsOn, endsOn: terms.endsOn })
    .from(terms)
    .where(and(eq(terms.organisationId, organisationId), eq(terms.termNo, termNo)))
    .limit(1);
  return term;
}

async function namingOnce(name: string, write: () => PromiseLike<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (violated(error) !== 'organisations_division_code_kind_name_key') throw error;
    throw refuse('organisations.exists', { name });
  }
}

async function record(
  inside: Inside,
  organisationId: string,
  action: Action,
  facts: Record<string, unknown>,
) {
  const { actor } = inside;
  const actorId = actor.kind === 'account' ? actor.accountId : null;
  await inside.tx
    .insert(organisationJournal)
    .values({ id: newId(), organisationId, at: inside.now(), action, actorId, facts });
}
