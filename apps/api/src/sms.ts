import type { Town } from './town.ts';

/** What brings a sentence to a telephone. */
export type TextSender = (message: { phone: string; text: string }) => Promise<void>;

/**
 * How residents hear that there is news: through the city's gateway, which gets `{ phone, text }`. Without one,
 * nothing is sent; who left a telephone number looks their matter up by receipt like everybody else.
 */
export function textSender({ config }: Town): TextSender {
  const { SMS, SMS_GATEWAY_URL: url, SMS_GATEWAY_TOKEN: token } = config;
  if (SMS !== 'gateway' || url === undefined || token === undefined) return async () => undefined;
  return async (message) => {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(message),
      signal: AbortSignal.timeout(10_000),
    });
    await answer.body?.cancel();
    if (!answer.ok) throw new Error(`the message gateway answered ${answer.status}`);
  };
}
