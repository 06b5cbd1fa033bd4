import { expect, it } from 'vitest';
import { entryOf, minutesOf } from './minutes.tsx';

it('minutes are one point a line; empty lines are nothing', () => {
  expect(minutesOf({ summary: '经过', agreed: '换灯\n\n  划线  \n', notAgreed: '' })).toEqual({
    summary: '经过',
    agreed: [{ text: '换灯' }, { text: '划线' }],
    notAgreed: [],
  });
});

it('what was saved is shown as it was written', () => {
  const saved = { summary: '经过', agreed: [{ text: '换灯' }, { text: '划线' }], notAgreed: [] };
  expect(minutesOf(entryOf(saved))).toEqual(saved);
  expect(entryOf(null)).toEqual({ summary: '', agreed: '', notAgreed: '' });
});
