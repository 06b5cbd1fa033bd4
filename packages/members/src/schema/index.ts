export { groupMembers, groupMinimums, groups } from './groups.ts';
export { memberJournal } from './journal.ts';
export { byPinyin, memberParticulars, members, memberships } from './people.ts';
export { villageMembers } from './villages.ts';
