import { expect, it } from 'vitest';
import { isDoorCode, markOf, plainCode } from './codes.ts';

const code = 'ABCDEFGH23456789JKMNPQRSTUVWXYZ2';

it('a code is the same however it is written', () => {
  for (const written of [
    code,
    code.toLowerCase(),
    ` ${code.match(/.{4}/g)!.join(' ')} `,
    `https://x.test/${code}`,
  ])
    expect(plainCode(written)).toBe(code);
});

it('other codes that people hold up are not taken for a member’s', () => {
  expect(isDoorCode(code)).toBe(true);
  for (const other of ['', 'ABCDEFGH23', `${code}2`, code.replace('A', '0')])
    expect(isDoorCode(other)).toBe(false);
});

it('a mark knows its code at its own door alone, and does not hold it', async () => {
  const mark = await markOf('one', code);
  expect(mark).toMatch(/^[0-9a-f]{32}$/);
  expect(await markOf('one', code)).toBe(mark);
  expect(await markOf('another', code)).not.toBe(mark);
  expect(await markOf('one', code.replace('A', 'B'))).not.toBe(mark);
});
