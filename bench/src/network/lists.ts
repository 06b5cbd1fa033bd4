import type { Context } from '@tongxin/db';
import { ListEvents, ListOpenEvents } from '@tongxin/events/rules';
import { listAsked, listEvents, listOpenEvents } from '@tongxin/events/queries';
import {
  countBySector,
  countVillages,
  listGroups,
  listMembers,
  listVillages,
} from '@tongxin/members/queries';
import { listRecord } from '@tongxin/record/queries';
import { countPlacements, listPlacements, listPlatforms, listUnplaced } from '@tongxin/platforms/queries';
import { ListPlatforms } from '@tongxin/platforms/rules';
import { board, listTurns, myTurns } from '@tongxin/rotas/queries';
import { Board } from '@tongxin/rotas/rules';
import { ask } from '../operations.ts';
import { reader, type Questions } from '../pages-read.ts';
import type { Pair } from '../rounds.ts';
import { readerGrants } from '../towns.ts';
import type { NetworkAim } from './fill.ts';

/** Who asks: an office of the city, the county and the township; a member; or anybody. */
type Asker = 'office' | 'member' | 'anybody';
type List = {
  name: string;
  procedure: string;
  as: Asker;
  input: (aim: NetworkAim) => object;
  /** The same by hand: which list of it, and what it is asked for. */
  bare: (aim: NetworkAim) => string;
};

const month = () => Temporal.Now.plainDateISO('Asia/Shanghai').toPlainYearMonth().toString();
const city = '3307';

/** The lists that people open, each as the program is asked for it and as the limit is. */
const lists: readonly List[] = [
  list(
    'members of the city, by name',
    'members.list',
    'office',
    () => ({}),
    () => `members?code=${city}`,
  ),
  list(
    'members of a county from one sector',
    'members.list',
    'office',
    ({ county }) => ({ divisionCode: county, sectorCode: '22' }),
    ({ county }) => `members-sector?code=${county}`,
  ),
  list(
    'members of each sector, counted',
    'members.bySector',
    'office',
    () => ({}),
    () => `sectors?code=${city}`,
  ),
  list(
    'the gap list of the city',
    'platforms.unplaced',
    'office',
    () => ({ divisionCode: city }),
    () => `gap?code=${city}`,
  ),
  list(
    'who is placed in a county',
    'platforms.placements',
    'office',
    ({ county }) => ({ divisionCode: county }),
    ({ county }) => `placements?code=${county}`,
  ),
  list(
    'events to come in the city',
    'events.list',
    'office',
    () => ({ divisionCode: city }),
    () => `coming?code=${city}`,
  ),
  list(
    'events held in a county',
    'events.list',
    'office',
    ({ county }) => ({ divisionCode: county, when: 'held' }),
    ({ county }) => `held?code=${county}`,
  ),
  list(
    'turns to come in a county',
    'rotas.list',
    'office',
    ({ county }) => ({ divisionCode: county, when: 'upcoming' }),
    ({ county }) => `turns?code=${county}`,
  ),
  list(
    'a month of a site’s turns',
    'rotas.board',
    'office',
    ({ hall }) => ({ platformId: hall, month: month() }),
    ({ hall }) => `board?id=${hall}`,
  ),
  list(
    'what a member is asked to',
    'events.asked',
    'member',
    () => ({}),
    ({ memberId }) => `asked?id=${memberId}`,
  ),
  list(
    'a member’s own record',
    'record.lines',
    'member',
    () => ({}),
    ({ memberId }) => `record?id=${memberId}`,
  ),
];

function list(name: string, procedure: string, as: Asker, input: List['input'], bare: List['bare']): List {
  return { name, procedure, as, input, bare };
}

export type Cookies = { office: string; member: string };

/** Each list as the limit answers it and as the town does. */
export function networkPairs(aim: NetworkAim, cookies: Cookies): Pair[] {
  return lists.map(({ name, procedure, as, input, bare }) => ({
    name,
    limit: { method: 'GET', path: `/network/${bare(aim)}` },
    town: ask(procedure, input(aim), as === 'anybody' ? undefined : cookies[as]),
  }));
}

/** The same lists and what is counted beside them, asked of the program's own queries. */
export const networkQuestions =
  (aim: NetworkAim): Questions =>
  (house) => {
    const { county, township, hall } = aim;
    const office: Context = { ...house, actor: reader(readerGrants(aim)) };
    const ofCounty: Context = {
      ...house,
      actor: reader([{ role: 'county_office', divisionCode: county }]),
    };
    const member: Context = {
      ...house,
      actor: reader([{ role: 'member', divisionCode: county }], aim.accountId),
    };
    const inCounty = { divisionCode: county };
    const inCity = { divisionCode: city };
    return [
      ['members of the city, by name', () => listMembers(office, {})],
      ['members whom a county knows of', () => listMembers(ofCounty, {})],
      ['members of a county from one sector', () => listMembers(office, { ...inCounty, sectorCode: '22' })],
      ['members by a part of a name that few have', () => listMembers(office, { search: '高云竹' })],
      ['members of each sector, counted', () => countBySector(office, {})],
      ['groups of a county', () => listGroups(office, inCounty)],
      ['the gap list of the city', () => listUnplaced(office, inCity)],
      ['the gap list of a county', () => listUnplaced(office, inCounty)],
      ['who is placed in a county', () => listPlacements(office, inCounty)],
      ['who is placed in a township', () => listPlacements(office, { divisionCode: township })],
      ['how many are placed in the city, and how many are not', () => countPlacements(office, inCity)],
      ['villages of a county', () => listVillages(office, inCounty)],
      ['villages of a county without a member', () => listVillages(office, { ...inCounty, without: true })],
      ['how many villages have one', () => countVillages(office, county)],
      ['sites of the city', () => listPlatforms(house, ListPlatforms.parse({}))],
      ['events to come in the city', () => listEvents(office, ListEvents.parse(inCity))],
      ['events to come wherever the person’s grants reach', () => listEvents(office, ListEvents.parse({}))],
      ['events held in the city', () => listEvents(office, ListEvents.parse({ ...inCity, when: 'held' }))],
      ['events held in a county', () => listEvents(office, ListEvents.parse({ ...inCounty, when: 'held' }))],
      ['events to come at a site', () => listOpenEvents(house, ListOpenEvents.parse({ platformId: hall }))],
      ['turns to come in a county', () => listTurns(office, { ...inCounty, when: 'upcoming' })],
      ['turns that have been in the city', () => listTurns(office, { ...inCity, when: 'past' })],
      ['a month of a site’s turns', () => board(office, Board.parse({ platformId: hall, month: month() }))],
      ['what a member is asked to', () => listAsked(member, {})],
      ['a member’s own record', () => listRecord(member, {})],
      ['a member’s own turns', () => myTurns(member, { when: 'upcoming' })],
    ];
  };
