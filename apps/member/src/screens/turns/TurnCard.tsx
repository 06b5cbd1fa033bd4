import { useLocale, useText } from '@tongxin/web/locale';
import { dayText, spanText } from '@tongxin/web/moments';
import type { ReactNode } from 'react';
import type { Outputs } from '../../api.ts';
import { dutiesText } from '../../text/duties.ts';

export type MyTurn = Outputs['rotas']['mine']['rows'][number];

/** When and where a turn is, in a card. */
export function TurnWords({ turn, children }: { turn: MyTurn; children?: ReactNode }) {
  const t = useText(dutiesText).turns;
  const { locale } = useLocale();
  return (
    <>
      <span className="card-when">{spanText(turn.startsAt, turn.endsAt, locale)}</span>
      <strong className="card-title">{t.card}</strong>
      <span className="quiet">
        {turn.site}
        {turn.movedFrom !== null && (
          <>
            <br />
            {t.moved(dayText(turn.movedFrom, locale))}
          </>
        )}
      </span>
      {children}
    </>
  );
}
