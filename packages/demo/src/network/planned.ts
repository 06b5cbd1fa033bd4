import type { Answer, AttendanceWay, EventCategory, EventMode, SignUp } from '@tongxin/events/rules';
import type { HolidayRule, Pattern } from '@tongxin/rotas/rules';
import type { Ref, Who } from '../plan/steps.ts';
import type { DayNumber, Moment } from '../plan/town-time.ts';

/** What an event says of itself. Members, sites and units are named by the keys of the plan. */
export type PlannedEvent = {
  ref: Ref;
  /** The event that it is a part of. */
  parent: Ref | null;
  placeCode: string;
  unit: string;
  by: Who;
  category: EventCategory;
  kind: string;
  title: string;
  summary: string | undefined;
  site: string | null;
  placeWords: string | undefined;
  mode: EventMode;
  onlineUrl: string | undefined;
  startsAt: Moment;
  endsAt: Moment;
  answerBy: Moment | undefined;
  mustAttend: boolean;
  signUp: SignUp;
  capacity: number | undefined;
  plannedAt: Moment;
  publishedAt: Moment;
  members: string[];
  units: string[];
};

export type PlannedGuest = {
  member: string;
  answer: Answer;
  answeredAt: Moment | null;
  decidedAt: Moment | null;
  leave: string | null;
  signedUp: boolean;
  seen: { at: Moment; how: AttendanceWay } | null;
};

export type HeldEvent = PlannedEvent & {
  guests: PlannedGuest[];
  ending:
    | { how: 'held'; others: number | null; recordedAt: Moment; settledAt: Moment | null }
    | { how: 'cancelled'; at: Moment; reason: string };
};

/** What is still to come, with what has been said to it so far. */
export type ComingEvent = PlannedEvent & {
  state: 'draft' | 'published' | 'cancelled';
  said: {
    member: string;
    at: Moment;
    says: 'coming' | 'declined' | 'leave';
    reason?: string;
    granted?: boolean;
  }[];
  cancelReason?: string;
};

export type PlannedVisit = { at: Moment } & ({ issue: Ref } | { about: string; said: string | null });

export type PlannedTurn = {
  start: Moment;
  end: Moment;
  movedFrom: string | null;
  placeNo: number;
  member: string | null;
  change:
    | null
    | { how: 'cover'; at: Moment; member: string; reason: string }
    | { how: 'swap'; at: Moment; askedAt: Moment; member: string };
  visits: PlannedVisit[];
  ending:
    | { how: 'open' }
    | { how: 'logged'; at: Moment }
    | { how: 'missed' | 'cancelled'; at: Moment; reason: string };
};

type RotaOfSite = {
  site: string;
  by: Who;
  unit: string;
  placeCode: string;
  pattern: Pattern;
  onHoliday: HolidayRule;
  from: DayNumber;
  until: DayNumber;
  startTime: string;
  endTime: string;
  perTurn: number;
  madeAt: Moment;
  publishedAt: Moment | null;
  people: string[];
};

export type PastRota = RotaOfSite & { turns: PlannedTurn[] };

/** A rota of the next weeks: its turns follow from it when it is made. */
export type ComingRota = RotaOfSite & {
  key: string;
  /** On which days who is asked elsewhere already. */
  away: Record<string, string[]>;
  /** Why its last turn loses its member again; null when it does not. */
  vacated: string | null;
  /** Whom somebody of it asks to come instead. */
  asks: string | null;
};

export type Network = {
  held: HeldEvent[];
  coming: ComingEvent[];
  past: PastRota[];
  next: ComingRota[];
};
