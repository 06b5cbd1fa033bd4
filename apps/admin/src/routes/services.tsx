import { createRoute } from '@tanstack/react-router';
import { only } from '../search.ts';
import { inside } from './frame.tsx';
import { lazyScreen } from './lazy-screen.ts';

const experts = createRoute({
  getParentRoute: () => inside,
  path: '/experts',
  validateSearch: only('show', 'state'),
  component: lazyScreen(() => import('../screens/experts/ExpertsScreen.tsx'), 'ExpertsScreen'),
});
const newExpertRequest = createRoute({
  getParentRoute: () => inside,
  path: '/experts/new',
  validateSearch: only('about'),
  component: lazyScreen(
    () => import('../screens/experts/NewExpertRequestScreen.tsx'),
    'NewExpertRequestScreen',
  ),
});
const expertRequest = createRoute({
  getParentRoute: () => inside,
  path: '/experts/$id',
  component: lazyScreen(() => import('../screens/experts/ExpertRequestScreen.tsx'), 'ExpertRequestScreen'),
});
const expertTeams = createRoute({
  getParentRoute: () => inside,
  path: '/expert-teams',
  component: lazyScreen(() => import('../screens/experts/ExpertTeamsScreen.tsx'), 'ExpertTeamsScreen'),
});
const expertTeam = createRoute({
  getParentRoute: () => inside,
  path: '/expert-teams/$id',
  component: lazyScreen(() => import('../screens/experts/ExpertTeamScreen.tsx'), 'ExpertTeamScreen'),
});
const visits = createRoute({
  getParentRoute: () => inside,
  path: '/visits',
  validateSearch: only('state'),
  component: lazyScreen(() => import('../screens/visits/VisitsScreen.tsx'), 'VisitsScreen'),
});
const newVisit = createRoute({
  getParentRoute: () => inside,
  path: '/visits/new',
  validateSearch: only('member'),
  component: lazyScreen(() => import('../screens/visits/NewVisitScreen.tsx'), 'NewVisitScreen'),
});
const visit = createRoute({
  getParentRoute: () => inside,
  path: '/visits/$id',
  component: lazyScreen(() => import('../screens/visits/VisitScreen.tsx'), 'VisitScreen'),
});
const leads = createRoute({
  getParentRoute: () => inside,
  path: '/leads',
  validateSearch: only('show', 'event'),
  component: lazyScreen(() => import('../screens/outreach/LeadsScreen.tsx'), 'LeadsScreen'),
});
const newLead = createRoute({
  getParentRoute: () => inside,
  path: '/leads/new',
  validateSearch: only('event'),
  component: lazyScreen(() => import('../screens/outreach/NewLeadScreen.tsx'), 'NewLeadScreen'),
});
const lead = createRoute({
  getParentRoute: () => inside,
  path: '/leads/$id',
  component: lazyScreen(() => import('../screens/outreach/LeadScreen.tsx'), 'LeadScreen'),
});
const villageOrders = createRoute({
  getParentRoute: () => inside,
  path: '/village-orders',
  validateSearch: only('state', 'service'),
  component: lazyScreen(() => import('../screens/outreach/OrdersScreen.tsx'), 'OrdersScreen'),
});
const newVillageOrder = createRoute({
  getParentRoute: () => inside,
  path: '/village-orders/new',
  validateSearch: only('offer'),
  component: lazyScreen(() => import('../screens/outreach/NewOrderScreen.tsx'), 'NewOrderScreen'),
});
const villageOrder = createRoute({
  getParentRoute: () => inside,
  path: '/village-orders/$id',
  component: lazyScreen(() => import('../screens/outreach/OrderScreen.tsx'), 'OrderScreen'),
});
const menu = createRoute({
  getParentRoute: () => inside,
  path: '/menu',
  component: lazyScreen(() => import('../screens/outreach/MenuScreen.tsx'), 'MenuScreen'),
});

/** What the network brings to people and what comes of it: experts, visits to members, services, leads. */
export const services = [
  ...[experts, newExpertRequest, expertRequest, expertTeams, expertTeam],
  ...[visits, newVisit, visit],
  ...[leads, newLead, lead],
  ...[villageOrders, newVillageOrder, villageOrder, menu],
] as const;
