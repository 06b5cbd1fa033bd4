import { key, type Samples } from './sample.ts';

const reason = '那几天在外地。';
const day = '2026-12-02';

export const expertSamples: Samples = {
  'experts.teams.list': ({ experts }) => ({ input: {}, sees: experts.teamId }),
  'experts.teams.get': ({ experts }) => ({ input: { teamId: experts.teamId }, sees: experts.personId }),
  'experts.teams.make': () => ({
    input: { key: key(), divisionCode: '330702', name: '法律服务团队', field: '法律' },
  }),
  'experts.teams.add': ({ experts, memberId }) => ({
    input: { teamId: experts.emptyTeamId, memberId, isLead: true },
  }),
  'experts.teams.add#outside': ({ experts }) => ({
    input: { teamId: experts.emptyTeamId, name: '周医师', post: '市中心医院主任医师', isLead: true },
  }),
  'experts.teams.lead': ({ experts }) => ({ input: { personId: experts.personId } }),
  'experts.teams.remove': ({ experts }) => ({ input: { personId: experts.personId } }),
  'experts.teams.end': ({ experts }) => ({ input: { teamId: experts.emptyTeamId } }),

  'experts.mine': ({ experts }) => ({ input: { open: true }, sees: experts.matched }),
  'experts.accept': ({ experts }) => ({ input: { id: experts.matched, visitOn: day } }),
  'experts.decline': ({ experts }) => ({ input: { id: experts.matched, reason } }),
  'experts.reschedule': ({ experts }) => ({ input: { id: experts.accepted, visitOn: day, reason } }),
  'experts.advise': ({ experts }) => ({ input: { id: experts.accepted, advice: '先测土，再施肥。' } }),

  'experts.list': ({ experts }) => ({
    input: { mine: false, state: 'matched' },
    sees: experts.matched,
  }),
  'experts.get': ({ experts }) => ({ input: { id: experts.advised }, sees: experts.advised }),
  'experts.candidates': ({ experts }) => ({ input: { id: experts.requested }, sees: experts.personId }),
  'experts.request': ({ issues }) => ({
    input: {
      key: key(),
      divisionCode: '330702001',
      field: '农业种植',
      purpose: '杨梅落果，请专家看看。',
      wishedOn: day,
      aboutId: issues.received.id,
    },
  }),
  'experts.match': ({ experts }) => ({ input: { id: experts.requested, personId: experts.personId } }),
  'experts.tellUse': ({ experts }) => ({
    input: { id: experts.advised, used: 'partly', words: '测了土。' },
  }),
  'experts.thank': ({ experts }) => ({ input: { id: experts.used, words: '谢谢您。' } }),
  'experts.withdraw': ({ experts }) => ({ input: { id: experts.requested, reason } }),
  'experts.refuse': ({ experts }) => ({ input: { id: experts.requested, reason } }),
};
