import { useText } from '@tongxin/web/locale';
import { deliberationsText } from '../../text/deliberations.ts';
import { TextField } from '../../ui/fields.tsx';

type Points = readonly { text: string }[];

/** Minutes as the form has them: one point a line, as people write lists. */
export type MinutesEntry = { summary: string; agreed?: string; notAgreed?: string };

/** The points of a text; empty lines are nothing. */
function pointsOf(text: string | undefined): { text: string }[] {
  const lines = (text ?? '').split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '').map((line) => ({ text: line }));
}

/** What the form holds, as it is sent. */
export function minutesOf({ summary, agreed, notAgreed }: MinutesEntry) {
  return { summary, agreed: pointsOf(agreed), notAgreed: pointsOf(notAgreed) };
}

/** What was saved, as the form has it. */
export function entryOf(
  minutes: { summary: string; agreed: Points; notAgreed: Points } | null,
): MinutesEntry {
  const linesOf = (points: Points = []) => points.map(({ text }) => text).join('\n');
  return {
    summary: minutes?.summary ?? '',
    agreed: linesOf(minutes?.agreed),
    notAgreed: linesOf(minutes?.notAgreed),
  };
}

/** How it went, what was agreed and what was not. */
export function MinutesFields() {
  const t = useText(deliberationsText).after;
  return (
    <>
      <TextField name="summary" label={t.summary} hint={t.summaryHint} rows={5} max={5000} />
      <div className="side-by-side">
        <TextField name="agreed" label={t.agreed} hint={t.agreedHint} rows={5} optional />
        <TextField name="notAgreed" label={t.notAgreed} hint={t.notAgreedHint} rows={5} optional />
      </div>
    </>
  );
}
