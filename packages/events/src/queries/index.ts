export { listBookings, listConflicts, nextFree } from './bookings.ts';
export { memberCalendar, openEventsCalendar, type EventsOf } from './calendars.ts';
export { listArchive } from './archive.ts';
export { eventDesk, getEvent } from './event.ts';
export { doorList, listInvitees, listUnasked } from './invitees.ts';
export { listAskedOfUnits } from './units.ts';
export { namingConflicts, type Named } from './in-the-way.ts';
export { listKinds } from './kinds.ts';
export { listAsked, listEvents, listOpenEvents } from './lists.ts';
