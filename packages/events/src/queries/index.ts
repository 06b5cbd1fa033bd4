export { listBookings, listConflicts, nextFree } from './bookings.ts';
export { memberCalendar, openEventsCalendar, type EventsOf } from './calendars.ts';
export { doorList, eventDesk, getEvent, listInvitees, listUnasked } from './event.ts';
export { namingConflicts, type Named } from './in-the-way.ts';
export { listAsked, listEvents, listKinds, listOpenEvents } from './lists.ts';
