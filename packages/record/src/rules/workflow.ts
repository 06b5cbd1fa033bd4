import { defineWorkflow, type MatterKind } from '@tongxin/matters/rules';
import type { RecordState } from './names.ts';

/**
 * A member says that a line of their own record is not right. Whoever wrote the line down looks into it: corrects it, or
 * says why it stays. Nobody answers what they said themselves. The clock is (design). Source: domain §3.3, §5.8 and design §5.
 */
export const objectionWorkflow = defineWorkflow({
  kind: 'record_objection',
  initial: 'raised',
  states: {
    raised: {
      owner: 'organiser',
      clock: { workingDays: 10 },
      label: { 'zh-CN': '待核对', en: 'To be looked into' },
    },
    corrected: { final: true, label: { 'zh-CN': '已更正', en: 'Corrected' } },
    explained: { final: true, label: { 'zh-CN': '已说明，没有改', en: 'Explained, not changed' } },
  },
  moves: {
    correct: {
      from: ['raised'],
      to: 'corrected',
      by: ['organiser'],
      apart: ['open'],
      label: { 'zh-CN': '更正', en: 'Correct' },
    },
    explain: {
      from: ['raised'],
      to: 'explained',
      by: ['organiser'],
      apart: ['open'],
      label: { 'zh-CN': '说明为什么不改', en: 'Say why it stays' },
    },
  },
});

export type ObjectionState = keyof typeof objectionWorkflow.states;

/** What can be written down of a member at this kind of thing; nothing where a line says no more than that it was done. */
export function outcomesOf(kind: MatterKind): readonly RecordState[] {
  if (kind === 'event' || kind === 'session') return ['done', 'absent', 'leave'];
  return kind === 'turn' ? ['done', 'absent'] : [];
}
