import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { inside, root } from './routes/frame.tsx';
import { door, network } from './routes/network.tsx';
import { services } from './routes/services.tsx';
import { HomeScreen } from './screens/home/HomeScreen.tsx';
import { only, readSearch, writeSearch } from './search.ts';
import { Waiting } from './ui/Waiting.tsx';

/*
 * Every address of this app in one table. Each screen comes in a file of its own when it is first opened; only what
 * everybody sees first is in the first file.
 */
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: only('then'),
  component: lazyRouteComponent(() => import('./screens/accounts/SignInScreen.tsx'), 'SignInScreen'),
});
const authenticator = createRoute({
  getParentRoute: () => root,
  path: '/authenticator',
  component: lazyRouteComponent(
    () => import('./screens/accounts/AuthenticatorScreen.tsx'),
    'AuthenticatorScreen',
  ),
});

const home = createRoute({
  getParentRoute: () => inside,
  path: '/',
  validateSearch: only('kind'),
  component: HomeScreen,
});

const notices = createRoute({
  getParentRoute: () => inside,
  path: '/notices',
  component: lazyRouteComponent(() => import('./screens/home/NoticesScreen.tsx'), 'NoticesScreen'),
});

const issues = createRoute({
  getParentRoute: () => inside,
  path: '/issues',
  validateSearch: only('state', 'place'),
  component: lazyRouteComponent(() => import('./screens/issues/InboxScreen.tsx'), 'InboxScreen'),
});
const newIssue = createRoute({
  getParentRoute: () => inside,
  path: '/issues/new',
  component: lazyRouteComponent(() => import('./screens/issues/DeskIntakeScreen.tsx'), 'DeskIntakeScreen'),
});
const issue = createRoute({
  getParentRoute: () => inside,
  path: '/issues/$id',
  component: lazyRouteComponent(() => import('./screens/issues/IssueScreen.tsx'), 'IssueScreen'),
});
const broughtIn = createRoute({
  getParentRoute: () => inside,
  path: '/brought-in',
  component: lazyRouteComponent(() => import('./screens/issues/BroughtInScreen.tsx'), 'BroughtInScreen'),
});
const broughtInMatter = createRoute({
  getParentRoute: () => inside,
  path: '/brought-in/$id',
  component: lazyRouteComponent(
    () => import('./screens/issues/BroughtInMatterScreen.tsx'),
    'BroughtInMatterScreen',
  ),
});
const handlingCopy = createRoute({
  getParentRoute: () => inside,
  path: '/issues/$id/handling-copy',
  component: lazyRouteComponent(
    () => import('./screens/issues/HandlingCopyScreen.tsx'),
    'HandlingCopyScreen',
  ),
});
const handOver = createRoute({
  getParentRoute: () => inside,
  path: '/issues/$id/hand-over',
  component: lazyRouteComponent(() => import('./screens/issues/HandOverScreen.tsx'), 'HandOverScreen'),
});

const topics = createRoute({
  getParentRoute: () => inside,
  path: '/topics',
  validateSearch: only('state', 'place'),
  component: lazyRouteComponent(() => import('./screens/deliberations/TopicsScreen.tsx'), 'TopicsScreen'),
});
const newTopic = createRoute({
  getParentRoute: () => inside,
  path: '/topics/new',
  validateSearch: only('issues'),
  component: lazyRouteComponent(() => import('./screens/deliberations/NewTopicScreen.tsx'), 'NewTopicScreen'),
});
const topic = createRoute({
  getParentRoute: () => inside,
  path: '/topics/$id',
  component: lazyRouteComponent(() => import('./screens/deliberations/TopicScreen.tsx'), 'TopicScreen'),
});
const sessions = createRoute({
  getParentRoute: () => inside,
  path: '/sessions',
  validateSearch: only('when', 'place'),
  component: lazyRouteComponent(() => import('./screens/deliberations/SessionsScreen.tsx'), 'SessionsScreen'),
});
const newSession = createRoute({
  getParentRoute: () => inside,
  path: '/sessions/new',
  validateSearch: only('topics'),
  component: lazyRouteComponent(() => import('./screens/deliberations/ScheduleScreen.tsx'), 'ScheduleScreen'),
});
const session = createRoute({
  getParentRoute: () => inside,
  path: '/sessions/$id',
  validateSearch: only('ahead'),
  component: lazyRouteComponent(() => import('./screens/deliberations/SessionScreen.tsx'), 'SessionScreen'),
});
const method = createRoute({
  getParentRoute: () => inside,
  path: '/method',
  validateSearch: only('place'),
  component: lazyRouteComponent(() => import('./screens/deliberations/MethodScreen.tsx'), 'MethodScreen'),
});
const runSheet = createRoute({
  getParentRoute: () => inside,
  path: '/sessions/$id/run-sheet',
  component: lazyRouteComponent(() => import('./screens/deliberations/RunSheetScreen.tsx'), 'RunSheetScreen'),
});
const afterSession = createRoute({
  getParentRoute: () => inside,
  path: '/sessions/$id/afterwards',
  component: lazyRouteComponent(
    () => import('./screens/deliberations/AfterSessionScreen.tsx'),
    'AfterSessionScreen',
  ),
});
const lines = createRoute({
  getParentRoute: () => inside,
  path: '/lines',
  validateSearch: only('state', 'place'),
  component: lazyRouteComponent(() => import('./screens/deliberations/LinesScreen.tsx'), 'LinesScreen'),
});
const line = createRoute({
  getParentRoute: () => inside,
  path: '/lines/$id',
  component: lazyRouteComponent(() => import('./screens/deliberations/LineScreen.tsx'), 'LineScreen'),
});

const reports = createRoute({
  getParentRoute: () => inside,
  path: '/reports',
  validateSearch: only('place', 'period', 'from'),
  component: lazyRouteComponent(() => import('./screens/reports/TableScreen.tsx'), 'TableScreen'),
});
const reportList = createRoute({
  getParentRoute: () => inside,
  path: '/reports/list',
  validateSearch: only('measure', 'place', 'period', 'from'),
  component: lazyRouteComponent(
    () => import('./screens/reports/BehindNumberScreen.tsx'),
    'BehindNumberScreen',
  ),
});

const chain = createRoute({
  getParentRoute: () => inside,
  path: '/chain/$id',
  component: lazyRouteComponent(() => import('./screens/chain/ChainScreen.tsx'), 'ChainScreen'),
});
const journal = createRoute({
  getParentRoute: () => inside,
  path: '/journal',
  validateSearch: only('matter'),
  component: lazyRouteComponent(() => import('./screens/journal/JournalScreen.tsx'), 'JournalScreen'),
});

const me = createRoute({
  getParentRoute: () => inside,
  path: '/me',
  component: lazyRouteComponent(() => import('./screens/accounts/MeScreen.tsx'), 'MeScreen'),
});
const accounts = createRoute({
  getParentRoute: () => inside,
  path: '/accounts',
  validateSearch: only('search', 'role'),
  component: lazyRouteComponent(() => import('./screens/accounts/AccountsScreen.tsx'), 'AccountsScreen'),
});
const account = createRoute({
  getParentRoute: () => inside,
  path: '/accounts/$id',
  component: lazyRouteComponent(() => import('./screens/accounts/AccountScreen.tsx'), 'AccountScreen'),
});
const outbox = createRoute({
  getParentRoute: () => root,
  path: '/outbox',
  component: lazyRouteComponent(() => import('./screens/accounts/OutboxScreen.tsx'), 'OutboxScreen'),
});

const routeTree = root.addChildren([
  signIn,
  authenticator,
  outbox,
  door,
  inside.addChildren([
    ...[home, notices, issues, newIssue, issue, broughtIn, broughtInMatter, handlingCopy, handOver],
    ...[topics, newTopic, topic, sessions, newSession, session, method, runSheet, afterSession, lines, line],
    ...network,
    ...services,
    ...[reports, reportList, chain, journal, me, accounts, account],
  ]),
]);

export const router = createRouter({
  routeTree,
  basepath: '/admin',
  defaultPreload: 'intent',
  defaultPendingComponent: Waiting,
  scrollRestoration: true,
  parseSearch: readSearch,
  stringifySearch: writeSearch,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
