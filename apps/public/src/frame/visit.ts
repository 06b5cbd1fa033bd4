import type { Locale } from '@tongxin/core';
import type { Look } from '../links.ts';
import type { Text } from '../text/index.ts';

/** Who looks and how: what every page needs besides its own content. */
export type Visit = {
  locale: Locale;
  look: Look;
  /** Path and query as asked for: where the links that change size and language come back to. */
  address: string;
  city: string;
  /** Invented people and matters: said on every page, on paper too. */
  demo: boolean;
  /** Addresses of the style sheet and the small script, named by their content. */
  assets: { style: string; script: string };
};

/** What a page component is given besides its own content. */
export type Drawn = { t: Text; visit: Visit };

/** Field name → code of what is wrong there. */
export type Faults = Readonly<Record<string, string>>;
