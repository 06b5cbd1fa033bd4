export { archiveItems } from './archive-items.ts';
export { attendances, leaveReasons } from './attendances.ts';
export { bookings } from './bookings.ts';
export { calendarFeeds, eventInvitees, eventKinds, events, eventSites } from './events.ts';
