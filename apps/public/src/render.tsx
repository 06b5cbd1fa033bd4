import { createElement, type ComponentProps, type ComponentType } from 'react';
import { renderToString } from 'react-dom/server';
import type { Drawn, Visit } from './frame/visit.ts';
import { pages, type PageName } from './pages/index.ts';
import { texts } from './text/index.ts';

/** A page with what it shows: its own content, without language and visitor. */
export type Page = {
  [Name in PageName]: { page: Name; content: Omit<ComponentProps<(typeof pages)[Name]>, keyof Drawn> };
}[PageName];

/** Draws a whole page as HTML. Pure: the same page and visit always give the same bytes. */
export function render({ page, content }: Page, visit: Visit): string {
  const component = pages[page] as ComponentType<Drawn>;
  const html = renderToString(createElement(component, { ...content, t: texts[visit.locale], visit }));
  return `<!doctype html>${html}`;
}
export type Render = typeof render;

export type { Answers } from './pages/answers.ts';
export type { ChainLink, ChainNode } from './pages/ChainPage.tsx';
export type { FoundPlace } from './pages/FindPage.tsx';
export type { Faults, Visit } from './frame/visit.ts';
export type { Steps } from './frame/FourWords.tsx';
export type { Act, Entry, MatterContent, MyWord } from './pages/matter-content.ts';
export type { VillageMember } from './pages/PlacePage.tsx';
export type {
  EventRow,
  Line,
  OpenNumber,
  PlaceLink,
  SessionRow,
  SettledRow,
  SiteRow,
} from './pages/records.ts';
