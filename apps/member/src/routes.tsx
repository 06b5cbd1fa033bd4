import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { HomeScreen } from './screens/sessions/HomeScreen.tsx';
import { CouldNotOpen } from './shell/CouldNotOpen.tsx';
import { ensureSignedIn } from './shell/ensure-signed-in.ts';
import { Frame } from './shell/Frame.tsx';
import { NoSuchPage } from './shell/NoSuchPage.tsx';
import { Waiting } from './ui/Waiting.tsx';

/*
 * Every address of this app in one table. Each screen comes in a file of its own; only what everybody sees first is in
 * the first file. Screens get the parts of their address as props and know no routes.
 */
/** The id in the address. The compiler knows the parts of the offices' addresses only. */
const useId = (route: { useParams: () => unknown }) => (route.useParams() as { id: string }).id;

const root = createRootRoute({ notFoundComponent: NoSuchPage, errorComponent: CouldNotOpen });

const SignIn = lazyRouteComponent(() => import('./screens/accounts/SignInScreen.tsx'), 'SignInScreen');
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: ({ then }: Record<string, unknown>): { then?: string } =>
    typeof then === 'string' ? { then } : {},
  component: () => <SignIn then={signIn.useSearch().then} />,
});

/** Everything behind the sign-in. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: ({ location }) => ensureSignedIn(location.publicHref),
  component: Frame,
});

const home = createRoute({ getParentRoute: () => inside, path: '/', component: HomeScreen });

const Session = lazyRouteComponent(() => import('./screens/sessions/SessionScreen.tsx'), 'SessionScreen');
const session = createRoute({
  getParentRoute: () => inside,
  path: '/sessions/$id',
  component: () => <Session id={useId(session)} />,
});
const record = createRoute({
  getParentRoute: () => inside,
  path: '/record',
  component: lazyRouteComponent(() => import('./screens/record/RecordScreen.tsx'), 'RecordScreen'),
});

const Event = lazyRouteComponent(() => import('./screens/events/EventScreen.tsx'), 'EventScreen');
const event = createRoute({
  getParentRoute: () => inside,
  path: '/events/$id',
  component: () => <Event id={useId(event)} />,
});
const notices = createRoute({
  getParentRoute: () => inside,
  path: '/notices',
  component: lazyRouteComponent(() => import('./screens/events/NoticesScreen.tsx'), 'NoticesScreen'),
});
const turns = createRoute({
  getParentRoute: () => inside,
  path: '/turns',
  component: lazyRouteComponent(() => import('./screens/turns/TurnsScreen.tsx'), 'TurnsScreen'),
});

const experts = createRoute({
  getParentRoute: () => inside,
  path: '/experts',
  component: lazyRouteComponent(() => import('./screens/experts/ExpertScreen.tsx'), 'ExpertScreen'),
});
const visits = createRoute({
  getParentRoute: () => inside,
  path: '/visits',
  component: lazyRouteComponent(() => import('./screens/visits/VisitsScreen.tsx'), 'VisitsScreen'),
});

const writeDown = createRoute({
  getParentRoute: () => inside,
  path: '/write-down',
  component: lazyRouteComponent(() => import('./screens/intake/IntakeListScreen.tsx'), 'IntakeListScreen'),
});
const Draft = lazyRouteComponent(() => import('./screens/intake/IntakeFormScreen.tsx'), 'IntakeFormScreen');
const draft = createRoute({
  getParentRoute: () => inside,
  path: '/write-down/$id',
  component: () => <Draft id={useId(draft)} />,
});
const Slip = lazyRouteComponent(() => import('./screens/intake/SlipScreen.tsx'), 'SlipScreen');
const slip = createRoute({
  getParentRoute: () => inside,
  path: '/write-down/$id/slip',
  component: () => <Slip id={useId(slip)} />,
});

const contacts = createRoute({
  getParentRoute: () => inside,
  path: '/contacts',
  component: lazyRouteComponent(() => import('./screens/contacts/ContactsScreen.tsx'), 'ContactsScreen'),
});
const me = createRoute({
  getParentRoute: () => inside,
  path: '/me',
  component: lazyRouteComponent(() => import('./screens/accounts/MeScreen.tsx'), 'MeScreen'),
});

const codes = createRoute({
  getParentRoute: () => inside,
  path: '/codes',
  component: lazyRouteComponent(() => import('./screens/codes/CodesScreen.tsx'), 'CodesScreen'),
});

const routeTree = root.addChildren([
  signIn,
  inside.addChildren([
    home,
    session,
    event,
    notices,
    turns,
    experts,
    visits,
    record,
    writeDown,
    draft,
    slip,
    contacts,
    me,
    codes,
  ]),
]);

export const router = createRouter({
  routeTree,
  basepath: '/member',
  defaultPreload: 'intent',
  defaultPendingComponent: Waiting,
  scrollRestoration: true,
});
