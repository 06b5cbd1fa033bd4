import { findPersonal, personalKindsIn, personalNames } from '@tongxin/core';
import { useLocale, useText } from '@tongxin/web/locale';
import { issuesText } from '../text/issues.ts';
import { TickField } from './fields.tsx';

type Texts = { texts: readonly (string | undefined)[] };

/** These texts with each piece marked that may point to a person; nothing when there is none. */
export function Marked({ texts }: Texts) {
  const t = useText(issuesText).copy;
  const { locale } = useLocale();
  const found = texts.flatMap((text) => findPersonal(text ?? ''));
  if (found.length === 0) return null;
  const kinds = personalKindsIn(texts).map((kind) => personalNames[kind][locale]);
  return (
    <div className="gap-below" role="status">
      <p>
        <strong>{t.found(found.length)}</strong> <span className="quiet">{kinds.join('、')}</span>
      </p>
      {texts.map(
        (text, at) => findPersonal(text ?? '').length > 0 && <MarkedText key={at} text={text ?? ''} />,
      )}
    </div>
  );
}

function MarkedText({ text }: { text: string }) {
  const { locale } = useLocale();
  const found = findPersonal(text);
  return (
    <p className="words">
      {found.map(({ kind, start, end }, at) => (
        <span key={start}>
          {text.slice(found[at - 1]?.end ?? 0, start)}
          <mark title={personalNames[kind][locale]}>{text.slice(start, end)}</mark>
        </span>
      ))}
      {text.slice(found.at(-1)?.end ?? 0)}
    </p>
  );
}

/** The same with the tick of whoever has looked at each place; nothing when there is none. */
export function PersonalParts({ texts }: Texts) {
  const t = useText(issuesText).copy;
  if (!texts.some((text) => findPersonal(text ?? '').length > 0)) return null;
  return (
    <div className="suspect">
      <Marked texts={texts} />
      <TickField name="confirmed" mustBe={t.mustConfirm}>
        {t.confirm}
      </TickField>
    </div>
  );
}
