/** How different people write: how they begin, what they have tried, how they end, in which order they say it. */
export type Part = 'opening' | 'told' | 'detail' | 'effect' | 'tried' | 'ask' | 'closing';

export type Voice = {
  share: number;
  openings: readonly string[];
  tried: readonly string[];
  closings: readonly string[];
  /** The mark after a sentence that asks nothing. */
  mark: '。' | '！' | '，';
  /** Each shape is one way to tell it; a part of a shape that has nothing to say is left out. */
  shapes: readonly (readonly Part[])[];
};

const triedCalmly = [
  '跟村里说过两回，说在等上面',
  '去年就反映过一次，后来没下文',
  '打过电话，让等通知',
  '社区的人来看过，拍了照就走了',
  '问过好几个地方，都说不归他们',
];

export const voices = {
  plain: {
    share: 26,
    openings: ['你好，我是{place}的。', '我住在{place}。', '{place}居民反映一个情况。', '想反映个事。', ''],
    tried: triedCalmly,
    closings: ['谢谢', '麻烦了', '望回复', ''],
    mark: '。',
    shapes: [
      ['opening', 'told', 'detail', 'effect', 'ask'],
      ['opening', 'told', 'effect', 'ask', 'closing'],
      ['told', 'detail', 'tried', 'ask'],
      ['opening', 'told', 'tried', 'effect', 'ask', 'closing'],
    ],
  },
  brief: {
    share: 17,
    openings: ['{place}：', '', '', ''],
    tried: triedCalmly,
    closings: ['', '谢谢'],
    mark: '。',
    shapes: [
      ['opening', 'told', 'ask'],
      ['told', 'effect'],
      ['told', 'detail'],
      ['opening', 'told', 'detail', 'ask'],
    ],
  },
  old: {
    share: 15,
    openings: [
      '我今年七十三了，字打得慢。',
      '我是{place}的老党员，',
      '老头子在{place}住了一辈子，',
      '同志你好，我年纪大了，这些话是孙女帮我打的。',
      '我们几个老人商量了一下，叫我来说。',
    ],
    tried: ['跟队长讲过，队长说晓得了', '我走到镇里去问，小伙子蛮客气，就是没结果', '早几年也讲过'],
    closings: ['麻烦你们年轻人了', '谢谢同志', '我就这点要求', '盼着'],
    mark: '。',
    shapes: [
      ['opening', 'told', 'detail', 'effect', 'ask', 'closing'],
      ['opening', 'told', 'effect', 'tried', 'ask'],
      ['opening', 'effect', 'told', 'closing'],
    ],
  },
  young: {
    share: 13,
    openings: [
      '哈喽，',
      '新搬来{place}不久，',
      '在外地上班，替家里问一下，',
      '求助，',
      '刚看到可以在这里说，试试。',
    ],
    tried: ['群里@过几次没人理', '上网查了一圈也不知道归谁管', '发过一次留言，自动回复而已'],
    closings: ['蹲一个回复', '谢谢啦', '感谢', '坐等'],
    mark: '，',
    shapes: [
      ['opening', 'told', 'detail', 'ask', 'closing'],
      ['told', 'effect', 'tried', 'ask'],
      ['opening', 'told', 'effect', 'closing'],
    ],
  },
  worried: {
    share: 14,
    openings: [
      '我是两个孩子的妈妈，',
      '家里有老人有小孩，',
      '在{place}带孙子，',
      '说件让人揪心的事。',
      '做家长的实在不放心，',
    ],
    tried: ['跟几个家长一起反映过', '不敢多说，怕添麻烦，可是拖不得了', '上次说了以后好了两天'],
    closings: ['拜托了', '真的很担心', '等出了事就晚了', '谢谢你们'],
    mark: '。',
    shapes: [
      ['opening', 'told', 'effect', 'ask', 'closing'],
      ['opening', 'effect', 'told', 'detail', 'ask'],
      ['told', 'detail', 'effect', 'closing'],
    ],
  },
  angry: {
    share: 9,
    openings: ['到底有没有人管，', '我就直说了，', '忍了很久了，', '第三次反映了，', ''],
    tried: ['每次都说在研究', '踢皮球踢了一圈', '电话打烂了也没用', '来的人只会拍照'],
    closings: ['请给个明确的时间', '别再拖了', '不要再回复已转办', '等着看'],
    mark: '！',
    shapes: [
      ['opening', 'told', 'tried', 'effect', 'ask'],
      ['opening', 'told', 'detail', 'closing'],
      ['effect', 'told', 'tried', 'closing'],
    ],
  },
  thorough: {
    share: 6,
    openings: [
      '你好，我是{place}的住户，把情况说详细一点。',
      '我在{place}做点小生意，这件事看了很久，写下来给你们参考。',
      '受几户邻居委托来写，都是大家的意思。',
    ],
    tried: triedCalmly,
    closings: ['以上情况都可以到现场看', '有需要可以问我，我愿意带路', '大家都盼着，谢谢', '意见供参考'],
    mark: '。',
    shapes: [
      ['opening', 'told', 'detail', 'detail', 'effect', 'tried', 'effect', 'ask', 'closing'],
      ['opening', 'told', 'detail', 'effect', 'effect', 'tried', 'ask', 'ask', 'closing'],
    ],
  },
} as const satisfies Record<string, Voice>;

export type VoiceName = keyof typeof voices;

/** Amounts and stretches of time as people say them, and as offices write them. */
export const amounts = ['两三', '三四', '四五', '五六', '七八'] as const;
/** How long already: stands after what happened, or before what nobody did. */
export const durations = [
  '半个多月',
  '快一个月',
  '一个多月',
  '两个多月',
  '三四个礼拜',
  '小半年',
  '个把月',
  '好长时间',
  '二十来天',
  '大半年',
  '好几个礼拜',
] as const;
/** Since when: stands before what goes on. */
export const lately = [
  '这一阵子',
  '最近',
  '这个把月',
  '从上个礼拜起',
  '这段时间',
  '这半年',
  '这些天',
  '前前后后两个月',
] as const;
export const written = [
  '近一段时间以来',
  '近一个月来',
  '半个多月来',
  '近两个月来',
  '较长时间以来',
  '连续数周',
  '今年以来',
] as const;
