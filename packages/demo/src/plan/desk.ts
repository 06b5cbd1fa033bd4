import type { Chance } from '../chance.ts';
import type { Matter, Place } from '../stories/matter.ts';
import type { UnitKey } from '../stories/shape.ts';
import type { OnIssue, Ref, Step, Who } from './steps.ts';
import type { Moment, TownTime } from './town-time.ts';

export type PlannedUnit = { key: string; name: string };

/** Where one county's year is planned: its people, its pace, and what has been said so far. */
export type Desk = {
  chance: Chance;
  time: TownTime;
  countyCode: string;
  /** How fast the offices are; 1 is ordinary, 2 takes twice as long. */
  pace: number;
  /** How often a host opens the resident's own words before writing the copy. */
  opensWords: number;
  unit(key: UnitKey): PlannedUnit;
  host(townshipCode: string): Who;
  office(person: 'router' | 'verifier' | 'closer'): Who;
  /** The members of this county, by key. */
  members: readonly string[];
  places(townshipCode: string): readonly Place[];
  nextRef(kind: 'issue' | 'topic' | 'session' | 'line' | 'ticket'): Ref;
  /** Everything that any resident has said: nobody says it twice. */
  said: Set<string>;
};

/** A number of working days, longer where the office is slow. */
export function days(desk: Desk, from: number, to: number): number {
  return Math.round(desk.chance.whole(from, to) * desk.pace);
}

/** An office moment so many working days later. */
export function soon(desk: Desk, moment: Moment, from: number, to: number): Moment {
  return desk.time.after(moment, days(desk, from, to));
}

/** One resident's matter as far as it has come. What lies beyond the present is not added. */
export type Life = {
  ref: Ref;
  place: Place;
  matter: Matter;
  host: Who;
  steps: Step[];
  /** Where it stands after the last step. */
  state: string;
  contactKept: boolean;
  /** Whether there is a handling copy yet. */
  copied: boolean;
  /** Those whose own matters were merged into this one. */
  merged: Ref[];
  /** Nobody goes on with it, though somebody should. */
  stalled: boolean;
};

/** Adds what somebody does to a matter, and says where that leads; a moment that has not come yet adds nothing. */
export function act(
  desk: Desk,
  life: Life,
  { at, by, state }: { at: Moment; by: Who; state: string },
  deed: OnIssue,
): void {
  if (life.stalled || at > desk.time.now) return;
  life.steps.push({ at, on: life.ref, by, about: 'issue', ...deed });
  life.state = state;
}
