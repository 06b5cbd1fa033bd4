import { chanceOf } from '../chance.ts';

export type PlannedVillage = { code: string; name: string; townshipCode: string; member: string };

type Township = { code: string; villages: readonly { code: string; name: string }[] };

/**
 * One village, one member: neighbouring villages of a township go to the same few members. About one in fifteen has
 * nobody at the moment and stands in the list of gaps.
 */
export function villagesOf(
  countyCode: string,
  townships: readonly Township[],
  members: readonly string[],
): PlannedVillage[] {
  const chance = chanceOf(`villages/${countyCode}`);
  const each = Math.max(3, Math.ceil(townships.flatMap(({ villages }) => villages).length / members.length));
  let given = 0;
  return townships.flatMap(({ code: townshipCode, villages }) =>
    villages.flatMap(({ code, name }) => {
      const member = members[Math.floor(given / each) % members.length]!;
      given += 1;
      return chance.is(0.065) ? [] : [{ code, name, townshipCode, member }];
    }),
  );
}
