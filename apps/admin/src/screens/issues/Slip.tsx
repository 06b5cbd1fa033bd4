import { Link } from '@tanstack/react-router';
import { ActionButton } from '@tongxin/web/action-button';
import { useLocale, useText } from '@tongxin/web/locale';
import { momentText } from '@tongxin/web/moments';
import { useState } from 'react';
import type { Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { issuesText } from '../../text/issues.ts';
import { broughtInText } from '../../text/brought-in.ts';
import { shellText } from '../../text/shell.ts';
import { PageHead } from '../../ui/PageHead.tsx';
import { useHolds } from '../../ui/roles.ts';

type Props = { submitted: Outputs['issues']['submitAssisted']; onAnother: () => void };

/** The paper that the person takes home: the receipt and the PIN, and what they are for. */
export function Slip({ submitted, onAnother }: Props) {
  const t = useText(issuesText).desk;
  const broughtIn = useText(broughtInText);
  const shell = useText(shellText);
  const worksOn = useHolds('host', 'county_office');
  const { locale } = useLocale();
  const [printedAt] = useState(() => Temporal.Now.instant().toString());
  return (
    <>
      <PageHead
        title={t.slipTitle}
        actions={
          <>
            <ActionButton weight="primary" onClick={() => window.print()}>
              {shell.print}
            </ActionButton>
            {worksOn ? (
              <Link className="button" {...paths.issue(submitted.id)}>
                {t.toMatter}
              </Link>
            ) : (
              <Link className="button" {...paths.broughtInMatter(submitted.id)}>
                {broughtIn.toOne}
              </Link>
            )}
            <ActionButton onClick={onAnother}>{t.another}</ActionButton>
          </>
        }
      />
      <article className="paper">
        <p>
          <strong>{shell.product}</strong> · {momentText(printedAt, locale)}
        </p>
        <h2>{t.receipt}</h2>
        <p className="paper-number">{submitted.receipt}</p>
        <h2>{t.pin}</h2>
        <p className="paper-number">{submitted.pin}</p>
        <p>{t.slipHow}</p>
        <p>{t.slipKeep}</p>
        <p className="quiet">{t.slipNot}</p>
      </article>
    </>
  );
}
