import { unitKeys, type UnitKey } from '../stories/shape.ts';

/** What the departments are called, and how minutes call them for short. */
const names: Readonly<Record<UnitKey, readonly [full: string, short: string]>> = {
  construction: ['住房和城乡建设局', '住建局'],
  transport: ['交通运输局', '交通运输局'],
  police: ['公安局交通警察大队', '交警大队'],
  enforcement: ['综合行政执法局', '综合执法局'],
  water: ['水务局', '水务局'],
  farming: ['农业农村局', '农业农村局'],
  civil: ['民政局', '民政局'],
  education: ['教育局', '教育局'],
  health: ['卫生健康局', '卫健局'],
  industry: ['经济和信息化局', '经信局'],
  market: ['市场监督管理局', '市场监管局'],
  ecology: ['生态环境分局', '生态环境分局'],
  land: ['自然资源和规划局', '资规局'],
  culture: ['文化和广电旅游体育局', '文旅局'],
};

export type County = { code: string; name: string };

export function unitKeyOf(county: County, key: UnitKey): string {
  return `${county.code}:${key}`;
}

/** The department as a list of units has it. */
export function unitName(county: County, key: UnitKey): string {
  return `${county.name}${names[key][0]}`;
}

/** The department as minutes have it: `区住建局`. */
export function shortName(county: County, key: UnitKey): string {
  return `${county.name.at(-1)}${names[key][1]}`;
}

export { unitKeys };
