import type { GroupKind } from '@tongxin/members/rules';
import { nationalSectors } from '@tongxin/sectors/rules';
import { chanceOf } from '../chance.ts';
import type { PlannedMember } from './town-people.ts';

/** A group with its members by key; the first of them convenes it, unless nobody does at the moment. */
export type PlannedGroup = {
  key: string;
  office: string;
  kind: GroupKind;
  name: string;
  sectorCode: string | null;
  members: string[];
  convened: boolean;
};

type Place = { code: string; name: string };

const studies = ['理论学习小组', '政策法规学习小组', '“书香政协”读书小组'];
const interests = ['营商环境专题小组', '未来社区专题小组', '乡村建设专题小组', '古城保护专题小组'];
const areas = ['城区片', '东片', '西片', '山区片'];

/**
 * The groups of a committee: one for each sector that has enough members, one for each part of the county, and some for
 * study and for what members care about. Everybody is in a group of their sector or their area.
 */
export function groupsOf(place: Place, office: string, members: readonly PlannedMember[]): PlannedGroup[] {
  const chance = chanceOf(`groups/${place.code}`);
  const group = (kind: GroupKind, name: string, keys: string[], sectorCode: string | null = null) => ({
    ...{ key: `group:${kind}:${place.code}:${name}`, office, kind, name, sectorCode, members: keys },
    convened: !chance.is(0.06),
  });
  const bySector = Map.groupBy(members, ({ sectorCode }) => sectorCode);
  const sectors = [...bySector]
    .filter(([, all]) => all.length >= 2)
    .map(([code, all]) => {
      const sector = nationalSectors.find((one) => one.code === code)!.nameZh.replace(/界$/, '');
      return group('sector', `${sector}界别活动组`, keysOf(all), code);
    });
  const alone = [...bySector.values()].filter((all) => all.length < 2).flat();
  const parts = areas.map((area, at) =>
    group(
      'ground',
      `${place.name}${area}委员活动组`,
      keysOf(alone.filter((_, seat) => seat % areas.length === at)),
    ),
  );
  const some = (kind: 'study' | 'interest', names: readonly string[]) =>
    names.map((name) => group(kind, name, keysOf(chance.some(members, chance.whole(6, 14)))));
  return [...sectors, ...parts, ...some('study', studies), ...some('interest', interests)].filter(
    ({ members: keys }) => keys.length > 0,
  );
}

const keysOf = (members: readonly PlannedMember[]) => members.map(({ key }) => key);

/** What each group owes in a year, of the categories that committees ask for. Source: domain §6.6. */
export const minimums = [
  { category: 'sector_discussion', amount: 2 },
  { category: 'study', amount: 2 },
  { category: 'research', amount: 1 },
  { category: 'outreach', amount: 2 },
  { category: 'visit', amount: 4 },
] as const;
