import { contact } from '../fixture/issues.ts';
import { secrets } from '../fixture/secrets.ts';
import { key, type Samples } from './sample.ts';

const reason = '需要到现场核对。';
const village = '330702001001';

/** Calls about residents' matters. */
export const issueSamples: Samples = {
  'issues.submit': () => ({
    input: {
      key: key(),
      divisionCode: village,
      words: '广场舞的音响到夜里十一点还在响。',
      placeWords: '社区广场',
      photoIds: [],
      contact: { phone: '139 0000 6655' },
      channel: 'web',
    },
  }),
  'issues.openReceipt': ({ issues: { received } }) => ({
    input: { receipt: received.receipt, pin: received.pin },
    sees: received.id,
  }),
  'issues.listSettled': ({ issues }) => ({ input: { divisionCode: '330702' }, sees: issues.published.id }),
  'issues.getPublished': ({ issues }) => ({ input: { id: issues.published.id }, sees: issues.published.id }),
  'issues.getPublished#unpublished': ({ issues }) => ({
    input: { id: issues.closed.id },
    about: issues.closed.id,
  }),
  'issues.countSettled': () => ({ input: { divisionCode: '330702' }, sees: 'solved' }),
  'issues.follow': ({ issues }) => ({ about: issues.named.id, sees: issues.named.id }),
  'issues.answer': ({ issues }) => ({
    input: { key: key(), text: '第二盏。', photoIds: [] },
    about: issues.needsInfo.id,
  }),
  'issues.judge': ({ issues }) => ({
    input: { key: key(), solved: 'yes', stars: 4, words: '亮了。' },
    about: issues.toRate.id,
  }),
  'issues.reopen': ({ issues }) => ({ input: { key: key(), text: '又坏了。' }, about: issues.closed.id }),
  'issues.withdraw': ({ issues }) => ({ input: { key: key() }, about: issues.received.id }),
  'issues.bounce': ({ issues }) => ({ input: { key: key(), text: '热线不收。' }, about: issues.diverted.id }),
  'issues.askReview': ({ issues }) => ({ input: { key: key() }, about: issues.declined.id }),
  'issues.eraseIdentity': ({ issues }) => ({ input: { key: key() }, about: issues.gone.id, sees: 'true' }),

  'issues.list': ({ issues }) => ({
    input: { state: 'handling', divisionCode: '330702001' },
    about: issues.handling.id,
    sees: issues.handling.id,
  }),
  'issues.get': ({ issues }) => ({
    input: { id: issues.handling.id },
    about: issues.handling.id,
    sees: issues.handling.id,
  }),
  'issues.get#kept': ({ issues }) => ({
    input: { id: issues.accepted.id },
    about: issues.accepted.id,
    sees: issues.accepted.id,
  }),
  'issues.openWords': ({ issues }) => ({
    input: { id: issues.named.id },
    about: issues.named.id,
    sees: '水沟',
  }),
  'issues.reveal': ({ issues }) => ({
    input: { id: issues.named.id, reason },
    about: issues.named.id,
    sees: contact.phone,
  }),
  'issues.submitAssisted': () => ({
    input: {
      key: key(),
      divisionCode: village,
      words: '老人说楼道的灯不亮。',
      placeWords: '三号楼',
      photoIds: [],
      contact: { name: '王某', address: '三号楼' },
      channel: 'desk',
    },
  }),
  'issues.submitThroughMember': () => ({
    input: {
      key: key(),
      divisionCode: village,
      words: '老人说楼道的灯不亮。',
      placeWords: '三号楼',
      photoIds: [],
      contact: { name: '王某', address: '三号楼' },
      toldAt: '2026-11-20T09:00:00+08:00',
    },
  }),
  'issues.listBroughtIn': ({ issues }) => ({ input: {}, sees: issues.broughtIn.id }),
  'issues.getBroughtIn': ({ issues }) => ({
    input: { id: issues.broughtIn.id },
    about: issues.broughtIn.id,
    sees: secrets.copyBroughtIn,
  }),
  'issues.saveHandlingCopy': ({ issues }) => ({
    input: { id: issues.received.id, title: '路灯不亮', text: '入口的路灯不亮。', confirmed: false },
    about: issues.received.id,
  }),
  'issues.accept': ({ issues }) => ({ input: { id: issues.received.id }, about: issues.received.id }),
  'issues.ask': ({ issues }) => ({
    input: { id: issues.received.id, question: '是哪一盏？' },
    about: issues.received.id,
  }),
  'issues.divert': ({ issues }) => ({
    input: { id: issues.received.id, channel: 'hotline', reason },
    about: issues.received.id,
  }),
  'issues.decline': ({ issues }) => ({
    input: { id: issues.received.id, ground: 'competence', reason },
    about: issues.received.id,
  }),
  'issues.merge': ({ issues }) => ({
    input: { id: issues.received.id, intoId: issues.accepted.id },
    about: issues.received.id,
  }),
  'issues.route': ({ issues, town }) => ({
    input: { id: issues.accepted.id, unitId: town.department.id, term: 'simple', confirmed: false },
    about: issues.accepted.id,
  }),
  'issues.verify': ({ issues }) => ({ input: { id: issues.replied.id }, about: issues.replied.id }),
  'issues.returnReply': ({ issues }) => ({
    input: { id: issues.replied.id, reason },
    about: issues.replied.id,
  }),
  'issues.publish': ({ issues }) => ({
    input: { id: issues.published.id, confirmed: false, changeReason: '更正一处错字' },
    about: issues.published.id,
  }),
  'issues.extend': ({ issues }) => ({
    input: { id: issues.handling.id, dueOn: '2026-12-25', reason },
    about: issues.handling.id,
  }),
  'issues.close': ({ issues }) => ({ input: { id: issues.judged.id }, about: issues.judged.id }),
  'issues.uphold': ({ issues }) => ({ input: { id: issues.inReview.id, reason }, about: issues.inReview.id }),
  'issues.overturn': ({ issues }) => ({
    input: { id: issues.inReview.id, reason },
    about: issues.inReview.id,
  }),

  'issues.listAssigned': ({ issues }) => ({
    input: { state: 'handling' },
    about: issues.handling.id,
    sees: issues.handling.id,
  }),
  'issues.take': ({ issues }) => ({ input: { id: issues.routed.id }, about: issues.routed.id }),
  'issues.contest': ({ issues, town }) => ({
    input: { id: issues.routed.id, reason, suggestedUnitId: town.otherDepartment.id },
    about: issues.routed.id,
  }),
  'issues.noteProgress': ({ issues }) => ({
    input: { id: issues.handling.id, note: '已经报了材料。' },
    about: issues.handling.id,
  }),
  'issues.reply': ({ issues }) => ({
    input: {
      id: issues.handling.id,
      class: 'cannot',
      ground: 'money',
      text: '今年没有经费安排。',
      photoIds: [],
      confirmed: false,
    },
    about: issues.handling.id,
  }),
};
