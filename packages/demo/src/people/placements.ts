import type { PlannedSite } from './sites.ts';

export type PlannedPlacement = { member: string; site: string; reason: string };

const reasons = ['编组下沉', '委员本人选择', '界别对口联系', '换届后重新编组'];

/** Every so many has no place yet and stands in the list of gaps, as in any town. */
const without = 12;

/** Members stand behind the sites of their committee's ground in turn: behind the halls first, then everywhere else. */
export function placementsOf(
  members: readonly { key: string }[],
  sites: readonly Pick<PlannedSite, 'key'>[],
): PlannedPlacement[] {
  return members
    .filter((_, at) => at % without !== without - 1)
    .map(({ key }, at) => ({
      member: key,
      site: sites[at % sites.length]!.key,
      reason: reasons[at % reasons.length]!,
    }));
}
