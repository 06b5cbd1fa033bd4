import { DomainError, ensure, newId, type Id } from '@tongxin/core';
import { transact, violated, type Context } from '@tongxin/db';
import { getDivision } from '@tongxin/divisions/queries';
import { getOrganisation } from '@tongxin/organisations/queries';
import { mayAdd, refusals, type NewMember } from './rules.ts';
import { members } from './schema.ts';

/**
 * Enters a member in the list of the committee whose office is named; city and county follow from the office.
 * Refuses: members.not_yours, members.organisation, members.account_taken, organisations.not_found.
 */
export async function addMember(
  ctx: Context,
  { name, sector, organisationId, accountId = null }: NewMember,
): Promise<Id<'member'>> {
  return transact(ctx, async (tx, inside) => {
    const office = await getOrganisation(inside, organisationId);
    const place = await getDivision(inside, office.divisionCode);
    ensure(mayAdd(ctx.actor, office, place), refusals);
    const id = newId<'member'>();
    const levels = { cityCode: place.cityCode!, countyCode: place.countyCode };
    try {
      await tx.insert(members).values({ id, name, sector, organisationId, accountId, ...levels });
    } catch (error) {
      if (violated(error) !== 'members_account_id_key') throw error;
      throw new DomainError('members.account_taken', refusals['members.account_taken']);
    }
    return id;
  });
}
