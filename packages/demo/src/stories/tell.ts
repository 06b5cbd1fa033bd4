import type { Chance } from '../chance.ts';
import type { Elsewhere } from './elsewhere.ts';
import { sayIn, type Matter } from './matter.ts';
import { voices, type Part, type Voice, type VoiceName } from './voices.ts';

const shares = Object.fromEntries(Object.entries(voices).map(([name, { share }]) => [name, share])) as Record<
  VoiceName,
  number
>;

/** What a trouble gives a voice to say. */
type Material = Readonly<Record<'told' | 'detail' | 'effect' | 'ask', readonly string[]>> & {
  /** In place of what the voice has tried. */
  tried?: readonly string[];
};

/** A resident's own words about a matter, in the voice of somebody. */
export function wordsOf(chance: Chance, matter: Matter): string {
  const { scene, story } = matter;
  const { told, details: detail, effects: effect = story.effects, asks: ask = story.asks } = scene;
  return speak(chance, matter, { told, detail, effect, ask });
}

/** The same about something that belongs to another door. */
export function wordsElsewhere(
  chance: Chance,
  matter: Matter,
  { told, door: { details, asks } }: { told: string; door: Elsewhere },
): string {
  // Nobody has tried the hall's own ways for it.
  return speak(chance, matter, { told: [told], detail: details, effect: details, ask: asks, tried: [] });
}

function speak(chance: Chance, matter: Matter, material: Material): string {
  const voice: Voice = voices[chance.weighted(shares)];
  const said: string[] = [];
  let named = false;
  const pool: Record<Part, readonly string[]> = {
    opening: voice.openings,
    tried: voice.tried,
    closing: voice.closings,
    ...material,
  };
  const parts = chance.pick(voice.shapes).flatMap((part): { part: Part; text: string }[] => {
    // Somebody who says two things of a kind says two different ones.
    const left = pool[part].filter((text) => !said.includes(text));
    if (left.length === 0) return [];
    const raw = chance.pick(left);
    said.push(raw);
    named ||= raw.includes('{place}');
    return raw === '' ? [] : [{ part, text: sayIn(chance, raw, matter, { named }) }];
  });
  return punctuate(chance, voice, parts);
}

const asking =
  /(吗|啊|谁|哪里|什么|多少|怎么|能不能|可不可以|是不是|有没有|几月|行不行|在哪|路子|该找谁|打哪个电话)/;
const wishing = /^(希望|请|麻烦|盼|拜托|要求)/;

function punctuate(chance: Chance, voice: Voice, parts: readonly { part: Part; text: string }[]): string {
  let words = '';
  for (const [at, { part, text }] of parts.entries()) {
    words += text;
    const last = at === parts.length - 1;
    if (part === 'opening' || /[。：，！？]$/.test(text)) continue;
    if (part === 'ask' && asking.test(text) && !wishing.test(text)) words += '？';
    else if (last) words += chance.is(0.8) ? endOf(voice) : '';
    else words += part === 'told' && voice.mark === '。' && chance.is(0.5) ? '，' : voice.mark;
  }
  return words;
}

/** Whoever runs sentences together still ends with a stop. */
const endOf = ({ mark }: Voice) => (mark === '，' ? '。' : mark);
