import type { Place } from '../stories/matter.ts';

type Division = { code: string; name: string };
/** The divisions of the city as the records hold them. */
export type CityMap = {
  city: Division;
  counties: {
    code: string;
    name: string;
    townships: { code: string; name: string; villages: Division[] }[];
  }[];
};

/** What people call a village or community: without the committee that the official list names. */
function spokenName(official: string): string {
  if (/(居民委员会|居委会)$/.test(official)) {
    const name = official.replace(/(居民委员会|居委会)$/, '');
    return name.endsWith('社区') || name.endsWith('村') ? name : `${name}社区`;
  }
  const name = official.replace(/(村民委员会|村委会)$/, '');
  if (name === official) return official;
  return name.endsWith('村') ? name : `${name}村`;
}

/** The villages and communities of a township, as stories are set there. */
export function placesOf(township: CityMap['counties'][number]['townships'][number]): Place[] {
  return township.villages.map(({ code, name }) => {
    const spoken = spokenName(name);
    return {
      code,
      townshipCode: township.code,
      name: spoken,
      town: township.name,
      setting: spoken.endsWith('社区') ? 'town' : 'village',
    };
  });
}
