import { ActionButton } from '@tongxin/web/action-button';
import { useLocale, useText } from '@tongxin/web/locale';
import { refusedBy, sentenceFor, type Catalogue } from '@tongxin/web/refusal';
import { shellText } from '../text/shell.ts';

type Props = { error: unknown; messages?: Catalogue; onRetry?: () => void };

/** What went wrong and what to do, in one sentence. */
export function Problem({ error, messages = {}, onRetry }: Props) {
  const t = useText(shellText);
  const { locale } = useLocale();
  const { code } = refusedBy(error);
  // A page that could not be read is another thing than something that was not sent.
  const sentence = code === 'web.offline' && onRetry ? t.notHere : sentenceFor(messages, code, locale);
  return (
    <div className="note note-late" role="alert">
      <p>{sentence}</p>
      {onRetry && <ActionButton onClick={onRetry}>{t.tryAgain}</ActionButton>}
    </div>
  );
}
