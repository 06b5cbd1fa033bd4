import { useEffect, type ReactNode } from 'react';
import { useText } from '@tongxin/web/locale';
import { shellText } from '../text/shell.ts';

type Props = { title: string; lead?: ReactNode; back?: ReactNode };

/** The heading of a screen, with the way back above it; also the name of the window. */
export function PageHead({ title, lead, back }: Props) {
  const t = useText(shellText);
  const full = `${title} · ${t.product}`;
  useEffect(() => void (document.title = full), [full]);
  return (
    <div className="page-head">
      {back && <p className="back">{back}</p>}
      <h1>{title}</h1>
      {lead && <p className="lead">{lead}</p>}
    </div>
  );
}
