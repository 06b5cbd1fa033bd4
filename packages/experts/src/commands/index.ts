export {
  acceptRequest,
  adviseOn,
  declineRequest,
  matchExpert,
  refuseRequest,
  rescheduleVisit,
  tellUse,
  thankExpert,
  withdrawRequest,
} from './change-request.ts';
export { requestExpert } from './request-expert.ts';
export { addExpert, endTeam, leadTeam, makeTeam, removeExpert } from './teams.ts';
