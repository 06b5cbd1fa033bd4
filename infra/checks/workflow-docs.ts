import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lineWorkflow } from '../../packages/deliberations/src/rules/line-workflow.ts';
import { sessionWorkflow, topicWorkflow } from '../../packages/deliberations/src/rules/workflows.ts';
import { eventWorkflow } from '../../packages/events/src/rules/workflow.ts';
import { expertWorkflow } from '../../packages/experts/src/rules/workflow.ts';
import { issueWorkflow } from '../../packages/issues/src/rules/workflow.ts';
import { diagramOf } from '../../packages/matters/src/rules/diagram.ts';
import { ownerNames, wordNames } from '../../packages/matters/src/rules/words.ts';
import type { Clock, Workflow } from '../../packages/matters/src/rules/workflow.ts';
import { objectionWorkflow } from '../../packages/record/src/rules/workflow.ts';
import { leadWorkflow } from '../../packages/outreach/src/rules/leads.ts';
import { orderWorkflow } from '../../packages/outreach/src/rules/orders.ts';
import { turnWorkflow } from '../../packages/rotas/src/rules/workflow.ts';
import { visitWorkflow } from '../../packages/visits/src/rules/workflow.ts';
import { root } from '../local/command.ts';

const file = join(root, 'docs', 'workflows.md');
const parts: [string, Workflow][] = [
  ['民情一点通 · A resident’s issue', issueWorkflow as Workflow],
  ['议题 · Topic', topicWorkflow as Workflow],
  ['议事会 · Session', sessionWorkflow as Workflow],
  ['成果转化事项 · Outcome line', lineWorkflow as Workflow],
  ['活动 · Event', eventWorkflow as Workflow],
  ['轮值 · Turn', turnWorkflow as Workflow],
  ['专家服务 · Expert request', expertWorkflow as Workflow],
  ['听听心里话 · Visit to a member', visitWorkflow as Workflow],
  ['履职记录异议 · Objection to a line of a record', objectionWorkflow as Workflow],
  ['引荐线索 · Lead', leadWorkflow as Workflow],
  ['送服务到村 · Village order', orderWorkflow as Workflow],
];

function clockWords(clock: Clock): string {
  if ('given' in clock) return '按所定日期 · the date given';
  if ('days' in clock) return `${clock.days} 天 · days`;
  return `${clock.workingDays} 个工作日 · working days`;
}

function tableOf(workflow: Workflow): string {
  const rows = Object.entries(workflow.states).map(([state, rule]) => {
    const turn = rule.final
      ? '— | —'
      : `${ownerNames[rule.owner]['zh-CN']} · ${ownerNames[rule.owner].en} | ${clockWords(rule.clock)}`;
    const label = `${rule.label['zh-CN']} · ${rule.label.en}`;
    const word =
      rule.word === undefined ? '—' : `${wordNames[rule.word]['zh-CN']} · ${wordNames[rule.word].en}`;
    return `| \`${state}\` | ${label} | ${word} | ${turn} |`;
  });
  return ['| state | 状态 | 四字 | 轮到谁 | 期限 |', '| --- | --- | --- | --- | --- |', ...rows].join('\n');
}

/** The page with every workflow: table and diagram, from the data that the program runs on. */
function workflowPage(): string {
  const sections = parts.map(
    ([title, workflow]) =>
      `## ${title}\n\n${tableOf(workflow)}\n\n\`\`\`mermaid\n${diagramOf(workflow, 'zh-CN')}\`\`\`\n`,
  );
  return `# Workflows\n\nWritten by \`node infra/checks/workflow-docs.ts\` from the workflows in \`rules\`; compared by \`pnpm check\`.\n\n${sections.join('\n')}`;
}

/** What is wrong with the page in the repository; nothing when it says what the program does. */
export async function workflowPageComplaint(): Promise<string> {
  const kept = await readFile(file, 'utf8').catch(() => '');
  return kept === workflowPage()
    ? ''
    : 'docs/workflows.md is not what the workflows say: node infra/checks/workflow-docs.ts';
}

if (import.meta.main) await writeFile(file, workflowPage());
