import type { MatterKind } from '@tongxin/matters/rules';
import { ownerNames } from '@tongxin/matters/rules';
import { roleNames } from '@tongxin/accounts/rules';
import type { Locale } from '@tongxin/core';
import { useLocale, useText } from '@tongxin/web/locale';
import { momentText } from '@tongxin/web/moments';
import { shellText } from '../text/shell.ts';
import { moveLabel, stateLabel } from './workflows.ts';

export type Entry = {
  seq: number;
  move: string;
  fromState: string | null;
  toState: string;
  at: string;
  actorKind: string;
  role: string | null;
  unitName: string | null;
  reason: string | null;
};

/** What happened to a matter, newest first: when, what, by which office, why. */
export function History({ kind, entries }: { kind: MatterKind; entries: readonly Entry[] }) {
  const t = useText(shellText).history;
  const { locale } = useLocale();
  if (entries.length === 0) return <p className="quiet">{t.empty}</p>;
  return (
    <ol className="trail" reversed>
      {entries.toReversed().map((entry) => {
        const what = moveLabel(kind, entry.move, locale) ?? t.opened[kind];
        const became = stateLabel(kind, entry.toState, locale);
        const moved = entry.toState !== entry.fromState && entry.fromState !== null;
        return (
          <li key={entry.seq}>
            <span className="trail-when">
              {momentText(entry.at, locale)} · {doerOf(entry, t, locale)}
            </span>
            <strong>{what}</strong>
            {moved && became !== what && <span className="quiet"> → {became}</span>}
            {entry.reason && <p className="words">{t.reason(entry.reason)}</p>}
          </li>
        );
      })}
    </ol>
  );
}

function doerOf(entry: Entry, t: (typeof shellText)['zh-CN']['history'], locale: Locale): string {
  if (entry.actorKind === 'system') return t.clock;
  if (entry.actorKind === 'resident') return t.resident;
  const names: Partial<Record<string, Record<Locale, string>>> = { ...roleNames, ...ownerNames };
  return entry.unitName ?? names[entry.role ?? '']?.[locale] ?? '';
}
