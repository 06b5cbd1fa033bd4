import { duringFirst } from '@tongxin/rotas/testing';
import type { Fixture } from '../fixture.ts';
import { key, type Sample, type Samples } from './sample.ts';

const reason = '委员临时有会。';
const came = '2026-11-25T09:40:00+08:00';

const plan = ({ rotas }: Fixture) => ({
  platformId: rotas.siteId,
  pattern: { kind: 'weekdays', weekdays: [5] },
  onHoliday: 'next_working_day',
  from: '2026-11-23',
  until: '2026-12-12',
  startTime: '14:00',
  endTime: '16:00',
  perTurn: 1,
  people: [{ memberId: rotas.partnerId, away: [{ from: '2026-11-27', until: '2026-11-27' }] }],
});

/** A call about a turn while the first one goes on. */
const onDay = (turnId: string, more: Record<string, unknown> = {}): Sample => ({
  input: { id: turnId, ...more },
  now: duringFirst,
});

export const rotaSamples: Samples = {
  'rotas.next': ({ rotas }) => ({ input: { platformId: rotas.siteId }, sees: '委员本人' }),
  'rotas.mine': ({ rotas }) => ({ input: { when: 'upcoming' }, sees: rotas.first }),
  'rotas.mySwaps': ({ rotas }) => ({ sees: rotas.swapForMember }),
  'rotas.partners': ({ rotas }) => ({ input: { id: rotas.third }, sees: rotas.partnerId }),
  'rotas.askSwap': ({ rotas }) => ({
    input: { id: rotas.third, memberId: rotas.partnerId, inReturnId: rotas.second, key: key() },
  }),
  'rotas.answerSwap': ({ rotas }) => ({ input: { swapId: rotas.swapForMember, answer: 'accept' } }),
  'rotas.withdrawSwap': ({ rotas }) => ({ input: { swapId: rotas.swapByMember } }),

  'rotas.board': ({ rotas }) => ({
    input: { platformId: rotas.siteId, month: '2026-11' },
    sees: rotas.first,
  }),
  'rotas.ofSite': ({ rotas }) => ({ input: { platformId: rotas.siteId }, sees: rotas.rotaId }),
  'rotas.list': ({ rotas }) => ({
    input: { divisionCode: '330702001', state: 'staffed', when: 'upcoming' },
    sees: rotas.first,
  }),
  'rotas.get': ({ rotas }) => ({ input: { id: rotas.first }, sees: rotas.first }),
  'rotas.candidates': ({ rotas }) => ({ input: { id: rotas.first }, sees: rotas.partnerId }),
  'rotas.preview': (f) => ({ input: plan(f), sees: f.rotas.partnerId }),
  'rotas.make': (f) => ({ input: { ...plan(f), key: key() } }),
  'rotas.publish': ({ rotas }) => ({ input: { id: rotas.draftId } }),
  'rotas.end': ({ rotas }) => ({ input: { id: rotas.rotaId, reason } }),
  'rotas.staff': ({ rotas }) => ({ input: { id: rotas.empty, memberId: rotas.coverId } }),
  'rotas.cover': ({ rotas }) => ({
    input: { id: rotas.second, memberId: rotas.coverId, reason },
  }),
  'rotas.vacate': ({ rotas }) => ({ input: { id: rotas.staffed, reason } }),
  'rotas.log': ({ rotas }) => onDay(rotas.first),
  'rotas.miss': ({ rotas }) => onDay(rotas.first, { reason }),
  'rotas.correct': ({ rotas }) => onDay(rotas.logged, { to: 'missed', reason }),
  'rotas.cancel': ({ rotas }) => ({ input: { id: rotas.staffed, reason } }),
  'rotas.receiveIssue': ({ rotas }) => ({
    input: {
      key: key(),
      turnId: rotas.first,
      at: came,
      issue: {
        divisionCode: '330702001001',
        channel: 'desk',
        words: '村口的路灯坏了一个星期。',
        placeWords: '村口',
        photoIds: [],
        contact: { name: '来访人', phone: '13900001111', address: '村口' },
      },
    },
    now: duringFirst,
  }),
  'rotas.deskKey': () => ({ sees: 'publicKey' }),
  'rotas.receiveParcel': ({ rotas }) => ({ input: rotas.parcel, now: duringFirst }),
  'rotas.receiveThroughMember': ({ rotas }) => ({
    input: {
      key: key(),
      turnId: rotas.first,
      issue: {
        divisionCode: '330702001001',
        words: '村口的路灯坏了一个星期。',
        placeWords: '村口',
        photoIds: [],
        contact: { name: '来访人', phone: '13900001111', address: '村口' },
        toldAt: came,
      },
    },
    now: duringFirst,
  }),
  'rotas.receiveAdvice': ({ rotas }) => ({
    input: { key: key(), turnId: rotas.first, at: came, about: '加装电梯', said: '到街道领表。' },
    now: duringFirst,
  }),
};
