export { alarmUnstaffed } from './alarm.ts';
export {
  cancelTurn,
  correctTurn,
  coverTurn,
  logTurn,
  missTurn,
  staffTurn,
  vacateTurn,
} from './change-turn.ts';
export { closeSite } from './close-site.ts';
export { endRota, makeRota, publishRota, type MadeRota } from './make-rota.ts';
export { deskKey, receiveParcel } from './open-parcel.ts';
export { receiveAdvice, receiveIssue, receiveThroughMember } from './receive.ts';
export { answerSwap, askSwap, withdrawSwap } from './swap.ts';
