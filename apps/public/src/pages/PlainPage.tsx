import { Layout } from '../frame/Layout.tsx';
import type { Drawn } from '../frame/visit.ts';
import { links } from '../links.ts';

export type PlainContent = { page: 'privacy' | 'accessibility' };

/** A page of sections with a few sentences each: who sees what, and how everybody can use this. */
export function PlainPage({ t, visit, page }: Drawn & PlainContent) {
  const { title, lead, sections } = t[page];
  return (
    <Layout t={t} visit={visit} title={title} back={links.home()}>
      <h1>{title}</h1>
      <p className="lead">{lead}</p>
      {sections.map((section) => (
        <section key={section.title}>
          <h2>{section.title}</h2>
          <ul className="plain-list">
            {section.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      ))}
    </Layout>
  );
}
