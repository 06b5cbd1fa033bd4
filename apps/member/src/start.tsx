import '@tongxin/web/base.css';
import './member.css';
import { LocaleProvider } from '@tongxin/web/locale';
import { applyTokens } from '@tongxin/web/tokens';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';

export function start(): void {
  applyTokens(document.documentElement);
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <LocaleProvider>
        <App />
      </LocaleProvider>
    </StrictMode>,
  );
}
