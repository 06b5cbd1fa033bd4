import '@tongxin/web/base.css';
import './style/frame.css';
import './style/cards.css';
import './style/pages.css';
import './style/forms.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { LocaleProvider } from '@tongxin/web/locale';
import { applyTokens } from '@tongxin/web/tokens';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './api.ts';
import { keepSending } from './offline/outbox.ts';
import { bringReads } from './offline/reads.ts';
import { watchForVersions } from './offline/versions.ts';
import { router } from './routes.tsx';

export async function start(): Promise<void> {
  applyTokens(document.documentElement);
  await bringReads();
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <LocaleProvider>
          <RouterProvider router={router as never} />
        </LocaleProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
  keepSending();
  watchForVersions();
}
