import { useQuery } from '@tanstack/react-query';
import { Outlet, useLocation, useRouter } from '@tanstack/react-router';
import { useText } from '@tongxin/web/locale';
import { useEffect, useRef } from 'react';
import { api } from '../api.ts';
import { useOnline } from '../offline/online.ts';
import { shellText } from '../text/shell.ts';
import { Waiting } from '../ui/Waiting.tsx';
import { Tabs } from './Tabs.tsx';
import { Top } from './Top.tsx';

/** What stands around every screen behind the sign-in. */
export function Frame() {
  const t = useText(shellText);
  const router = useRouter();
  const { pathname } = useLocation();
  const online = useOnline();
  const main = useRef<HTMLElement>(null);
  const shown = useRef(pathname);
  useEffect(() => {
    // A new page begins at its beginning, for eyes and for screen readers; not on the first one.
    if (shown.current !== pathname) main.current?.focus({ preventScroll: true });
    shown.current = pathname;
  }, [pathname]);
  const account = useQuery(api.accounts.me.queryOptions()).data?.account;
  useEffect(() => {
    // Asks the route again, which leads to the sign-in.
    if (account === null) void router.invalidate();
  }, [account, router]);
  return (
    <>
      <a className="skip-link" href="#main">
        {t.skip}
      </a>
      <Top />
      <div className="body">
        <Tabs />
        <main id="main" ref={main} tabIndex={-1}>
          <div role="status">{!online && <p className="note note-soon">{t.offline}</p>}</div>
          {account ? <Outlet /> : <Waiting />}
        </main>
      </div>
    </>
  );
}
