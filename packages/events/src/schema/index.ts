export { attendances, leaveReasons } from './attendances.ts';
export { bookings } from './bookings.ts';
export { calendarFeeds, eventInvitees, eventKinds, events } from './events.ts';
