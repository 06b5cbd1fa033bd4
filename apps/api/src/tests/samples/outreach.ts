import { key, type Samples } from './sample.ts';

const reason = '那几天排满了。';
const day = '2026-12-02';

/** Calls about a lead of the township that one of its visits brought, and about what its village orders. */
export const outreachSamples: Samples = {
  'outreach.leads.list': ({ lead }) => ({ input: {}, sees: lead.id }),
  'outreach.leads.get': ({ lead }) => ({ input: { id: lead.id }, sees: lead.id }),
  'outreach.leads.open': ({ lead }) => ({
    input: {
      key: key(),
      eventId: lead.visitId,
      subject: 'talent',
      organisation: '演示大学',
      what: '愿意派老师来做一期培训。',
      contactPost: '继续教育学院院长',
      nextOn: '2026-12-20',
    },
  }),
  'outreach.leads.followUp': ({ lead }) => ({
    input: { id: lead.id, on: '2026-11-20', what: '去看了场地。', nextOn: '2026-12-20' },
  }),
  'outreach.leads.land': ({ lead }) => ({ input: { id: lead.id, reason: '签了合作书。' } }),
  'outreach.leads.drop': ({ lead }) => ({ input: { id: lead.id, reason: '对方另选了地方。' } }),

  'outreach.menu.list': ({ orders }) => ({ input: undefined, sees: orders.offerId }),
  'outreach.menu.add': () => ({
    input: {
      key: key(),
      divisionCode: '330702',
      service: 'law',
      title: '法律咨询',
      what: '宅基地、婚姻、借贷当面问。',
      team: '区司法局律师服务团',
    },
  }),
  'outreach.menu.end': ({ orders }) => ({ input: { id: orders.offerId } }),
  'outreach.orders.list': ({ orders }) => ({
    input: { state: 'asked', service: 'health' },
    sees: orders.asked,
  }),
  'outreach.orders.get': ({ orders }) => ({ input: { id: orders.dated }, sees: orders.dated }),
  'outreach.orders.place': ({ orders }) => ({
    input: {
      key: key(),
      offerId: orders.offerId,
      divisionCode: '330702001001',
      wishedOn: day,
      expected: 60,
      words: '老人多，上午来最好。',
    },
  }),
  'outreach.orders.date': ({ orders }) => ({ input: { id: orders.asked, comesOn: day } }),
  'outreach.orders.changeDate': ({ orders }) => ({ input: { id: orders.dated, comesOn: day, reason } }),
  'outreach.orders.decline': ({ orders }) => ({ input: { id: orders.asked, reason } }),
  'outreach.orders.tell': ({ orders }) => ({ input: { id: orders.declined } }),
  'outreach.orders.serve': ({ orders }) => ({
    input: { id: orders.dated, servedOn: '2026-11-21', people: 63, words: '转诊两位。' },
  }),
  'outreach.orders.callOff': ({ orders }) => ({ input: { id: orders.asked, reason } }),
};
