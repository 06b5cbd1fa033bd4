import type { Message } from '@tongxin/core';
import type { lineKinds, sessionModes } from '@tongxin/deliberations/rules';
import type { ClosingClass, Solved } from '@tongxin/issues/rules';

/** What pages show, as the server hands it over: names instead of codes, instants as ISO 8601. */

export type PlaceLink = { code: string; name: string };

type SessionState = 'noticed' | 'held' | 'published' | 'cancelled';
type Mode = (typeof sessionModes)[number];

export type SessionRow = {
  id: string;
  title: string;
  startsAt: string;
  endsAt: string;
  mode: Mode;
  hallName: string;
  placeName: string;
  state: SessionState;
  seatsLeft: number;
  residentSeats: number;
};

export type SettledRow = {
  id: string;
  title: string;
  placeName: string;
  closingClass: ClosingClass | null;
  closedAt: string | null;
};

/** A number with the list it opens; the list is as long as the number says. */
export type OpenNumber = { name: 'upcoming' | 'past' | 'settled' | Message; value: number; href: string };

export type Line = {
  id: string;
  lineNo: number;
  suggestion: string;
  kind: (typeof lineKinds)[number];
  unitName: string;
  dueOn: string;
  measure: string;
  state: Message;
  late: boolean;
  closedAt: string | null;
  reportText: string | null;
  /** How many residents said what; there once the line is struck off. */
  judged: Readonly<Record<Solved, number>> | null;
};

/** A correction of what is public: when and why. */
export type Change = { at: string; why: string };
