import type { Locale } from '@tongxin/core';
import { targetsOf, type Workflow } from './workflow.ts';

/** The state diagram of a workflow in Mermaid, for the documents; made from the data that the program runs on. */
export function diagramOf(workflow: Workflow, locale: Locale): string {
  const lines = ['stateDiagram-v2', `  [*] --> ${workflow.initial}`];
  for (const [state, rule] of Object.entries(workflow.states)) {
    lines.push(`  ${state}: ${rule.label[locale]}`);
  }
  for (const rule of Object.values(workflow.moves)) {
    for (const from of rule.from) {
      for (const to of targetsOf(rule.to)) lines.push(`  ${from} --> ${to}: ${rule.label[locale]}`);
    }
  }
  for (const [state, rule] of Object.entries(workflow.states)) {
    if (rule.final) lines.push(`  ${state} --> [*]`);
  }
  return `${lines.join('\n')}\n`;
}
