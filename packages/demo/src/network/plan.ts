import type { WorkCalendar } from '@tongxin/matters/rules';
import { chanceOf } from '../chance.ts';
import { specialCommittees } from '../people/leaders.ts';
import type { CityMap } from '../people/places.ts';
import type { People } from '../people/town-people.ts';
import type { PlenaryDays } from '../plan/plenaries.ts';
import type { Step } from '../plan/steps.ts';
import type { Diary } from '../plan/township.ts';
import { dayOf, townTime } from '../plan/town-time.ts';
import { showcase, showcaseCounty, signedInMember } from '../sign-ins.ts';
import type { EventDesk } from './event-desk.ts';
import { planEvents, together, type Events } from './events.ts';
import type { Manner } from './kinds.ts';
import { planMeetings } from './meetings.ts';
import type { Network } from './planned.ts';
import { planRotas, type Staffed, type ToldAtDesk } from './rotas.ts';

type County = CityMap['counties'][number];
type Categories = readonly Manner['category'][];

export type NetworkWish = {
  now: Temporal.Instant;
  calendar: WorkCalendar;
  small: boolean;
  plenaries: PlenaryDays;
};

/** A smaller city has fewer events. */
const smallShare = 0.25;

const rich: Categories = [
  ...(['session', 'study', 'outreach', 'lecture', 'inspection', 'training', 'visit'] as const),
  ...(['reception', 'sector_discussion', 'research', 'other'] as const),
];
const plain: readonly Categories[] = [
  ['session', 'outreach', 'research'],
  ['study', 'visit', 'lecture'],
  ['sector_discussion', 'reception', 'oversight'],
];

/** The city's own meetings, events and rotas, planned before those of its counties. */
export function planCityNetwork(wish: NetworkWish, people: People): { network: Network; diary: Diary } {
  const { place, members } = people;
  const desk = deskOf(wish, {
    ...{ place, people, level: 'city', by: `city:${place.code}`, diary: new Set() },
    members: members.map(({ key }) => key),
    rooms: people.sites.filter(({ seats }) => seats >= 20).map(({ key }) => ({ site: key, door: key })),
  });
  const meetings = planMeetings(desk, wish.plenaries, []);
  const events = planEvents(desk, { share: wish.small ? smallShare * 2 : 1, coming: rich });
  const own = members.filter(({ home }) => home === place.code).map(({ key }) => key);
  const rotas = [
    { key: `centre:${place.code}`, unit: `office:${place.code}`, often: 2 },
    { key: `committee-window:${place.code}:0`, unit: specialCommittees(place, 'city')[0]!, often: 1 },
  ].map(({ key, unit, often }, at): Staffed => {
    const site = {
      site: key,
      unit,
      often,
      placeCode: place.code,
      by: `city:${place.code}`,
      townshipCode: null,
    };
    return { ...site, people: desk.chance.some(own.slice(at * 12, at * 12 + 12), 6) };
  });
  return {
    network: networkOf(desk, wish, { events: [meetings, events], sites: rotas, told: new Map() }),
    diary: desk.diary,
  };
}

/** What of a county is planned before its sessions: the meetings of its committee, whose days are then taken. */
type Begun = { desk: EventDesk; meetings: Events };

export function beginCounty(wish: NetworkWish, people: People, taken: Diary): Begun {
  const { place, members } = people;
  const shared = new Set(members.map(({ key }) => key));
  const diary: Diary = new Set(
    [...taken].filter((entry) => shared.has(entry.slice(0, entry.lastIndexOf('/')))),
  );
  const atWork = alive(people);
  const desk = deskOf(wish, {
    ...{ place, people, level: 'county', by: `county:${place.code}:router`, diary },
    members: members.map(({ key }) => key),
    rooms: [
      ...people.sites
        .filter(({ placeCode, seats }) => placeCode === place.code && seats >= 20)
        .map(({ key }) => ({ site: key, door: key })),
      ...atWork.map((code) => ({ site: `hall:${code}`, door: code })),
    ],
  });
  return { desk, meetings: planMeetings(desk, wish.plenaries, atWork) };
}

/** The rest of a county's year, around the sessions that its halls have held. */
export function planCountyNetwork(
  wish: NetworkWish,
  { desk, meetings }: Begun,
  { people, county, steps }: { people: People; county: County; steps: readonly Step[] },
): Network {
  const atWork = new Set(alive(people));
  // A county where nobody is at work holds nothing but its meetings.
  if (atWork.size === 0) return networkOf(desk, wish, { events: [meetings], sites: [], told: new Map() });
  const isShown = county.code === showcaseCounty;
  const coming = isShown ? rich : plain[Number(county.code.slice(4)) % plain.length]!;
  const own = planEvents(desk, { share: (wish.small ? smallShare : 1) * (isShown ? 1.4 : 1), coming });
  const townships = county.townships
    .filter(({ code }) => atWork.has(code))
    .map((township, at) => planTownship(desk, wish, { township, people, at }));
  const sites = [...staffedOf(desk, county), ...townships.flatMap(({ staffed }) => staffed)];
  const events = [meetings, own, ...townships.map((one) => one.events)];
  return networkOf(desk, wish, { events, sites, told: toldAtDesk(steps) });
}

type Given = Pick<EventDesk, 'place' | 'level' | 'by' | 'diary' | 'members' | 'rooms'> & { people: People };

function deskOf({ now, calendar }: NetworkWish, { people, ...given }: Given): EventDesk {
  const { place, level } = given;
  const chance = chanceOf(`network/${place.code}`);
  const online = new Set(people.accounts.map(({ key }) => key.replace(/^account:/, '')));
  const standing = people.members.filter(({ isStanding }) => isStanding).map(({ key }) => key);
  let last = 0;
  return {
    ...given,
    chance,
    time: townTime(now, calendar, chance.branch('time')),
    office: level === 'township' ? `group:${place.code}` : `office:${place.code}`,
    bodies: level === 'township' ? [] : specialCommittees(place, level),
    standing,
    // Those of both committees sign in with the account that the city keeps.
    signsIn: (member) => online.has(member) || member === signedInMember || /:[01]$/.test(member),
    nextRef: () => `event:${place.code}:${(last += 1)}`,
  };
}

const alive = ({ accounts }: People) =>
  accounts.filter(({ role }) => role === 'host').map(({ divisionCode }) => divisionCode);

type Township = County['townships'][number];

function planTownship(
  county: EventDesk,
  wish: NetworkWish,
  { township, people, at }: { township: Township; people: People; at: number },
): { events: Events; staffed: Staffed[] } {
  const { code } = township;
  const isShown = code === showcase;
  const desk = deskOf(wish, {
    ...{ place: township, people, level: 'township', by: `host:${code}`, diary: county.diary },
    ...{ members: county.members, rooms: [{ site: `hall:${code}`, door: code }] },
  });
  const share = (isShown ? 5 : 1) * (wish.small ? 0.6 : 1);
  const coming: Categories = isShown
    ? ['reception', 'lecture', 'outreach', 'visit']
    : at % 5 === 0
      ? ['reception']
      : [];
  const hall = staff(
    desk,
    people,
    `hall:${code}`,
    isShown ? 1 : Number(desk.chance.weighted({ '1': 5, '2': 6, '3': 6, '4': 5, '5': 2 })),
  );
  const studio = people.sites.find(({ key }) => key === `studio:${code}`);
  const rooms = studio !== undefined ? [staff(desk, people, studio.key, isShown ? 0 : 4)] : [];
  return { events: planEvents(desk, { share, coming }), staffed: [hall, ...rooms] };
}

/** A township's site with those who stand behind it, and some of the county to help them. */
function staff(desk: EventDesk, people: People, site: string, often: number): Staffed {
  const placed = people.placements.filter((one) => one.site === site).map(({ member }) => member);
  const first = desk.place.code === showcase ? [signedInMember, ...placed] : placed;
  const others = desk.chance.some(
    desk.members.filter((member) => !first.includes(member)),
    4,
  );
  const own = {
    site,
    placeCode: desk.place.code,
    by: desk.by,
    unit: desk.office,
    townshipCode: desk.place.code,
  };
  return { ...own, often, people: [...new Set([...first, ...others])].slice(0, 6) };
}

/** A county's window every week and its centre once a month. */
function staffedOf({ chance, members, by }: EventDesk, county: County): Staffed[] {
  return [
    { key: `window:${county.code}`, often: 1 },
    { key: `centre:${county.code}`, often: 4 },
  ].map(({ key, often }) => ({
    ...{ site: key, placeCode: county.code, by, unit: `office:${county.code}`, townshipCode: null, often },
    // Whoever signs in to the demo is on duty in the showcase, where there is enough for them to do.
    people: chance.some(
      members.filter((member) => member !== signedInMember),
      6,
    ),
  }));
}

function toldAtDesk(steps: readonly Step[]): ToldAtDesk {
  const told = steps.flatMap((step) =>
    step.do === 'tell' && step.channel === 'desk'
      ? [{ ref: step.on, at: step.at, door: `${step.divisionCode.slice(0, 9)}/${dayOf(step.at)}` }]
      : [],
  );
  return Map.groupBy(told, ({ door }) => door);
}

type Parts = { events: readonly Events[]; sites: readonly Staffed[]; told: ToldAtDesk };

function networkOf(desk: EventDesk, { calendar }: NetworkWish, { events, sites, told }: Parts): Network {
  const rotas = sites.map((site) => planRotas({ desk, calendar, told }, site));
  return {
    ...together(...events),
    past: rotas.map(({ past }) => past),
    next: rotas.map(({ next }) => next),
  };
}
