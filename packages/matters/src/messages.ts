import type { Messages } from '@tongxin/core';
import type { Refusal } from './rules/index.ts';

export const messages: Messages<Refusal | 'matters.receipt' | 'matters.pin' | 'idempotency.other_content'> = {
  'matters.not_found': {
    'zh-CN': '没有找到这件事。请核对编号。',
    en: 'This matter was not found. Check the number.',
  },
  'matters.not_yours': {
    'zh-CN': '这一步由别的岗位来做。页面上写着现在轮到谁。',
    en: 'Another post takes this step. The page says whose turn it is.',
  },
  'matters.not_now': {
    'zh-CN': '这件事已经往前走了一步。请刷新页面看最新的情况。',
    en: 'This matter has moved on. Reload the page to see where it stands.',
  },
  'matters.same_person': {
    'zh-CN': '前面的步骤是您经手的，这一步要请另一位同事来做。',
    en: 'You handled an earlier step, so another colleague takes this one.',
  },
  'matters.reason_missing': {
    'zh-CN': '请写明理由，居民会看到。',
    en: 'Write the reason; the resident will read it.',
  },
  'matters.due_missing': { 'zh-CN': '请填写完成的日期。', en: 'Enter the date by which it will be done.' },
  'matters.owner_missing': { 'zh-CN': '请选择由哪个单位接着办。', en: 'Choose the unit that takes over.' },
  'matters.receipt': {
    'zh-CN': '回执号是十个字母和数字，例如 7K-M2QF-9XTB。请照着回执再输一次。',
    en: 'A receipt number has ten letters and digits, such as 7K-M2QF-9XTB. Copy it from your receipt.',
  },
  'matters.pin': {
    'zh-CN': '查询码是六位数字，印在回执号下面。',
    en: 'The PIN has six digits and is printed below the receipt number.',
  },
  'idempotency.other_content': {
    'zh-CN': '这张表单已经提交过了。要说另一件事，请重新打开一张空白表单。',
    en: 'This form was already sent. To tell another matter, open a new empty form.',
  },
};
