import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { root } from '../local/command.ts';
import type { Plan } from './written-file.ts';

/** Plans the next decision record. */
export function planAdr(title: string, today: Temporal.PlainDate): Plan {
  const numbers = globSync('docs/adr/[0-9]*.md', { cwd: root }).map((path) =>
    Number(basename(path).slice(0, 4)),
  );
  const number = String(Math.max(0, ...numbers) + 1).padStart(4, '0');
  const slug = title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  const text = `# ${number} ${title}

Date: ${today.toString()} · Status: accepted

## Context

What forces the decision: facts, numbers, where they come from.

## Decision

What we do, in one paragraph.

## Consequences

What becomes easier, what becomes harder, what it costs.

## Go back when

The fact that would make us decide otherwise.
`;
  return { files: [{ path: `docs/adr/${number}-${slug}.md`, text }], next: ['Write it the same day.'] };
}
