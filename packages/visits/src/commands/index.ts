export { answerAsk, askAgain, closeVisit, recordVisit, writeNote } from './hold-visit.ts';
export { cancelVisit, planVisit, rescheduleVisit } from './plan-visit.ts';
