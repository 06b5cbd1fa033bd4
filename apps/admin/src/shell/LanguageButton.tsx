import { useLocale, useText } from '@tongxin/web/locale';
import { shellText } from '../text/shell.ts';

export function LanguageButton() {
  const { locale, choose } = useLocale();
  const t = useText(shellText);
  const other = locale === 'en' ? 'zh-CN' : 'en';
  return (
    <button type="button" className="language" lang={other} onClick={() => choose(other)}>
      {t.otherLanguage}
    </button>
  );
}
