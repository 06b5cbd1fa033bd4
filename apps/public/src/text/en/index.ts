import type { Text } from '../index.ts';
import { about, accessibility, privacy } from './about.ts';
import { dates } from './dates.ts';
import { events } from './events.ts';
import { follow, moves } from './follow.ts';
import { frame } from './frame.ts';
import { home, places } from './home.ts';
import { fields, problems } from './problems.ts';
import { sessions, settled } from './sessions.ts';
import { sites } from './sites.ts';
import { tell } from './tell.ts';

export const en: Text = {
  locale: 'en',
  lang: 'en',
  about,
  accessibility,
  dates,
  events,
  fields,
  follow,
  frame,
  home,
  moves,
  places,
  privacy,
  problems,
  sessions,
  settled,
  sites,
  tell,
};
