import type { Samples } from './sample.ts';

const county = '330702';
const reason = '换届调整';
const village = '330702001001';
const freeVillage = '330702001002';

/** Calls on the network: units with their posts and terms, sectors, members, groups, villages. */
export const networkSamples: Samples = {
  'organisations.browse': ({ town }) => ({
    input: { divisionCode: county, kind: 'department' },
    sees: town.department.id,
  }),
  'organisations.describe': ({ network }) => ({
    input: { id: network.committeeId },
    sees: network.postId,
  }),
  'organisations.rename': ({ network }) => ({
    input: { id: network.committeeId, name: '婺城区政协' },
  }),
  'organisations.savePost': ({ network }) => ({
    input: {
      organisationId: network.committeeId,
      postId: network.postId,
      title: '主席',
      holderName: '另一人',
      placeNo: 1,
      validFrom: '2026-11-01',
    },
  }),
  'organisations.endPost': ({ network }) => ({ input: { postId: network.postId, validTo: '2026-11-01' } }),
  'organisations.saveTerm': ({ network }) => ({
    input: {
      organisationId: network.committeeId,
      termNo: 11,
      startsOn: '2027-02-01',
      endsOn: '2032-02-01',
    },
  }),
  'organisations.saveSession': ({ network }) => ({
    input: {
      organisationId: network.committeeId,
      termNo: 10,
      sessionNo: 6,
      opensOn: '2026-12-10',
      closesOn: '2026-12-13',
    },
  }),

  'imports.list': ({ network }) => ({
    input: { kind: 'members', divisionCode: county },
    sees: network.importId,
  }),
  'imports.get': ({ network }) => ({ input: { id: network.importId }, sees: network.importId }),
  'imports.report': ({ network }) => ({
    input: { id: network.importId, after: { row: 0, id: '00000000-0000-7000-8000-000000000000' } },
    sees: 'members.sector',
  }),

  'sectors.list': () => ({ sees: '环境资源界' }),

  'members.list': ({ memberId }) => ({
    input: { search: '委员本人', divisionCode: county, sectorCode: '22' },
    sees: memberId,
  }),
  'members.bySector': () => ({ input: { divisionCode: county }, sees: '农业界' }),
  'members.get': ({ memberId }) => ({ input: { id: memberId }, sees: memberId }),
  'members.behindCode': ({ memberId, network }) => ({
    input: { code: network.intakeCode },
    sees: memberId,
  }),
  'members.me': ({ memberId }) => ({ sees: memberId }),
  'members.particulars': ({ memberId }) => ({ input: { id: memberId }, sees: '1971' }),
  'members.saveParticulars': ({ memberId }) => ({
    input: { memberId, sex: 'female', birthYear: 1972, partyAffiliation: 'none' },
  }),
  'members.add': ({ town }) => ({
    input: {
      name: '新委员',
      dutyTitle: '某公司总经理',
      sectorCode: '23',
      organisationId: town.county.id,
      termNo: 10,
      isStanding: true,
      joinedOn: '2026-01-10',
    },
  }),
  'members.change': ({ memberId }) => ({
    input: { memberId, name: '委员本人', dutyTitle: '某村党支部书记' },
  }),
  'members.linkAccount': ({ memberId }) => ({ input: { memberId, accountId: null } }),
  'members.renewCode': ({ memberId }) => ({ input: { memberId, code: 'door', reason } }),
  'members.renewOwnCode': () => ({ input: { code: 'door' } }),
  'members.addMembership': ({ memberId, town }) => ({
    input: {
      memberId,
      organisationId: town.city.id,
      sectorCode: '22',
      termNo: 8,
      isStanding: false,
      joinedOn: '2026-02-01',
    },
  }),
  'members.changeMembership': ({ network }) => ({
    input: {
      membershipId: network.membershipId,
      sectorCode: '23',
      termNo: 10,
      isStanding: true,
      joinedOn: '2026-01-11',
    },
  }),
  'members.endMembership': ({ network }) => ({
    input: { membershipId: network.membershipId, leftOn: '2026-11-21', reason },
  }),
  'members.groups.list': ({ network }) => ({
    input: { divisionCode: county, kind: 'sector' },
    sees: network.groupId,
  }),
  'members.groups.get': ({ network }) => ({ input: { id: network.groupId }, sees: network.groupId }),
  'members.groups.create': ({ town }) => ({
    input: {
      organisationId: town.county.id,
      kind: 'sector',
      name: '教育界活动组',
      sectorCode: '23',
      fromOn: '2026-01-10',
    },
  }),
  'members.groups.change': ({ network, memberId }) => ({
    input: { groupId: network.groupId, name: '农业界第一活动组', convenorMemberId: memberId },
  }),
  'members.groups.end': ({ network }) => ({ input: { groupId: network.groupId, reason } }),
  'members.groups.join': ({ network, memberId }) => ({ input: { groupId: network.groupId, memberId } }),
  'members.groups.leave': ({ network, memberId }) => ({ input: { groupId: network.groupId, memberId } }),
  'members.groups.minimums': ({ town }) => ({
    input: { organisationId: town.county.id, year: 2026 },
    sees: 'sector_discussion',
  }),
  'members.groups.setMinimum': ({ network, town }) => ({
    input: {
      organisationId: town.county.id,
      groupId: network.groupId,
      year: 2026,
      category: 'study',
      amount: 4,
    },
  }),
  'members.villages.list': ({ memberId }) => ({
    input: { divisionCode: '330702001', without: false },
    sees: memberId,
  }),
  'members.villages.count': () => ({ input: { divisionCode: '330702001' }, sees: '"given":1' }),
  'members.villages.member': ({ memberId }) => ({ input: { villageCode: village }, sees: memberId }),
  'members.villages.give': ({ memberId }) => ({
    input: { villageCode: freeVillage, memberId, fromOn: '2026-11-01' },
  }),
  'members.villages.take': () => ({ input: { villageCode: village, reason } }),
};
