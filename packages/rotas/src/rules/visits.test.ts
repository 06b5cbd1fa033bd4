import { describe, expect, it } from 'vitest';
import { mayWriteDown } from './visits.ts';

const moment = (text: string) => Temporal.Instant.from(`2026-11-${text}:00+08:00`);
const turn = { startsAt: moment('25T09:00'), endsAt: moment('25T11:30') };
const came = { at: moment('25T09:40'), about: '怎么申请加装电梯' };
const during = moment('25T10:00');

describe('whether a visitor can be written down', () => {
  it('is yes on the day of the turn, also later on', () => {
    expect(mayWriteDown(turn, came, during)).toEqual({ allowed: true });
    expect(mayWriteDown(turn, came, moment('28T08:00'))).toEqual({ allowed: true });
    expect(mayWriteDown(turn, { at: came.at }, during)).toEqual({ allowed: true });
  });

  it('is no for another day and for somebody who has not come yet', () => {
    for (const at of [moment('24T09:40'), moment('26T09:40'), moment('25T11:00')])
      expect(mayWriteDown(turn, { ...came, at }, during)).toEqual({
        allowed: false,
        code: 'rotas.other_day',
      });
  });

  it('is no with words that tell who it was', () => {
    for (const words of [{ about: '王某 13900001111' }, { said: '回电 13900001111。' }])
      expect(mayWriteDown(turn, { ...came, ...words }, during)).toEqual({
        allowed: false,
        code: 'rotas.personal_words',
      });
  });
});
