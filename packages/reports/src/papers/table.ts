import type { Locale } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { fill, words } from '../messages.ts';
import type { Numbers, ReportTable } from '../queries/table.ts';
import { groupNames, measureRules, measures } from '../rules/index.ts';
import type { Paper, PaperColumn } from '../sheet.ts';
import { paperFrame, titleOf, type Printing } from './words.ts';

/** The table as an office prints it, and the sheet that says what each of its numbers means. */
export async function tablePapers(
  ctx: Context,
  table: ReportTable,
  printing: Printing,
): Promise<[Paper, Paper]> {
  const frame = await paperFrame(ctx, table, printing);
  const { locale, demo } = printing;
  const { rows, total, division } = table;
  // A row is copied without its title.
  const remark = demo ? words.demoMark[locale] : null;
  const cells = (numbers: Numbers) => measures.map((measure) => numbers[measure]);
  const printed: Paper = {
    ...frame,
    name: words.tableSheet[locale],
    title: titleOf(fill(words.tableTitle[locale], { place: division.name }), printing),
    columns: tableColumns(locale),
    rows: rows.map(({ code, name, numbers }, index) => [index + 1, code, name, ...cells(numbers), remark]),
    totals: [null, division.code, words.total[locale], ...cells(total), remark],
  };
  const notes = [words.exactNote[locale], ...(demo ? [words.demoNote[locale]] : [])];
  return [printed, { ...frame, ...definitions(printing), foot: notes }];
}

function tableColumns(locale: Locale): PaperColumn[] {
  return [
    { label: words.serial[locale], kind: 'number', width: 5 },
    { label: words.code[locale], kind: 'code', width: 11 },
    { label: words.place[locale], kind: 'text', width: 14 },
    ...measures.map((measure): PaperColumn => {
      const { label, group } = measureRules[measure];
      return { label: label[locale], group: groupNames[group][locale], kind: 'number', width: 10 };
    }),
    { label: words.remarks[locale], kind: 'words', width: 10 },
  ];
}

function definitions(printing: Printing): Pick<Paper, 'name' | 'title' | 'columns' | 'rows'> {
  const { locale } = printing;
  return {
    name: words.definitionsSheet[locale],
    title: titleOf(words.definitionsTitle[locale], printing),
    columns: [
      { label: words.serial[locale], kind: 'number', width: 6 },
      { label: words.measure[locale], kind: 'text', width: 26 },
      { label: words.definitionId[locale], kind: 'code', width: 12 },
      { label: words.sentence[locale], kind: 'words', width: 84 },
      { label: words.remarks[locale], kind: 'words', width: 12 },
    ],
    rows: measures.map((measure, index) => {
      const { label, definition, sentence } = measureRules[measure];
      return [index + 1, label[locale], definition, sentence[locale], null];
    }),
  };
}
