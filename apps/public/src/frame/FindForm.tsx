import { links } from '../links.ts';
import type { Text } from '../text/index.ts';

/** Find a township or village by name. A plain GET: the result has an address of its own. */
export function FindForm({ t, value = '' }: { t: Text; value?: string }) {
  return (
    <form className="find" action={links.find()} method="get" role="search">
      <label htmlFor="q">{t.home.findLabel}</label>
      <p className="hint" id="q-hint">
        {t.home.findHint}
      </p>
      <div className="row">
        <input
          type="search"
          id="q"
          name="q"
          defaultValue={value}
          aria-describedby="q-hint"
          autoComplete="off"
          data-places={links.placeOptions()}
        />
        <button type="submit" className="plain">
          {t.home.findButton}
        </button>
      </div>
    </form>
  );
}
