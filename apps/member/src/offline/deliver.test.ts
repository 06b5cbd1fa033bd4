import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { deliver } from './deliver.ts';
import { noFields, type Draft } from './draft.ts';
import { pack, reopened, type Parcel } from './parcel.ts';
import { drop, empty, find, keep, list, move, replace } from './store.ts';

const place = { code: '330702103001', label: '婺城区 白龙桥镇 某村' };
const slip = { receipt: '22-2222-2222', pin: '123456' };
const parcelOf = (at: number, owner = 'me'): Parcel => {
  const draft: Draft = {
    id: `01a1ff00-0000-7000-8000-00000000000${at}`,
    owner,
    beganAt: '2026-11-21T06:00:00Z',
    savedAt: '2026-11-21T06:05:00Z',
    fields: { ...noFields, place, words: '村口的路灯坏了。' },
  };
  return pack(draft, place, '2026-11-21T06:06:00Z');
};
const [first, second] = [parcelOf(1), parcelOf(2)] as const;

/** The server: what reached it, and an answer that comes when it is let. */
function slowServer() {
  const reached: string[] = [];
  let answer: (given: Error | typeof slip) => void = () => undefined;
  const submit = async ({ id }: Draft) => {
    reached.push(id);
    return new Promise<typeof slip>((done, fail) => {
      answer = (given) => (given instanceof Error ? fail(given) : done(given));
    });
  };
  const asked = async () => {
    while (reached.length === 0) await new Promise((soon) => setTimeout(soon, 1));
  };
  return { reached, submit, asked, answer: (given: Error | typeof slip) => answer(given) };
}

beforeEach(async () => {
  await empty('reads', 'drafts', 'parcels', 'facts');
  for (const parcel of [first, second]) await keep('parcels', parcel);
});

describe('a parcel that is sent', () => {
  it('leaves only its receipt, and is not sent again', async () => {
    const reached: string[] = [];
    const submit = async ({ id }: Draft) => (reached.push(id), slip);
    expect(await deliver(first, submit)).toMatchObject({ state: 'arrived', slip, draft: null });
    expect(await deliver(first, submit)).toBeUndefined();
    expect(reached).toEqual([first.id]);
    expect(await find('parcels', first.id)).toMatchObject({ state: 'arrived', slip });
  });

  it('waits on when no answer came, as one that the server may have', async () => {
    const failed = await deliver(first, () => Promise.reject(new TypeError('no network')));
    expect(failed).toMatchObject({ state: 'waiting', tried: true });
    expect(await find('parcels', first.id)).toEqual(failed);
  });

  it('is not sent when it was discarded, taken back or is somebody else’s since it was listed', async () => {
    const { reached, submit } = slowServer();
    const waiting = await list('parcels');
    await drop('parcels', first.id);
    await move({ room: 'parcels', key: second.id }, 'drafts', (parcel) => parcel && reopened(parcel));
    const others = parcelOf(3, 'somebody else');
    await keep('parcels', others);
    for (const parcel of [...waiting, { ...others, owner: 'me' }])
      expect(await deliver(parcel, submit)).toBeUndefined();
    expect(reached).toEqual([]);
    expect(await list('parcels')).toEqual([others]);
    expect((await list('drafts')).map(({ id }) => id)).toEqual([second.id]);
  });

  it('is written back nowhere when its writer has signed out before the answer came', async () => {
    for (const given of [slip, new TypeError('no network')]) {
      await keep('parcels', first);
      const server = slowServer();
      const sending = deliver(first, server.submit);
      await server.asked();
      await empty('reads', 'drafts', 'parcels', 'facts');
      server.answer(given);
      expect(await sending).toBeUndefined();
      expect(await list('parcels')).toEqual([]);
    }
  });

  it('cannot be taken back any more once it is on its way, whatever the screen still showed', async () => {
    const server = slowServer();
    const sending = deliver(first, server.submit);
    await server.asked();
    const taken = await move(
      { room: 'parcels', key: first.id },
      'drafts',
      (parcel) => parcel && reopened(parcel),
    );
    expect([taken, await list('drafts')]).toEqual([undefined, []]);
    server.answer(slip);
    expect(await sending).toMatchObject({ state: 'arrived' });
    // Neither is a receipt thrown away by somebody who still saw it waiting.
    expect(await drop('parcels', first.id, ({ state }) => state !== 'arrived')).toBeUndefined();
    expect(await find('parcels', first.id)).toMatchObject({ slip });
  });
});

describe('a record of the telephone', () => {
  it('is changed by one writer after the other, none of them lost, and not at all when it is gone', async () => {
    const later = (parcel: Parcel) => ({ ...parcel, why: `${parcel.why ?? ''}+` });
    await Promise.all(Array.from({ length: 20 }, () => replace('parcels', first.id, later)));
    expect((await find('parcels', first.id))?.why).toBe('+'.repeat(20));
    await drop('parcels', first.id);
    expect(await replace('parcels', first.id, later)).toBeUndefined();
    expect(await find('parcels', first.id)).toBeUndefined();
  });
});
