import { useText } from '@tongxin/web/locale';
import { useEffect, type ReactNode } from 'react';
import { shellText } from '../text/shell.ts';

type Props = { title: string; lead?: ReactNode; above?: ReactNode; actions?: ReactNode };

/** The one heading of a page, what the page is for, and what can be done on it. */
export function PageHead({ title, lead, above, actions }: Props) {
  const t = useText(shellText);
  useEffect(() => {
    document.title = `${title} · ${t.product}`;
  }, [title, t.product]);
  return (
    <div className="page-head">
      <div className="page-head-words">
        {above && <div className="page-head-above">{above}</div>}
        <h1>{title}</h1>
        {lead && <div className="page-head-lead">{lead}</div>}
      </div>
      {actions && <div className="page-head-actions">{actions}</div>}
    </div>
  );
}
