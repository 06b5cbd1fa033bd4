export { addMember, addMembership } from './enter.ts';
export { changeMembership, endMembership } from './memberships.ts';
export { changeMember, linkAccount, renewCode, renewOwnCode, saveParticulars } from './person.ts';
export { changeGroup, createGroup, endGroup, joinGroup, leaveGroup, setMinimum } from './groups.ts';
export { giveVillage, takeVillage } from './villages.ts';
export { noteWhetherPlaced } from './held.ts';
