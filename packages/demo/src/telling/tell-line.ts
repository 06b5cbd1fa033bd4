import {
  acceptLine,
  closeLine,
  contestLine,
  countLineSilence,
  extendLine,
  judgeLine,
  noteProgress,
  notAdopt,
  reassignLine,
  reportDone,
  sendBack,
  verifyLine,
} from '@tongxin/deliberations/commands';
import type { OnLine } from '../plan/steps.ts';
import { named, recordOf, type Inside, type Stage } from './stage.ts';

const day = (date: string) => Temporal.PlainDate.from(date);
const confirmed: string[] = [];

/** Plays what somebody does to an agreed line, through the command that people use. */
export async function tellLine(ctx: Inside, stage: Stage, on: string, step: OnLine): Promise<void> {
  await act(ctx, stage, recordOf(stage, on), step);
}

async function act(ctx: Inside, stage: Stage, id: string, step: OnLine): Promise<unknown> {
  const { units } = stage.cast;
  switch (step.do) {
    case 'acceptLine':
      return acceptLine(ctx, { id, planDue: day(step.planDue) });
    case 'contestLine':
      return contestLine(ctx, { id, reason: step.reason, suggestedUnitId: named(units, step.suggestedUnit) });
    case 'reassignLine': {
      const { unit, reason, dueOn } = step;
      return reassignLine(ctx, { id, unitId: named(units, unit), reason, dueOn: day(dueOn) });
    }
    case 'notAdopt':
      return notAdopt(ctx, { id, reason: step.reason });
    case 'sendBack':
      return sendBack(ctx, { id, reason: step.reason });
    case 'lineProgress':
      return noteProgress(ctx, { id, text: step.text, confirmed });
    case 'extendLine':
      return extendLine(ctx, { id, dueOn: day(step.dueOn), reason: step.reason });
    case 'reportDone':
      return reportDone(ctx, { id, class: step.class, text: step.text, photoIds: [], confirmed });
    case 'verifyLine':
      return verifyLine(ctx, { id, publicPhotoIds: [] });
    case 'lineSilence':
      return countLineSilence(ctx, { id });
    case 'closeLine':
      return closeLine(ctx, { id });
    case 'judgeLine': {
      const { key, solved, stars, words } = step;
      return judgeLine(ctx, { lineId: id, key, solved, stars, words });
    }
  }
}
