import { system, type AccountActor, type Actor } from '@tongxin/core';
import type { Context, Tx } from '@tongxin/db';
import type { Ref, Who } from '../plan/steps.ts';
import type { Moment } from '../plan/town-time.ts';

/** Everybody and every place of the plan, as the records know them. */
export type Cast = {
  accounts: Record<Who, AccountActor>;
  units: Record<string, string>;
  halls: Record<string, string>;
  /** Every site, halls as well. */
  sites: Record<string, string>;
  /** What the city calls its events. */
  kinds: Record<string, string>;
  members: Record<string, string>;
};

/** Where a plan is played: who is who, and which record each part of the plan has become so far. */
export type Stage = {
  cast: Cast;
  records: Map<Ref, string>;
};

/** A transaction that is open while a part of the plan is told. */
export type Inside = Context & { tx: Tx };

export function recordOf(stage: Stage, ref: Ref): string {
  const id = stage.records.get(ref);
  if (id === undefined) throw new Error(`${ref} has not been told yet`);
  return id;
}

export function named(from: Record<string, string>, key: string): string {
  const id = from[key];
  if (id === undefined) throw new Error(`nobody and nothing is called ${key}`);
  return id;
}

export function actorOf(stage: Stage, who: Who, on: Ref): Actor {
  if (who === 'clock') return system;
  if (who === 'resident') {
    const matterId = stage.records.get(on);
    // Whoever tells something new is not yet the resident of a matter.
    return matterId === undefined ? { kind: 'anonymous' } : { kind: 'resident', matterId };
  }
  return accountNamed(stage, who);
}

/** The account of this person. */
export function accountNamed(stage: Stage, who: Who): AccountActor {
  const account = stage.cast.accounts[who];
  if (account === undefined) throw new Error(`nobody is called ${who}`);
  return account;
}

/** What a command is given: the moment of the plan is its present. */
export function contextAt(inside: Inside, actor: Actor, at: Moment): Inside {
  const now = Temporal.Instant.fromEpochMilliseconds(at);
  return { ...inside, actor, now: () => now };
}
