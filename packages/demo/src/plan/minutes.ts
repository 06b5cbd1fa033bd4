import { fitting, writeIn } from '../stories/matter.ts';
import { minutesWords } from '../stories/office-words.ts';
import type { Desk } from './desk.ts';
import type { LineLife } from './line-life.ts';
import type { TopicDraft } from './topic-draft.ts';

/** A line that was agreed, with its topic. */
export type Plan = { topic: TopicDraft; line: LineLife };

/** What a sitting agreed and did not agree, as its minutes say it, with the lines that come of it. */
export function planMinutes(desk: Desk, topics: readonly TopicDraft[]) {
  const { chance } = desk;
  const plans = topics.flatMap((topic) => {
    const { story } = topic.matter;
    return chance.some(fitting(topic.matter, 'lines'), chance.is(0.14) ? 2 : 1).map((text): Plan => {
      const unit = desk.unit(text.unit === 'lead' ? story.lead : story.other);
      const ref = desk.nextRef('line');
      const life = {
        ref,
        matter: topic.matter,
        text,
        unit,
        dueOn: 0,
        steps: [],
        state: 'none',
        over: null,
        done: false,
      };
      return { topic, line: life };
    });
  });
  const open = topics.flatMap(({ matter }) =>
    chance
      .some(fitting(matter, 'notAgreed'), chance.is(0.4) ? 1 : chance.is(0.2) ? 2 : 0)
      .map((text) => writeIn(text, matter)),
  );
  const agreed = plans.map(({ line }) => writeIn(line.text.point, line.matter, line.unit.name));
  return { plans, agreed, notAgreed: open, summary: summaryOf(desk, topics, open.length) };
}

/** How it went, in a few sentences: no two chairs write the same way. */
function summaryOf({ chance }: Desk, topics: readonly TopicDraft[], open: number): string {
  const { opening, members, settled, disputed } = minutesWords;
  const talks = topics.flatMap(({ matter }) =>
    chance.some(fitting(matter, 'talk'), chance.is(0.3) ? 2 : 1).map((text) => writeIn(text, matter)),
  );
  const ending = open > 0 ? disputed : settled;
  return [
    chance.is(0.75) ? chance.pick(opening) : '',
    ...talks,
    chance.is(0.7) ? chance.pick(members) : '',
    chance.is(0.65) ? chance.pick(ending) : '',
  ].join('');
}
