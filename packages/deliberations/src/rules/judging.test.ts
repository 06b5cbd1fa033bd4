import type { ClosingClass, Solved } from '@tongxin/issues/rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  classOf,
  isRefusal,
  issueClass,
  lineClass,
  standOf,
  tallyOf,
  worstOf,
  type Answered,
  type Word,
} from './judging.ts';

const said = (issueId: string, solved: Solved, stars: number | null = 5): Word => ({
  issueId,
  solved,
  stars: solved === 'silent' ? null : stars,
});

const anyWord = fc
  .record({
    issueId: fc.constantFrom('a', 'b', 'c', 'd'),
    solved: fc.constantFrom<Solved>('yes', 'partly', 'no', 'silent'),
    stars: fc.integer({ min: 1, max: 5 }),
  })
  .map(({ issueId, solved, stars }) => said(issueId, solved, stars));
const anyReply = fc.constantFrom('solved', 'being_solved', 'planned', 'cannot', null);
const anyWords = fc.uniqueArray(anyWord, { selector: ({ issueId }) => issueId, maxLength: 4 });

describe('where a line stands', () => {
  it('waits until each resident has spoken or was counted as silent', () => {
    const asked = ['a', 'b'];
    expect(standOf({ round: 1, asked, words: [said('a', 'yes')] })).toBe('waiting');
    expect(standOf({ round: 1, asked, words: [said('a', 'yes'), said('b', 'silent')] })).toBe('judged');
  });

  it('is done again after a first refusal, and only then', () => {
    const words = [said('a', 'yes'), said('b', 'no')];
    expect(standOf({ round: 1, asked: ['a', 'b'], words })).toBe('again');
    expect(standOf({ round: 2, asked: ['a', 'b'], words })).toBe('judged');
  });

  it('is done again for two stars, whatever was said beside them', () => {
    expect(standOf({ round: 1, asked: ['a'], words: [said('a', 'yes', 2)] })).toBe('again');
    expect(standOf({ round: 1, asked: ['a'], words: [said('a', 'partly', 3)] })).toBe('judged');
  });

  it('waits for the clock when nobody is left to be asked', () => {
    expect(standOf({ round: 1, asked: [], words: [] })).toBe('waiting');
    expect(standOf({ round: 1, asked: [], words: [], expired: true })).toBe('judged');
  });

  it('never depends on the order in which residents spoke, and never waits once the time is over', () => {
    fc.assert(
      fc.property(anyWords, fc.integer({ min: 1, max: 3 }), fc.boolean(), (words, round, expired) => {
        const asked = ['a', 'b', 'c'];
        const stand = standOf({ round, asked, words, expired });
        expect(standOf({ round, asked, words: words.toReversed(), expired })).toBe(stand);
        if (expired) expect(stand).not.toBe('waiting');
        if (stand === 'again') expect(words.some(isRefusal)).toBe(true);
      }),
    );
  });
});

describe('how a line ends', () => {
  it('is solved only when every resident said yes', () => {
    fc.assert(
      fc.property(anyWords, anyReply, (words, reply) => {
        if (lineClass(words, reply) !== 'solved') return;
        expect(words.length).toBeGreaterThan(0);
        expect(words.every(({ solved }) => solved === 'yes')).toBe(true);
      }),
    );
  });

  it('never counts silence as a yes', () => {
    expect(lineClass([said('a', 'yes'), said('b', 'silent')], 'solved')).toBe('unrated');
    expect(lineClass([said('a', 'silent')], 'solved')).toBe('unrated');
    expect(lineClass([], 'solved')).toBe('unrated');
  });

  it('is explained when the unit cannot do it and nobody calls it solved or refuses it', () => {
    expect(classOf(said('a', 'silent'), 'cannot')).toBe('explained');
    expect(classOf(said('a', 'partly', 3), 'cannot')).toBe('explained');
    expect(classOf(said('a', 'no', 1), 'cannot')).toBe('disagreed');
    expect(classOf(said('a', 'yes', 4), 'cannot')).toBe('solved');
  });

  it('records a refusal as such', () => {
    expect(lineClass([said('a', 'yes'), said('b', 'no')], 'solved')).toBe('disagreed');
  });

  it('adds up: the four counts are all the words', () => {
    fc.assert(
      fc.property(anyWords, (words) => {
        const { yes, partly, no, silent } = tallyOf(words);
        expect(yes + partly + no + silent).toBe(words.length);
      }),
    );
  });
});

describe('how a matter ends with its lines', () => {
  const line = (...words: Word[]): Answered => ({ adopted: true, reply: 'solved', words });

  it('is explained when nothing of it was adopted', () => {
    expect(issueClass([{ adopted: false }, { adopted: false }])).toBe('explained');
  });

  it('is solved only when its resident said so of every line', () => {
    expect(issueClass([line(said('a', 'yes')), line(said('a', 'yes'))])).toBe('solved');
    expect(issueClass([line(said('a', 'yes')), line(said('a', 'silent'))])).toBe('unrated');
    expect(issueClass([line(said('a', 'yes')), { adopted: false }])).toBe('explained');
    expect(issueClass([line(said('a', 'yes')), line(said('a', 'no', 1))])).toBe('disagreed');
  });

  it('never gets better by a further line, and does not depend on their order', () => {
    const anyLine = fc.oneof(
      fc.constant<Answered>({ adopted: false }),
      fc.record({ reply: anyReply, words: anyWords }).map((rest): Answered => ({ adopted: true, ...rest })),
    );
    const rank: readonly ClosingClass[] = ['disagreed', 'partly', 'explained', 'unrated', 'solved'];
    fc.assert(
      fc.property(fc.array(anyLine, { minLength: 1, maxLength: 5 }), anyLine, (lines, further) => {
        const before = issueClass(lines);
        expect(issueClass(lines.toReversed())).toBe(before);
        expect(rank.indexOf(issueClass([...lines, further]))).toBeLessThanOrEqual(rank.indexOf(before));
      }),
    );
    expect(worstOf([])).toBe('unrated');
  });
});
