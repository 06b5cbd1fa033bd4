import type { Locale, Messages } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { momentWords } from './moment.ts';
import { eventDesk, listArchive } from '../queries/index.ts';
import {
  archiveKindNames,
  attendanceNames,
  attendanceStates,
  categoryNames,
  eventWorkflow,
} from '../rules/index.ts';
import { archiveWords } from './words.ts';

type Item = Awaited<ReturnType<typeof listArchive>>['rows'][number];
type Desk = Awaited<ReturnType<typeof eventDesk>>;
type Printing = { locale: Locale; demo: boolean };

/** One file of an archive: words, or a photo that is read when its turn comes. */
export type ArchiveEntry = { name: string; text: string } | { name: string; fileId: string; bytes: number };

/**
 * Everything that is kept of an event as files: `index.html`, which opens without a network and leads to all others,
 * photos, and texts. Attendance is counted; nobody is named but whoever spoke. Refuses: matters.not_found.
 */
export async function eventArchive(
  ctx: Context,
  id: string,
  printing: Printing,
): Promise<{ number: string; title: string; madeAt: Temporal.Instant; entries: ArchiveEntry[] }> {
  const desk = await eventDesk(ctx, id);
  const items = await everythingKept(ctx, id);
  const madeAt = ctx.now();
  const index = indexOf({ desk, items, madeAt, ...printing });
  return {
    number: desk.number,
    title: desk.title,
    madeAt,
    entries: [{ name: 'index.html', text: index }, ...items.flatMap(entryOf)],
  };
}

async function everythingKept(ctx: Context, id: string): Promise<Item[]> {
  const items: Item[] = [];
  let page = await listArchive(ctx, { id });
  items.push(...page.rows);
  while (page.next !== null) {
    page = await listArchive(ctx, { id, after: page.next });
    items.push(...page.rows);
  }
  return items;
}

function entryOf(item: Item): ArchiveEntry[] {
  const name = fileOf(item);
  if (name === null) return [];
  if (item.kind === 'photo') return [{ name, fileId: item.fileId!, bytes: item.bytes! }];
  return [
    { name, text: `${item.title}\r\n${item.number}\r\n\r\n${item.body!.replaceAll('\n', '\r\n')}\r\n` },
  ];
}

/** Where an item lies in the archive; a link lies where it leads. */
function fileOf({ kind, number }: Item): string | null {
  if (kind === 'link') return null;
  return kind === 'photo' ? `photos/${number}.jpg` : `texts/${number}.txt`;
}

type Shown = Printing & { desk: Desk; items: readonly Item[]; madeAt: Temporal.Instant };

function indexOf({ desk, items, madeAt, locale, demo }: Shown): string {
  const t = (name: keyof typeof archiveWords) => escaped(archiveWords[name][locale]);
  const facts: [keyof typeof archiveWords, string | null][] = [
    ['number', desk.number],
    ['kind', desk.kindName ?? categoryNames[desk.category][locale]],
    ['when', `${momentWords(desk.startsAt)} – ${momentWords(desk.endsAt)}`],
    ['where', [desk.siteName, desk.placeWords].filter((part) => part !== null).join(' ') || null],
    ['sites', desk.sites.map(({ name }) => name).join(' · ') || null],
    ['speaker', desk.speaker],
    ['organiser', desk.organiser],
    ['state', labelOf(desk.state, locale)],
    ['summary', desk.summary],
    ['madeAt', momentWords(madeAt)],
  ];
  const rows = facts.filter(([, value]) => value !== null);
  return [
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(desk.title)}</title>`,
    `<style>${style}</style></head><body>`,
    demo ? `<p><strong>${t('demo')}</strong></p>` : '',
    `<p>${t('title')}</p><h1>${escaped(desk.title)}</h1><dl>`,
    ...rows.map(([name, value]) => `<dt>${t(name)}</dt><dd>${escaped(value!)}</dd>`),
    `</dl><h2>${t('attendance')}</h2><ul>`,
    ...attendanceStates.map(
      (state) => `<li>${escaped(attendanceNames[state][locale])} ${desk.attendance[state] ?? 0}</li>`,
    ),
    `<li>${t('others')} ${desk.othersPresent ?? 0}</li></ul>`,
    desk.parts.length === 0 ? '' : `<h2>${t('parts')}</h2><ul>`,
    ...desk.parts.map(
      ({ title, startsAt, state }) =>
        `<li>${escaped(title)} ${momentWords(startsAt)}${state === 'cancelled' ? ` ${labelOf(state, locale)}` : ''}</li>`,
    ),
    desk.parts.length === 0 ? '' : '</ul>',
    `<h2>${t('items')}</h2>`,
    items.length === 0 ? `<p>${t('none')}</p>` : tableOf(items, t, locale),
    '</body></html>',
  ].join('\n');
}

function tableOf(
  items: readonly Item[],
  t: (name: keyof typeof archiveWords) => string,
  locale: Locale,
): string {
  return [
    `<table><thead><tr><th>${t('item')}</th><th>${t('what')}</th><th>${t('kept')}</th></tr></thead><tbody>`,
    ...items.map((item) => {
      const target = escaped(fileOf(item) ?? item.url ?? '');
      const of = item.isOfPart ? `${escaped(item.eventTitle)} · ` : '';
      const shown =
        item.kind === 'photo' ? `<br><img src="${target}" alt="" width="320" loading="lazy">` : '';
      return `<tr><td>${escaped(item.number)}</td><td>${of}${escaped(archiveKindNames[item.kind][locale])} · <a href="${target}">${escaped(item.title)}</a>${shown}</td><td>${momentWords(item.addedAt)}</td></tr>`;
    }),
    '</tbody></table>',
  ].join('\n');
}

function labelOf(state: string, locale: Locale): string {
  const states: Readonly<Record<string, { label: Messages<string>[string] }>> = eventWorkflow.states;
  return states[state]?.label[locale] ?? state;
}

const style =
  'body{font:16px/1.6 sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem}dt{font-weight:bold}dd{margin:0 0 .5rem;white-space:pre-line}table{border-collapse:collapse;width:100%}th,td{border:1px solid #999;padding:.3rem .5rem;text-align:left;vertical-align:top}img{max-width:100%;height:auto}';

const marks: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text that is text wherever it stands in the page. */
const escaped = (text: string) => text.replaceAll(/[&<>"']/g, (mark) => marks[mark]!);
