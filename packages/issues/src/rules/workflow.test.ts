import { newId, system } from '@tongxin/core';
import { faultsOf, movesFor, targetsOf, type Workflow } from '@tongxin/matters/rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messages, nextSteps } from '../messages.ts';
import { fieldCodes, issueWorkflow, refusals, type IssueMove } from './index.ts';

const { states, moves, initial } = issueWorkflow;
const rules = Object.entries(moves);

describe('the course of a resident’s matter', () => {
  it('has no dead end, no state that nobody reaches and no move that leads nowhere', () => {
    expect(faultsOf(issueWorkflow as Workflow)).toEqual([]);
  });

  it('gives every open state one owner and a clock', () => {
    for (const rule of Object.values(states)) {
      if ('final' in rule && rule.final) continue;
      expect(rule).toMatchObject({ owner: expect.any(String), clock: expect.any(Object) });
    }
  });

  it('ends whichever way it is walked: from every state that a walk reaches there is a way to an end', () => {
    const isEnd = (state: string) => (states as Record<string, { final?: boolean }>)[state]?.final === true;
    const steps = (state: string) =>
      rules
        .filter(([, rule]) => rule.from.some((from) => from === state))
        .flatMap(([, rule]) => targetsOf(rule.to));
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 40 }), (choices) => {
        let state: string = initial;
        for (const choice of choices) {
          const next = steps(state);
          if (next.length > 0) state = next[choice % next.length]!;
        }
        const seen = new Set([state]);
        for (const each of seen) for (const next of steps(each)) seen.add(next);
        expect([...seen].some(isEnd)).toBe(true);
      }),
    );
  });

  it('is struck off only after the resident spoke, was counted as silent, or the county upheld a disagreement', () => {
    const into = (target: string) =>
      rules.filter(([, rule]) => targetsOf(rule.to).includes(target)).map(([move]) => move);
    expect(into('closed').toSorted()).toEqual(['close', 'close_with_lines', 'uphold']);
    expect(into('judged').toSorted()).toEqual(['count_silence', 'judge']);
    expect(moves.judge.by).toEqual(['resident']);
  });

  it('keeps router, handler, verifier, closer and publisher apart', () => {
    expect(moves.reply).toMatchObject({ apart: ['route'] });
    expect(moves.verify).toMatchObject({ apart: ['route', 'reply', 'take'] });
    expect(moves.close).toMatchObject({ apart: ['verify', 'reply', 'take', 'route'] });
    expect(moves.publish).toMatchObject({ apart: ['redact'] });
  });

  it('lets a department only handle: it never judges, verifies, closes or opens the contact details', () => {
    const clerks = rules.filter(([, { by }]) => by.includes('department_clerk')).map(([move]) => move);
    expect(clerks.toSorted()).toEqual(['contest', 'note_progress', 'reply', 'take']);
  });

  it('asks no resident for a reason in the journal: what they write goes to their messages', () => {
    const asked = rules.filter(([, { by, reason }]) => by.includes('resident') && reason !== undefined);
    expect(asked.map(([move]) => move)).toEqual([]);
  });

  it('says to nobody that they may make a move which its own state forbids', () => {
    const place = { cityCode: '3307', countyCode: '330702', townshipCode: '330702001', villageCode: null };
    for (const state of Object.keys(states)) {
      const facts = {
        id: newId(),
        state,
        ...place,
        organisationId: newId(),
        ownerUnitId: null,
        handlerUnitId: null,
        doneBy: {},
      };
      const decisions = movesFor(issueWorkflow, facts, system);
      const forbidden = rules
        .filter(([, { from }]) => !from.some((one) => one === state))
        .map(([move]) => decisions[move as IssueMove]);
      expect(forbidden.length).toBeGreaterThan(0);
      for (const decision of forbidden) expect(decision).toEqual({ allowed: false, code: 'matters.not_now' });
    }
  });
});

describe('every sentence', () => {
  it('is there in both languages, for each refusal, each field and the next step of each state', () => {
    const all = { ...messages, ...nextSteps };
    for (const code of [...Object.keys(refusals), ...fieldCodes, ...Object.keys(states)]) {
      const sentence = all[code as keyof typeof all];
      expect([code, sentence['zh-CN'].length > 4, sentence.en.length > 8]).toEqual([code, true, true]);
      expect(sentence.en).not.toMatch(/\b(please|oops|invalid|error)\b/i);
    }
  });
});
