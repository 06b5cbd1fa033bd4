import { links } from '../links.ts';
import type { Drawn } from './visit.ts';

/** What this is not, whom to call in danger, and the pages that say how it works. */
export function Footer({ t, visit }: Drawn) {
  return (
    <footer className="sill" aria-label={t.frame.footer}>
      <div className="inside">
        <p className="alarm">{t.frame.emergency}</p>
        <p>{t.frame.scope}</p>
        <ul>
          <li>
            <a href={links.about()}>{t.frame.about}</a>
          </li>
          <li>
            <a href={links.privacy()}>{t.frame.privacy}</a>
          </li>
          <li>
            <a href={links.accessibility()}>{t.frame.accessibility}</a>
          </li>
          <li>
            <a href={links.members()}>{t.frame.members}</a>
          </li>
          <li>
            <a href={links.offices()}>{t.frame.staff}</a>
          </li>
        </ul>
        <p className="small">{t.frame.source}</p>
        {visit.demo && <p className="small">{t.frame.demo}</p>}
      </div>
    </footer>
  );
}
