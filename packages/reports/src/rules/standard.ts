import type { Message, Messages } from '@tongxin/core';
import type { SiteRole } from '@tongxin/platforms/rules';
import type { SiteRecords } from './site-records.ts';

/** The six that a site of the standard has. Source: domain §5.9. */
export const sixHaves = ['place', 'sign', 'rules', 'process', 'activity', 'effect'] as const;
export type SixHave = (typeof sixHaves)[number];

export const sixHaveNames: Messages<SixHave> = {
  place: { 'zh-CN': '有场所', en: 'A place' },
  sign: { 'zh-CN': '有标识', en: 'A sign' },
  rules: { 'zh-CN': '有制度', en: 'Rules' },
  process: { 'zh-CN': '有流程', en: 'A process' },
  activity: { 'zh-CN': '有活动', en: 'Activity' },
  effect: { 'zh-CN': '有成效', en: 'Effect' },
};

/** What a site is for decides by which of its logs it is judged. */
const families = {
  /** People sit together and talk matters over. */
  talks: ['hall', 'deliberation_room'],
  /** Somebody is there for whoever comes. */
  receives: [
    'studio',
    'contact_point',
    'parlour',
    'committee_window',
    'county_window',
    'liaison_station',
    'work_station',
    'community_station',
    'service_station',
    'monitoring_point',
  ],
  /** Members come together for what they do. */
  gathers: ['activity_centre', 'sector_station', 'bookroom'],
} as const satisfies Record<string, readonly SiteRole[]>;
type Family = keyof typeof families;

/** What the site's own record shows: what is registered, and which plaques hang. */
export type Registered = {
  address: string;
  /** How many stretches of a plain week it is open. */
  openings: number;
  seats: number;
  rules: string | null;
};

/** One of the six: shown by what is registered, or by at least one record of the site's logs in the last months. */
export type Check = { sentence: Message } & (
  | { registered: (site: Registered) => boolean }
  | { records: SiteRecords; months: number }
);

const hasPlace = ({ address, openings }: Registered) => address !== '' && openings > 0;

/** The same for every site. */
const common = {
  sign: {
    // A role is its plaque: whoever takes the plaque down ends the role, and is not judged by it any more.
    registered: () => true,
    sentence: { 'zh-CN': '这块牌子登记为挂着。', en: 'This plaque is registered as hanging.' },
  },
  rules: {
    registered: ({ rules }) => rules !== null && rules !== '',
    sentence: {
      'zh-CN': '登记了规矩，居民在网页上看得到。',
      en: 'Its rules are registered, and everybody can read them on its page.',
    },
  },
} as const satisfies Partial<Record<SixHave, Check>>;

/** Every check in words; each sentence says what the query counts and nothing else. Source: domain §5.8, §5.9. */
const checks: Readonly<Record<Family, Readonly<Record<SixHave, Check>>>> = {
  talks: {
    ...common,
    place: {
      registered: (site) => hasPlace(site) && site.seats > 0,
      sentence: {
        'zh-CN': '登记了地址、座位和每周开放时间。',
        en: 'Address, seats and weekly opening hours are registered.',
      },
    },
    process: {
      records: 'sessions_published',
      months: 12,
      sentence: {
        'zh-CN': '近 12 个月里，至少有 1 场在这里开的议事会公布了纪要。',
        en: 'In the last 12 months the minutes of at least 1 session held here are published.',
      },
    },
    activity: {
      records: 'sessions_held',
      months: 6,
      sentence: {
        'zh-CN': '近 6 个月里，主持人至少记录了 1 场在这里开完的议事会。',
        en: 'In the last 6 months the host recorded at least 1 session as held here.',
      },
    },
    effect: {
      records: 'lines_closed',
      months: 12,
      sentence: {
        'zh-CN': '近 12 个月里，至少有 1 条在这里议定的事项销号。',
        en: 'In the last 12 months at least 1 line agreed here was struck off.',
      },
    },
  },
  receives: {
    ...common,
    place: {
      registered: hasPlace,
      sentence: {
        'zh-CN': '登记了地址和每周开放时间。',
        en: 'Address and weekly opening hours are registered.',
      },
    },
    process: {
      records: 'turns_public',
      months: 3,
      sentence: {
        'zh-CN': '近 3 个月里，公布的值班表上至少有 1 班开始而没有取消。',
        en: 'In the last 3 months at least 1 turn of a public rota began and was not called off.',
      },
    },
    activity: {
      records: 'visitors',
      months: 3,
      sentence: {
        'zh-CN': '近 3 个月里，值班时至少记下了 1 次来访。',
        en: 'In the last 3 months at least 1 visitor was written down at a turn.',
      },
    },
    effect: {
      records: 'visitors_closed',
      months: 12,
      sentence: {
        'zh-CN': '近 12 个月里，至少有 1 件来访时反映的事办结。',
        en: 'In the last 12 months at least 1 matter told at a turn was closed.',
      },
    },
  },
  gathers: {
    ...common,
    place: {
      registered: hasPlace,
      sentence: {
        'zh-CN': '登记了地址和每周开放时间。',
        en: 'Address and weekly opening hours are registered.',
      },
    },
    process: {
      records: 'events_announced',
      months: 12,
      sentence: {
        'zh-CN': '近 12 个月里，至少有 1 场在这里办的活动先发通知、按时办完。',
        en: 'In the last 12 months at least 1 event here was announced before it began and is over.',
      },
    },
    activity: {
      records: 'events_over',
      months: 6,
      sentence: {
        'zh-CN': '近 6 个月里，至少有 1 场在这里办的活动结束。',
        en: 'In the last 6 months at least 1 event here was over.',
      },
    },
    effect: {
      records: 'events_attended',
      months: 12,
      sentence: {
        'zh-CN': '近 12 个月里，至少有 1 场在这里办的活动核定了出席，并且有人到场。',
        en: 'In the last 12 months the attendance of at least 1 event here was settled, and somebody came.',
      },
    },
  },
};

/** The six checks of a site's role. */
export function checksOf(role: SiteRole): Readonly<Record<SixHave, Check>> {
  const family = (Object.keys(families) as Family[]).find((one) =>
    (families[one] as readonly SiteRole[]).includes(role),
  );
  // Every role is in one family: a test holds this true.
  return checks[family!];
}
