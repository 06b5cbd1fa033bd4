import type { Town } from '@tongxin/matters/testing';
import { callerPassword } from '../callers.ts';

export type Canaries = Record<
  | 'words'
  | 'place'
  | 'name'
  | 'phone'
  | 'address'
  | 'answer'
  | 'bounced'
  | 'judged'
  | 'again'
  | 'refused'
  | 'broken',
  string
>;

const origin = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' };
const key = () => crypto.randomUUID();

/** A browser of somebody: keeps cookies, asks procedures. Throws when the answer is no and a yes was meant. */
class Person {
  readonly #url: string;
  readonly #jar = new Map<string, string>();

  constructor(url: string) {
    this.#url = url;
  }

  async #fetch(address: string, init: RequestInit & { headers?: Record<string, string> }): Promise<Response> {
    const cookie = [...this.#jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(`${this.#url}${address}`, {
      ...init,
      redirect: 'manual',
      headers: { ...init.headers, ...(cookie === '' ? {} : { cookie }) },
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      this.#jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  }

  async signIn(username: string): Promise<this> {
    const body = JSON.stringify({ username, password: callerPassword });
    const { status } = await this.#fetch('/auth/sign-in/username', { method: 'POST', headers: origin, body });
    if (status !== 200) throw new Error(`${username} could not sign in: ${status}`);
    return this;
  }

  keep(name: string, value: string): void {
    this.#jar.set(name, value);
  }

  async does<T>(path: string, input: unknown): Promise<T> {
    const response = await this.#fetch(`/trpc/${path}`, {
      method: 'POST',
      headers: origin,
      body: JSON.stringify(input),
    });
    return answerOf<T>(path, response);
  }

  async asks<T>(path: string, input: unknown): Promise<T> {
    const asked = `/trpc/${path}?input=${encodeURIComponent(JSON.stringify(input))}`;
    return answerOf<T>(path, await this.#fetch(asked, {}));
  }

  /** Something that is refused on purpose: whatever is written down of it must hold nothing that was sent. */
  async fails(path: string, input: unknown): Promise<void> {
    const { status } = await this.#fetch(`/trpc/${path}`, {
      method: 'POST',
      headers: origin,
      body: JSON.stringify(input),
    });
    if (status < 400) throw new Error(`${path} should have been refused`);
  }
}

async function answerOf<T>(path: string, response: Response): Promise<T> {
  const body = (await response.json()) as { result?: { data: T }; error?: unknown };
  if (response.status !== 200) throw new Error(`${path}: ${response.status} ${JSON.stringify(body.error)}`);
  return body.result!.data;
}

type Submitted = { id: string; receipt: string; pin: string };

/** Who takes a step in it, by user name; nobody checks, closes or publishes their own work. */
export const workers = ['host', 'second-host', 'county', 'second-county', 'clerk'] as const;

type Place = { canaries: Canaries; town: Town; followCookieOf: (matterId: string) => string };

/** One matter from its first words to its page and its reopening, as people do it, over HTTP. */
export async function live(url: string, { canaries, town, followCookieOf }: Place) {
  const moves: string[] = [];
  const people = await signInAll(url);
  const resident = new Person(url);
  const submissionKey = key();
  const told = await resident.does<Submitted>('issues.submit', formOf(canaries, submissionKey));
  moves.push('submit');
  await failOnPurpose(resident, canaries, told);
  await resident.does('issues.openReceipt', { receipt: told.receipt, pin: told.pin });
  resident.keep('follow', followCookieOf(told.id));
  const revealed = await beforeHandling(people, { resident, canaries, id: told.id });
  moves.push('reveal');
  const departments = await handle(people, { resident, canaries, id: told.id, unitId: town.department.id });
  moves.push('judge', 'close', 'publish');
  const published = JSON.stringify(await new Person(url).asks('issues.getPublished', { id: told.id }));
  await resident.does('issues.reopen', { key: key(), text: canaries.again });
  moves.push('reopen');
  return { ...told, key: submissionKey, moves, revealed, departments, published };
}

const formOf = ({ words, place, name, phone, address }: Canaries, submissionKey: string) => ({
  key: submissionKey,
  divisionCode: '330702001001',
  words,
  placeWords: place,
  photoIds: [],
  contact: { name, phone, address },
  channel: 'web',
});

/** What goes wrong in a life: a wrong PIN, a place that is not there, the same key with other words. */
async function failOnPurpose(resident: Person, canaries: Canaries, { receipt }: Submitted): Promise<void> {
  const refused = { ...formOf(canaries, key()), words: canaries.refused, placeWords: canaries.refused };
  await resident.fails('issues.submit', { ...refused, divisionCode: '330799001' });
  await resident.fails('issues.submit', { ...refused, photoIds: [key()] });
  await resident.fails('issues.submit', { ...refused, contact: { phone: canaries.refused } });
  await resident.fails('issues.openReceipt', { receipt, pin: '000000' });
}

type People = Record<(typeof workers)[number], Person>;
type Course = { resident: Person; canaries: Canaries; id: string };

async function signInAll(url: string): Promise<People> {
  const signedIn = [];
  for (const name of workers) signedIn.push([name, await new Person(url).signIn(name)]);
  return Object.fromEntries(signedIn) as People;
}

async function beforeHandling({ host }: People, { resident, canaries, id }: Course): Promise<unknown> {
  await host.does('issues.openWords', { id });
  const revealed = await host.does('issues.reveal', { id, reason: '约居民到现场看一看。' });
  await host.does('issues.divert', { id, channel: 'hotline', reason: '由热线派单。' });
  await resident.does('issues.bounce', { key: key(), text: canaries.bounced });
  await host.does('issues.ask', { id, question: '是哪一个位置？' });
  await resident.does('issues.answer', { key: key(), text: canaries.answer, photoIds: [] });
  await host.does('issues.accept', { id });
  return revealed;
}

async function handle(
  people: People,
  { resident, canaries, id, unitId }: Course & { unitId: string },
): Promise<string> {
  const { host, county, clerk } = people;
  const reply = { id, class: 'solved', text: '已经清理修复。', photoIds: [], confirmed: false };
  await host.does('issues.saveHandlingCopy', {
    id,
    title: '涵洞需要修复',
    text: '村口涵洞需要修复。',
    confirmed: false,
  });
  await host.does('issues.route', { id, unitId, term: 'simple', confirmed: false });
  await clerk.does('issues.take', { id });
  const departments = JSON.stringify([
    await clerk.asks('issues.get', { id }),
    await clerk.asks('issues.listAssigned', {}),
  ]);
  await clerk.does('issues.reply', reply);
  await county.does('issues.verify', { id });
  await resident.does('issues.judge', { key: key(), solved: 'yes', stars: 5, words: canaries.judged });
  await people['second-county'].does('issues.close', { id });
  await people['second-host'].does('issues.publish', { id, confirmed: false });
  return departments;
}
