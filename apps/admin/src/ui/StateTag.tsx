import type { MatterKind } from '@tongxin/matters/rules';
import { wordNames } from '@tongxin/matters/rules';
import { useLocale } from '@tongxin/web/locale';
import { isFinal, stateLabel, wordOf } from './workflows.ts';

/** Where a matter stands: its state, and which of the four public words that is, if it has one. */
export function StateTag({ kind, state }: { kind: MatterKind; state: string }) {
  const { locale } = useLocale();
  const word = wordOf(kind, state);
  return (
    <span className={`state ${isFinal(kind, state) ? 'state-final' : ''}`}>
      {word !== undefined && <span className="state-word">{wordNames[word][locale]}</span>}
      {stateLabel(kind, state, locale)}
    </span>
  );
}
