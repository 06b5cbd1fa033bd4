import type { Locale } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { fill, words } from '../messages.ts';
import type { Numbers, ReportTable } from '../queries/table.ts';
import { groupNames, measureRules, measures } from '../rules/index.ts';
import type { Paper, PaperColumn } from '../sheet.ts';
import { paperFrame } from './words.ts';

/** The table as an office prints it, and the sheet that says what each of its numbers means. */
export async function tablePapers(ctx: Context, table: ReportTable, locale: Locale): Promise<[Paper, Paper]> {
  const frame = await paperFrame(ctx, table, locale);
  const { rows, total, division } = table;
  const cells = (numbers: Numbers) => measures.map((measure) => numbers[measure]);
  const printed: Paper = {
    ...frame,
    name: words.tableSheet[locale],
    title: fill(words.tableTitle[locale], { place: division.name }),
    columns: tableColumns(locale),
    rows: rows.map(({ code, name, numbers }, index) => [index + 1, code, name, ...cells(numbers), null]),
    totals: [null, division.code, words.total[locale], ...cells(total), null],
  };
  return [printed, { ...frame, ...definitions(locale), foot: [words.exactNote[locale]] }];
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

function definitions(locale: Locale): Pick<Paper, 'name' | 'title' | 'columns' | 'rows'> {
  return {
    name: words.definitionsSheet[locale],
    title: words.definitionsTitle[locale],
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
