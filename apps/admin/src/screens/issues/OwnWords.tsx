import { useMutation } from '@tanstack/react-query';
import { hintNames, solvedNames } from '@tongxin/issues/rules';
import { ActionButton } from '@tongxin/web/action-button';
import { useLocale, useText } from '@tongxin/web/locale';
import { momentText } from '@tongxin/web/moments';
import { Alert } from 'antd';
import { client, type Outputs } from '../../api.ts';
import { issuesText } from '../../text/issues.ts';
import { Problem } from '../../ui/Problem.tsx';

type Opened = Outputs['issues']['openWords'];

/** The resident's own words, opened on purpose: the resident sees that they were. */
export function OwnWords({ id, onOpened }: { id: string; onOpened?: (words: string) => void }) {
  const t = useText(issuesText).words;
  const opening = useMutation({
    mutationFn: () => client.issues.openWords.mutate({ id }),
    onSuccess: ({ words }) => onOpened?.(words),
  });
  return (
    <section className="panel">
      <h2>{t.title}</h2>
      {opening.data === undefined ? (
        <>
          <p className="gap-below">{t.lead}</p>
          <ActionButton busy={opening.isPending} onClick={() => opening.mutate()}>
            {t.open}
          </ActionButton>
          {opening.isError && <Problem error={opening.error} />}
        </>
      ) : (
        <OpenedWords opened={opening.data} />
      )}
    </section>
  );
}

function OpenedWords({ opened }: { opened: Opened }) {
  const t = useText(issuesText).words;
  const { locale } = useLocale();
  return (
    <>
      {opened.hints.map((hint) => (
        <Alert key={hint} className="gap-below" type="warning" showIcon title={hintNames[hint][locale]} />
      ))}
      <p className="words gap-below">{opened.words}</p>
      {opened.placeWords && (
        <p className="gap-below">
          <span className="quiet">{t.place}</span> {opened.placeWords}
        </p>
      )}
      {opened.messages.length > 0 && (
        <>
          <h3>{t.messages}</h3>
          <ol className="trail">
            {opened.messages.map(({ seq, author, text, at }) => (
              <li key={seq}>
                <span className="trail-when">
                  {author === 'office' ? t.office : t.resident} · {momentText(at, locale)}
                </span>
                <span className="words">{text}</span>
              </li>
            ))}
          </ol>
        </>
      )}
      {opened.judgements.length > 0 && (
        <>
          <h3>{t.judgements}</h3>
          {opened.judgements.map(({ aboutId, round, solved, stars, words, at }) => (
            <p key={`${aboutId} ${round} ${at}`}>
              {momentText(at, locale)} · {solvedNames[solved][locale]}
              {stars !== null && ` · ${t.stars(stars)}`}
              {words && <span className="words"> {words}</span>}
            </p>
          ))}
        </>
      )}
    </>
  );
}
