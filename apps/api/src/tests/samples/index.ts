import { eventSamples } from './events.ts';
import { groundSamples } from './ground.ts';
import { issueSamples } from './issues.ts';
import type { Samples } from './sample.ts';
import { lineSamples, talkSamples } from './talks.ts';

/**
 * A valid call for every procedure, by its path. `path#what` is a further call of it, about another record.
 */
export const samples: Samples = {
  ...groundSamples,
  ...issueSamples,
  ...talkSamples,
  ...lineSamples,
  ...eventSamples,
};

/** The procedure that a call is of. */
export const pathOf = (name: string) => name.split('#')[0]!;
