import { newId, type AccountActor, type Role } from '@tongxin/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayMove, type MatterFacts } from './decide.ts';
import { diagramOf } from './diagram.ts';
import { officeOfLevel, onGround } from './levels.ts';
import { defineWorkflow, faultsOf, type Workflow } from './workflow.ts';

const name = { 'zh-CN': '名', en: 'name' };

const lamp = defineWorkflow({
  kind: 'issue',
  initial: 'told',
  states: {
    told: { word: 'told', owner: 'host', clock: { workingDays: 1 }, label: name },
    fixed: { word: 'handled', owner: 'county_office', clock: { days: 3 }, label: name },
    closed: { word: 'judged', final: true, label: name },
  },
  moves: {
    fix: { from: ['told'], to: 'fixed', by: ['host'], label: name },
    check: { from: ['fixed'], to: 'closed', by: ['county_office', 'host'], apart: ['fix'], label: name },
    take_back: { from: ['told'], to: 'closed', by: ['resident'], label: name },
  },
});

const account = (role: Role, divisionCode: string): AccountActor => ({
  kind: 'account',
  accountId: newId<'account'>(),
  name: 'A',
  grants: [{ role, divisionCode, organisationId: null, matterId: null }],
});

const matter = (over: Partial<MatterFacts> = {}): MatterFacts => ({
  id: newId<'matter'>(),
  state: 'told',
  cityCode: '3307',
  countyCode: '330702',
  townshipCode: '330702001',
  villageCode: null,
  organisationId: newId<'organisation'>(),
  ownerUnitId: null,
  handlerUnitId: null,
  doneBy: {},
  ...over,
});

describe('a workflow', () => {
  it('with a state that nothing leaves is refused', () => {
    const broken: Workflow = {
      ...(lamp as Workflow),
      moves: { fix: (lamp as Workflow).moves['fix']! },
    };
    expect(faultsOf(broken)).toContain('fixed is a dead end');
    expect(faultsOf(broken)).toContain('closed is never reached');
  });

  it('that passes a state by a move which does not leave it is refused', () => {
    const states = { ...lamp.states, told: { ...lamp.states.told, atDue: 'check' } };
    expect(faultsOf({ ...(lamp as Workflow), states } as Workflow)).toContain(
      'told passes by check, which does not leave it',
    );
  });

  it('draws every move once per state it starts from', () => {
    const diagram = diagramOf(lamp as Workflow, 'en');
    expect(diagram.match(/-->/g)).toHaveLength(5);
  });
});

describe('who may make a move', () => {
  it('is the host of the township, not of the one beside it', () => {
    expect(mayMove(lamp as Workflow, matter(), account('host', '330702001'), 'fix')).toEqual({
      allowed: true,
    });
    expect(mayMove(lamp as Workflow, matter(), account('host', '330702002'), 'fix')).toEqual({
      allowed: false,
      code: 'matters.not_yours',
    });
  });

  it('is never the person who made a move that this one judges', () => {
    const host = account('host', '330702001');
    const fixed = matter({ state: 'fixed', doneBy: { fix: [host.accountId] } });
    expect(mayMove(lamp as Workflow, fixed, host, 'check')).toEqual({
      allowed: false,
      code: 'matters.same_person',
    });
  });

  it('is the resident of this matter and of no other', () => {
    const mine = matter();
    expect(
      mayMove(lamp as Workflow, mine, { kind: 'resident', matterId: mine.id }, 'take_back').allowed,
    ).toBe(true);
    const other = { kind: 'resident', matterId: newId<'matter'>() } as const;
    expect(mayMove(lamp as Workflow, mine, other, 'take_back').allowed).toBe(false);
  });

  it('is nobody for a move that does not start where the matter stands', () => {
    const states = fc.constantFrom('told', 'fixed', 'closed');
    const moves = fc.constantFrom('fix', 'check', 'take_back');
    fc.assert(
      fc.property(states, moves, (state, move) => {
        const rule = (lamp as Workflow).moves[move]!;
        if (rule.from.includes(state)) return;
        const answer = mayMove(lamp as Workflow, matter({ state }), account('host', '3307'), move);
        expect(answer).toEqual({ allowed: false, code: 'matters.not_now' });
      }),
    );
  });
});

describe('a matter of a level', () => {
  it('lies in a township or does not', () => {
    expect(onGround(matter()).townshipCode).toBe('330702001');
    expect(() => onGround(matter({ townshipCode: null }))).toThrow('not to a township');
    expect(officeOfLevel(matter())).toBe('host');
    expect(officeOfLevel(matter({ townshipCode: null }))).toBe('county_office');
    expect(officeOfLevel(matter({ townshipCode: null, countyCode: null }))).toBe('city_office');
  });
});
