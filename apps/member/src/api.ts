import type { AppRouter } from '@tongxin/api/router';
import { makeClient } from '@tongxin/web/api';

export const client = makeClient<AppRouter>();

/** Who asks, and which ways in are open. */
export type Me = Awaited<ReturnType<typeof client.accounts.me.query>>;
