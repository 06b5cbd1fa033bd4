import type { ReactNode } from 'react';
import { ErrorSummary } from './ErrorSummary.tsx';
import { Footer } from './Footer.tsx';
import { Header, type Section } from './Header.tsx';
import type { Drawn, Faults } from './visit.ts';

type Props = Drawn & {
  title: string;
  section?: Section;
  /** Where "back" leads; none on first pages. */
  back?: string;
  /** The form whose content must survive a change of size or language made in the middle of it. */
  form?: string;
  faults?: Faults;
  /** Lists and boards may be wider than text. */
  wide?: boolean;
  /** Personal pages are not for search engines. */
  hidden?: boolean;
  children: ReactNode;
};

/** The whole page around its content: head, header, summary of what has to be changed, footer. */
export function Layout(props: Props) {
  const { t, visit, title, section, back, form, faults = {}, wide, hidden, children } = props;
  const faulty = Object.keys(faults).length > 0;
  return (
    <html lang={t.lang} className={`look-${visit.look}`}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{t.frame.pageTitle(faulty ? t.frame.errorTitle(title) : title, visit.city)}</title>
        <meta name="description" content={t.frame.description} />
        <meta name="theme-color" content="#123f38" />
        <meta name="color-scheme" content="light" />
        <meta name="format-detection" content="telephone=no" />
        {hidden && <meta name="robots" content="noindex" />}
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={visit.assets.style} />
        <script type="module" src={visit.assets.script} />
      </head>
      <body>
        {/* Enter in a field presses a form's first button, which must not be one of the header's. */}
        {form && (
          <button className="first-button" type="submit" form={form} tabIndex={-1} aria-hidden="true" />
        )}
        <a className="skip" href="#main">
          {t.frame.skip}
        </a>
        <Header t={t} visit={visit} section={section} form={form} />
        <div className={wide ? 'wall wide' : 'wall'}>
          <main id="main" tabIndex={-1}>
            {back && (
              <a className="back" href={back}>
                {t.frame.back}
              </a>
            )}
            {faulty && <ErrorSummary t={t} faults={faults} />}
            {children}
          </main>
        </div>
        <Footer t={t} visit={visit} />
      </body>
    </html>
  );
}
