import { civilDay, type Locale } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { categoryNames, eventWorkflow, modeNames } from '@tongxin/events/rules';
import { eventColumns, eventWords, fill } from '../messages.ts';
import type { EventsHeld } from '../queries/events-held.ts';
import type { Paper, PaperCell, PaperColumn } from '../sheet.ts';
import { paperFrame, titleOf, type Printing } from './words.ts';

type Name = keyof typeof eventColumns;

const shapes: Record<Name, Omit<PaperColumn, 'label'>> = {
  serial: { kind: 'number', width: 5 },
  title: { kind: 'words', width: 26 },
  kind: { kind: 'text', width: 12 },
  speaker: { kind: 'words', width: 18 },
  heldOn: { kind: 'day', width: 12 },
  place: { kind: 'words', width: 22 },
  mode: { kind: 'text', width: 10 },
  organiser: { kind: 'words', width: 18 },
  asked: { kind: 'number', width: 9 },
  attended: { kind: 'number', width: 9 },
  others: { kind: 'number', width: 9 },
  state: { kind: 'text', width: 14 },
  number: { kind: 'code', width: 18 },
};
const names = Object.keys(shapes) as Name[];

/** What was held, as one sheet with a sum at its foot. */
export async function eventsHeldPaper(ctx: Context, list: EventsHeld, printing: Printing): Promise<Paper> {
  const { locale } = printing;
  const { division, category, rows } = list;
  const what = category === undefined ? eventWords.all[locale] : categoryNames[category][locale];
  const sum = (count: (row: EventsHeld['rows'][number]) => number) =>
    rows.reduce((total, row) => total + count(row), 0);
  const totals: Partial<Record<Name, PaperCell>> = {
    title: eventWords.total[locale],
    asked: sum((row) => row.asked),
    attended: sum((row) => row.attended),
    others: sum((row) => row.others ?? 0),
  };
  return {
    ...(await paperFrame(ctx, list, printing)),
    name: eventWords.sheet[locale],
    title: titleOf(fill(eventWords.title[locale], { place: division.name, what }), printing),
    columns: names.map((name) => ({ ...shapes[name], label: eventColumns[name][locale] })),
    rows: rows.map((row, index) => {
      const cells = cellsOf(row, index + 1, locale);
      return names.map((name) => cells[name]);
    }),
    totals: names.map((name) => totals[name] ?? null),
  };
}

function cellsOf(row: EventsHeld['rows'][number], serial: number, locale: Locale): Record<Name, PaperCell> {
  const rule = eventWorkflow.states[row.state as keyof typeof eventWorkflow.states];
  return {
    serial,
    title: row.title,
    kind: row.kindName ?? categoryNames[row.category][locale],
    speaker: row.speaker,
    heldOn: civilDay(row.startsAt),
    place: [row.siteName, row.placeWords].filter((part) => part !== null).join(' '),
    mode: modeNames[row.mode][locale],
    organiser: row.organiser,
    asked: row.asked,
    attended: row.attended,
    others: row.others,
    state: rule.label[locale],
    number: row.number,
  };
}
