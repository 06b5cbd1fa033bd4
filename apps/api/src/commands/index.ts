import type { Config } from '../env.ts';
import { addOperator } from './add-operator.ts';
import { importCalendarFile } from './import-calendar-file.ts';
import { importDivisionsHere } from './import-divisions.ts';
import { login } from './login.ts';
import { migrate } from './migrate.ts';
import { resealVault } from './reseal-vault.ts';
import { resetAuthenticator } from './reset-authenticator.ts';
import { verify } from './verify.ts';

type Asked = { config: Config; flags: Record<string, unknown>; words: readonly string[] };
export type Command = { says: string; run: (asked: Asked) => Promise<number> };

/** What can be asked on the command line. Each answers with the exit code. */
export const commands: Readonly<Record<string, Command>> = {
  migrate,
  login,
  'divisions import': importDivisionsHere,
  'calendar import': importCalendarFile,
  'operator add': addOperator,
  'authenticator reset': resetAuthenticator,
  'journal verify': verify,
  'vault reseal': resealVault,
};
