import { describe, expect, it } from 'vitest';
import { accountText } from './account.ts';
import { askedText } from './asked.ts';
import { codesText } from './codes.ts';
import { contactsText } from './contacts.ts';
import { dutiesText } from './duties.ts';
import { intakeText } from './intake.ts';
import { recordText } from './record.ts';
import { sessionsText } from './sessions.ts';
import { shellText } from './shell.ts';

const catalogues = {
  account: accountText,
  asked: askedText,
  codes: codesText,
  contacts: contactsText,
  duties: dutiesText,
  intake: intakeText,
  record: recordText,
  sessions: sessionsText,
  shell: shellText,
};

/** Every sentence with where it stands; a sentence that takes values is said with some. */
function sentences(texts: object, at: string): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]: [string, unknown]) => {
    const where = `${at}.${key}`;
    if (typeof value === 'function')
      return [[where, String((value as (...words: number[]) => string)(2, 3, 4))]];
    return typeof value === 'string' ? [[where, value]] : sentences(value as object, where);
  });
}

const chinese = Object.entries(catalogues).flatMap(([name, texts]) => sentences(texts['zh-CN'], name));
const english = Object.entries(catalogues).flatMap(([name, texts]) => sentences(texts.en, name));

describe('the catalogue', () => {
  it('has the same sentences in both languages, in the same order', () => {
    expect(english.map(([where]) => where)).toEqual(chinese.map(([where]) => where));
  });

  it('leaves nothing unsaid', () => {
    expect([...chinese, ...english].filter(([, sentence]) => sentence.trim() === '')).toEqual([]);
  });

  it('says Chinese in Chinese and English in English', () => {
    const han = /\p{Script=Han}/u;
    const places = (all: [string, string][]) => all.map(([where]) => where);
    // The other language's own name, and names of places as people type them.
    expect(places(chinese.filter(([, text]) => !han.test(text)))).toEqual(['shell.otherLanguage']);
    expect(places(english.filter(([, text]) => han.test(text)))).toEqual([
      'intake.form.divisionHint',
      'shell.otherLanguage',
    ]);
  });

  it('speaks plainly: no apology, no blame, no machine words', () => {
    const banned = /\b(please|oops|invalid|error|failed|sorry)\b|错误|非法|无效|抱歉|失败/i;
    expect([...chinese, ...english].filter(([, text]) => banned.test(text))).toEqual([]);
  });
});
