import { createRoute } from '@tanstack/react-router';
import { only } from '../search.ts';
import { inside, root } from './frame.tsx';
import { lazyScreen } from './lazy-screen.ts';

const events = createRoute({
  getParentRoute: () => inside,
  path: '/events',
  validateSearch: only('when', 'place', 'category', 'kind'),
  component: lazyScreen(() => import('../screens/events/EventsScreen.tsx'), 'EventsScreen'),
});
const newEvent = createRoute({
  getParentRoute: () => inside,
  path: '/events/new',
  validateSearch: only('of', 'like'),
  component: lazyScreen(() => import('../screens/events/NewEventScreen.tsx'), 'NewEventScreen'),
});
const event = createRoute({
  getParentRoute: () => inside,
  path: '/events/$id',
  component: lazyScreen(() => import('../screens/events/EventScreen.tsx'), 'EventScreen'),
});
const eventKinds = createRoute({
  getParentRoute: () => inside,
  path: '/events/kinds',
  component: lazyScreen(() => import('../screens/events/KindsScreen.tsx'), 'KindsScreen'),
});
const askedOfUnits = createRoute({
  getParentRoute: () => inside,
  path: '/events/asked',
  component: lazyScreen(() => import('../screens/events/AskedOfUnitsScreen.tsx'), 'AskedOfUnitsScreen'),
});
const invitation = createRoute({
  getParentRoute: () => inside,
  path: '/events/$id/invitation',
  component: lazyScreen(() => import('../screens/events/InvitationScreen.tsx'), 'InvitationScreen'),
});
const signInSheet = createRoute({
  getParentRoute: () => inside,
  path: '/events/$id/sign-in-sheet',
  component: lazyScreen(() => import('../screens/events/SignInSheetScreen.tsx'), 'SignInSheetScreen'),
});
const week = createRoute({
  getParentRoute: () => inside,
  path: '/events/$id/week',
  component: lazyScreen(() => import('../screens/events/WeekScreen.tsx'), 'WeekScreen'),
});
/**
 * Outside the sign-in: at a door without network there is nobody to ask who is signed in. At an address of its own,
 * which alone opens without network.
 */
export const door = createRoute({
  getParentRoute: () => root,
  path: '/door/$id',
  component: lazyScreen(() => import('../screens/door/DoorScreen.tsx'), 'DoorScreen'),
});
const platforms = createRoute({
  getParentRoute: () => inside,
  path: '/platforms',
  validateSearch: only('place', 'role', 'show', 'own'),
  component: lazyScreen(() => import('../screens/platforms/PlatformsScreen.tsx'), 'PlatformsScreen'),
});
const newPlatform = createRoute({
  getParentRoute: () => inside,
  path: '/platforms/new',
  component: lazyScreen(() => import('../screens/platforms/NewPlatformScreen.tsx'), 'NewPlatformScreen'),
});
const platform = createRoute({
  getParentRoute: () => inside,
  path: '/platforms/$id',
  component: lazyScreen(() => import('../screens/platforms/PlatformScreen.tsx'), 'PlatformScreen'),
});
const editPlatform = createRoute({
  getParentRoute: () => inside,
  path: '/platforms/$id/edit',
  component: lazyScreen(() => import('../screens/platforms/EditPlatformScreen.tsx'), 'EditPlatformScreen'),
});
const siteRecords = createRoute({
  getParentRoute: () => inside,
  path: '/platforms/$id/records',
  validateSearch: only('of', 'from', 'until'),
  component: lazyScreen(() => import('../screens/platforms/SiteRecordsScreen.tsx'), 'SiteRecordsScreen'),
});
const coverage = createRoute({
  getParentRoute: () => inside,
  path: '/coverage',
  validateSearch: only('place'),
  component: lazyScreen(() => import('../screens/platforms/CoverageScreen.tsx'), 'CoverageScreen'),
});
const coverageHalls = createRoute({
  getParentRoute: () => inside,
  path: '/coverage/halls',
  validateSearch: only('place', 'covered'),
  component: lazyScreen(() => import('../screens/platforms/CoverageHallsScreen.tsx'), 'CoverageHallsScreen'),
});
const placements = createRoute({
  getParentRoute: () => inside,
  path: '/placements',
  validateSearch: only('place', 'show'),
  component: lazyScreen(() => import('../screens/platforms/PlacementsScreen.tsx'), 'PlacementsScreen'),
});
const rotas = createRoute({
  getParentRoute: () => inside,
  path: '/rotas',
  validateSearch: only('site', 'month'),
  component: lazyScreen(() => import('../screens/rotas/RotasScreen.tsx'), 'RotasScreen'),
});
const newRota = createRoute({
  getParentRoute: () => inside,
  path: '/rotas/new',
  validateSearch: only('site'),
  component: lazyScreen(() => import('../screens/rotas/NewRotaScreen.tsx'), 'NewRotaScreen'),
});
const turn = createRoute({
  getParentRoute: () => inside,
  path: '/rotas/$id',
  component: lazyScreen(() => import('../screens/rotas/TurnScreen.tsx'), 'TurnScreen'),
});
const receive = createRoute({
  getParentRoute: () => inside,
  path: '/rotas/$id/receive',
  component: lazyScreen(() => import('../screens/rotas/ReceiveScreen.tsx'), 'ReceiveScreen'),
});
const members = createRoute({
  getParentRoute: () => inside,
  path: '/members',
  validateSearch: only('search', 'committee', 'sector'),
  component: lazyScreen(() => import('../screens/members/MembersScreen.tsx'), 'MembersScreen'),
});
const member = createRoute({
  getParentRoute: () => inside,
  path: '/members/$id',
  component: lazyScreen(() => import('../screens/members/MemberScreen.tsx'), 'MemberScreen'),
});
const memberRecord = createRoute({
  getParentRoute: () => inside,
  path: '/members/$id/record',
  validateSearch: only('year', 'category', 'state'),
  component: lazyScreen(() => import('../screens/record/RecordScreen.tsx'), 'RecordScreen'),
});
const objection = createRoute({
  getParentRoute: () => inside,
  path: '/objections/$id',
  component: lazyScreen(() => import('../screens/record/ObjectionScreen.tsx'), 'ObjectionScreen'),
});
const sectors = createRoute({
  getParentRoute: () => inside,
  path: '/sectors',
  validateSearch: only('committee'),
  component: lazyScreen(() => import('../screens/members/SectorsScreen.tsx'), 'SectorsScreen'),
});
const groups = createRoute({
  getParentRoute: () => inside,
  path: '/groups',
  validateSearch: only('committee'),
  component: lazyScreen(() => import('../screens/members/GroupsScreen.tsx'), 'GroupsScreen'),
});
const group = createRoute({
  getParentRoute: () => inside,
  path: '/groups/$id',
  component: lazyScreen(() => import('../screens/members/GroupScreen.tsx'), 'GroupScreen'),
});
const owed = createRoute({
  getParentRoute: () => inside,
  path: '/owed',
  validateSearch: only('committee', 'show'),
  component: lazyScreen(() => import('../screens/record/OwedScreen.tsx'), 'OwedScreen'),
});
const training = createRoute({
  getParentRoute: () => inside,
  path: '/training',
  validateSearch: only('committee', 'group'),
  component: lazyScreen(() => import('../screens/record/TrainingScreen.tsx'), 'TrainingScreen'),
});
const quiet = createRoute({
  getParentRoute: () => inside,
  path: '/quiet',
  validateSearch: only('committee', 'from', 'until'),
  component: lazyScreen(() => import('../screens/record/QuietScreen.tsx'), 'QuietScreen'),
});
const villages = createRoute({
  getParentRoute: () => inside,
  path: '/villages',
  validateSearch: only('place', 'only'),
  component: lazyScreen(() => import('../screens/members/VillagesScreen.tsx'), 'VillagesScreen'),
});
const importList = createRoute({
  getParentRoute: () => inside,
  path: '/imports/$kind',
  validateSearch: only('open'),
  component: lazyScreen(() => import('../screens/members/ImportScreen.tsx'), 'ImportScreen'),
});
const organisations = createRoute({
  getParentRoute: () => inside,
  path: '/organisations',
  validateSearch: only('place', 'kind'),
  component: lazyScreen(
    () => import('../screens/organisations/OrganisationsScreen.tsx'),
    'OrganisationsScreen',
  ),
});
const organisation = createRoute({
  getParentRoute: () => inside,
  path: '/organisations/$id',
  component: lazyScreen(
    () => import('../screens/organisations/OrganisationScreen.tsx'),
    'OrganisationScreen',
  ),
});

/** Events, sites, turns at them, members and units: who, where and when. */
export const network = [
  ...[events, newEvent, event, eventKinds, askedOfUnits, invitation, signInSheet, week],
  ...[platforms, newPlatform, platform, editPlatform, siteRecords, coverage, coverageHalls, placements],
  ...[rotas, newRota, turn, receive],
  ...[
    members,
    member,
    memberRecord,
    objection,
    sectors,
    groups,
    group,
    owed,
    training,
    quiet,
    villages,
    importList,
    organisations,
    organisation,
  ],
] as const;
