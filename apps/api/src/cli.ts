import { parseArgs } from 'node:util';
import { commands } from './commands/index.ts';
import { readConfig } from './env.ts';

const { values: flags, positionals: words } = parseArgs({
  allowPositionals: true,
  options: { city: { type: 'string' }, all: { type: 'boolean' } },
});
const names = Object.keys(commands);
const name = names.find((known) => words.join(' ') === known || words.join(' ').startsWith(`${known} `));
if (name === undefined) {
  const list = names.map((known) => `  ${known.padEnd(20)} ${commands[known]!.says}`);
  console.error(['usage: pnpm tongxin <command>', '', ...list].join('\n'));
  process.exitCode = 2;
} else {
  const rest = words.slice(name.split(' ').length);
  process.exitCode = await commands[name]!.run({ config: readConfig(process.env), flags, words: rest });
}
