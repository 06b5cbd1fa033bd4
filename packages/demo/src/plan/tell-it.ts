import { invented } from '../people/names.ts';
import type { Elsewhere } from '../stories/elsewhere.ts';
import { fitting, matterAt, writeIn, type Matter, type Place } from '../stories/matter.ts';
import { wordsElsewhere, wordsOf } from '../stories/tell.ts';
import { act, soon, type Desk, type Life } from './desk.ts';
import { monthOf, type Moment } from './town-time.ts';

type Begin = {
  place: Place;
  at: Moment;
  /** What it is about; drawn for the place and the season when it is left out. */
  matter?: Matter;
  /** It belongs to another door. */
  elsewhere?: { told: string; door: Elsewhere };
};

/** Somebody tells a problem. */
export function beginLife(desk: Desk, { place, at, matter: given, elsewhere }: Begin): Life {
  const { chance } = desk;
  const matter = given ?? matterAt(chance, place, monthOf(at));
  const channel = chance.weighted({ web: 52, code: 13, desk: 17, phone: 12, paper: 6 });
  const assisted = channel !== 'web' && channel !== 'code';
  const contact = chance.is(assisted ? 0.5 : 0.22) ? contactIn(desk, place) : {};
  const host = desk.host(place.townshipCode);
  const life: Life = {
    ref: desk.nextRef('issue'),
    place,
    matter,
    host,
    steps: [],
    state: 'nothing',
    contactKept: Object.keys(contact).length > 0,
    copied: false,
    merged: [],
    stalled: false,
  };
  const words = newWords(desk, matter, elsewhere);
  act(
    desk,
    life,
    { at, by: assisted ? host : 'resident', state: 'received' },
    {
      do: 'tell',
      divisionCode: place.code,
      channel,
      words,
      placeWords: elsewhere === undefined && chance.is(0.3) ? placeWordsOf(desk, matter) : undefined,
      contact,
      key: chance.uuid(),
    },
  );
  return life;
}

/** Words that nobody has used yet. Once in a while somebody leaves a number in them, which belongs in the vault. */
function newWords(desk: Desk, matter: Matter, elsewhere: Begin['elsewhere']): string {
  const { chance, said } = desk;
  for (;;) {
    const told =
      elsewhere === undefined ? wordsOf(chance, matter) : wordsElsewhere(chance, matter, elsewhere);
    const words = chance.is(0.02) ? `${told}有事打我电话 ${invented.phone(chance)}。` : told;
    if (said.has(words)) continue;
    said.add(words);
    return words;
  }
}

function placeWordsOf({ chance }: Desk, { spot }: Matter): string {
  return `${spot}${chance.pick(['，靠路的一边', '往里走一点', '，旁边有根电线杆', '，对面是小店', '那一带', '，转弯的地方'])}`;
}

function contactIn({ chance }: Desk, place: Place) {
  return {
    name: invented.person(chance),
    ...(chance.is(0.85) ? { phone: invented.phone(chance) } : {}),
    ...(chance.is(0.3)
      ? { address: `${place.name}${chance.pick(['老街口第二家', '村口小店隔壁', '桥头', '大樟树边'])}` }
      : {}),
  };
}

/** The host or the county takes it up. */
export function accept(desk: Desk, life: Life, from: Moment): Moment {
  const at = soon(desk, from, 0, 1);
  const by = desk.chance.is(0.9) ? life.host : desk.office('router');
  act(desk, life, { at, by, state: 'accepted' }, { do: 'accept' });
  return at;
}

/** The host opens the words, or goes by what the list says, and writes the copy for those who will handle it. */
export function copyOut(desk: Desk, life: Life, from: Moment): Moment {
  const { chance, time } = desk;
  let at = from;
  if (chance.is(desk.opensWords)) {
    at = time.after(at, 0);
    act(desk, life, { at, by: life.host, state: life.state }, { do: 'openWords' });
  }
  if (life.contactKept && chance.is(0.06)) {
    at = time.after(at, 0);
    const reason = chance.pick(revealReasons);
    act(desk, life, { at, by: life.host, state: life.state }, { do: 'reveal', reason });
  }
  at = soon(desk, at, 0, 2);
  const { matter } = life;
  act(
    desk,
    life,
    { at, by: life.host, state: life.state },
    {
      do: 'redact',
      title: writeIn(matter.scene.title, matter),
      text: accountOf(desk, matter),
    },
  );
  life.copied = true;
  return at;
}

/** What the office writes in its own words: what it is, and often what is wanted and where exactly. */
function accountOf({ chance }: Desk, matter: Matter): string {
  const { copy } = matter.scene;
  const told = /^(居民|家长|老人|学生)/.test(copy) ? copy : `${chance.pick(accountOpenings)}${copy}`;
  // Who has said once what people hope for does not say it again.
  const wanted = !/希望|要求/.test(copy) && chance.is(0.7) ? chance.pick(fitting(matter, 'wanted')) : '';
  const seen = chance.is(0.25) ? chance.pick(placesSeen) : '';
  return writeIn(`${told}${wanted}${seen}`, matter);
}

const accountOpenings = ['居民反映：', '居民反映，', '来件反映：', '据居民反映，'];
const placesSeen = [
  '具体位置在{spot}一带，已请村（社区）现场核对。',
  '位置在{spot}，村（社区）已派人看过。',
  '已到{spot}看过，情况与反映的一致。',
  '现场照片由村（社区）补拍，位置为{spot}。',
];

const revealReasons = [
  '需要约到现场指认位置，已在来件中说明可以联系。',
  '答复涉及入户施工的时间，需电话确认是否方便。',
  '补充材料说不清楚，需当面核实一次。',
  '议事会邀请本人到场，需要告知时间地点。',
];
