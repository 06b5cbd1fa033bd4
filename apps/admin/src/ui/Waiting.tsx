import { useText } from '@tongxin/web/locale';
import { Skeleton } from 'antd';
import { shellText } from '../text/shell.ts';

/** Grey lines where the content will be. */
export function Waiting() {
  const t = useText(shellText);
  return (
    <div role="status" className="waiting">
      <span className="only-read-out">{t.waiting}</span>
      <div aria-hidden="true">
        <Skeleton active={false} paragraph={{ rows: 6 }} />
      </div>
    </div>
  );
}
