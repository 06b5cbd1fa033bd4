import { links, type Look } from '../links.ts';
import type { Drawn } from './visit.ts';

export type Section = 'tell' | 'follow' | 'sessions' | 'settled';

const sections: readonly (readonly [Section, () => string])[] = [
  ['tell', () => links.tell()],
  ['follow', links.follow],
  ['sessions', () => links.sessions()],
  ['settled', () => links.settled()],
];

/** The lintel of the notice board: tools, name, and the four things one can do here. */
export function Header({ t, visit, section, form }: Drawn & { section?: Section; form?: string }) {
  return (
    <header className="lintel">
      {visit.demo && <p className="demo">{t.frame.demo}</p>}
      <div className="inside">
        <Tools t={t} visit={visit} form={form} />
        <a className="brand" href={links.home()}>
          <span className="seal" aria-hidden="true">
            同心
          </span>
          <span className="name">
            <strong>{t.frame.brand(visit.city)}</strong>
            <span className="tagline">{t.frame.tagline}</span>
          </span>
        </a>
        <nav aria-label={t.frame.navigation}>
          <ul>
            {sections.map(([name, link]) => (
              <li key={name}>
                <a href={link()} aria-current={name === section ? 'page' : undefined}>
                  {t.frame.nav[name]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  );
}

const sizes = ['normal', 'large', 'larger'] as const;
const marks = { normal: 'A', large: 'A+', larger: 'A++' };

/** Size of letters, the elders' version, the other language. Inside a form they are buttons of it. */
function Tools({ t, visit, form }: Drawn & { form?: string }) {
  const elder = visit.look === 'elder';
  const other = visit.locale === 'en' ? 'zh-CN' : 'en';
  return (
    <div className="tools" role="group" aria-label={t.frame.tools}>
      {!elder &&
        sizes.map((size) => (
          <Tool
            key={size}
            visit={visit}
            form={form}
            look={size}
            pressed={visit.look === size}
            label={t.frame.sizes[size]}
          >
            <span className={`mark-${size}`} aria-hidden="true">
              {marks[size]}
            </span>
          </Tool>
        ))}
      <Tool visit={visit} form={form} look={elder ? 'normal' : 'elder'}>
        {elder ? t.frame.leaveElder : t.frame.elder}
      </Tool>
      <Tool visit={visit} form={form} lang={other}>
        {t.frame.otherLanguage}
      </Tool>
    </div>
  );
}

type ToolProps = Pick<Drawn, 'visit'> & {
  form?: string;
  look?: Look;
  lang?: 'en' | 'zh-CN';
  pressed?: boolean;
  label?: string;
  children: React.ReactNode;
};

function Tool({ visit, form, look, lang, pressed, label, children }: ToolProps) {
  const current = pressed ? 'true' : undefined;
  if (form !== undefined) {
    const value = lang === undefined ? `look:${look}` : `lang:${lang}`;
    return (
      <button
        type="submit"
        form={form}
        name="tool"
        value={value}
        formNoValidate
        lang={lang}
        aria-current={current}
        aria-label={label}
      >
        {children}
      </button>
    );
  }
  return (
    <a
      href={links.settings({ look, lang, back: visit.address })}
      rel="nofollow"
      lang={lang}
      aria-current={current}
      aria-label={label}
    >
      {children}
    </a>
  );
}
