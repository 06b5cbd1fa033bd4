import type { Messages } from '@tongxin/core';

/** What events are told apart by is what members' groups owe. */
export {
  activityCategories as eventCategories,
  activityNames as categoryNames,
  type ActivityCategory as EventCategory,
} from '@tongxin/members/rules';

export const eventModes = ['onsite', 'online', 'hybrid'] as const;
export type EventMode = (typeof eventModes)[number];
export const modeNames: Messages<EventMode> = {
  onsite: { 'zh-CN': '现场', en: 'On site' },
  online: { 'zh-CN': '线上', en: 'Online' },
  hybrid: { 'zh-CN': '现场加线上', en: 'On site and online' },
};

/** Who may come: whoever is invited; any member who puts themselves down; everybody, with members putting themselves down. */
export const signUps = ['invited', 'members', 'public'] as const;
export type SignUp = (typeof signUps)[number];
export const signUpNames: Messages<SignUp> = {
  invited: { 'zh-CN': '只限受邀人员', en: 'Invited people only' },
  members: { 'zh-CN': '委员可自行报名', en: 'Members may sign up' },
  public: { 'zh-CN': '向社会公开，委员可报名', en: 'Open to everybody; members sign up' },
};

/** What somebody who is invited has said, and what was said to their asking for leave. */
export const answers = [
  'waiting',
  'coming',
  'leave_asked',
  'leave_granted',
  'leave_refused',
  'declined',
] as const;
export type Answer = (typeof answers)[number];
export const answerNames: Messages<Answer> = {
  waiting: { 'zh-CN': '未答复', en: 'No answer yet' },
  coming: { 'zh-CN': '参加', en: 'Coming' },
  leave_asked: { 'zh-CN': '请假待批', en: 'Asks for leave' },
  leave_granted: { 'zh-CN': '准假', en: 'On leave' },
  leave_refused: { 'zh-CN': '未准假', en: 'Leave not granted' },
  declined: { 'zh-CN': '不参加', en: 'Not coming' },
};

export const attendanceStates = ['attended', 'absent', 'leave'] as const;
export type AttendanceState = (typeof attendanceStates)[number];
export const attendanceNames: Messages<AttendanceState> = {
  attended: { 'zh-CN': '出席', en: 'Was there' },
  absent: { 'zh-CN': '缺席', en: 'Was absent' },
  leave: { 'zh-CN': '请假', en: 'On leave' },
};

/** How the organiser came to know: scanned at the door, ticked on a list, keyed from paper. */
export const attendanceWays = ['scan', 'list', 'paper'] as const;
export type AttendanceWay = (typeof attendanceWays)[number];
export const wayNames: Messages<AttendanceWay> = {
  scan: { 'zh-CN': '门口扫码', en: 'Scanned at the door' },
  list: { 'zh-CN': '名单登记', en: 'Ticked on the list' },
  paper: { 'zh-CN': '纸质签到补录', en: 'Keyed from paper' },
};

/** What is kept of an event: photos, texts such as a speech or a report, what was found or suggested, and media links. */
export const archiveKinds = ['photo', 'text', 'finding', 'link'] as const;
export type ArchiveKind = (typeof archiveKinds)[number];
export const archiveKindNames: Messages<ArchiveKind> = {
  photo: { 'zh-CN': '照片', en: 'Photo' },
  text: { 'zh-CN': '文字材料', en: 'Text' },
  finding: { 'zh-CN': '发现的问题和建议', en: 'Finding or suggestion' },
  link: { 'zh-CN': '媒体链接', en: 'Media link' },
};
