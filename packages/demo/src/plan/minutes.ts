import { writeIn } from '../stories/matter.ts';
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
    return chance.some(story.lines, chance.is(0.14) ? 2 : 1).map((text): Plan => {
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
      .some(matter.story.notAgreed, chance.is(0.4) ? 1 : chance.is(0.2) ? 2 : 0)
      .map((text) => writeIn(text, matter)),
  );
  const talk = topics.map(({ matter }) => chance.pick(matter.story.talk)).join('');
  return {
    plans,
    agreed: plans.map(({ line }) => writeIn(line.text.point, line.matter, line.unit.name)),
    notAgreed: open,
    summary: [
      chance.pick(minutesWords.opening),
      talk,
      chance.pick(minutesWords.members),
      chance.pick(minutesWords.closing),
    ].join(''),
  };
}
