import { createRootRoute, createRoute } from '@tanstack/react-router';
import { ensureSignedIn } from '../shell/ensure-signed-in.ts';
import { Frame } from '../shell/Frame.tsx';
import { NoSuchPage } from '../shell/NoSuchPage.tsx';

export const root = createRootRoute({ notFoundComponent: NoSuchPage });

/** Everything behind the sign-in. */
export const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: ({ location }) => ensureSignedIn(location.publicHref),
  component: Frame,
});
