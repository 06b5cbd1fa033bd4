import type { Chance } from '../chance.ts';
import { stories } from './index.ts';
import type { ReplyClass } from '@tongxin/issues/rules';
import type { Handling, Scene, Setting, Story } from './shape.ts';
import { amounts, durations, lately, written } from './voices.ts';

/** The place where something happens, as people and offices call it. */
export type Place = {
  code: string;
  townshipCode: string;
  /** `大岭村`, `桃园社区`. */
  name: string;
  town: string;
  setting: Exclude<Setting, 'any'>;
};

/** One trouble at one place: what all texts about it agree on. */
export type Matter = {
  story: Story;
  scene: Scene;
  place: Place;
  spot: string;
  few: string;
  period: string;
};

const fits = (setting: Setting | undefined, place: Place) =>
  setting === undefined || setting === 'any' || setting === place.setting;

/** The stories that can happen here. */
function storiesAt(place: Place): Story[] {
  return stories.filter(
    (story) => fits(story.setting, place) && story.scenes.some((scene) => fits(scene.setting, place)),
  );
}

/** A trouble that suits the place and the month. */
export function matterAt(chance: Chance, place: Place, month: number, story?: Story): Matter {
  const told = story ?? drawStory(chance, place, month);
  const scene = chance.pick(told.scenes.filter(({ setting }) => fits(setting, place)));
  return {
    story: told,
    scene,
    place,
    spot: chance.pick(spotsAt(scene, place)),
    few: chance.pick(amounts),
    period: chance.pick(written),
  };
}

const onlyVillage =
  /村口|村道|村里|村中|村前|村后|村头|村尾|村边|祠堂|晒谷|菜地|机耕|老井|畈|山脚|水库|稻田|溪滩/;
const onlyTown = /小区|地铁|高铁|商业街|天桥|单元|楼/;

/** A spot of a village does not lie in a town, nor the other way round. */
function spotsAt({ spots }: Scene, { setting }: Place): readonly string[] {
  const foreign = setting === 'town' ? onlyVillage : onlyTown;
  const own = spots.filter((spot) => !foreign.test(spot));
  return own.length > 0 ? own : spots;
}

function drawStory(chance: Chance, place: Place, month: number): Story {
  const here = storiesAt(place);
  const weights = Object.fromEntries(
    here.map((story) => [story.key, story.weight * (story.season?.includes(month) ? 2.2 : 1)]),
  );
  const key = chance.weighted(weights);
  return here.find((story) => story.key === key)!;
}

type Lists = Omit<Handling, 'replies' | 'said'>;

/** What may be asked, written or agreed about this trouble: what belongs to its scene, and what fits all of its story. */
export function fitting<Part extends keyof Lists>({ scene, story }: Matter, part: Part): Lists[Part] {
  return [...(scene[part] ?? []), ...(story[part] ?? [])] as unknown as Lists[Part];
}

/** What a department may answer, by how far it got; a class that nothing fits is left out. */
export function repliesTo({ scene, story }: Matter): Partial<Record<ReplyClass, readonly string[]>> {
  return together(scene.replies, story.replies);
}

/** What residents say about the result, by whether it is solved. */
export function saidOf({ scene, story }: Matter): NonNullable<Scene['said']> {
  return together(scene.said, story.said);
}

type ByName<Name extends string> = Readonly<Partial<Record<Name, readonly string[]>>>;

function together<Name extends string>(
  own: ByName<Name> | undefined,
  all: ByName<Name> | undefined,
): ByName<Name> {
  const names = [...Object.keys(own ?? {}), ...Object.keys(all ?? {})] as Name[];
  const texts = names.map((name) => [name, [...(own?.[name] ?? []), ...(all?.[name] ?? [])]]);
  return Object.fromEntries(texts) as ByName<Name>;
}

/** What offices write where a resident says "our". */
const soberly: readonly (readonly [RegExp, string])[] = [
  [/^我们村$/, ''],
  [/^我们自然村$/, '自然村'],
  [/^我们(小区.*|单元.*)$/, '$1'],
  [/^我们台区末尾几户$/, '台区末端部分住户'],
  [/^我们这一(排|带)$/, '部分住宅'],
  [/^我们几户$/, '部分农户'],
  [/^村里的?/, ''],
  [/^自家/, '农户'],
  [/^这几个村$/, '周边几个村'],
  [/^窗外的/, '住宅旁'],
  [/^业主群里$/, '小区'],
];

/** Where it is, in the words of an office: always with the village or community. */
function soberSpot({ place, spot }: Pick<Matter, 'place' | 'spot'>): string {
  const plain = soberly.reduce((text, [pattern, instead]) => text.replace(pattern, instead), spot);
  return joined(place.name, plain);
}

/** A community's own centre is not named twice. */
function joined(name: string, spot: string): string {
  if (!spot.startsWith('社区')) return `${name}${spot}`;
  return name.endsWith('社区') ? `${name.slice(0, -2)}${spot}` : `${name}${spot.slice(2)}`;
}

const already =
  /^(我们|自家|附近|村里|街道$|小区$|这几个村|业主群里|.*(补贴|报销|材料)$|想开的|末班|瓶装气|送气的|市日)/;

/** Where it is, as somebody says it who is there: sometimes with the name of the place. */
function spokenSpot(chance: Chance, { place, spot }: Matter): string {
  return already.test(spot) || chance.is(0.55) ? spot : joined(place.name, spot);
}

/** Fills a text that a resident says; `named` says that the place has been named already. */
export function sayIn(chance: Chance, text: string, matter: Matter, { named = false } = {}): string {
  return text
    .replaceAll('{spot}', () => (named ? matter.spot : spokenSpot(chance, matter)))
    .replaceAll('{since}', () => chance.pick(durations))
    .replaceAll('{lately}', () => chance.pick(lately))
    .replaceAll('{few}', matter.few)
    .replaceAll('{place}', matter.place.name)
    .replaceAll('{town}', matter.place.town);
}

/** Fills a text that an office writes; `unit` is who does it. */
export function writeIn(text: string, matter: Matter, unit = ''): string {
  return withSpot(text, soberSpot(matter))
    .replaceAll('{few}', matter.few)
    .replaceAll('{period}', matter.period)
    .replaceAll('{place}', matter.place.name)
    .replaceAll('{town}', matter.place.town)
    .replaceAll('{unit}', unit);
}

/** A spot whose last word the text says next is said once: 堤岸, not 堤岸堤岸. */
function withSpot(text: string, spot: string): string {
  return text.replaceAll(/\{spot\}([^，。、{]{2,4})?/g, (_, next = '') => {
    for (let length = next.length; length >= 2; length -= 1)
      if (spot.endsWith(next.slice(0, length))) return `${spot}${next.slice(length)}`;
    return `${spot}${next}`;
  });
}
