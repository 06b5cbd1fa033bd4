import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { historyFor, JudgeIssue, OpenReceipt, ReplyIssue, SubmitIssue, triageHints } from './index.ts';

const told = (over: Record<string, unknown> = {}) => ({
  key: '01890000-0000-7000-8000-000000000001',
  divisionCode: '330702001001',
  words: '村口的路灯坏了',
  ...over,
});
const faults = (input: unknown) => {
  const parsed = SubmitIssue.safeParse(input);
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => [path.join('.'), message]);
};

describe('what a resident sends', () => {
  it('needs only the problem and the place', () => {
    expect(SubmitIssue.parse(told())).toEqual({ ...told(), photoIds: [], contact: {}, channel: 'web' });
  });

  it('keeps every language, and one kind of line end without space around', () => {
    expect(SubmitIssue.parse(told({ words: '  路灯坏了🙂\r\nдве недели  ' })).words).toBe(
      '路灯坏了🙂\nдве недели',
    );
  });

  it('has between 5 and 2000 characters, counted as people count them', () => {
    expect(faults(told({ words: '路灯坏了' }))).toEqual([['words', 'issues.words_short']]);
    expect(faults(told({ words: `    路灯坏了    ` }))).toEqual([['words', 'issues.words_short']]);
    expect(faults(told({ words: '🙂'.repeat(2000) }))).toEqual([]);
    expect(faults(told({ words: '灯'.repeat(2001) }))).toEqual([['words', 'issues.words_long']]);
    expect(faults(told({ placeWords: '路'.repeat(201) }))).toEqual([
      ['placeWords', 'issues.place_words_long'],
    ]);
  });

  it('holds no control character, no hidden change of direction and no half of a character', () => {
    for (const sign of ['\u0000', '\u0007', '\u001b', '\u007f', '\u0085', '\u202e', '\u2066', '\ud800']) {
      expect(faults(told({ words: `路灯${sign}坏了很久` }))).toEqual([['words', 'issues.characters']]);
    }
  });

  it('has at most three photos', () => {
    const ids = Array.from({ length: 4 }, (_, at) => `01890000-0000-7000-8000-00000000000${at}`);
    expect(faults(told({ photoIds: ids.slice(0, 3) }))).toEqual([]);
    expect(faults(told({ photoIds: ids }))).toEqual([['photoIds', 'issues.photos']]);
    expect(faults(told({ photoIds: ['x'] }))).toEqual([['photoIds.0', 'issues.id']]);
  });

  it('may name a person, and an empty field is the same as none', () => {
    const contact = { name: '', phone: ' 139 0000 0000 ', address: '  ' };
    expect(SubmitIssue.parse(told({ contact })).contact).toEqual({
      name: undefined,
      phone: '139 0000 0000',
      address: undefined,
    });
    expect(faults(told({ contact: { phone: 'call me' } }))).toEqual([['contact.phone', 'issues.phone']]);
    expect(faults(told({ contact: { idNumber: '1' } }))[0]?.[0]).toBe('contact');
  });

  it('has no field that the form does not have', () => {
    expect(faults(told({ state: 'closed' }))).toHaveLength(1);
    expect(faults(told({ channel: 'desk' }))).toEqual([['channel', 'issues.channel']]);
  });

  it('is refused with a field and a code, whatever it is, and never breaks the check', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (words, contact) => {
        for (const [, message] of faults(told({ words, contact }))) expect(typeof message).toBe('string');
        expect(() => SubmitIssue.safeParse(words)).not.toThrow();
      }),
    );
  });
});

describe('the other forms', () => {
  it('read a receipt as people type it', () => {
    expect(OpenReceipt.parse({ receipt: '7k m2qf 9xtb', pin: ' 12 34 56 ' })).toEqual({
      receipt: '7K-M2QF-9XTB',
      pin: '123456',
    });
  });

  it('take a judgement of one to five whole stars, and no silence', () => {
    const judgement = { key: told().key, solved: 'yes', stars: 5 };
    expect(JudgeIssue.safeParse(judgement).success).toBe(true);
    for (const stars of [0, 6, 2.5, '5', null])
      expect(JudgeIssue.safeParse({ ...judgement, stars }).success).toBe(false);
    expect(JudgeIssue.safeParse({ ...judgement, solved: 'silent' }).success).toBe(false);
  });

  it('take no "cannot be done" without its ground', () => {
    const reply = { id: told().key, class: 'cannot', text: '暂时没有经费安排。' };
    expect(
      ReplyIssue.safeParse(reply).error?.issues.map(({ path, message }) => [path.join('.'), message]),
    ).toEqual([['ground', 'issues.ground']]);
    expect(ReplyIssue.safeParse({ ...reply, ground: 'money' }).success).toBe(true);
    expect(ReplyIssue.safeParse({ ...reply, class: 'solved' }).success).toBe(true);
  });
});

describe('triage', () => {
  it('hints at what belongs to another channel or stays private', () => {
    expect(triageHints('我要信访，之前的申诉没有回音')).toEqual(['petition']);
    expect(triageHints('村里某主任收钱办事，以权谋私')).toEqual(['accusation']);
    expect(triageHints('以权谋私的是那个站长')).toEqual(['accusation']);
    expect(triageHints('法院已经判决，对方不执行')).toEqual(['lawsuit']);
    expect(triageHints('隔壁有家 暴，孩子害怕')).toEqual(['private']);
  });

  it('says nothing of an ordinary matter', () => {
    for (const text of ['路灯坏了', '希望主任来看看水沟', '校车站点太远', '宽带总是断'])
      expect(triageHints(text)).toEqual([]);
  });
});

describe('a history', () => {
  const entry = (move: string, data = {}) => ({ move, reason: null, data });
  const entries = [
    entry('open'),
    entry('redact'),
    entry('reveal'),
    entry('judge', { stars: 1 }),
    entry('close'),
  ];
  const isShown = (move: string) => move !== 'redact';

  it('shows the resident who opened the contact details, and not the office’s inner steps', () => {
    expect(historyFor('resident', entries, { isShown, isClosed: false }).map(({ move }) => move)).toEqual([
      'open',
      'reveal',
      'judge',
      'close',
    ]);
  });

  it('shows the department no rating before the matter is closed, and no opening of contact details ever', () => {
    const open = historyFor('handler', entries, { isShown, isClosed: false });
    expect(open.map(({ move }) => move)).toEqual(['open', 'judge', 'close']);
    expect(open.find(({ move }) => move === 'judge')?.data).toEqual({});
    const closed = historyFor('handler', entries, { isShown, isClosed: true });
    expect(closed.find(({ move }) => move === 'judge')?.data).toEqual({ stars: 1 });
  });

  it('shows another resident whose matter was merged into it no rating, also after it is closed', () => {
    const seen = historyFor('merged', entries, { isShown, isClosed: true });
    expect(seen.map(({ move, data }) => [move, data])).toEqual([
      ['open', {}],
      ['judge', {}],
      ['close', {}],
    ]);
  });

  it('shows an office all of it', () => {
    expect(historyFor('office', entries, { isShown, isClosed: false })).toEqual(entries);
  });
});
