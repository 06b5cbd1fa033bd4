import { useText } from '@tongxin/web/locale';
import { shellText } from '../text/shell.ts';

/** On every page of the demo, so that nobody takes its matters for real ones. */
export function DemoBanner() {
  const t = useText(shellText);
  return <p className="demo">{t.demo}</p>;
}
