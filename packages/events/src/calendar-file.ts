import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';

/** A session as a calendar shows it. */
export type CalendarSession = {
  /** The same for the life of the session, so that a change replaces the entry in people's calendars. */
  uid: string;
  start: Temporal.Instant;
  end: Temporal.Instant;
  summary: string;
  location: string;
  url: string;
  cancelled: boolean;
  /** Counts the changes of time, place or cancellation, from 0. */
  sequence: number;
  updatedAt: Temporal.Instant;
};

/**
 * A calendar file or feed of sessions in the given order. Times are UTC, which every calendar shows in its own
 * zone; the library writes wrong hours when it is given a zone. Source: RFC 5545.
 */
export function calendarFile(name: string, sessions: readonly CalendarSession[]): string {
  const calendar = ical({
    name: plain(name),
    prodId: { company: 'Tongxin', product: 'Sessions', language: 'ZH' },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const session of sessions) {
    calendar.createEvent({
      id: session.uid,
      start: session.start,
      end: session.end,
      stamp: session.updatedAt,
      lastModified: session.updatedAt,
      summary: plain(session.summary),
      location: plain(session.location),
      url: session.url,
      status: session.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      sequence: session.sequence,
    });
  }
  return calendar.toString();
}

/** Text without control characters: RFC 5545 forbids them, and half a surrogate pair is no text at all. */
function plain(text: string): string {
  return text.toWellFormed().replaceAll(/[^\P{Cc}\n]/gu, ' ');
}
