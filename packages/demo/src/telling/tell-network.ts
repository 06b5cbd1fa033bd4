import { system } from '@tongxin/core';
import { transact, type Context } from '@tongxin/db';
import type { Network } from '../network/planned.ts';
import type { People } from '../people/town-people.ts';
import { showcaseCounty } from '../sign-ins.ts';
import type { Inside, Stage } from './stage.ts';
import { tellAsked } from './tell-asked.ts';
import { tellComingEvents, tellHeldEvents } from './tell-events.ts';
import { tellOutreach } from './tell-outreach.ts';
import { tellNextRota, tellPastRotas } from './tell-rotas.ts';

/** So much becomes visible together; no transaction of the town lasts long. */
const eventsAtOnce = 60;
const rotasAtOnce = 8;

/**
 * Tells a year of events and turns. What is over is written many at a time; what is to come is done by the commands
 * that people use, each at its own moment and by its own actor. Turns come after events: they fit around everything else.
 */
export async function tellNetwork(
  ctx: Context,
  stage: Stage,
  { network, people }: { network: Network; people: People },
): Promise<void> {
  const together = (work: (inside: Inside) => Promise<void>) =>
    transact({ ...ctx, actor: system, retelling: true }, (_tx, inside) => work(inside));
  for (const part of parts(network.held, eventsAtOnce))
    await together((inside) => tellHeldEvents(inside, stage, part));
  for (const part of parts(network.past, rotasAtOnce))
    await together((inside) => tellPastRotas(inside, stage, part));
  await tellComingEvents(together, stage, network.coming);
  // Whoever is asked to come instead has their own turns by then.
  const next = network.next.toSorted((a, b) => Number(a.asks !== null) - Number(b.asks !== null));
  for (const part of parts(next, rotasAtOnce))
    await together(async (inside) => {
      for (const rota of part) await tellNextRota(inside, stage, rota);
    });
  await together((inside) => tellOutreach(inside, stage, { people, held: network.held }));
  if (people.place.code === showcaseCounty) await together((inside) => tellAsked(inside, stage));
}

/** Parts of an event come right behind it, so a cut between them does no harm: it is there before them. */
function parts<One>(all: readonly One[], size: number): One[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
    all.slice(at * size, (at + 1) * size),
  );
}
