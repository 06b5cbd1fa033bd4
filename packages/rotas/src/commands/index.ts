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
export { endRota, makeRota, publishRota, type MadeRota } from './make-rota.ts';
export { receiveAdvice, receiveIssue } from './receive.ts';
export { answerSwap, askSwap, withdrawSwap } from './swap.ts';
