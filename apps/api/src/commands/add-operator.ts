import { randomBytes } from 'node:crypto';
import { createAccount, grantRole } from '@tongxin/accounts/commands';
import { messages } from '@tongxin/accounts/messages';
import { CreateAccount, GrantRole } from '@tongxin/accounts/rules';
import { DomainError, system, textOf } from '@tongxin/core';
import { transact } from '@tongxin/db';
import { contextFor, openTown } from '../town.ts';
import type { Command } from './index.ts';

/**
 * Makes an account that may open accounts for everybody else: in a new town nobody else could make the first one.
 * The password is shown once and kept nowhere; the authenticator is set up at the first sign-in.
 */
export const addOperator: Command = {
  says: 'make an operator, who opens the accounts of all others: operator add <user name> <name>',
  async run({ config, words }) {
    const [username, ...name] = words;
    const password = randomBytes(15).toString('base64url');
    const entry = CreateAccount.safeParse({
      name: name.join(' '),
      username,
      password,
      divisionCode: config.MUNICIPALITY,
      reason: 'made at the command line',
    });
    if (!entry.success) {
      const codes = new Set(entry.error.issues.map(({ message }) => message));
      for (const code of codes) console.error(textOf(messages, code, 'en'));
      console.error('Say who it is: operator add wang.ops 王工');
      return 2;
    }
    const town = await openTown(config, { connections: 2 });
    try {
      await transact(contextFor(town, system), async (_tx, inside) => {
        const { accountId } = await createAccount(inside, entry.data);
        const { divisionCode, reason } = entry.data;
        await grantRole(inside, GrantRole.parse({ accountId, role: 'operator', divisionCode, reason }));
      });
      console.log(
        `${entry.data.name} signs in at /admin/ as ${username} with the password\n\n  ${password}\n`,
      );
      console.log('It is shown only now. Change it under the own account after the first sign-in.');
      return 0;
    } catch (refused) {
      if (!(refused instanceof DomainError)) throw refused;
      console.error(textOf(messages, refused.code, 'en'));
      return 1;
    } finally {
      await town.municipality.close();
    }
  },
};
