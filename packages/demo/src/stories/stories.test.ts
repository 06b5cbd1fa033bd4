import { findPersonal } from '@tongxin/core';
import { lengths } from '@tongxin/issues/rules';
import { expect, test } from 'vitest';
import { unitKeys, type Scene, type Story } from './shape.ts';
import { elsewhere, mistaken } from './elsewhere.ts';
import { stories } from './index.ts';
import { fitting, repliesTo, writeIn, type Matter, type Place } from './matter.ts';
import { judgementWords, minutesWords, officeWords } from './office-words.ts';
import { amounts, voices, written } from './voices.ts';

const village: Place = {
  code: '330702103201',
  townshipCode: '330702103',
  name: '大岭村',
  town: '白龙桥镇',
  setting: 'village',
};
const community: Place = { ...village, name: '桃园社区', setting: 'town' };

/** Every trouble at every spot where it may be set. */
const matters = stories.flatMap((story) =>
  story.scenes.flatMap((scene) =>
    scene.spots.flatMap((spot) =>
      [village, community].map((place): Matter => ({
        story,
        scene,
        place,
        spot,
        few: amounts[0],
        period: written[0],
      })),
    ),
  ),
);

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

const everything = textsIn([stories, elsewhere, mistaken, officeWords, judgementWords, minutesWords, voices]);

test('no text of the demo names anybody, at whatever spot it is set', () => {
  const plain = everything.filter((text) => !text.includes('{'));
  const filled = matters.flatMap((matter) =>
    textsIn([matter.scene, { ...matter.story, scenes: [] }])
      .filter((text) => text.includes('{'))
      .map((text) => writeIn(text, matter, '区综合执法局')),
  );
  const found = [...new Set([...plain, ...filled])].filter((text) => findPersonal(text).length > 0);
  expect(found).toEqual([]);
});

test('texts ask for nothing but what they can be given', () => {
  const known = /\{(?:spot|place|town|few|since|lately|period|unit|many)\}/g;
  expect(everything.filter((text) => /[{}]/.test(text.replaceAll(known, '')))).toEqual([]);
});

test('every scene can be asked about, agreed on, answered and refused in words of its own', () => {
  const poor = matters.filter(
    (matter) =>
      (['wanted', 'talk', 'lines', 'declines'] as const).some((part) => fitting(matter, part).length === 0) ||
      (repliesTo(matter).solved ?? []).length === 0,
  );
  expect(poor.map(({ story, spot }) => `${story.key} ${spot}`)).toEqual([]);
});

test('titles and texts are as short as their forms demand', () => {
  const longName = '武义县壶山街道';
  const far = matters.map((matter) => ({ ...matter, place: { ...matter.place, name: longName } }));
  const titles = far.flatMap((matter) => [
    writeIn(matter.scene.title, matter),
    writeIn(matter.scene.topic, matter),
  ]);
  expect(titles.filter((title) => title.length > lengths.handlingTitle)).toEqual([]);
  expect(everything.filter((text) => text.length > 200)).toEqual([]);
});

test('the end of a spot is not said twice in a row', () => {
  const stutters = matters.filter((matter) => {
    const text = writeIn(`${matter.scene.title} ${matter.scene.topic} ${matter.scene.copy}`, matter);
    return [2, 3, 4].some((length) => text.includes(matter.spot.slice(-length).repeat(2)));
  });
  expect(stutters.map(({ story, spot }) => `${story.key} ${spot}`)).toEqual([]);
});

test('no story repeats itself or another one', () => {
  const keys = stories.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  const told = stories.flatMap(({ scenes }) => scenes.flatMap((scene: Scene) => scene.told));
  expect(new Set(told).size).toBe(told.length);
});

test('every department has something to do', () => {
  const busy = new Set(stories.flatMap(({ lead, other }: Story) => [lead, other]));
  expect([...busy].toSorted()).toEqual([...unitKeys].toSorted());
});
