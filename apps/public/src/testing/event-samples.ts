import type { EventRow } from '../pages/records.ts';
import type { Page } from '../render.tsx';
import { id } from './sample-records.ts';

/** An event to come, one that was held, one that was called off. */
export const events: EventRow[] = [
  {
    id: id(51),
    title: '家门口的健康讲座',
    startsAt: '2026-11-26T01:00:00Z',
    endsAt: '2026-11-26T03:00:00Z',
    mode: 'hybrid',
    where: '苏溪镇民生议事堂 二楼',
    category: 'lecture',
    kindName: '同心讲堂',
    state: 'coming',
  },
  {
    id: id(52),
    title: '旧书新读：读书交流会',
    startsAt: '2026-10-16T06:00:00Z',
    endsAt: '2026-10-16T08:00:00Z',
    mode: 'onsite',
    where: '苏溪镇民生议事堂',
    category: 'study',
    kindName: null,
    state: 'over',
  },
  {
    id: id(53),
    title: '线上答疑',
    startsAt: '2026-11-28T06:00:00Z',
    endsAt: '2026-11-28T08:00:00Z',
    mode: 'online',
    where: '',
    category: 'reception',
    kindName: null,
    state: 'cancelled',
  },
];

const coming = {
  ...events[0]!,
  number: 'E330782-2026-014',
  summary: '请市中心医院的医生讲高血压怎么管。\n现场可以提问。',
  speaker: '一位主任医师（市政协委员）',
  organiser: '义乌市政协办公室',
  platformId: id(31),
  cancelReason: null,
  present: null,
};
const none = { sites: [], parts: [], kept: [] };
const item = { fileId: null, body: null, url: null, size: null };

export const eventSamples = {
  events: { page: 'events', content: { site: null, past: false, rows: events, next: 'x_y', later: true } },
  eventsNone: {
    page: 'events',
    content: {
      site: { id: id(31), name: '苏溪镇民生议事堂' },
      past: true,
      rows: [],
      next: null,
      later: false,
    },
  },
  eventComing: { page: 'event', content: { event: coming, ...none } },
  eventCancelled: {
    page: 'event',
    content: { event: { ...coming, ...events[2]!, platformId: null, cancelReason: '讲课人生病' }, ...none },
  },
  eventOver: {
    page: 'event',
    content: {
      event: { ...coming, ...events[1]!, present: 46 },
      sites: [{ id: id(32), name: '胡宅社区联络站' }],
      parts: [
        {
          ...{ id: id(54), title: '上半场', cancelled: false },
          startsAt: '2026-10-16T06:00:00Z',
          endsAt: '2026-10-16T07:00:00Z',
        },
        {
          ...{ id: id(55), title: '下半场', cancelled: true },
          startsAt: '2026-10-16T07:00:00Z',
          endsAt: '2026-10-16T08:00:00Z',
        },
      ],
      kept: [
        {
          ...item,
          id: id(61),
          kind: 'text',
          title: '谈了什么',
          body: '大家读了三本书。\n都说村志最有意思。',
        },
        {
          ...item,
          id: id(62),
          kind: 'photo',
          title: '书桌一角',
          fileId: id(41),
          size: { width: 1600, height: 1200 },
        },
        { ...item, id: id(63), kind: 'finding', title: '书架太高', body: '老人够不着上两层，建议换矮书架。' },
        { ...item, id: id(64), kind: 'link', title: '报纸上的一篇', url: 'https://news.example.org/1' },
      ],
    },
  },
} satisfies Record<string, Page>;
