import type { Samples } from './sample.ts';

const township = '330702001';
const reason = '例行调整';
const details = { name: '第二议事堂', address: '河边路 3 号', seats: 30, hoursNote: '周三下午有委员接待' };
const four = { sponsor: '一位副主席', taskForce: '工作专班', plan: '一年十二场' };

/** Calls on sites, on the members behind them and on what makes one an example. */
export const siteSamples: Samples = {
  'platforms.list': ({ hall }) => ({
    input: { placeCode: township, role: 'hall' },
    sees: hall.hallId,
  }),
  'platforms.get': ({ hall }) => ({ input: { id: hall.hallId }, sees: hall.hallId }),
  'platforms.ofMember': ({ sites }) => ({ input: { id: sites.placed }, sees: sites.spare }),
  'platforms.desk': ({ hall }) => ({ input: { id: hall.hallId }, sees: hall.hallId }),
  'platforms.add': ({ town }) => ({
    input: {
      ...details,
      organisationId: town.township.id,
      placeCode: township,
      hours: {
        week: [{ day: 1, from: '09:00', to: '17:00' }],
        closesOnHolidays: true,
        exceptions: [{ on: '2026-12-24', periods: [{ from: '09:00', to: '10:00' }], note: '整修' }],
      },
      roles: [
        { role: 'hall', plaqueName: '第二议事堂' },
        { role: 'studio', plaqueName: '委员工作室' },
      ],
    },
  }),
  'platforms.edit': ({ hall }) => ({ input: { ...details, id: hall.hallId, version: 1, reason } }),
  'platforms.addRole': ({ hall }) => ({
    input: { id: hall.hallId, role: 'parlour', plaqueName: '委员会客厅', reason },
  }),
  'platforms.endRole': ({ sites }) => ({ input: { id: sites.spare, role: 'studio', reason } }),
  'platforms.reopen': ({ sites }) => ({ input: { id: sites.closed, reason } }),
  'rotas.closeSite': ({ sites }) => ({ input: { id: sites.spare, reason } }),
  'platforms.placements': ({ sites }) => ({ input: { divisionCode: township }, sees: sites.placed }),
  'platforms.unplaced': ({ memberId }) => ({
    input: { divisionCode: '330702', after: { name: '委员本', id: memberId } },
    sees: memberId,
  }),
  'platforms.countPlacements': () => ({ input: { divisionCode: '330702' }, sees: 'unplaced' }),
  'platforms.place': ({ sites, memberId }) => ({
    input: { memberId, platformId: sites.spare, fromOn: '2026-12-01', reason },
  }),
  'platforms.movePlacement': ({ sites, hall }) => ({
    input: { placementId: sites.placementId, platformId: hall.hallId, reason },
  }),
  'platforms.endPlacement': ({ sites }) => ({ input: { placementId: sites.placementId, reason } }),
  'platforms.nominate': ({ hall, town }) => ({
    input: { id: hall.hallId, ...four, guarantorId: town.city.id, reason },
  }),
  'platforms.saveDemonstration': ({ sites, town }) => ({
    input: { demonstrationId: sites.nominated, ...four, guarantorId: town.city.id },
  }),
  'platforms.activateDemonstration': ({ sites }) => ({ input: { demonstrationId: sites.nominated } }),
  'platforms.reviewsDue': ({ sites }) => ({
    now: Temporal.Instant.from('2027-11-01T01:00:00Z'),
    sees: sites.exampleSite,
  }),
  'platforms.reviewDemonstration': ({ sites }) => ({
    input: { demonstrationId: sites.example, outcome: 'kept', reason },
  }),
};
