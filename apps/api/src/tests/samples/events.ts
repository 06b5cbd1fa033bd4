import { afterEvent } from '@tongxin/events/testing';
import type { Fixture } from '../fixture.ts';
import { key, type Sample, type Samples } from './sample.ts';

const township = '330702001';
const reason = '参会人员另有安排。';
const time = { startsAt: '2026-12-20T09:00:00+08:00', endsAt: '2026-12-20T11:00:00+08:00' };

type Event = keyof Fixture['events'];

const about = (event: Event, more: Record<string, unknown> = {}, rest: Omit<Sample, 'input'> = {}) =>
  (({ events }: Fixture) => ({ input: { id: events[event], ...more }, ...rest })) satisfies Samples[string];

const withMember = (event: Event, more: Record<string, unknown>, rest: Omit<Sample, 'input'> = {}) =>
  (({ events, memberId }: Fixture) => ({
    input: { id: events[event], memberId, ...more },
    ...rest,
  })) satisfies Samples[string];

const seeing = (event: Event, more: Record<string, unknown> = {}) =>
  (({ events }: Fixture) => ({
    input: { id: events[event], ...more },
    sees: events[event],
  })) satisfies Samples[string];

/** Calls about events of the township, to which the caller called `member` is asked. */
export const eventSamples: Samples = {
  'events.list': ({ events }) => ({
    input: { when: 'upcoming', divisionCode: township, category: 'training' },
    sees: events.asked,
  }),
  'events.open': ({ events }) => ({
    input: { when: 'upcoming', divisionCode: '330702', category: 'training' },
    sees: events.open,
  }),
  'events.get': seeing('asked'),
  'events.get#public': seeing('open'),
  'events.get#draft': seeing('draft'),
  'events.get#unit': seeing('ofUnits'),
  'events.askedOfUnits': ({ events }) => ({ input: {}, sees: events.ofUnits }),
  'events.answerForUnit': ({ events, town }) => ({
    input: { id: events.ofUnits, organisationId: town.department.id, answer: 'coming' },
  }),
  'events.archive': ({ events }) => ({ input: { id: events.running }, sees: events.item }),
  'events.addPhotos': ({ events, photos }) => ({
    input: { id: events.running, photoIds: [photos.ofEvent], caption: '会场一角' },
    now: afterEvent,
  }),
  'events.addText': about(
    'running',
    { key: key(), kind: 'finding', title: '座位不够', body: '下回换大屋子。' },
    { now: afterEvent },
  ),
  'events.addLink': about(
    'running',
    { key: key(), title: '报纸上的一篇', url: 'https://news.example.org/1' },
    { now: afterEvent },
  ),
  'events.showItem': ({ events }) => ({
    input: { id: events.open, itemId: events.openItem, published: true, looked: true },
    now: afterEvent,
  }),
  'events.removeItem': ({ events }) => ({
    input: { id: events.running, itemId: events.item, reason },
    now: afterEvent,
  }),
  'events.asked': ({ events }) => ({ input: {}, sees: events.asked }),
  'events.answer': about('voluntary', { answer: 'declined' }),
  'events.askLeave': about('asked', { reason }),
  'events.renewFeed': () => ({ sees: 'token' }),
  'events.desk': seeing('asked'),
  'events.week': seeing('asked'),
  'events.invitees': ({ events, memberId }) => ({ input: { id: events.leave }, sees: memberId }),
  'events.unasked': about('running'),
  'events.doorList': ({ events, memberId }) => ({ input: { id: events.asked }, sees: memberId }),
  'events.create': ({ events, memberId, network, town, hall }) => ({
    input: {
      key: key(),
      divisionCode: township,
      organisationId: town.township.id,
      kindId: events.ofTownship,
      groupId: network.groupId,
      category: 'visit',
      title: '走访联系户',
      summary: '到桥头社区走访。',
      speaker: '一位乡村医生',
      siteIds: [hall.hallId],
      placeWords: '桥头社区',
      mode: 'hybrid',
      onlineUrl: 'https://meet.example.org/1',
      ...time,
      answerBy: '2026-12-18T18:00:00+08:00',
      mustAttend: true,
      signUp: 'members',
      capacity: 20,
      memberIds: [memberId],
      organisationIds: [town.department.id],
      wholeCommittee: false,
    },
  }),
  'events.change': about('asked', {
    title: '改过的名称',
    summary: '改过的内容。',
    speaker: '改过的主讲人',
    siteIds: [],
    answerBy: '2026-12-10T18:00:00+08:00',
    capacity: 30,
  }),
  'events.publish': about('draft'),
  'events.register': about('heldUnannounced'),
  'events.move': about('asked', { ...time, placeWords: '二楼', reason }),
  'events.cancel': about('asked', { reason }),
  'events.invite': ({ events, town }) => ({
    input: { id: events.asked, memberIds: [], organisationIds: [town.department.id], wholeCommittee: false },
  }),
  'events.uninvite': ({ events, memberId }) => ({ input: { id: events.asked, inviteeId: memberId } }),
  'events.decideLeave': withMember('leave', { granted: true }),
  'events.recordScans': about(
    'running',
    { scans: [{ code: 'NOBODYS', at: '2026-12-01T09:05:00+08:00' }] },
    { now: afterEvent },
  ),
  'events.recordList': ({ events, memberId }) => ({
    input: { id: events.ended, how: 'list', entries: [{ memberId, state: 'attended' }], others: 3 },
    now: afterEvent,
  }),
  'events.correct': withMember('running', { state: 'attended', reason }, { now: afterEvent }),
  'events.settle': about('ended', {}, { now: afterEvent }),
  'events.kinds': ({ events }) => ({ sees: events.ofCity }),
  'events.addKind': ({ town }) => ({
    input: { organisationId: town.township.id, category: 'study', name: '田间课堂' },
  }),
  'events.retireKind': ({ events }) => ({ input: { id: events.ofTownship } }),
};
