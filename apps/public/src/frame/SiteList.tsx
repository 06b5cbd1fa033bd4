import { siteRoleNames } from '@tongxin/platforms/rules';
import { clock, wallTime } from '../civil-time.ts';
import { links } from '../links.ts';
import type { Opening, SiteRow } from '../pages/records.ts';
import { say, type Text } from '../text/index.ts';

/** Doors of the network: what hangs beside each, where it is, when it is open next. */
export function SiteList({ t, rows, level = 3 }: { t: Text; rows: readonly SiteRow[]; level?: 2 | 3 }) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <ul className="slips">
      {rows.map(({ id, name, address, roles, opening, hasHours, note }) => (
        <li key={id}>
          <Heading>
            <a href={links.site(id)}>{name}</a>
          </Heading>
          <p>{address}</p>
          <p>
            <strong>
              <OpeningWords t={t} opening={opening} known={hasHours || note !== null} />
            </strong>
          </p>
          {note !== null && <p className="small">{note}</p>}
          <p className="tags">
            {roles.map((role) => (
              <span key={role} className="tag">
                {say(t, siteRoleNames[role])}
              </span>
            ))}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** When the door is open, in one sentence; where only a note is known, the note says it. */
export function OpeningWords({ t, opening, known }: { t: Text; opening: Opening | null; known: boolean }) {
  if (opening === null) return known ? t.sites.notOpening : t.sites.askFirst;
  return opening.isOpen
    ? t.sites.openNow(clock(wallTime(opening.closesAt)))
    : t.sites.opensNext(t.dates.period(opening.opensAt, opening.closesAt));
}
