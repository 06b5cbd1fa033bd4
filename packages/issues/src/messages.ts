import type { Messages } from '@tongxin/core';
import type { FieldCode, IssueState, Refusal } from './rules/index.ts';

const refusalMessages: Messages<Refusal> = {
  'issues.place': {
    'zh-CN': '请从列表里选一个村（社区）或乡镇（街道）。',
    en: 'Choose a village or a township from the list.',
  },
  'issues.no_office': {
    'zh-CN': '这个乡镇（街道）还没有开通。请打 12345，或者到县（市、区）政协办公室说。',
    en: 'This township is not open yet. Call 12345, or tell the CPPCC county office.',
  },
  'issues.receipt_or_pin': {
    'zh-CN': '回执号和查询码对不上。请照着回执核对后再输一次。',
    en: 'The receipt number and the PIN do not match. Compare them with your receipt and enter them again.',
  },
  'issues.receipt_locked': {
    'zh-CN': '查询码输错了五次，为了保护您，这张回执锁定 15 分钟。时间到了再输一次。',
    en: 'The PIN was wrong five times, so this receipt is locked for 15 minutes to protect you. Enter it again after that.',
  },
  'issues.personal_found': {
    'zh-CN': '文字里像有电话、证件号、卡号、车牌或门牌号。请删掉；确认与个人无关的，可以保留。',
    en: 'The text seems to hold a telephone, identity, card, plate or house number. Take it out, or confirm that it points to nobody.',
  },
  'issues.personal_in_reason': {
    'zh-CN': '理由会长期保存，里面不要写电话、证件号、车牌或门牌号。',
    en: 'The reason is kept for good, so leave out telephone, identity, plate and house numbers.',
  },
  'issues.private_matter': {
    'zh-CN': '这件事涉及孩子、病情、债务或家庭暴力，不公布。',
    en: 'This concerns a child, an illness, a debt or violence at home, so it is not published.',
  },
  'issues.copy_missing': {
    'zh-CN': '请先写办理件：写清事情和地点，不写能认出居民的内容。',
    en: 'Write the handling copy first: the problem and the place, without anything that points to the resident.',
  },
  'issues.unit': {
    'zh-CN': '请从列表里选一个本县或本市的承办单位。',
    en: 'Choose a handling unit of this county or of the city from the list.',
  },
  'issues.merge_target': {
    'zh-CN': '只能并入同一个县（市、区）里还在办理、您看得到的另一件事。',
    en: 'A matter can be merged only into another open one of the same county that you can see.',
  },
  'issues.review_late': {
    'zh-CN': '请县里复核要在答复后 15 天内提出。您可以把情况重新写成一件新的事。',
    en: 'A county review is asked for within 15 days of the answer. You can tell the problem again as a new matter.',
  },
  'issues.reviewed_before': {
    'zh-CN': '县里已经复核过一次，结果写在下面的经过里。',
    en: 'The county has looked at it once already; the result is in the history below.',
  },
  'issues.reopened_before': {
    'zh-CN': '这件事已经重办过一次。情况有变化的，请写成一件新的事。',
    en: 'This matter was reopened once already. If things have changed, tell them as a new matter.',
  },
  'issues.judged_before': {
    'zh-CN': '这一轮您已经评价过了，评价已经记下。',
    en: 'You have judged this round already; your word is recorded.',
  },
  'issues.not_to_judge': {
    'zh-CN': '合并办理的那件事还没有到评价的时候，或者已经过了。页面上写着它现在到哪一步。',
    en: 'The matter that yours was merged into is not waiting for judgement now. The page says where it stands.',
  },
  'issues.extended_before': {
    'zh-CN': '这一轮已经延期过一次，不能再延。',
    en: 'The date was put off once in this round and cannot be put off again.',
  },
  'issues.extension_date': {
    'zh-CN': '新的日期要比现在的晚，并且在六个月以内。',
    en: 'The new date must be later than the present one and within six months.',
  },
  'issues.no_contact': {
    'zh-CN': '居民没有留联系方式。需要补充情况，请用“请居民补充”，居民凭回执会看到。',
    en: 'The resident left no contact details. Use “Ask the resident”; they will see it with their receipt.',
  },
  'issues.change_reason': {
    'zh-CN': '这一页已经公布。再次公布请写明改了什么、为什么改。',
    en: 'This page is already public. To publish it again, write what changed and why.',
  },
};

const fieldMessages: Messages<FieldCode> = {
  'issues.characters': {
    'zh-CN': '文字里有看不见的特殊字符。请删掉后重新输入这一段。',
    en: 'The text holds characters that cannot be seen. Delete this part and type it again.',
  },
  'issues.key': {
    'zh-CN': '这张表单放得太久了。请刷新页面后再提交。',
    en: 'This form has been open too long. Reload the page and send it again.',
  },
  'issues.id': { 'zh-CN': '请从列表里打开这件事。', en: 'Open this matter from the list.' },
  'issues.words_short': {
    'zh-CN': '请写清楚是什么事，至少 5 个字，例如“村口路灯坏了一周”。',
    en: 'Say what the problem is in at least 5 characters, such as “The lamp at the village gate is out”.',
  },
  'issues.words_long': {
    'zh-CN': '写得太长了，请写 2000 字以内，先写最要紧的。',
    en: 'This is too long. Write at most 2,000 characters, the most important first.',
  },
  'issues.place_words_long': {
    'zh-CN': '地点请写 200 字以内，例如“老年活动中心门口”。',
    en: 'Write the place in at most 200 characters, such as “in front of the seniors’ centre”.',
  },
  'issues.photos': {
    'zh-CN': '最多放 3 张照片。请删掉多的再提交。',
    en: 'At most 3 photos can be sent. Take out the others.',
  },
  'issues.name_long': {
    'zh-CN': '称呼请写 40 字以内，也可以不填。',
    en: 'Write a name of at most 40 characters, or leave it empty.',
  },
  'issues.phone': {
    'zh-CN': '电话请写数字，例如 139 0000 0000 或 0579 8000 0000，也可以不填。',
    en: 'Write the telephone number in digits, such as 139 0000 0000, or leave it empty.',
  },
  'issues.address_long': {
    'zh-CN': '地址请写 200 字以内，也可以不填。',
    en: 'Write an address of at most 200 characters, or leave it empty.',
  },
  'issues.channel': { 'zh-CN': '请从列表里选一个渠道。', en: 'Choose a channel from the list.' },
  'issues.question_short': { 'zh-CN': '请写明要居民补充什么。', en: 'Write what the resident should add.' },
  'issues.question_long': {
    'zh-CN': '问题请写 500 字以内。',
    en: 'Write the question in at most 500 characters.',
  },
  'issues.answer_short': { 'zh-CN': '请写上您要说的话。', en: 'Write what you want to say.' },
  'issues.answer_long': { 'zh-CN': '请写 2000 字以内。', en: 'Write at most 2,000 characters.' },
  'issues.reason_short': {
    'zh-CN': '请写明理由，居民会看到。',
    en: 'Write the reason; the resident will read it.',
  },
  'issues.reason_long': {
    'zh-CN': '理由请写 500 字以内。',
    en: 'Write the reason in at most 500 characters.',
  },
  'issues.note_short': { 'zh-CN': '请写明办到了哪一步。', en: 'Write how far it has come.' },
  'issues.note_long': {
    'zh-CN': '进展请写 500 字以内。',
    en: 'Write the progress in at most 500 characters.',
  },
  'issues.title_short': {
    'zh-CN': '请写一个标题，例如“桥头社区路灯不亮”。',
    en: 'Write a title, such as “Lamps out in Qiaotou”.',
  },
  'issues.title_long': { 'zh-CN': '标题请写 60 字以内。', en: 'Write a title of at most 60 characters.' },
  'issues.copy_short': {
    'zh-CN': '请写清事情和地点，至少 5 个字。',
    en: 'Write the problem and the place in at least 5 characters.',
  },
  'issues.copy_long': {
    'zh-CN': '办理件请写 2000 字以内。',
    en: 'Write the handling copy in at most 2,000 characters.',
  },
  'issues.reply_short': {
    'zh-CN': '请写清办了什么、结果怎样，至少 5 个字。',
    en: 'Write what was done and what came of it, in at least 5 characters.',
  },
  'issues.reply_long': {
    'zh-CN': '答复请写 2000 字以内。',
    en: 'Write the reply in at most 2,000 characters.',
  },
  'issues.ground': {
    'zh-CN': '办不到或者不受理，请选一条依据：法律、经费、职权或事实。',
    en: 'What cannot be done or is not accepted needs its ground: law, money, competence or facts.',
  },
  'issues.judgement_long': {
    'zh-CN': '评价的话请写 500 字以内。',
    en: 'Write your judgement in at most 500 characters.',
  },
  'issues.solved': {
    'zh-CN': '请选“解决了”“部分解决”或“没解决”。',
    en: 'Choose “solved”, “partly” or “not solved”.',
  },
  'issues.stars': { 'zh-CN': '请选 1 到 5 颗星。', en: 'Choose 1 to 5 stars.' },
  'issues.term': {
    'zh-CN': '请选办理期限：3 个或 10 个工作日。',
    en: 'Choose the time for it: 3 or 10 working days.',
  },
  'issues.reply_class': { 'zh-CN': '请选办理结果的类别。', en: 'Choose what kind of answer it is.' },
  'issues.date': { 'zh-CN': '请填写日期，例如 2026-12-01。', en: 'Enter a date, such as 2026-12-01.' },
  'issues.state': { 'zh-CN': '请从列表里选一个状态。', en: 'Choose a state from the list.' },
  'issues.after': {
    'zh-CN': '请从第一页重新打开这张列表。',
    en: 'Open this list again from its first page.',
  },
};

export const messages: Messages<Refusal | FieldCode> = { ...refusalMessages, ...fieldMessages };

/** What happens next, in one sentence, for the resident of a matter in this state. */
export const nextSteps: Messages<IssueState> = {
  received: {
    'zh-CN': '乡镇（街道）主持人会在一个工作日内看，告诉您受理还是转到别处。',
    en: 'The host of your township reads it within one working day and says whether it is accepted or belongs elsewhere.',
  },
  needs_info: {
    'zh-CN': '主持人有个问题要问您，请在日期前回答。到期没有回答就先放下，以后随时可以接着说。',
    en: 'The host has a question for you; answer before the date. Without an answer it is set aside, and you can go on at any time.',
  },
  parked: {
    'zh-CN': '这件事先放下了。您随时可以在这里补充，补充后接着办。',
    en: 'This matter is set aside. Add what was asked here at any time and it goes on.',
  },
  accepted: {
    'zh-CN': '已经受理。主持人会在日期前交给承办单位，或者列入议题来议。',
    en: 'It is accepted. Before the date the host hands it to a department or takes it into a session.',
  },
  in_talks: {
    'zh-CN': '这件事要在议事会上议。时间和地点会公布，您可以报名参加。',
    en: 'This matter will be talked over in a session. Time and place are announced, and you may take a seat.',
  },
  in_hand: {
    'zh-CN': '议事会定了办法，有关单位正在按议定的事项办，办完请您评价。',
    en: 'The session agreed what to do, and the units are doing it. You judge it when it is done.',
  },
  routed: {
    'zh-CN': '已经交给承办单位，它要在一个工作日内接办，不归它管的会退回来改交。',
    en: 'It was handed to a department, which takes it on within one working day or sends it back.',
  },
  handling: {
    'zh-CN': '承办单位正在办，要在日期前答复您。',
    en: 'The department is working on it and answers you before the date.',
  },
  replied: {
    'zh-CN': '承办单位已经答复，没有经手的人正在核实，核实后请您评价。',
    en: 'The department has answered. Somebody who had no part in it checks the answer; then you judge it.',
  },
  to_rate: {
    'zh-CN': '请您评价：解决了没有，几颗星。到期没有评价只记作没有回音，不会当作满意。',
    en: 'Judge it: is it solved, and how many stars? No word by the date is counted as no answer, never as a yes.',
  },
  judged: {
    'zh-CN': '您的评价已经记下。县（市、区）政协办公室核对后销号。',
    en: 'Your word is recorded. The CPPCC county office checks it and strikes the matter off.',
  },
  in_review: {
    'zh-CN': '县（市、区）政协办公室正在复核，五个工作日内告诉您结果和理由。',
    en: 'The CPPCC county office looks at it again and tells you the result and the reason within five working days.',
  },
  closed: {
    'zh-CN': '这件事已经销号。如果问题又出现，您可以要求重办一次。',
    en: 'This matter is struck off. If the problem is back, you may reopen it once.',
  },
  diverted: {
    'zh-CN': '这件事归别的渠道办，去处和要带的话在下面。对方不收，可以在这里退回来。',
    en: 'This matter belongs to another channel; where to go and what to take is below. If they do not take it, send it back here.',
  },
  merged: {
    'zh-CN': '有人说过同一件事，已经合并办理。经过和答复在下面，您也可以评价。',
    en: 'The same thing was told before and both are handled together. The history and the answer are below, and you may judge too.',
  },
  declined: {
    'zh-CN': '这件事没有受理，理由在下面。不同意的，15 天内可以请县里复核一次。',
    en: 'This matter was not accepted; the reason is below. If you disagree, ask the county within 15 days to look again.',
  },
  withdrawn: {
    'zh-CN': '您已经撤回这件事。需要的话可以再写一件新的。',
    en: 'You withdrew this matter. You can tell a new one whenever you need to.',
  },
};

/** What a resident's telephone shows: that there is news, never what about. */
export const residentTexts: Messages<'question' | 'judge' | 'news' | 'reading'> = {
  reading: { 'zh-CN': '系统发送短信提醒', en: 'The system sent a text message' },
  question: {
    'zh-CN': '【同心汇】您登记的事有一个问题要问您，请凭回执号和查询码查看并回答。',
    en: 'Tongxin: there is a question about the matter you told. See it with your receipt number and PIN.',
  },
  judge: {
    'zh-CN': '【同心汇】您登记的事已经答复，请凭回执号和查询码查看。要不要评价、怎么评价，由您决定。',
    en: 'Tongxin: the matter you told was answered. See it with your receipt number and PIN; whether and how you judge it is up to you.',
  },
  news: {
    'zh-CN': '【同心汇】您登记的事有了新的进展，请凭回执号和查询码查看。',
    en: 'Tongxin: there is news on the matter you told. See it with your receipt number and PIN.',
  },
};
