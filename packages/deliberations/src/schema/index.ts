export { lineProgress, outcomeLines } from './lines.ts';
export { methods } from './methods.ts';
export {
  minutesDrafts,
  publishedMinutes,
  researchNotes,
  sessionInvitees,
  sessions,
  sessionSeats,
  topics,
  type Point,
} from './talks.ts';
