import type { Messages } from '@tongxin/core';
import type { DivertChannel } from './answers.ts';

/** What a text may be besides a matter for the hall. A hint for the host, never a decision. Source: domain §7.3. */
export const hints = ['petition', 'accusation', 'lawsuit', 'private'] as const;
export type Hint = (typeof hints)[number];

/** Where a hint points to; what is private stays here and is never published. */
export const hintChannels: Readonly<Record<Hint, DivertChannel | null>> = {
  petition: 'petition',
  accusation: 'discipline',
  lawsuit: 'court',
  private: null,
};

export const hintNames: Messages<Hint> = {
  petition: {
    'zh-CN': '像是信访事项：请告诉居民可以走信访渠道，转办文字可以打印，我们仍保留记录。',
    en: 'This reads like a petition: tell the resident of that way, print the hand-over text, and keep our record.',
  },
  accusation: {
    'zh-CN': '像是在指控某个人：不公布、不交给被指控的一方，告诉居民可以找纪检监察机关。',
    en: 'This reads like an accusation against a person: never publish it or hand it to the accused; name discipline inspection to the resident.',
  },
  lawsuit: {
    'zh-CN': '像是已经或应当由法院、仲裁处理的纠纷：请告诉居民去法院或人民调解。',
    en: 'This reads like a dispute for a court or arbitration: name the court or mediation to the resident.',
  },
  private: {
    'zh-CN': '涉及孩子、病情、债务或家庭暴力：只在最小范围内办理，不公布。',
    en: 'This concerns a child, an illness, a debt or violence at home: handle it in the smallest circle and never publish it.',
  },
};

const people =
  '书记|主任|镇长|乡长|县长|市长|局长|处长|科长|所长|站长|院长|校长|村长|队长|主席|干部|领导|民警|法官|公务员|工作人员';
const deeds =
  '贪污|受贿|行贿|收钱|收礼|收红包|索贿|侵占|挪用|滥用职权|以权谋私|打击报复|包庇|吃拿卡要|优亲厚友|乱收费|渎职';

const signs: Readonly<Record<Hint, RegExp>> = {
  petition: /信访|上访|申诉|行政复议|复查复核|举报信|控告信|联名信/u,
  // Somebody and what they are said to have done, near each other in either order.
  accusation: new RegExp(
    `(?:${people})[^。！？\\n]{0,30}(?:${deeds})|(?:${deeds})[^。！？\\n]{0,30}(?:${people})|举报[^。！？\\n]{0,10}(?:${people})`,
    'u',
  ),
  lawsuit: /起诉|上诉|判决|裁定|仲裁|打官司|强制执行|法院(?:已|正在|受理|判)|离婚纠纷|合同纠纷|遗产纠纷/u,
  private:
    /家暴|家庭暴力|性侵|强奸|猥亵|虐待|拐卖|艾滋|精神病|精神分裂|抑郁症|病历|确诊|高利贷|催收|欠债|逼债|流产|未成年人/u,
};

/** What this text may be, in a fixed order; empty for most. */
export function triageHints(text: string): Hint[] {
  const plain = text.normalize('NFKC').replaceAll(/[^\S\n]+/gu, '');
  return hints.filter((hint) => signs[hint].test(plain));
}
