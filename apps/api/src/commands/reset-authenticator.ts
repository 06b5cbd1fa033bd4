import { resetTotp } from '@tongxin/accounts/commands';
import { messages } from '@tongxin/accounts/messages';
import { findAccountByName } from '@tongxin/accounts/queries';
import { DomainError, system, textOf } from '@tongxin/core';
import { contextFor, openTown } from '../town.ts';
import type { Command } from './index.ts';

/**
 * Takes an account's authenticator off where no office above it can: an operator's lost telephone, and everybody's
 * after the secret of the sign-ins was changed.
 */
export const resetAuthenticator: Command = {
  says: 'take the authenticator off an account: authenticator reset <user name> <reason>',
  async run({ config, words }) {
    const [username, ...reason] = words;
    if (username === undefined || reason.length === 0) {
      console.error('Say whose and why: authenticator reset suxi.host telephone lost');
      return 2;
    }
    const town = await openTown(config, { connections: 2 });
    try {
      const ctx = contextFor(town, system);
      const account = await findAccountByName(ctx, username);
      if (account === null) {
        console.error(`Nobody has the user name ${username}.`);
        return 1;
      }
      await resetTotp(ctx, { accountId: account.id, reason: reason.join(' ') });
      console.log(`${account.name} sets up a new authenticator at the next sign-in`);
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
