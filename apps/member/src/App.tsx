import { refusedBy, sentenceFor } from '@tongxin/web/refusal';
import { useLocale, useText } from '@tongxin/web/locale';
import { useCallback, useEffect, useState } from 'react';
import { client, type Me } from './api.ts';
import { HomeScreen } from './screens/HomeScreen.tsx';
import { SignInScreen } from './screens/SignInScreen.tsx';
import { texts } from './text/texts.ts';

/** The members' app: the sign-in, or what is there for whoever has signed in. */
export function App() {
  const t = useText(texts);
  const { locale, choose } = useLocale();
  const [me, setMe] = useState<Me>();
  const [problem, setProblem] = useState<unknown>();
  const read = useCallback(() => client.accounts.me.query().then(setMe, setProblem), []);
  useEffect(() => void read(), [read]);
  const other = locale === 'en' ? 'zh-CN' : 'en';
  return (
    <>
      <header>
        {me?.demo && <p className="demo">{t.demo}</p>}
        <div className="top">
          <span className="brand">
            <strong>{t.product}</strong> {t.app}
          </span>
          <button type="button" className="language" lang={other} onClick={() => choose(other)}>
            {t.otherLanguage}
          </button>
        </div>
      </header>
      <main>
        {problem !== undefined && <p role="alert">{sentenceFor({}, refusedBy(problem).code, locale)}</p>}
        {me === undefined && problem === undefined && <p role="status">{t.waiting}</p>}
        {me?.account === null && <SignInScreen me={me} onSignedIn={read} />}
        {me?.account && <HomeScreen name={me.account.name} onSignedOut={read} />}
      </main>
    </>
  );
}
