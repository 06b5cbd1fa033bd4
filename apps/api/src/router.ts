import { accountsRouter } from '@tongxin/accounts/router';
import { deliberationsRouter } from '@tongxin/deliberations/router';
import { divisionsRouter } from '@tongxin/divisions/router';
import { eventsRouter } from '@tongxin/events/router';
import { expertsRouter } from '@tongxin/experts/router';
import { importsRouter } from '@tongxin/imports/router';
import { issuesRouter } from '@tongxin/issues/router';
import { mattersRouter } from '@tongxin/matters/router';
import { membersRouter } from '@tongxin/members/router';
import { noticesRouter } from '@tongxin/notices/router';
import { organisationsRouter } from '@tongxin/organisations/router';
import { outreachRouter } from '@tongxin/outreach/router';
import { platformsRouter } from '@tongxin/platforms/router';
import { recordRouter } from '@tongxin/record/router';
import { reportsRouter } from '@tongxin/reports/router';
import { sectorsRouter } from '@tongxin/sectors/router';
import { rotasRouter } from '@tongxin/rotas/router';
import { callerFactory, router } from '@tongxin/trpc';
import { visitsRouter } from '@tongxin/visits/router';

/** The list of domains. No rule lives here. */
export const appRouter = router({
  divisions: divisionsRouter,
  organisations: organisationsRouter,
  accounts: accountsRouter,
  matters: mattersRouter,
  notices: noticesRouter,
  imports: importsRouter,
  sectors: sectorsRouter,
  members: membersRouter,
  platforms: platformsRouter,
  events: eventsRouter,
  outreach: outreachRouter,
  issues: issuesRouter,
  deliberations: deliberationsRouter,
  rotas: rotasRouter,
  record: recordRouter,
  experts: expertsRouter,
  visits: visitsRouter,
  reports: reportsRouter,
});

/** The only thing that the web applications take from here. */
export type AppRouter = typeof appRouter;

/** Calls the domains in the same process: what the server-rendered pages do. */
export const callerOf = callerFactory(appRouter);
