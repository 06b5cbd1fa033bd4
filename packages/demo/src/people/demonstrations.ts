import { chanceOf } from '../chance.ts';
import { showcase } from '../sign-ins.ts';
import { invented } from './names.ts';
import type { PlannedSite } from './sites.ts';

/** A site that is held up as an example, or is to be; one that is has all four. */
export type PlannedDemonstration = {
  site: string;
  isActive: boolean;
  sponsor: string | null;
  guarantor: string | null;
  taskForce: string | null;
  plan: string | null;
};

type County = { code: string; name: string };

/** One of a county's halls is an example for the city, and in some counties a second one is nominated. */
export function demonstrationsOf(
  { code, name }: County,
  halls: readonly PlannedSite[],
): PlannedDemonstration[] {
  const chance = chanceOf(`demonstrations/${code}`);
  const shown = halls.find(({ placeCode }) => placeCode === showcase) ?? halls[0]!;
  const active: PlannedDemonstration = {
    site: shown.key,
    isActive: true,
    sponsor: `${invented.person(chance)} ${name}政协副主席`,
    guarantor: `special_committee:${code}:0`,
    taskForce: `${name}政协办公室、属地党（工）委、委员联络组组成的专班`,
    plan: '一、每季度至少协商两次，议题由居民提出。\n二、办理结果由提出人评价，不满意的重新办。\n三、年底由市政协复核，复核结果公布。',
  };
  const other = halls.find(({ key }) => key !== shown.key);
  if (other === undefined || !chance.is(0.5)) return [active];
  const isFilled = chance.is(0.5);
  return [
    active,
    {
      site: other.key,
      isActive: false,
      sponsor: isFilled ? `${invented.person(chance)} ${name}政协副主席` : null,
      guarantor: isFilled ? `special_committee:${code}:1` : null,
      taskForce: null,
      plan: null,
    },
  ];
}
