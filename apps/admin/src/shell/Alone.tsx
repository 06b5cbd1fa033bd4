import { useQuery } from '@tanstack/react-query';
import { useText } from '@tongxin/web/locale';
import type { ReactNode } from 'react';
import { api } from '../api.ts';
import { shellText } from '../text/shell.ts';
import { DemoBanner } from './DemoBanner.tsx';
import { LanguageButton } from './LanguageButton.tsx';

/** The frame of pages before the sign-in: the name of the house, the language, one thing to do. */
export function Alone({ children }: { children: ReactNode }) {
  const t = useText(shellText);
  const me = useQuery(api.accounts.me.queryOptions());
  return (
    <>
      <header>
        {me.data?.demo && <DemoBanner />}
        <div className="top">
          <span className="brand">
            <strong>{t.product}</strong>
            <span>{t.app}</span>
          </span>
          <LanguageButton />
        </div>
      </header>
      <main id="main" className="alone">
        {children}
      </main>
    </>
  );
}
