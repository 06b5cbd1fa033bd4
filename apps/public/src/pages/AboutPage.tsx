import { publicWords, wordNames } from '@tongxin/matters/rules';
import { Layout } from '../frame/Layout.tsx';
import type { Drawn } from '../frame/visit.ts';
import { links } from '../links.ts';
import { say } from '../text/index.ts';

/** What this is and, just as plainly, what it is not. */
export function AboutPage({ t, visit }: Drawn) {
  const { about } = t;
  return (
    <Layout t={t} visit={visit} title={about.title} back={links.home()}>
      <h1>{about.title}</h1>
      <h2>{about.is}</h2>
      {about.isText.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <h2>{about.isNot}</h2>
      <ul className="plain-list">
        {about.isNotList.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <h2>{about.words}</h2>
      <ol className="way">
        {publicWords.map((word) => (
          <li key={word}>
            <span className="word">{say(t, wordNames[word])}</span>
            <span>{t.home.words[word]}</span>
          </li>
        ))}
      </ol>
      <h2>{about.silence}</h2>
      <p>{about.silenceText}</p>
      <h2>{about.noRanking}</h2>
      <p>{about.noRankingText}</p>
      <h2>{about.complain}</h2>
      <p>
        {about.complainText} <a href={links.tell()}>{t.frame.nav.tell}</a>
      </p>
    </Layout>
  );
}
