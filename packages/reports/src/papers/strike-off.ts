import { civilDay, type Locale } from '@tongxin/core';
import type { Context } from '@tongxin/db';
import { lineKindNames, lineWorkflow } from '@tongxin/deliberations/rules';
import { replyClassNames } from '@tongxin/issues/rules';
import { fill, strikeOffColumns, strikeOffWords, words } from '../messages.ts';
import type { StrikeOffLine, StrikeOffList } from '../queries/strike-off.ts';
import { strikeOffSheetNames } from '../rules/index.ts';
import type { Paper, PaperCell, PaperColumn } from '../sheet.ts';
import { paperFrame, titleOf, type Printing } from './words.ts';

type Name = keyof typeof strikeOffColumns;

const shapes: Record<Name, Omit<PaperColumn, 'label'>> = {
  serial: { kind: 'number', width: 5 },
  topic: { kind: 'words', width: 18 },
  suggestion: { kind: 'words', width: 28 },
  kind: { kind: 'text', width: 7 },
  unit: { kind: 'words', width: 15 },
  coUnit: { kind: 'words', width: 12 },
  assignedOn: { kind: 'day', width: 12 },
  dueOn: { kind: 'day', width: 12 },
  progress: { kind: 'words', width: 24 },
  report: { kind: 'words', width: 26 },
  judgement: { kind: 'words', width: 18 },
  verifiedBy: { kind: 'words', width: 16 },
  struckOff: { kind: 'text', width: 10 },
  struckOffOn: { kind: 'day', width: 12 },
  remarks: { kind: 'words', width: 16 },
};
const names = Object.keys(shapes) as Name[];

/** The strike-off list as three sheets: new, in progress, struck off. Source: domain §6.5. */
export async function strikeOffPapers(
  ctx: Context,
  list: StrikeOffList,
  printing: Printing,
): Promise<Paper[]> {
  const frame = await paperFrame(ctx, list, printing);
  const { locale } = printing;
  return list.sheets.map(({ sheet, lines }): Paper => {
    const name = strikeOffSheetNames[sheet][locale];
    return {
      ...frame,
      name,
      title: titleOf(
        fill(words.strikeOffSheet[locale], { place: list.division.name, sheet: name }),
        printing,
      ),
      columns: names.map((column) => ({ ...shapes[column], label: strikeOffColumns[column][locale] })),
      rows: lines.map((line, index) => {
        const cells = cellsOf(line, index + 1, locale);
        return names.map((column) => cells[column]);
      }),
    };
  });
}

function cellsOf(line: StrikeOffLine, serial: number, locale: Locale): Record<Name, PaperCell> {
  return {
    serial,
    topic: line.topic,
    suggestion: line.suggestion,
    kind: lineKindNames[line.kind][locale],
    unit: line.unit,
    // The paper has the column; who helps is agreed outside the system and written in by hand.
    coUnit: null,
    assignedOn: civilDay(line.openedAt),
    dueOn: line.dueOn,
    progress: progressOf(line, locale),
    report: reportOf(line, locale),
    judgement: judgementOf(line, locale),
    verifiedBy: verifiedOf(line, locale),
    struckOff: struckOffOf(line, locale),
    struckOffOn: line.state === 'closed' && line.closedAt !== null ? civilDay(line.closedAt) : null,
    remarks: line.number,
  };
}

function progressOf({ state, progress }: StrikeOffLine, locale: Locale): string {
  const rule = lineWorkflow.states[state as keyof typeof lineWorkflow.states];
  const label = rule.label[locale];
  return progress === null ? label : fill(strikeOffWords.stands[locale], { state: label, progress });
}

function reportOf({ replyClass, report }: StrikeOffLine, locale: Locale): string | null {
  if (report === null || replyClass === null) return report;
  return fill(strikeOffWords.done[locale], { class: replyClassNames[replyClass][locale], report });
}

/** Empty until the line is struck off: before that nobody but the residents knows what they said. */
function judgementOf(
  { judgedYes, judgedPartly, judgedNo, judgedSilent }: StrikeOffLine,
  locale: Locale,
): string | null {
  if (judgedYes === null || judgedPartly === null || judgedNo === null || judgedSilent === null) return null;
  return fill(strikeOffWords.judged[locale], {
    yes: judgedYes,
    partly: judgedPartly,
    no: judgedNo,
    silent: judgedSilent,
  });
}

function verifiedOf({ verifiedBy, verifiedIn }: StrikeOffLine, locale: Locale): string | null {
  if (verifiedBy === null || verifiedIn === null) return verifiedBy ?? verifiedIn;
  return fill(strikeOffWords.verified[locale], { name: verifiedBy, unit: verifiedIn });
}

function struckOffOf({ state }: StrikeOffLine, locale: Locale): string {
  if (state === 'closed') return strikeOffWords.yes[locale];
  return state === 'not_adopted' ? strikeOffWords.notAdopted[locale] : strikeOffWords.no[locale];
}
