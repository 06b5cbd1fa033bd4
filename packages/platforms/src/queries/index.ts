export { getDesk } from './desk.ts';
export { countPlacements, listPlacements, listUnplaced } from './placements.ts';
export { listReviewsDue } from './reviews.ts';
export { getPlatform, inPlace, listPlatforms, siteOfMember } from './platforms.ts';
