import { DomainError, holds, type Actor, type Role } from '@tongxin/core';
import { prepared, type Tx } from '@tongxin/db';
import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { journal, matters } from '../schema.ts';
import { placeOf, refusals, type MatterFacts } from '../rules/index.ts';

export const factColumns = {
  id: matters.id,
  kind: matters.kind,
  number: matters.number,
  chainId: matters.chainId,
  state: matters.state,
  organisationId: matters.organisationId,
  cityCode: matters.cityCode,
  countyCode: matters.countyCode,
  townshipCode: matters.townshipCode,
  villageCode: matters.villageCode,
  ownerRole: matters.ownerRole,
  ownerUnitId: matters.ownerUnitId,
  handlerUnitId: matters.handlerUnitId,
  dueAt: matters.dueAt,
  openedAt: matters.openedAt,
  closedAt: matters.closedAt,
  entryCount: matters.entryCount,
  reminders: matters.reminders,
};

export type Matter = Awaited<ReturnType<typeof lockMatter>>;

/** The matter, locked until the transaction ends. Refuses: matters.not_found. */
export async function lockMatter(tx: Tx, id: string) {
  // Prepared, as what follows: every move of every matter begins with it.
  const statement = prepared(tx, 'matters_lock', (db, name) =>
    db
      .select(factColumns)
      .from(matters)
      .where(eq(matters.id, sql.placeholder('id')))
      .limit(1)
      .for('update')
      .prepare(name),
  );
  const [matter] = await statement.execute({ id });
  if (matter === undefined) throw notFound();
  return matter;
}

export function notFound(): DomainError {
  return new DomainError('matters.not_found', refusals['matters.not_found']);
}

/** Who knows of the matters on their ground: whoever works with them and whoever audits. Members and operators do not. */
const knowers = [
  'host',
  'county_office',
  'city_office',
  'department_clerk',
  'auditor',
] as const satisfies readonly Role[];

/** Whether this actor may know that the matter exists. */
export function isVisible(matter: Omit<MatterFacts, 'doneBy'>, actor: Actor): boolean {
  if (actor.kind === 'system') return true;
  if (actor.kind === 'resident') return actor.matterId === matter.id;
  return holds(actor, knowers, { ...placeOf(matter), organisationIds: unitsOf(matter) }) !== undefined;
}

/** The departments and offices that have this matter in their hands. */
export function unitsOf(matter: Pick<MatterFacts, 'handlerUnitId' | 'ownerUnitId'>): string[] {
  return [matter.handlerUnitId, matter.ownerUnitId].filter((id) => id !== null);
}

/** Which accounts made these moves on the matter: what keeps people apart is decided from. */
export async function doneBy(
  tx: Tx,
  matterId: string,
  moves: readonly string[],
): Promise<MatterFacts['doneBy']> {
  if (moves.length === 0) return {};
  const statement = prepared(tx, 'matters_done_by', (db, name) =>
    db
      .selectDistinct({ move: journal.move, accountId: journal.accountId })
      .from(journal)
      .where(
        and(
          eq(journal.matterId, sql.placeholder('matterId')),
          sql`${journal.move} = any(${sql.placeholder('moves')}::text[])`,
          isNotNull(journal.accountId),
        ),
      )
      .prepare(name),
  );
  const rows = await statement.execute({ matterId, moves: [...moves] });
  const byMove: Record<string, string[]> = {};
  for (const { move, accountId } of rows) (byMove[move] ??= []).push(accountId!);
  return byMove;
}
