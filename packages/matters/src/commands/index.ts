export { advance, type Step } from './advance.ts';
export { writeEntry } from './entry.ts';
export { doneBy, factColumns, isVisible, lockMatter, notFound, type Matter } from './facts.ts';
export { importCalendar } from './import-calendar.ts';
export { link, unlink, type Link } from './link.ts';
export { nextNumber } from './number.ts';
export { openMatter, type NewMatter } from './open-matter.ts';
export { recordReading, type Reading } from './record-reading.ts';
export { sealJournal } from './seal.ts';
