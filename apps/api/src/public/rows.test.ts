import { newId } from '@tongxin/core';
import { expect, it } from 'vitest';
import type { PlaceNames } from './place-names.ts';
import { sessionRow } from './rows.ts';

const names = { full: async () => '白龙桥镇' } as unknown as PlaceNames;
const startsAt = Temporal.Instant.from('2026-12-01T01:00:00Z');
const endsAt = startsAt.add({ hours: 2 });
const found = {
  ...{ id: newId<'matter'>(), title: '停车', startsAt, endsAt, mode: 'onsite', townshipCode: '330702103' },
  ...{ hall: '议事堂', seatsLeft: 5, residentSeats: 20 },
};
const stateAt = async (state: string, now: Temporal.Instant) =>
  (await sessionRow(names, { ...found, state } as Parameters<typeof sessionRow>[1], now)).state;

it('a session offers seats until its time has passed; then nothing is written down of it yet', async () => {
  expect(await stateAt('noticed', endsAt.subtract({ minutes: 1 }))).toBe('noticed');
  expect(await stateAt('noticed', endsAt)).toBe('over');
});

it('what is written down of a session stands, whatever the time', async () => {
  for (const state of ['held', 'published', 'cancelled'])
    expect(await stateAt(state, endsAt.add({ hours: 24 }))).toBe(state);
});
