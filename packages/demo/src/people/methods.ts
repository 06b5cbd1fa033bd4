import { stageNames, stages, type SaveMethod, type Stage } from '@tongxin/deliberations/rules';
import { showcaseCounty } from '../sign-ins.ts';

const partyBranch = '村（社区）党组织';
const cppccMember = '政协委员';
const resident = '居民代表';

/** The county that is looked at first calls its steps in its own way. */
const ownNames: Readonly<Record<Stage, string>> = {
  collect: '征题',
  choose: '定题',
  research: '调研',
  deliberate: '协商',
  handle: '落实',
  evaluate: '评议',
};

/** How a committee of the demo city talks things over; null for counties that go by the city's way. */
export function methodOf(divisionCode: string): SaveMethod | null {
  if (divisionCode.length === 6 && divisionCode !== showcaseCounty) return null;
  const isCity = divisionCode.length === 4;
  const nameOf = (stage: Stage) => (isCity ? stageNames[stage]['zh-CN'] : ownNames[stage]);
  const steps = stages.map((stage, at) => [stage, { name: nameOf(stage), place: at + 1 }] as const);
  return {
    divisionCode,
    after: 0,
    brand: isCity ? '请你来协商' : '有事好商量',
    lead: '众人的事情由众人商量，商量成的有人办，办得怎样居民评。',
    fixedSeats: [partyBranch, cppccMember, resident],
    steps: Object.fromEntries(steps) as SaveMethod['steps'],
  };
}

/** Who sat on them: the convenor is a member, and whether residents came is known. */
export function seatsFilled(residentsPresent: number): string[] {
  return residentsPresent > 0 ? [partyBranch, cppccMember, resident] : [partyBranch, cppccMember];
}
