import type { Message } from '@tongxin/core';
import type { lineKinds, sessionModes } from '@tongxin/deliberations/rules';
import type { ArchiveKind, EventCategory } from '@tongxin/events/rules';
import type { ClosingClass, Solved } from '@tongxin/issues/rules';
import type { SiteRole } from '@tongxin/platforms/rules';

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
  /** Its time has come: no seat is given away any more. */
  hasBegun: boolean;
};

export type EventRow = {
  id: string;
  title: string;
  startsAt: string;
  endsAt: string;
  mode: Mode;
  /** The site and where in it, in words. */
  where: string;
  category: EventCategory;
  /** What its organiser calls the kind, when they do. */
  kindName: string | null;
  state: 'coming' | 'over' | 'cancelled';
};

/** Something of an event that its organiser shows. */
export type KeptItem = {
  id: string;
  kind: ArchiveKind;
  title: string;
  fileId: string | null;
  body: string | null;
  url: string | null;
  size: { width: number; height: number } | null;
};

/** The next time the door is open, or the time that goes on now. */
export type Opening = { opensAt: string; closesAt: string; isOpen: boolean };

export type SiteRow = {
  id: string;
  name: string;
  address: string;
  roles: readonly SiteRole[];
  /** Null when no such time is known. */
  opening: Opening | null;
  /** Whether hours are registered at all. */
  hasHours: boolean;
  /** What the hours do not say. */
  note: string | null;
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
