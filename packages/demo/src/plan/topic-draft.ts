import { fitting, matterAt, writeIn, type Matter } from '../stories/matter.ts';
import { soon, type Desk, type Life } from './desk.ts';
import { mergedLife } from './short-lives.ts';
import type { Ref, Step } from './steps.ts';
import { accept, beginLife, copyOut } from './tell-it.ts';
import { dayOf, monthOf, type DayNumber, type Moment } from './town-time.ts';

/** Matters that are talked over together. */
export type TopicDraft = {
  ref: Ref;
  matter: Matter;
  issues: Life[];
  /** Those whose residents told the same and were merged into one of the issues. */
  chorus: Life[];
  created: Moment;
  steps: Step[];
};

/** Several residents of a township tell the same trouble within some days, and the host makes a topic of it. */
export function gatherTopic(desk: Desk, townshipCode: string, from: DayNumber): TopicDraft {
  const { chance, time } = desk;
  const place = chance.pick(desk.places(townshipCode));
  const first = time.atHome(from + chance.whole(0, 3));
  const matter = matterAt(chance, place, monthOf(first));
  const count = Number(chance.weighted({ '1': 60, '2': 28, '3': 10, '4': 2 }));
  const issues: Life[] = [];
  let latest = first;
  for (let at = 0; at < count; at += 1) {
    const told = at === 0 ? first : time.atHome(dayOf(first) + chance.whole(0, 9));
    const own = at === 0 ? matter : nearby(desk, matter, told);
    const life = beginLife(desk, { place, at: told, matter: own });
    const accepted = accept(desk, life, told);
    latest = Math.max(latest, copyOut(desk, life, accepted));
    issues.push(life);
  }
  const created = soon(desk, latest, 0, 3);
  const chorus = chance.is(0.14)
    ? [mergedLife(desk, issues[0]!, { from: first, until: created - 60_000 })]
    : [];
  const draft: TopicDraft = {
    ref: desk.nextRef('topic'),
    matter,
    issues,
    chorus: chorus.filter((life) => life !== null),
    created,
    steps: [],
  };
  create(desk, draft, townshipCode);
  return draft;
}

/** The same scene, told by somebody who sees it from another corner. */
function nearby({ chance }: Desk, matter: Matter, told: Moment): Matter {
  const spot = chance.is(0.5) ? matter.spot : chance.pick(matter.scene.spots);
  return { ...matterAt(chance, matter.place, monthOf(told), matter.story), scene: matter.scene, spot };
}

function create(desk: Desk, { ref, matter, issues, created, steps }: TopicDraft, townshipCode: string): void {
  if (created > desk.time.now) return;
  const { chance } = desk;
  const many = ['两', '三', '四'][issues.length - 2];
  const told = many === undefined ? '' : chance.pick(toldBySeveral).replace('{many}', many);
  const wanted = /希望|要求/.test(matter.scene.copy) ? '' : chance.pick(fitting(matter, 'wanted'));
  steps.push({
    at: created,
    on: ref,
    by: desk.host(townshipCode),
    about: 'talks',
    do: 'createTopic',
    issues: issues.map((issue) => issue.ref),
    title: writeIn(matter.scene.topic, matter),
    summary: writeIn(`${told}${matter.scene.copy}${wanted}${chance.pick(invitations)}`, matter),
  });
  for (const issue of issues) issue.state = 'in_talks';
}

const toldBySeveral = [
  '先后有{many}位居民反映同一件事。',
  '近期收到{many}件来件，说的是同一处。',
  '同一个地方有{many}位居民分别来说过。',
];
const invitations = [
  '请承办单位、村（社区）和居民代表到{spot}看过以后一起商量。',
  '议事前先到{spot}走一遍，再坐下来谈。',
  '先请居民把情况说清楚，再请承办单位说说能怎么办。',
  '拟请有关单位到场，能当场定的当场定。',
  '请住在附近的居民都来说一说，不同的意见也记下来。',
  '',
  '',
];

/** Everything that was told for this topic. */
export function livesOf(draft: TopicDraft): Life[] {
  return [...draft.issues, ...draft.chorus];
}
