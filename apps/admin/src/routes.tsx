import { createRoute, createRouter } from '@tanstack/react-router';
import { inside, root } from './routes/frame.tsx';
import { lazyScreen } from './routes/lazy-screen.ts';
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
  component: lazyScreen(() => import('./screens/accounts/SignInScreen.tsx'), 'SignInScreen'),
});
const authenticator = createRoute({
  getParentRoute: () => root,
  path: '/authenticator',
  component: lazyScreen(() => import('./screens/accounts/AuthenticatorScreen.tsx'), 'AuthenticatorScreen'),
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
  component: lazyScreen(() => import('./screens/home/NoticesScreen.tsx'), 'NoticesScreen'),
});

const issues = createRoute({
  getParentRoute: () => inside,
  path: '/issues',
  validateSearch: only('state', 'place'),
  component: lazyScreen(() => import('./screens/issues/InboxScreen.tsx'), 'InboxScreen'),
});
const newIssue = createRoute({
  getParentRoute: () => inside,
  path: '/issues/new',
  component: lazyScreen(() => import('./screens/issues/DeskIntakeScreen.tsx'), 'DeskIntakeScreen'),
});
const issue = createRoute({
  getParentRoute: () => inside,
  path: '/issues/$id',
  component: lazyScreen(() => import('./screens/issues/IssueScreen.tsx'), 'IssueScreen'),
});
const broughtIn = createRoute({
  getParentRoute: () => inside,
  path: '/brought-in',
  component: lazyScreen(() => import('./screens/issues/BroughtInScreen.tsx'), 'BroughtInScreen'),
});
const broughtInMatter = createRoute({
  getParentRoute: () => inside,
  path: '/brought-in/$id',
  component: lazyScreen(() => import('./screens/issues/BroughtInMatterScreen.tsx'), 'BroughtInMatterScreen'),
});
const handlingCopy = createRoute({
  getParentRoute: () => inside,
  path: '/issues/$id/handling-copy',
  component: lazyScreen(() => import('./screens/issues/HandlingCopyScreen.tsx'), 'HandlingCopyScreen'),
});
const handOver = createRoute({
  getParentRoute: () => inside,
  path: '/issues/$id/hand-over',
  component: lazyScreen(() => import('./screens/issues/HandOverScreen.tsx'), 'HandOverScreen'),
});

const topics = createRoute({
  getParentRoute: () => inside,
  path: '/topics',
  validateSearch: only('state', 'place'),
  component: lazyScreen(() => import('./screens/deliberations/TopicsScreen.tsx'), 'TopicsScreen'),
});
const newTopic = createRoute({
  getParentRoute: () => inside,
  path: '/topics/new',
  validateSearch: only('issues'),
  component: lazyScreen(() => import('./screens/deliberations/NewTopicScreen.tsx'), 'NewTopicScreen'),
});
const topic = createRoute({
  getParentRoute: () => inside,
  path: '/topics/$id',
  component: lazyScreen(() => import('./screens/deliberations/TopicScreen.tsx'), 'TopicScreen'),
});
const sessions = createRoute({
  getParentRoute: () => inside,
  path: '/sessions',
  validateSearch: only('when', 'place'),
  component: lazyScreen(() => import('./screens/deliberations/SessionsScreen.tsx'), 'SessionsScreen'),
});
const newSession = createRoute({
  getParentRoute: () => inside,
  path: '/sessions/new',
  validateSearch: only('topics'),
  component: lazyScreen(() => import('./screens/deliberations/ScheduleScreen.tsx'), 'ScheduleScreen'),
});
const session = createRoute({
  getParentRoute: () => inside,
  path: '/sessions/$id',
  validateSearch: only('ahead'),
  component: lazyScreen(() => import('./screens/deliberations/SessionScreen.tsx'), 'SessionScreen'),
});
const method = createRoute({
  getParentRoute: () => inside,
  path: '/method',
  validateSearch: only('place'),
  component: lazyScreen(() => import('./screens/deliberations/MethodScreen.tsx'), 'MethodScreen'),
});
const runSheet = createRoute({
  getParentRoute: () => inside,
  path: '/sessions/$id/run-sheet',
  component: lazyScreen(() => import('./screens/deliberations/RunSheetScreen.tsx'), 'RunSheetScreen'),
});
const afterSession = createRoute({
  getParentRoute: () => inside,
  path: '/sessions/$id/afterwards',
  component: lazyScreen(() => import('./screens/deliberations/AfterSessionScreen.tsx'), 'AfterSessionScreen'),
});
const lines = createRoute({
  getParentRoute: () => inside,
  path: '/lines',
  validateSearch: only('state', 'place'),
  component: lazyScreen(() => import('./screens/deliberations/LinesScreen.tsx'), 'LinesScreen'),
});
const line = createRoute({
  getParentRoute: () => inside,
  path: '/lines/$id',
  component: lazyScreen(() => import('./screens/deliberations/LineScreen.tsx'), 'LineScreen'),
});

const reports = createRoute({
  getParentRoute: () => inside,
  path: '/reports',
  validateSearch: only('place', 'period', 'from'),
  component: lazyScreen(() => import('./screens/reports/TableScreen.tsx'), 'TableScreen'),
});
const reportList = createRoute({
  getParentRoute: () => inside,
  path: '/reports/list',
  validateSearch: only('measure', 'place', 'period', 'from'),
  component: lazyScreen(() => import('./screens/reports/BehindNumberScreen.tsx'), 'BehindNumberScreen'),
});

const chain = createRoute({
  getParentRoute: () => inside,
  path: '/chain/$id',
  component: lazyScreen(() => import('./screens/chain/ChainScreen.tsx'), 'ChainScreen'),
});
const journal = createRoute({
  getParentRoute: () => inside,
  path: '/journal',
  validateSearch: only('matter'),
  component: lazyScreen(() => import('./screens/journal/JournalScreen.tsx'), 'JournalScreen'),
});

const me = createRoute({
  getParentRoute: () => inside,
  path: '/me',
  component: lazyScreen(() => import('./screens/accounts/MeScreen.tsx'), 'MeScreen'),
});
const accounts = createRoute({
  getParentRoute: () => inside,
  path: '/accounts',
  validateSearch: only('search', 'role'),
  component: lazyScreen(() => import('./screens/accounts/AccountsScreen.tsx'), 'AccountsScreen'),
});
const account = createRoute({
  getParentRoute: () => inside,
  path: '/accounts/$id',
  component: lazyScreen(() => import('./screens/accounts/AccountScreen.tsx'), 'AccountScreen'),
});
const outbox = createRoute({
  getParentRoute: () => root,
  path: '/outbox',
  component: lazyScreen(() => import('./screens/accounts/OutboxScreen.tsx'), 'OutboxScreen'),
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
