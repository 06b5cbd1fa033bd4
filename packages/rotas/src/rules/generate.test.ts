import { cityZone } from '@tongxin/core';
import { overlap } from '@tongxin/events/rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generate, isFree, spreadOf, turnTimes, type Person, type Plan } from './generate.ts';

const calendar = { holidays: new Set(['2027-01-01']), workingDays: new Set<string>() };
const day = (iso: string) => Temporal.PlainDate.from(iso);
const time = (text: string) => Temporal.PlainTime.from(text);
const somebody = (id: string, over: Partial<Person> = {}): Person => ({ id, away: [], busy: [], ...over });

const plan = (over: Partial<Plan> = {}): Plan => ({
  pattern: { kind: 'weekdays', weekdays: [3] },
  onHoliday: 'next_working_day',
  from: day('2026-11-23'),
  until: day('2027-01-31'),
  startTime: time('09:00'),
  endTime: time('11:30'),
  perTurn: 1,
  ...over,
});

describe('a rota', () => {
  it('says the hours of the city and who is there, one after the other', () => {
    const [first, second, third] = generate(plan(), [somebody('a'), somebody('b')], calendar);
    expect(first?.start.toZonedDateTimeISO(cityZone).toPlainDateTime().toString()).toBe(
      '2026-11-25T09:00:00',
    );
    expect(first?.end.toString()).toBe('2026-11-25T03:30:00Z');
    expect([first, second, third].map((slot) => slot?.memberId)).toEqual(['a', 'b', 'a']);
  });

  it('remembers from which day a turn moved', () => {
    const moved = turnTimes(
      plan({
        pattern: { kind: 'weekdays', weekdays: [5] },
        from: day('2027-01-01'),
        until: day('2027-01-08'),
      }),
      calendar,
    );
    expect(moved.map(({ movedFrom }) => movedFrom?.toString() ?? null)).toEqual(['2027-01-01', null]);
  });

  it('leaves a place empty when nobody can, and lets the absent one catch up', () => {
    const away = [{ from: day('2026-11-23'), until: day('2026-12-03') }];
    const slots = generate(plan(), [somebody('a', { away })], calendar);
    expect(slots.slice(0, 3).map(({ memberId }) => memberId)).toEqual([null, null, 'a']);
    const both = generate(plan(), [somebody('a', { away }), somebody('b')], calendar);
    expect(both.slice(0, 5).map(({ memberId }) => memberId)).toEqual(['b', 'b', 'a', 'a', 'b']);
  });

  it('puts nobody on duty at a time that is taken', () => {
    const [first] = turnTimes(plan(), calendar);
    const busy = [{ start: first!.end.subtract({ minutes: 1 }), end: first!.end.add({ minutes: 60 }) }];
    const [slot] = generate(plan(), [somebody('a', { busy }), somebody('b')], calendar);
    expect(slot?.memberId).toBe('b');
  });

  const days = fc.integer({ min: 0, max: 60 }).map((n) => day('2026-06-01').add({ days: n }));
  const spans = fc
    .tuple(days, fc.integer({ min: 0, max: 40 }))
    .map(([from, length]) => ({ from, until: from.add({ days: length }) }));
  const busyTimes = fc.tuple(days, fc.integer({ min: 6, max: 20 })).map(([on, hour]) => {
    const start = on.toZonedDateTime({ timeZone: cityZone, plainTime: { hour } }).toInstant();
    return { start, end: start.add({ hours: 2 }) };
  });
  const crowd = (leave: boolean) =>
    fc.array(
      fc.record({
        away: leave ? fc.array(spans, { maxLength: 3 }) : fc.constant([]),
        busy: leave ? fc.array(busyTimes, { maxLength: 5 }) : fc.constant([]),
      }),
      { minLength: 1, maxLength: 8 },
    );
  const named = (people: Omit<Person, 'id'>[]) => people.map((one, index) => ({ ...one, id: `m${index}` }));
  const plans = fc.record({
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    from: days,
    length: fc.integer({ min: 0, max: 45 }),
    perTurn: fc.integer({ min: 1, max: 4 }),
  });
  const planOf = ({
    weekdays,
    from,
    length,
    perTurn,
  }: {
    weekdays: number[];
    from: Temporal.PlainDate;
    length: number;
    perTurn: number;
  }) => plan({ pattern: { kind: 'weekdays', weekdays }, from, until: from.add({ days: length }), perTurn });

  it('never has the same member twice at a time, nor somebody who is away or taken', () => {
    fc.assert(
      fc.property(plans, crowd(true), (wish, anonymousPeople) => {
        const people = named(anonymousPeople);
        const slots = generate(planOf(wish), people, calendar);
        for (const [index, slot] of slots.entries()) {
          if (slot.memberId === null) continue;
          expect(
            isFree(
              people.find(({ id }) => id === slot.memberId)!,
              slot,
            ),
          ).toBe(true);
          const twice = slots
            .slice(index + 1)
            .filter((other) => other.memberId === slot.memberId && overlap(other, slot));
          expect(twice).toEqual([]);
        }
      }),
    );
  });

  it('leaves a place empty only when everybody else is there already, away or taken', () => {
    fc.assert(
      fc.property(plans, crowd(true), (wish, anonymousPeople) => {
        const people = named(anonymousPeople);
        const slots = generate(planOf(wish), people, calendar);
        for (const empty of slots.filter(({ memberId }) => memberId === null)) {
          const there = slots
            .filter(({ start }) => start.equals(empty.start))
            .map(({ memberId }) => memberId);
          const idle = people.filter((person) => !there.includes(person.id) && isFree(person, empty));
          expect(idle).toEqual([]);
        }
      }),
    );
  });

  it('spreads turns evenly: without leave nobody has two more than anybody else', () => {
    fc.assert(
      fc.property(plans, crowd(false), (wish, anonymousPeople) => {
        const people = named(anonymousPeople);
        const { people: counts } = spreadOf(generate(planOf(wish), people, calendar), people);
        const turns = counts.map((one) => one.turns);
        expect(Math.max(...turns) - Math.min(...turns)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('passes nobody over who is free and has had fewer turns', () => {
    fc.assert(
      fc.property(plans, crowd(true), (wish, anonymousPeople) => {
        const people = named(anonymousPeople);
        const slots = generate(planOf(wish), people, calendar);
        const so = new Map(people.map(({ id }) => [id, 0]));
        for (const [index, { memberId, ...slot }] of slots.entries()) {
          if (memberId === null) continue;
          const here = slots.slice(0, index).filter(({ start }) => start.equals(slot.start));
          const others = people.filter(
            (person) => !here.some((other) => other.memberId === person.id) && isFree(person, slot),
          );
          for (const other of others) expect(so.get(memberId)!).toBeLessThanOrEqual(so.get(other.id)!);
          so.set(memberId, so.get(memberId)! + 1);
        }
      }),
    );
  });

  it('is the same for the same plan and people', () => {
    fc.assert(
      fc.property(plans, crowd(true), (wish, anonymousPeople) => {
        const people = named(anonymousPeople);
        expect(generate(planOf(wish), people, calendar)).toEqual(generate(planOf(wish), people, calendar));
      }),
    );
  });
});
