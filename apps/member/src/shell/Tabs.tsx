import { useText } from '@tongxin/web/locale';
import type { ReactNode } from 'react';
import { useMine } from '../offline/here.ts';
import { paths, type Target } from '../paths.ts';
import { shellText } from '../text/shell.ts';
import { Go } from '../ui/Go.tsx';

type Name = 'home' | 'writeDown' | 'record' | 'contacts' | 'me';

const tabs: readonly { name: Name; target: Target; picture: ReactNode }[] = [
  { name: 'home', target: paths.home(), picture: <path d="M4 6h16v14H4zM4 10h16M8 3v4M16 3v4" /> },
  {
    name: 'writeDown',
    target: paths.writeDown(),
    picture: <path d="M4 20l4-1L20 7l-3-3L5 16zM14 6l4 4M13 20h7" />,
  },
  { name: 'record', target: paths.record(), picture: <path d="M4 4h16v16H4zM8 12l3 3 5-6" /> },
  {
    name: 'contacts',
    target: paths.contacts(),
    picture: <path d="M4 21V8l8-5 8 5v13zM9 21v-6h6v6M9 11h.01M15 11h.01" />,
  },
  {
    name: 'me',
    target: paths.me(),
    picture: <path d="M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c0-4 4-6 8-6s8 2 8 6" />,
  },
];

/** The main places of the app: at the bottom within reach of the thumb, beside the page on a wide screen. */
export function Tabs() {
  const t = useText(shellText);
  const waiting = useMine().parcels?.filter(({ state }) => state !== 'arrived').length ?? 0;
  return (
    <nav className="tabs" aria-label={t.tabsName}>
      <ul>
        {tabs.map(({ name, target, picture }) => (
          <li key={name}>
            <Go {...target} activeOptions={{ exact: name === 'home' }} activeProps={current}>
              <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
                {picture}
              </svg>
              <span>{t.tabs[name]}</span>
              {name === 'writeDown' && waiting > 0 && (
                <span className="badge">
                  <span aria-hidden="true">{waiting}</span>
                  <span className="only-read-out">{t.waitingToSend(waiting)}</span>
                </span>
              )}
            </Go>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const current = { className: 'current', 'aria-current': 'page' } as const;
