import type { Message } from '@tongxin/core';
import type { DivertChannel } from './answers.ts';

export type HandOver = {
  /** What to dial, when the channel has numbers of its own. */
  phones: readonly string[];
  where: Message;
  how: Message;
};

/**
 * What a resident takes along to the channel where a matter belongs, printed above their own words. Clocks: the
 * petition regulations give 15 days to say whether it is accepted and 60 to finish. Source: domain §4.1, §5.2, §7.3.
 */
export const handOvers: Readonly<Record<DivertChannel, HandOver>> = {
  emergency: {
    phones: ['110', '119', '120'],
    where: {
      'zh-CN': '报警 110，火警和救援 119，急救 120',
      en: 'Police 110, fire and rescue 119, ambulance 120',
    },
    how: {
      'zh-CN': '请现在就打电话，说清地点、发生了什么、有没有人受伤。不要等网上的答复。',
      en: 'Call now: say where it is, what happened and whether anybody is hurt. Do not wait for an answer here.',
    },
  },
  hotline: {
    phones: ['12345'],
    where: {
      'zh-CN': '政务服务热线 12345，全天有人接',
      en: 'Government service hotline 12345, day and night',
    },
    how: {
      'zh-CN': '打 12345，把下面的话读给接线员听，记下工单号。对方不收，可以凭回执退回来，我们接着办。',
      en: 'Call 12345, read the text below to the operator and note the order number. If they do not take it, send it back with your receipt and we go on.',
    },
  },
  petition: {
    phones: [],
    where: { 'zh-CN': '本县（市、区）信访接待场所', en: 'The petition reception of your county' },
    how: {
      'zh-CN':
        '可以带着这张纸去窗口，也可以寄信。信访部门 15 天内告知是否受理，一般 60 天内办结。我们这里的记录继续保留。',
      en: 'Take this page to the desk or post it. The petition office says within 15 days whether it accepts the matter and as a rule ends it within 60. Our record here stays.',
    },
  },
  discipline: {
    phones: ['12388'],
    where: { 'zh-CN': '纪检监察机关，举报电话 12388', en: 'Discipline inspection, telephone 12388' },
    how: {
      'zh-CN': '涉及具体人员的问题请直接向纪检监察机关反映，可以不留姓名。我们不会把您的话交给被反映的人。',
      en: 'Tell what concerns a certain person directly to discipline inspection; you need not give your name. We never pass your words to the person concerned.',
    },
  },
  court: {
    phones: ['12348'],
    where: {
      'zh-CN': '法院诉讼服务窗口、人民调解委员会，法律咨询 12348',
      en: 'The service desk of the court, a mediation committee, legal advice 12348',
    },
    how: {
      'zh-CN':
        '纠纷可以先找村（社区）或乡镇（街道）的人民调解委员会，调解不收费；也可以直接去法院。打 12348 可以免费问律师。',
      en: 'A dispute can first go to the mediation committee of your village or township, free of charge, or straight to the court. Lawyers answer free of charge on 12348.',
    },
  },
};

/** Above the hand-over text, the same for every channel. */
export const handOverTitle: Message = {
  'zh-CN': '这件事归下面的渠道办理，请带上这张纸',
  en: 'This matter belongs to the channel below; take this page along',
};
