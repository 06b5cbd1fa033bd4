import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emergencyWords, findEmergency, hotlines } from './index.ts';

const quiet = '村口的公交站牌褪色了，看不清班次。';

describe('emergency words', () => {
  it('name the lines that help: fire, gas and people trapped', () => {
    expect(findEmergency('隔壁着火了')).toEqual(['119']);
    expect(findEmergency('楼道里煤气味很重')).toEqual(['119']);
    expect(findEmergency('老人困在电梯里')).toContain('119');
  });

  it('name police, ambulance and somebody to talk to when a life is in danger', () => {
    expect(findEmergency('我真的不想活了')).toEqual(['110', '120', '12356']);
    expect(findEmergency('There is a gas leak in our building')).toEqual(['119']);
  });

  it('name the lines for women and for the young', () => {
    expect(findEmergency('邻居家经常家暴')).toEqual(['110', '12338']);
    expect(findEmergency('孩子被打得不敢上学，是校园霸凌')).toEqual(['110', '12355']);
  });

  it('name the service hotline for what is urgent and endangers no life yet', () => {
    expect(findEmergency('路面塌陷，车过不去')).toEqual(['12345']);
  });

  it('are not heard in an ordinary matter', () => {
    for (const text of [quiet, '路灯坏了', '希望增加一个健身器材', '停车位不够', ''])
      expect(findEmergency(text)).toEqual([]);
  });

  it('are heard in full-width letters, capitals and with spaces between', () => {
    expect(findEmergency('楼 上 着 火 了')).toEqual(['119']);
    expect(findEmergency('ＧＡＳ　ＬＥＡＫ')).toEqual(['119']);
  });

  it('are heard wherever they stand in a text, each with all of its lines, the most urgent first', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...emergencyWords()),
        fc.string({ unit: 'grapheme', maxLength: 50 }),
        fc.string(),
        ({ word, lines }, before, after) => {
          const found = findEmergency(`${before}\n${word}\n${after}`);
          for (const line of lines) expect(found).toContain(line);
          expect(found).toEqual(hotlines.filter((line) => found.includes(line)));
        },
      ),
    );
  });

  it('never become fewer when more is told', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...emergencyWords()),
        fc.constantFrom(...emergencyWords()),
        (one, other) => {
          const alone = findEmergency(one.word);
          const both = findEmergency(`${one.word}。${quiet}${other.word}`);
          expect(alone.every((line) => both.includes(line))).toBe(true);
        },
      ),
    );
  });
});
