import { newId } from '@tongxin/core';
import type { Municipality } from '@tongxin/db';
import { outgoingCodes } from './schema.ts';

/** One code to one telephone. The number is only ever in this message, never in a table of production. */
export type CodeMessage = { phone: string; code: string; minutes: number };

/** What brings codes to telephones. `built_in` only shows them to developers. */
export type SmsSender = { kind: 'built_in' | 'gateway'; send(message: CodeMessage): Promise<void> };

/** Puts each code where the developer's outbox page finds it. Refused at the start in production. */
export function builtInSender(municipality: Municipality, now: () => Temporal.Instant): SmsSender {
  return {
    kind: 'built_in',
    send: async ({ phone, code }) => {
      await municipality.db
        .insert(outgoingCodes)
        .values({ id: newId<'outgoing_code'>(), phone, code, createdAt: now() });
    },
  };
}

/**
 * Hands each code to the city's own message gateway: POST of `{ phone, code, minutes }` as JSON with a bearer token.
 * Gateways differ too much for one format; what stands behind the address turns it into theirs.
 */
export function gatewaySender({ url, token }: { url: string; token: string }): SmsSender {
  return {
    kind: 'gateway',
    send: async (message) => {
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify(message),
        signal: AbortSignal.timeout(10_000),
      });
      await answer.body?.cancel();
      if (!answer.ok) throw new Error(`the message gateway answered ${answer.status}`);
    },
  };
}
