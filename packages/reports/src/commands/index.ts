export { foldJournal } from './fold-journal.ts';
