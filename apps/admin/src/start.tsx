import '@tongxin/web/base.css';
import './style/frame.css';
import './style/lists.css';
import './style/matters.css';
import './style/forms.css';
import './style/reports.css';
import './style/papers.css';
import './style/rotas.css';
import './style/coverage.css';
import './style/touch.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { LocaleProvider, useLocale } from '@tongxin/web/locale';
import { applyTokens } from '@tongxin/web/tokens';
import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './api.ts';
import { router } from './routes.tsx';
import { shellText } from './text/shell.ts';
import { theme } from './theme.ts';

const antdTexts = { 'zh-CN': zhCN, en: enUS };

function App() {
  const { locale } = useLocale();
  return (
    <ConfigProvider
      theme={theme}
      locale={antdTexts[locale]}
      wave={{ disabled: true }}
      form={{ validateMessages: { required: shellText[locale].fillIn } }}
    >
      <RouterProvider router={router} />
    </ConfigProvider>
  );
}

export function start(): void {
  applyTokens(document.documentElement);
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <LocaleProvider>
          <App />
        </LocaleProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}
