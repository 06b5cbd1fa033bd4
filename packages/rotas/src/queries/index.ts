export { turnsCalendar } from './calendar.ts';
export { board, rotasOf } from './board.ts';
export { candidates, getTurn } from './get-turn.ts';
export { listTurns } from './list-turns.ts';
export { mySwaps, myTurns, swapPartners } from './mine.ts';
export { nextTurns } from './next-turns.ts';
export { previewRota } from './plan.ts';
