import type { Chance } from '../chance.ts';
import type { Ref, Who } from '../plan/steps.ts';
import type { Diary } from '../plan/township.ts';
import type { DayNumber, TownTime } from '../plan/town-time.ts';

/** A room where events can be: `door` is what the diary knows it by. */
type Room = { site: string; door: string };

/** Where the events of the city, of one county or of one township are planned. */
export type EventDesk = {
  chance: Chance;
  time: TownTime;
  diary: Diary;
  place: { code: string; name: string };
  level: 'city' | 'county' | 'township';
  by: Who;
  office: string;
  /** The special committees, which organise as well. */
  bodies: readonly string[];
  members: readonly string[];
  standing: readonly string[];
  /** Whether a member can answer for themselves. */
  signsIn(member: string): boolean;
  rooms: readonly Room[];
  nextRef(): Ref;
};

export function isFree(desk: EventDesk, who: string, day: DayNumber): boolean {
  return !desk.diary.has(`${who}/${day}`);
}

export function take(desk: EventDesk, whos: readonly string[], days: readonly DayNumber[]): void {
  for (const who of whos) for (const day of days) desk.diary.add(`${who}/${day}`);
}

/** A day that is worked, so many days from the first one on; the next one when it is not. */
export function workedDay({ chance, time }: EventDesk, first: DayNumber, last: DayNumber): DayNumber {
  let day = chance.whole(first, last);
  while (!time.isWorked(day)) day += 1;
  return day;
}
