import { refusedBy, sentenceFor } from '@tongxin/web/refusal';
import { useLocale, useText } from '@tongxin/web/locale';
import { ActionButton } from '@tongxin/web/action-button';
import { Alert } from 'antd';
import { messages } from '../messages.ts';
import { shellText } from '../text/shell.ts';

/** What went wrong and what to do, in one sentence. */
export function Problem({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { locale } = useLocale();
  const t = useText(shellText);
  return (
    <Alert
      type="error"
      showIcon
      title={sentenceFor(messages, refusedBy(error).code, locale)}
      action={onRetry && <ActionButton onClick={onRetry}>{t.tryAgain}</ActionButton>}
    />
  );
}
