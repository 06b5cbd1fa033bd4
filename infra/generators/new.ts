import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../local/command.ts';
import { planAdr } from './adr.ts';
import { planDomain } from './domain.ts';
import { planScreen } from './screen.ts';
import type { Plan } from './written-file.ts';

const help = `Writes new files in the form that the others have.

  pnpm new domain <name>                    a domain package, for example: pnpm new domain halls
  pnpm new screen <app> <domain> <Name>     a screen, for example: pnpm new screen admin halls HallCalendar
  pnpm new adr <title>                      a decision record, for example: pnpm new adr One queue for all cities
`;

const kebab = /^[a-z][a-z0-9-]*$/;
const pascal = /^[A-Z][A-Za-z0-9]*$/;

/** What to write, or null when the words make no sense. */
function plan([kind, ...words]: string[]): Plan | null {
  const [first = '', second = '', third = ''] = words;
  if (kind === 'domain' && words.length === 1 && kebab.test(first)) return planDomain(first);
  if (
    kind === 'screen' &&
    words.length === 3 &&
    kebab.test(first) &&
    kebab.test(second) &&
    pascal.test(third)
  ) {
    return planScreen(first, second, third);
  }
  if (kind === 'adr' && words.length > 0) return planAdr(words.join(' '), Temporal.Now.plainDateISO());
  return null;
}

function write({ files, next }: Plan) {
  const taken = files.filter(({ path }) => existsSync(join(root, path)));
  if (taken.length > 0)
    throw new Error(`${taken.map(({ path }) => path).join(', ')}: already there, left as it is.`);
  for (const { path, text } of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    console.log(path);
  }
  console.log(`\nNext:\n${next.map((line) => `- ${line}`).join('\n')}`);
}

const wanted = plan(process.argv.slice(2));
if (wanted) write(wanted);
else {
  console.error(help);
  process.exitCode = 1;
}
