import { publicWords, wordNames, type PublicWord } from '@tongxin/matters/rules';
import { say, type Text } from '../text/index.ts';

export type Steps = Readonly<
  Record<PublicWord, { state: 'done' | 'now' | 'ahead' | 'passed_by'; day: string | null }>
>;

/** Told, talked over, being handled, judged: how far a matter has come, as four seals in a row. */
export function FourWords({ t, steps }: { t: Text; steps: Steps }) {
  return (
    <ol className="words" aria-label={t.follow.matter.stateTitle}>
      {publicWords.map((word) => {
        const { state, day } = steps[word];
        return (
          <li key={word} className={state} aria-current={state === 'now' ? 'step' : undefined}>
            <span className="word">{say(t, wordNames[word])}</span>
            <span className="when">
              <span className="unseen">{t.follow.wordStrip[state]}</span>
              {day === null ? '' : t.dates.short(day)}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
