import { pause } from './town-process.ts';

export type Told = { key: string; id: string; receipt: string; pin: string };
type Answer = { status: number; data: Record<string, unknown> | null; refusal: string | null };

const village = '330702001001';
export const submission = (key: string, words = '村口的路灯坏了，晚上老人出门看不清路。') => ({
  key,
  divisionCode: village,
  words,
  photoIds: [],
  contact: { phone: '139 0000 0000' },
  channel: 'web',
});

/** Calls a mutation over HTTP, on a connection of its own. Throws when the connection breaks before the answer. */
export async function send(url: string, path: string, input: unknown, cookie = ''): Promise<Answer> {
  const response = await fetch(`${url}/trpc/${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      connection: 'close',
      ...(cookie === '' ? {} : { cookie }),
    },
    body: JSON.stringify(input),
    signal: AbortSignal.timeout(10_000),
  });
  const body = (await response.json()) as {
    result?: { data: Answer['data'] };
    error?: { data: { refusal: string } };
  };
  return {
    status: response.status,
    data: body.result?.data ?? null,
    refusal: body.error?.data.refusal ?? null,
  };
}

/** Does it again until an answer comes that is no fault of the server: what a browser's person does, and a queue. */
export async function insist(url: string, path: string, input: unknown, cookie = ''): Promise<Answer> {
  for (;;) {
    const answer = await send(url, path, input, cookie).catch(() => null);
    if (answer !== null && answer.status < 500) return answer;
    await pause(50);
  }
}

/** One resident telling one matter after another, each until there is a receipt, until they are told to stop. */
export async function tellMatters(
  url: string,
  { stop, onTold }: { stop: () => boolean; onTold: (told: Told) => void },
): Promise<void> {
  while (!stop()) {
    const key = crypto.randomUUID();
    const { status, data, refusal } = await insist(url, 'issues.submit', submission(key));
    if (status !== 200) throw new Error(`a submission was answered ${status} ${refusal}`);
    onTold({ key, ...(data as Omit<Told, 'key'>) });
  }
}
