import { useQuery } from '@tanstack/react-query';
import { useLocale, useText } from '@tongxin/web/locale';
import { api } from '../api.ts';
import { useNewVersion } from '../offline/versions.ts';
import { shellText } from '../text/shell.ts';

/** The top of every page: the banner of the demo, the name of the house, the language, a version that waits. */
export function Top() {
  const t = useText(shellText);
  const { locale, choose } = useLocale();
  const demo = useQuery(api.accounts.me.queryOptions()).data?.demo === true;
  const takeOver = useNewVersion();
  const other = locale === 'en' ? 'zh-CN' : 'en';
  return (
    <header>
      {demo && <p className="demo">{t.demo}</p>}
      <div className="top">
        <span className="brand">
          <strong>{t.product}</strong> {t.app}
        </span>
        <button type="button" className="language" lang={other} onClick={() => choose(other)}>
          {t.otherLanguage}
        </button>
      </div>
      {takeOver && (
        <div className="new-version" role="status">
          <p>
            {t.update} {t.updateHow}
          </p>
          <button type="button" className="button" onClick={takeOver}>
            {t.updateNow}
          </button>
        </div>
      )}
    </header>
  );
}
