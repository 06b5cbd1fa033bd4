export { getRequest, listCandidates, listRequests, myRequests } from './requests.ts';
export { getTeam, listTeams } from './teams.ts';
