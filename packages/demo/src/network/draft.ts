import type { EventMode } from '@tongxin/events/rules';
import { startOf, type DayNumber } from '../plan/town-time.ts';
import { isFree, take, type EventDesk } from './event-desk.ts';
import { meetings, topics, type Manner } from './kinds.ts';
import type { PlannedEvent } from './planned.ts';

export const hour = 3_600_000;
const day = 24 * hour;

/** An event of this manner on this day, with people and a room that are free then; both are taken for it. */
export function draftEvent(desk: EventDesk, manner: Manner, on: DayNumber, must?: string): PlannedEvent {
  const { chance } = desk;
  const startsAt = startOf(on) + (manner.hours > 4 ? 9 : chance.pick([9, 9.5, 14, 14.5])) * hour;
  const free = desk.members.filter((member) => member !== must && isFree(desk, member, on));
  const chosen = chance.some(free, chance.whole(...manner.invited));
  const members = must !== undefined && isFree(desk, must, on) ? [must, ...chosen] : chosen;
  const mode = chance.weighted(manner.modes as Record<EventMode, number>);
  const rooms = chance.is(manner.atSite) ? desk.rooms.filter(({ door }) => isFree(desk, door, on)) : [];
  const room = rooms.length === 0 || mode === 'online' ? null : chance.pick(rooms);
  take(desk, [...members, ...(room === null ? [] : [room.door])], [on]);
  const unit = manner.by === 'body' && desk.bodies.length > 0 ? chance.pick(desk.bodies) : desk.office;
  const mustAttend = chance.is(manner.mustAttend);
  const fill = (text: string) => text.replaceAll('{place}', desk.place.name).replaceAll('{topic}', topic);
  const topic = chance.pick(topics);
  return {
    ...frame(desk, { startsAt, endsAt: startsAt + manner.hours * hour }),
    ...{ unit, category: manner.category, kind: manner.kind, mode, mustAttend, signUp: manner.signUp },
    title: fill(chance.pick(manner.titles)),
    summary: fill(chance.pick(manner.summaries)),
    site: room?.site ?? null,
    placeWords: room === null && mode !== 'online' ? fill(chance.pick(manner.places)) : undefined,
    onlineUrl: urlOf(desk, mode),
    capacity: manner.signUp === 'members' ? chance.pick([20, 30, 40]) : undefined,
    members,
  };
}

const urlOf = ({ place }: EventDesk, mode: EventMode) =>
  mode === 'onsite' ? undefined : `https://huodong.example.com/${place.code}`;

/** What follows from its time: when it was planned and announced, and until when answers are wanted. */
function frame(desk: EventDesk, { startsAt, endsAt }: { startsAt: number; endsAt: number }) {
  const { chance, time } = desk;
  const ahead = chance.whole(8, 16);
  const publishedAt = Math.min(time.after(startsAt - ahead * day, 0), startsAt - day);
  return {
    ...{ ref: desk.nextRef(), parent: null, placeCode: desk.place.code, by: desk.by, startsAt, endsAt },
    answerBy: startsAt - chance.whole(2, 3) * day,
    plannedAt: publishedAt - chance.whole(1, 5) * day,
    publishedAt,
    units: [],
  };
}

type Part = { title: string; from: number; until: number; category: PlannedEvent['category']; kind: string };

/** A part of an event: the same people at a time of its own within the whole. */
function partOf(desk: EventDesk, whole: PlannedEvent, { from, until, ...part }: Part): PlannedEvent {
  return {
    ...whole,
    ...part,
    ref: desk.nextRef(),
    parent: whole.ref,
    summary: undefined,
    startsAt: whole.startsAt + from * hour,
    endsAt: whole.startsAt + until * hour,
    answerBy: undefined,
    capacity: undefined,
    plannedAt: whole.plannedAt + hour / 2,
    publishedAt: whole.publishedAt,
  };
}

/** A day of a sector in two halves. */
export function halvesOf(desk: EventDesk, whole: PlannedEvent): PlannedEvent[] {
  const { category, kind } = whole;
  const length = (whole.endsAt - whole.startsAt) / hour;
  return [
    partOf(desk, whole, { title: `${whole.title}：实地走访`, from: 0, until: length / 2, category, kind }),
    partOf(desk, whole, {
      title: `${whole.title}：小组讨论`,
      from: length / 2,
      until: length,
      category,
      kind,
    }),
  ];
}

/** A plenary session of three days with its parts. Everybody has to come. */
export function plenaryOf(desk: EventDesk, days: readonly DayNumber[], title: string): PlannedEvent[] {
  const startsAt = startOf(days[0]!) + 9 * hour;
  const { category, kind } = meetings.plenary;
  const whole: PlannedEvent = {
    ...frame(desk, { startsAt, endsAt: startOf(days.at(-1)!) + 17 * hour }),
    ...{ unit: desk.office, category, kind, title, site: null, placeWords: `${desk.place.name}人民大会堂` },
    ...{ mode: 'onsite', onlineUrl: undefined, mustAttend: true, signUp: 'invited', capacity: undefined },
    summary: '请提前一天报到。讨论分组和座位见会议手册，因故不能到会请在线请假。',
    // Whoever is asked elsewhere on these days by their other committee goes there.
    members: desk.members.filter((member) => days.every((day) => isFree(desk, member, day))),
  };
  // Announced long before, so that everybody keeps the days free.
  whole.publishedAt -= 12 * day;
  whole.plannedAt = whole.publishedAt - 3 * day;
  const part = (name: string, dayNo: number, from: number, until: number, discussion = false) =>
    partOf(desk, whole, {
      title: `${title}${name}`,
      from: (days[dayNo]! - days[0]!) * 24 + from,
      until: (days[dayNo]! - days[0]!) * 24 + until,
      category: discussion ? 'sector_discussion' : category,
      kind: discussion ? '界别讨论' : kind,
    });
  return [
    whole,
    part('开幕大会', 0, 0, 2.5),
    part('分组讨论', 0, 5, 8, true),
    part('大会发言', 1, 0, 3),
    part('闭幕大会', 2, 5, 7),
  ];
}

/** A meeting of the Standing Committee: its members have to come. */
export function standingOf(desk: EventDesk, on: DayNumber, count: number): PlannedEvent {
  const startsAt = startOf(on) + 9 * hour;
  const { category, kind } = meetings.standing;
  return {
    ...frame(desk, { startsAt, endsAt: startsAt + 3 * hour }),
    ...{ unit: desk.office, category, kind, title: `第${count}次常委会会议`, site: null },
    ...{ mode: 'onsite', onlineUrl: undefined, mustAttend: true, signUp: 'invited', capacity: undefined },
    placeWords: `${desk.place.name}政协四楼会议室`,
    summary: '审议专题调研报告和下阶段工作安排。',
    members: desk.standing.filter((member) => isFree(desk, member, on)),
  };
}
