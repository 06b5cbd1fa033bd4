import { siteActionNames, siteRoleNames, siteRoles } from '@tongxin/platforms/rules';
import { useLocale, useText } from '@tongxin/web/locale';
import { dayText, momentText } from '@tongxin/web/moments';
import { platformsText } from '../../text/platforms.ts';
import type { Desk } from './PlatformScreen.tsx';

/** What was done to the site, newest first. */
export function SiteHistory({ entries }: { entries: Desk['history'] }) {
  const t = useText(platformsText).one;
  const { locale } = useLocale();
  return (
    <section className="panel">
      <h2>{t.history}</h2>
      <ol className="trail" reversed>
        {entries.map(({ id, at, action, actorName, reason, facts }) => (
          <li key={id}>
            <span className="trail-when">
              {momentText(at, locale)}
              {actorName !== null && ` · ${t.by(actorName)}`}
            </span>
            <strong>{siteActionNames[action][locale]}</strong> <About facts={facts} />
            {reason && <p className="words">{reason}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Whom, which plaque or which days an entry is about. */
function About({ facts }: { facts: Desk['history'][number]['facts'] }) {
  const { locale } = useLocale();
  if (typeof facts['name'] === 'string') return <span>{facts['name']}</span>;
  const { from, until } = facts;
  if (typeof from === 'string' && typeof until === 'string')
    return (
      <span>
        {dayText(from, locale)}–{dayText(until, locale)}
      </span>
    );
  const role = siteRoles.find((one) => one === facts['role']);
  return role === undefined ? null : <span>{siteRoleNames[role][locale]}</span>;
}
