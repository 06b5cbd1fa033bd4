export * from './demonstrations.ts';
export { addPlatform, closePlatform, editPlatform, reopenPlatform } from './keep.ts';
export * from './placements.ts';
export { record as recordAtSite } from './record.ts';
export * from './roles.ts';
