import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useLocation, useRouter } from '@tanstack/react-router';
import { useText } from '@tongxin/web/locale';
import { Drawer } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { api } from '../api.ts';
import { paths } from '../paths.ts';
import { useSendingVisits } from '../screens/rotas/use-kept-visits.ts';
import { shellText } from '../text/shell.ts';
import { Problem } from '../ui/Problem.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { DemoBanner } from './DemoBanner.tsx';
import { LanguageButton } from './LanguageButton.tsx';
import { KeptVisitsNotice } from './KeptVisitsNotice.tsx';
import { sectionsFor } from './sections.ts';

/** What stands around every screen: who is signed in, the menu, the banner of the demo. */
export function Frame() {
  const t = useText(shellText);
  const me = useQuery(api.accounts.me.queryOptions());
  const router = useRouter();
  useSendingVisits();
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const [open, setOpen] = useState(false);
  const shown = useRef(pathname);
  useEffect(() => {
    setOpen(false);
    // A new page begins at its beginning, for eyes and for screen readers; not on the first one.
    if (shown.current !== pathname) main.current?.focus();
    shown.current = pathname;
  }, [pathname]);

  const hasEnded = me.data?.account === null;
  useEffect(() => {
    // Asks the route again, which leads to the sign-in.
    if (hasEnded) void router.invalidate();
  }, [hasEnded, router]);

  if (me.isError) return <Problem error={me.error} onRetry={() => void me.refetch()} />;
  if (me.isPending) return <Waiting />;
  const account = me.data.account;
  if (account === null) return <Waiting />;

  const menu = <Menu roles={account.grants.map(({ role }) => role)} />;
  return (
    <>
      <a className="skip-link" href="#main">
        {t.skip}
      </a>
      <header>
        {me.data.demo && <DemoBanner />}
        <div className="top">
          <button type="button" className="menu-button" aria-expanded={open} onClick={() => setOpen(true)}>
            <span aria-hidden="true">☰</span>
            <span className="only-read-out">{t.openMenu}</span>
          </button>
          <Link {...paths.home()} className="brand">
            <strong>{t.product}</strong>
            <span>{t.app}</span>
          </Link>
          <LanguageButton />
          <Link {...paths.me()} className="who" title={t.account}>
            {account.name}
          </Link>
        </div>
        <KeptVisitsNotice />
      </header>
      <div className="body">
        <nav className="side" aria-label={t.menu}>
          {menu}
        </nav>
        <Drawer placement="left" open={open} onClose={() => setOpen(false)} title={t.menu} size={280}>
          <nav aria-label={t.menu}>{menu}</nav>
        </Drawer>
        <main id="main" ref={main} tabIndex={-1}>
          <Outlet />
        </main>
      </div>
    </>
  );
}

function Menu({ roles }: { roles: Parameters<typeof sectionsFor>[0] }) {
  const t = useText(shellText);
  return (
    <ul className="menu">
      {sectionsFor(roles).map(({ name, link }) => (
        <li key={name}>
          <Link
            {...link}
            activeOptions={{ exact: name === 'home', includeSearch: false }}
            activeProps={current}
          >
            {t.sections[name]}
          </Link>
        </li>
      ))}
    </ul>
  );
}

const current = { className: 'current', 'aria-current': 'page' } as const;
