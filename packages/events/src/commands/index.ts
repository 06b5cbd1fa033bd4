export { answerEvent, askLeave, decideLeave } from './answer.ts';
export {
  correctAttendance,
  recordList,
  recordScans,
  settleEvent,
  type Scanned,
  type ScanOutcome,
} from './attendance.ts';
export { book, ensureFree, giveBack, rebook, release, type NewBooking } from './bookings.ts';
export { createEvent } from './create-event.ts';
export {
  addArchiveLink,
  addArchivePhotos,
  addArchiveText,
  removeArchiveItem,
  showArchiveItem,
} from './archive.ts';
export { answerForUnit } from './answer-for-unit.ts';
export { invite, uninvite } from './invite.ts';
export { moveEvent } from './move-event.ts';
export { addKind, retireKind } from './kinds.ts';
export { cancelEvent, changeEvent, endEvent, publishEvent, registerHeld } from './publish-event.ts';
export { renewFeed } from './renew-feed.ts';
