import { eventSamples } from './events.ts';
import { expertSamples } from './experts.ts';
import { groundSamples } from './ground.ts';
import { issueSamples } from './issues.ts';
import { networkSamples } from './network.ts';
import { recordSamples } from './record.ts';
import { outreachSamples } from './outreach.ts';
import { rotaSamples } from './rotas.ts';
import type { Samples } from './sample.ts';
import { siteSamples } from './sites.ts';
import { lineSamples, talkSamples } from './talks.ts';
import { visitSamples } from './visits.ts';

/**
 * A valid call for every procedure, by its path. `path#what` is a further call of it, about another record.
 */
export const samples: Samples = {
  ...groundSamples,
  ...networkSamples,
  ...siteSamples,
  ...issueSamples,
  ...talkSamples,
  ...lineSamples,
  ...rotaSamples,
  ...eventSamples,
  ...recordSamples,
  ...expertSamples,
  ...visitSamples,
  ...outreachSamples,
};

/** The procedure that a call is of. */
export const pathOf = (name: string) => name.split('#')[0]!;
