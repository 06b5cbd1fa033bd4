import { useText } from '@tongxin/web/locale';
import { shellText } from '../text/shell.ts';

/** Grey lines where the content will be. */
export function Waiting() {
  const t = useText(shellText);
  return (
    <div role="status" className="waiting">
      <span className="only-read-out">{t.waiting}</span>
      {[70, 100, 90, 55].map((width) => (
        <div key={width} className="waiting-line" aria-hidden="true" style={{ width: `${width}%` }} />
      ))}
    </div>
  );
}
