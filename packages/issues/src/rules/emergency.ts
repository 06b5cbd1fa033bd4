import type { Message, Messages } from '@tongxin/core';

/** Lines that help at once, the most urgent first. Source: domain §7.2, 18. */
export const hotlines = ['110', '119', '120', '12356', '12338', '12355', '12345'] as const;
export type Hotline = (typeof hotlines)[number];

export const hotlineNames: Messages<Hotline> = {
  '110': { 'zh-CN': '公安报警', en: 'Police' },
  '119': { 'zh-CN': '火警和救援', en: 'Fire and rescue' },
  '120': { 'zh-CN': '医疗急救', en: 'Ambulance' },
  '12356': { 'zh-CN': '心理援助', en: 'Someone to talk to in despair' },
  '12338': { 'zh-CN': '妇女维权', en: 'Help for women' },
  '12355': { 'zh-CN': '青少年服务', en: 'Help for young people' },
  '12345': { 'zh-CN': '政务服务热线，全天有人接', en: 'Government service hotline, day and night' },
};

/** Above the numbers, before the form goes on. */
export const emergencyFirst: Message = {
  'zh-CN': '看起来这件事可能很急。这里不能当场派人，请先打下面的电话；打完以后，这张表单还在。',
  en: 'This may be urgent, and nobody can be sent from here at once. Call one of these lines first; this form will still be here afterwards.',
};

const signs: readonly (readonly [Hotline[], readonly string[]])[] = [
  [
    ['110'],
    [
      '打人',
      '被打',
      '打架',
      '斗殴',
      '持刀',
      '砍人',
      '杀人',
      '抢劫',
      '绑架',
      '跟踪我',
      '威胁我',
      '入室',
      '盗窃',
      '非法拘禁',
      '失踪',
      '走失',
      '醉驾',
      'robbery',
      'kidnap',
      'stabbed',
      'being followed',
      'missing child',
    ],
  ],
  [
    ['119'],
    [
      '着火',
      '起火',
      '失火',
      '火灾',
      '冒烟',
      '爆炸',
      '燃气泄漏',
      '煤气泄漏',
      '天然气泄漏',
      '煤气味',
      '被困',
      '困在电梯',
      '溺水',
      '落水',
      '房屋倒塌',
      '墙倒',
      '塌方',
      'on fire',
      'gas leak',
      'explosion',
      'trapped',
      'drowning',
    ],
  ],
  [
    ['120'],
    [
      '晕倒',
      '昏迷',
      '休克',
      '大出血',
      '流血不止',
      '心梗',
      '中风',
      '中毒',
      '触电',
      '没有呼吸',
      '叫不醒',
      '服毒',
      '喝农药',
      'unconscious',
      'bleeding heavily',
      'poisoned',
      'electric shock',
      'heart attack',
    ],
  ],
  [
    ['110', '120', '12356'],
    ['自杀', '轻生', '不想活', '活不下去', '跳楼', '割腕', '想死', 'suicide', 'kill myself', 'end my life'],
  ],
  [
    ['110', '12338'],
    [
      '家暴',
      '家庭暴力',
      '性侵',
      '强奸',
      '猥亵',
      '老公打我',
      '丈夫打我',
      'domestic violence',
      'rape',
      'sexual assault',
    ],
  ],
  [
    ['110', '12355'],
    ['虐待孩子', '虐待儿童', '校园霸凌', '校园欺凌', '孩子被打', '拐卖', 'child abuse', 'bullied at school'],
  ],
  [
    ['12345'],
    [
      '井盖丢',
      '井盖没了',
      '路面塌陷',
      '电线掉',
      '电线垂',
      '全村停水',
      '全村停电',
      '停水三天',
      '停电三天',
      'open manhole',
      'power line down',
    ],
  ],
];

/** The lines whose words are in this text, the most urgent first; none when it does not sound urgent. */
export function findEmergency(text: string): Hotline[] {
  const heard = plain(text);
  const found = new Set(
    signs.flatMap(([lines, words]) => (words.some((word) => heard.includes(plain(word))) ? lines : [])),
  );
  return hotlines.filter((line) => found.has(line));
}

/** Small letters without spaces, whichever keyboard wrote them: "着 火" is heard too. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, '');
}

/** Every word that is listened for, with its lines; for the guide that shows them, and for the tests. */
export function emergencyWords(): { word: string; lines: readonly Hotline[] }[] {
  return signs.flatMap(([lines, words]) => words.map((word) => ({ word, lines })));
}
