import { describe, expect, it } from 'vitest';
import { accountsText } from './accounts.ts';
import { chainText } from './chain.ts';
import { deliberationsText } from './deliberations.ts';
import { eventsText } from './events.ts';
import { expertsText } from './experts.ts';
import { doorText } from './door.ts';
import { homeText } from './home.ts';
import { importsText } from './imports.ts';
import { issuesText } from './issues.ts';
import { journalText } from './journal.ts';
import { platformsText } from './platforms.ts';
import { membersText } from './members.ts';
import { organisationsText } from './organisations.ts';
import { recordText } from './record.ts';
import { reportsText } from './reports.ts';
import { rotasText } from './rotas.ts';
import { shellText } from './shell.ts';
import { visitsText } from './visits.ts';

const catalogues = {
  accounts: accountsText,
  chain: chainText,
  deliberations: deliberationsText,
  events: eventsText,
  experts: expertsText,
  door: doorText,
  home: homeText,
  imports: importsText,
  issues: issuesText,
  journal: journalText,
  platforms: platformsText,
  members: membersText,
  organisations: organisationsText,
  record: recordText,
  reports: reportsText,
  rotas: rotasText,
  shell: shellText,
  visits: visitsText,
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
    // A heading that holds only names and numbers, and the other language's own name.
    expect(places(chinese.filter(([, text]) => !han.test(text)))).toEqual([
      'reports.list.title',
      'shell.otherLanguage',
    ]);
    // The name of a place as people type it, and the other language's own name.
    expect(places(english.filter(([, text]) => han.test(text)))).toEqual([
      'issues.desk.divisionHint',
      'shell.otherLanguage',
    ]);
  });

  it('speaks plainly: no apology, no blame, no machine words', () => {
    const banned = /\b(please|oops|invalid|error|failed|sorry)\b|错误|非法|无效|抱歉|失败/i;
    expect([...chinese, ...english].filter(([, text]) => banned.test(text))).toEqual([]);
  });
});
