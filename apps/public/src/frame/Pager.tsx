import type { Text } from '../text/index.ts';

/** To the next page of a list and back to its first. Nothing when everything is on one page. */
export function Pager({ t, next, first }: { t: Text; next: string | null; first: string | null }) {
  if (next === null && first === null) return null;
  return (
    <nav className="pager" aria-label={t.frame.pages}>
      {first !== null && <a href={first}>{t.frame.newer}</a>}
      {next !== null && (
        <a href={next} rel="next">
          {t.frame.older}
        </a>
      )}
    </nav>
  );
}
