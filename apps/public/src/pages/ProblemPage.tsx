import { faultText } from '../frame/fault-text.ts';
import { Layout } from '../frame/Layout.tsx';
import type { Drawn } from '../frame/visit.ts';
import { links } from '../links.ts';

export type ProblemContent = {
  problem: 'notFound' | 'refused' | 'foreign' | 'tooLarge' | 'tooMany' | 'broken';
  /** The domain's own sentence, when it has said no. */
  code: string | null;
  /** To quote when asking for help. */
  requestId: string | null;
};

/** What happened and what to do now. */
export function ProblemPage({ t, visit, problem, code, requestId }: Drawn & ProblemContent) {
  const { title, lines } = t.problems[problem];
  return (
    <Layout t={t} visit={visit} title={title} hidden>
      <h1>{title}</h1>
      {code !== null && <p className="note">{faultText(t, code)}</p>}
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {requestId !== null && <p className="small">{t.problems.number(requestId)}</p>}
      <p className="rows">
        <a href={links.home()}>{t.problems.home}</a>
        <a href={links.follow()}>{t.follow.title}</a>
      </p>
    </Layout>
  );
}
