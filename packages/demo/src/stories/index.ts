import { broadband } from './broadband.ts';
import { busStops } from './bus-stops.ts';
import { clinicHours } from './clinic-hours.ts';
import { crossings } from './crossings.ts';
import { drains } from './drains.ts';
import { ebikeCharging } from './ebike-charging.ts';
import { elderlyCanteen } from './elderly-canteen.ts';
import { farmRoads } from './farm-roads.ts';
import { fumes } from './fumes.ts';
import { garbage } from './garbage.ts';
import { gas } from './gas.ts';
import { guardrails } from './guardrails.ts';
import { homestays } from './homestays.ts';
import { irrigation } from './irrigation.ts';
import { kindergarten } from './kindergarten.ts';
import { landslips } from './landslips.ts';
import { lifts } from './lifts.ts';
import { marketStalls } from './market-stalls.ts';
import { nightNoise } from './night-noise.ts';
import { oldHouses } from './old-houses.ts';
import { oldTrees } from './old-trees.ts';
import { parcels } from './parcels.ts';
import { parking } from './parking.ts';
import { ponds } from './ponds.ts';
import { potholes } from './potholes.ts';
import { powerCuts } from './power-cuts.ts';
import { propertyCare } from './property-care.ts';
import { publicToilets } from './public-toilets.ts';
import { riverLitter } from './river-litter.ts';
import { schoolBus } from './school-bus.ts';
import { serviceDesks } from './service-desks.ts';
import { sportsGrounds } from './sports-grounds.ts';
import { squareDance } from './square-dance.ts';
import { strayDogs } from './stray-dogs.ts';
import { streetLamps } from './street-lamps.ts';
import { wallCracks } from './wall-cracks.ts';
import { waterSupply } from './water-supply.ts';
import { wildBoars } from './wild-boars.ts';
import type { Story } from './shape.ts';

/** Everything that this town has trouble with. */
export const stories: readonly Story[] = [
  streetLamps,
  drains,
  parking,
  broadband,
  schoolBus,
  elderlyCanteen,
  irrigation,
  garbage,
  nightNoise,
  waterSupply,
  busStops,
  clinicHours,
  potholes,
  squareDance,
  strayDogs,
  powerCuts,
  wallCracks,
  riverLitter,
  parcels,
  farmRoads,
  ebikeCharging,
  kindergarten,
  publicToilets,
  oldTrees,
  guardrails,
  crossings,
  marketStalls,
  fumes,
  sportsGrounds,
  landslips,
  ponds,
  oldHouses,
  lifts,
  wildBoars,
  propertyCare,
  serviceDesks,
  homestays,
  gas,
];
