export { countBySector, firstByName, listMembers } from './list.ts';
export {
  findMemberByAccount,
  findMemberByDoorCode,
  findMemberByIntakeCode,
  getMember,
  getParticulars,
  memberBehindCode,
} from './member.ts';
export { currentMemberships, everyMembership, sectorOf } from './memberships.ts';
export { getGroup, listGroups, listMinimums, membersOfGroup, minimumsFor } from './groups.ts';
export { countVillages, listVillages, memberOfVillage } from './villages.ts';
