import type { Context } from '@tongxin/db';
import { fill, words } from '../messages.ts';
import { atOneMoment, eventsHeld, reportTable, strikeOffList } from '../queries/index.ts';
import { periodName, type AskEvents, type AskTable } from '../rules/index.ts';
import { writeWorkbook } from '../sheet.ts';
import { writeCsv } from './csv.ts';
import { eventsHeldPaper } from './events-held.ts';
import { strikeOffPapers } from './strike-off.ts';
import { tablePapers } from './table.ts';
import { titleOf, type Printing } from './words.ts';

export type { Printing };

/** A paper to be kept as a file, with the name that it is given. */
export type PaperFile = { name: string; content: Uint8Array | string };

/** The table with its definitions as XLSX. Refuses: reports.not_found. */
export async function tableXlsx(ctx: Context, asked: AskTable, printing: Printing): Promise<PaperFile> {
  const papers = await atOneMoment(ctx, async (_tx, inside) =>
    tablePapers(inside, await reportTable(inside, asked), printing),
  );
  return { name: `${nameOf(papers[0].title, asked, printing)}.xlsx`, content: await writeWorkbook(papers) };
}

/** The table as CSV, with the same labels. Refuses: reports.not_found. */
export async function tableCsv(ctx: Context, asked: AskTable, printing: Printing): Promise<PaperFile> {
  const [paper] = await atOneMoment(ctx, async (_tx, inside) =>
    tablePapers(inside, await reportTable(inside, asked), printing),
  );
  return { name: `${nameOf(paper.title, asked, printing)}.csv`, content: writeCsv(paper) };
}

/** The strike-off list as XLSX, three sheets. Refuses: reports.not_found, reports.too_long. */
export async function strikeOffXlsx(ctx: Context, asked: AskTable, printing: Printing): Promise<PaperFile> {
  const { title, papers } = await atOneMoment(ctx, async (_tx, inside) => {
    const list = await strikeOffList(inside, asked);
    return {
      title: titleOf(fill(words.strikeOffTitle[printing.locale], { place: list.division.name }), printing),
      papers: await strikeOffPapers(inside, list, printing),
    };
  });
  return { name: `${nameOf(title, asked, printing)}.xlsx`, content: await writeWorkbook(papers) };
}

/**
 * The list of what was held, of one category or of all, with speaker, day and attendance, as XLSX.
 * Refuses: reports.not_found, reports.too_long.
 */
export async function eventsXlsx(ctx: Context, asked: AskEvents, printing: Printing): Promise<PaperFile> {
  const paper = await atOneMoment(ctx, async (_tx, inside) =>
    eventsHeldPaper(inside, await eventsHeld(inside, asked), printing),
  );
  return { name: `${nameOf(paper.title, asked, printing)}.xlsx`, content: await writeWorkbook([paper]) };
}

const nameOf = (title: string, { period }: AskTable, { locale }: Printing) =>
  `${title} ${periodName(period, locale)}`;
