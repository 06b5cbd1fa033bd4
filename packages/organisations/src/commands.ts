import { DomainError, ensure, newId, type Id } from '@tongxin/core';
import { transact, violated, type Context } from '@tongxin/db';
import { getDivision } from '@tongxin/divisions/queries';
import { getOrganisation } from './queries.ts';
import { mayCreate, refusals, type NewOrganisation } from './rules.ts';
import { organisations } from './schema.ts';

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
    try {
      await tx.insert(organisations).values({ id, kind, name, divisionCode, parentId });
    } catch (error) {
      if (violated(error) !== 'organisations_division_code_kind_name_key') throw error;
      throw new DomainError('organisations.exists', refusals['organisations.exists'], { name });
    }
    return id;
  });
}
