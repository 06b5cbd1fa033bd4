import { civilDay, holds, newId, roles, type Actor, type Grant } from '@tongxin/core';
import { inParts, type Context, type Tx } from '@tongxin/db';
import { signature } from './commands/entry.ts';
import { takeNumbers } from './commands/number.ts';
import { turnOf } from './commands/turn.ts';
import {
  grantFor,
  mayMove,
  placeOf,
  seriesNumber,
  targetsOf,
  type Levels,
  type MatterKind,
  type Workflow,
} from './rules/index.ts';
import { journal, matters } from './schema.ts';

export type Inside = Context & { tx: Tx };

/** One move of a matter that was made long ago. */
export type ToldMove<State extends string, Move extends string> = {
  at: Temporal.Instant;
  by: Actor;
  move: Move;
  to?: State;
  reason?: string;
  data?: Record<string, unknown>;
  due?: Temporal.Instant;
  /** The consequence of another matter's move. */
  follows?: boolean;
};

/** A matter from its beginning to wherever it has come, all of it known. */
type ToldLife<State extends string, Move extends string> = Levels & {
  id?: string;
  number: string;
  organisationId: string;
  villageCode: string | null;
  at: Temporal.Instant;
  by: Actor;
  due: Temporal.Instant;
  data: Record<string, unknown>;
  moves: readonly ToldMove<State, Move>[];
};

/**
 * Writes matters with everything that happened to them, many at a time: for what is brought over from a time before
 * this system, and for the demo's year. Every move is one that the workflow allows this actor then, as `advance` would
 * have decided it; a life that does not hold is a fault of whoever tells it. Nobody is notified. Returns their ids in
 * the order given.
 */
export async function retellMatters<State extends string, Move extends string>(
  inside: Inside,
  workflow: Workflow<State, Move>,
  lives: readonly ToldLife<State, Move>[],
): Promise<string[]> {
  const told = [];
  for (const life of lives)
    told.push(await replay(inside, workflow as Workflow, life as ToldLife<string, string>));
  const entries = told
    .flatMap((one) => one.entries)
    .toSorted((a, b) => Temporal.Instant.compare(a.at, b.at) || a.seq - b.seq);
  await inParts(
    told.map(({ matter }) => matter),
    (part) => inside.tx.insert(matters).values(part),
  );
  await inParts(entries, (part) => inside.tx.insert(journal).values(part));
  return told.map(({ matter }) => matter.id);
}

/** Of a state that stays, the date may have changed meanwhile. */
type Turn = Omit<Awaited<ReturnType<typeof turnOf>>, 'dueAt'> & { dueAt: Temporal.Instant | null };

type MatterRow = typeof matters.$inferInsert;
type EntryRow = typeof journal.$inferInsert & { at: Temporal.Instant; seq: number };

async function replay(
  inside: Inside,
  workflow: Workflow,
  life: ToldLife<string, string>,
): Promise<{ matter: MatterRow; entries: EntryRow[] }> {
  const { organisationId, cityCode, countyCode, townshipCode, villageCode } = life;
  const place = { organisationId, cityCode, countyCode, townshipCode, villageCode, handlerUnitId: null };
  const id = life.id ?? newId<'matter'>();
  const at = (moment: Temporal.Instant) => ({ ...inside, now: () => moment });
  const facts = { ...place, id, ownerUnitId: organisationId, state: workflow.initial, doneBy: {} };
  let turn: Turn = await turnOf(at(life.at), workflow, workflow.initial, place, life.due);
  const own = holds(life.by, roles, placeOf(facts));
  const opened = { move: 'open', fromState: null, toState: workflow.initial, data: life.data };
  const entries = [
    entryOf({ ...opened, at: life.at, due: turn.dueAt }, await signature(inside, life.by, own)),
  ];
  for (const told of life.moves) {
    const grant = decide(workflow, facts, told);
    const rule = workflow.moves[told.move]!;
    const fromState = facts.state;
    if (rule.to === 'stay') turn = { ...turn, dueAt: told.due ?? turn.dueAt };
    else {
      const targets = targetsOf(rule.to);
      facts.state = targets.length === 1 ? targets[0]! : told.to!;
      turn = await turnOf(at(told.at), workflow, facts.state, place, told.due);
    }
    const entry = { ...told, fromState, toState: facts.state, due: turn.dueAt };
    entries.push(entryOf(entry, await signature(inside, told.by, grant)));
  }
  const kind: MatterKind = workflow.kind;
  const where = { matterId: id, kind, cityCode, countyCode, townshipCode };
  return {
    matter: {
      ...{ ...place, ...turn, id, kind, number: life.number, chainId: id, state: facts.state },
      openedAt: life.at,
      changedAt: entries.at(-1)!.at,
      entryCount: entries.length,
    },
    entries: entries.map((entry, index) => ({ ...entry, ...where, seq: index + 1 })),
  };
}

type Facts = Parameters<typeof mayMove>[1];

function decide(workflow: Workflow, facts: Facts, told: ToldMove<string, string>): Grant | undefined {
  const { move, by, follows = false } = told;
  const rule = workflow.moves[move];
  const wrong = () =>
    new Error(`the life of ${workflow.kind} ${facts.id} does not hold: ${move} when it is ${facts.state}`);
  if (rule === undefined || (rule.reason === 'required' && !told.reason?.trim())) throw wrong();
  if (follows) {
    if (!rule.by.includes('follows') || !rule.from.includes(facts.state)) throw wrong();
    return holds(by, roles, placeOf(facts));
  }
  if (!mayMove(workflow, facts, by, move).allowed) throw wrong();
  return grantFor(rule, facts, by);
}

type Told = {
  move: string;
  fromState: string | null;
  toState: string;
  at: Temporal.Instant;
  due: Temporal.Instant | null;
  reason?: string;
  data?: Record<string, unknown>;
};

function entryOf(
  { move, fromState, toState, at, due, reason, data }: Told,
  signed: Awaited<ReturnType<typeof signature>>,
) {
  return {
    ...{ move, fromState, toState, at, ...signed },
    reason: reason ?? null,
    data: { ...data, ...(due === null ? {} : { due: due.toString() }) },
  };
}

/** Numbers for matters of a kind in the order given: one organ each, and the year in which it began. */
export async function numbersFor(
  tx: Tx,
  kind: MatterKind,
  begun: readonly { organ: string; at: Temporal.Instant }[],
): Promise<string[]> {
  const dated = begun.map(({ organ, at }) => ({ organ, year: civilDay(at).year }));
  const next = new Map<string, number>();
  for (const [series, all] of Map.groupBy(dated, ({ organ, year }) => `${organ}/${year}`)) {
    const last = await takeNumbers(tx, { ...all[0]!, kind, count: all.length });
    next.set(series, last - all.length);
  }
  return dated.map(({ organ, year }) => {
    const count = next.get(`${organ}/${year}`)! + 1;
    next.set(`${organ}/${year}`, count);
    return seriesNumber(organ, year, count);
  });
}
