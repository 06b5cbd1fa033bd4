import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { only } from '../search.ts';
import { inside, root } from './frame.tsx';

const events = createRoute({
  getParentRoute: () => inside,
  path: '/events',
  validateSearch: only('when', 'place', 'category'),
  component: lazyRouteComponent(() => import('../screens/events/EventsScreen.tsx'), 'EventsScreen'),
});
const newEvent = createRoute({
  getParentRoute: () => inside,
  path: '/events/new',
  validateSearch: only('of'),
  component: lazyRouteComponent(() => import('../screens/events/NewEventScreen.tsx'), 'NewEventScreen'),
});
const event = createRoute({
  getParentRoute: () => inside,
  path: '/events/$id',
  component: lazyRouteComponent(() => import('../screens/events/EventScreen.tsx'), 'EventScreen'),
});
/**
 * Outside the sign-in: at a door without network there is nobody to ask who is signed in. At an address of its own,
 * which alone opens without network.
 */
export const door = createRoute({
  getParentRoute: () => root,
  path: '/door/$id',
  component: lazyRouteComponent(() => import('../screens/door/DoorScreen.tsx'), 'DoorScreen'),
});
const platforms = createRoute({
  getParentRoute: () => inside,
  path: '/platforms',
  validateSearch: only('place', 'role', 'show', 'own'),
  component: lazyRouteComponent(() => import('../screens/platforms/PlatformsScreen.tsx'), 'PlatformsScreen'),
});
const newPlatform = createRoute({
  getParentRoute: () => inside,
  path: '/platforms/new',
  component: lazyRouteComponent(
    () => import('../screens/platforms/NewPlatformScreen.tsx'),
    'NewPlatformScreen',
  ),
});
const platform = createRoute({
  getParentRoute: () => inside,
  path: '/platforms/$id',
  component: lazyRouteComponent(() => import('../screens/platforms/PlatformScreen.tsx'), 'PlatformScreen'),
});
const editPlatform = createRoute({
  getParentRoute: () => inside,
  path: '/platforms/$id/edit',
  component: lazyRouteComponent(
    () => import('../screens/platforms/EditPlatformScreen.tsx'),
    'EditPlatformScreen',
  ),
});
const coverage = createRoute({
  getParentRoute: () => inside,
  path: '/coverage',
  validateSearch: only('place'),
  component: lazyRouteComponent(() => import('../screens/platforms/CoverageScreen.tsx'), 'CoverageScreen'),
});
const coverageHalls = createRoute({
  getParentRoute: () => inside,
  path: '/coverage/halls',
  validateSearch: only('place', 'covered'),
  component: lazyRouteComponent(
    () => import('../screens/platforms/CoverageHallsScreen.tsx'),
    'CoverageHallsScreen',
  ),
});
const placements = createRoute({
  getParentRoute: () => inside,
  path: '/placements',
  validateSearch: only('place', 'show'),
  component: lazyRouteComponent(
    () => import('../screens/platforms/PlacementsScreen.tsx'),
    'PlacementsScreen',
  ),
});
const rotas = createRoute({
  getParentRoute: () => inside,
  path: '/rotas',
  validateSearch: only('site', 'month'),
  component: lazyRouteComponent(() => import('../screens/rotas/RotasScreen.tsx'), 'RotasScreen'),
});
const newRota = createRoute({
  getParentRoute: () => inside,
  path: '/rotas/new',
  validateSearch: only('site'),
  component: lazyRouteComponent(() => import('../screens/rotas/NewRotaScreen.tsx'), 'NewRotaScreen'),
});
const turn = createRoute({
  getParentRoute: () => inside,
  path: '/rotas/$id',
  component: lazyRouteComponent(() => import('../screens/rotas/TurnScreen.tsx'), 'TurnScreen'),
});
const receive = createRoute({
  getParentRoute: () => inside,
  path: '/rotas/$id/receive',
  component: lazyRouteComponent(() => import('../screens/rotas/ReceiveScreen.tsx'), 'ReceiveScreen'),
});
const members = createRoute({
  getParentRoute: () => inside,
  path: '/members',
  validateSearch: only('search', 'committee', 'sector'),
  component: lazyRouteComponent(() => import('../screens/members/MembersScreen.tsx'), 'MembersScreen'),
});
const member = createRoute({
  getParentRoute: () => inside,
  path: '/members/$id',
  component: lazyRouteComponent(() => import('../screens/members/MemberScreen.tsx'), 'MemberScreen'),
});
const sectors = createRoute({
  getParentRoute: () => inside,
  path: '/sectors',
  validateSearch: only('committee'),
  component: lazyRouteComponent(() => import('../screens/members/SectorsScreen.tsx'), 'SectorsScreen'),
});
const groups = createRoute({
  getParentRoute: () => inside,
  path: '/groups',
  validateSearch: only('committee'),
  component: lazyRouteComponent(() => import('../screens/members/GroupsScreen.tsx'), 'GroupsScreen'),
});
const group = createRoute({
  getParentRoute: () => inside,
  path: '/groups/$id',
  component: lazyRouteComponent(() => import('../screens/members/GroupScreen.tsx'), 'GroupScreen'),
});
const villages = createRoute({
  getParentRoute: () => inside,
  path: '/villages',
  validateSearch: only('place', 'only'),
  component: lazyRouteComponent(() => import('../screens/members/VillagesScreen.tsx'), 'VillagesScreen'),
});
const importList = createRoute({
  getParentRoute: () => inside,
  path: '/imports/$kind',
  validateSearch: only('open'),
  component: lazyRouteComponent(() => import('../screens/members/ImportScreen.tsx'), 'ImportScreen'),
});
const organisations = createRoute({
  getParentRoute: () => inside,
  path: '/organisations',
  validateSearch: only('place', 'kind'),
  component: lazyRouteComponent(
    () => import('../screens/organisations/OrganisationsScreen.tsx'),
    'OrganisationsScreen',
  ),
});
const organisation = createRoute({
  getParentRoute: () => inside,
  path: '/organisations/$id',
  component: lazyRouteComponent(
    () => import('../screens/organisations/OrganisationScreen.tsx'),
    'OrganisationScreen',
  ),
});

/** Events, sites, turns at them, members and units: who, where and when. */
export const network = [
  ...[events, newEvent, event],
  ...[platforms, newPlatform, platform, editPlatform, coverage, coverageHalls, placements],
  ...[rotas, newRota, turn, receive],
  ...[members, member, sectors, groups, group, villages, importList, organisations, organisation],
] as const;
