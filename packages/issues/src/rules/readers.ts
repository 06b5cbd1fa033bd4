import type { Message, Role } from '@tongxin/core';

/** Who may open the resident's own words, and with a reason the contact details. Source: domain §3.3. */
export const wordReaders = ['host', 'county_office'] as const satisfies readonly Role[];
/** Who works with the handling copy; an auditor reads what happened and no text. */
export const copyReaders = [
  'host',
  'county_office',
  'city_office',
  'department_clerk',
] as const satisfies readonly Role[];
/** Who writes down what somebody else tells, at a desk or a contact point. Source: domain §3.3. */
export const intakeRoles = [...wordReaders, 'contact_person'] as const satisfies readonly Role[];
/** Whose lists follow the map; a department's list follows what it was handed. */
export const listReaders = ['host', 'county_office', 'city_office'] as const satisfies readonly Role[];

/** Beside the contact fields, so that nobody gives a number without knowing who can see it. */
export const contactSeenBy: Message = {
  'zh-CN':
    '这三项都可以不填。填了以后会加密单独保存，只有您所在乡镇（街道）的主持人和县（市、区）政协办公室写明理由后才能打开，每次打开您都能查到是哪个单位、什么时候、为什么。留了手机号，有进展时系统会发一条不写内容的短信。承办单位看不到，名单和表格里也没有。',
  en: 'All three may be left empty. They are encrypted and kept apart; only the host of your township and the CPPCC county office can open them, with a written reason, and each time you can see which office did, when and why. To a mobile number the system sends a message without content when there is news. The handling unit never sees them, and they are on no list or table.',
};

/** Beside the words field. */
export const wordsSeenBy: Message = {
  'zh-CN':
    '您的原话只给您所在乡镇（街道）的主持人和县（市、区）政协办公室看，每次打开都有记录。承办单位看到的是另写的办理件，不含能认出您的内容。',
  en: 'Your own words are read only by the host of your township and the CPPCC county office, and every opening is recorded. The handling unit reads a copy written for it, without anything that points to you.',
};

/** On the first page of telling a problem. Source: domain §7.2, 19. */
export const whatThisIs: Message = {
  'zh-CN':
    '这里不是 12345 热线、法院、信访部门，也不是纪检监察机关。我们把您的话转到该办的地方，盯着答复，最后由您来评价。',
  en: 'This is not the 12345 hotline, a court, the petition office or discipline inspection. We carry your words to where they belong, follow the answer, and you judge it in the end.',
};

/** Who reads a history: its resident, one whose own matter was merged into it, an office, or the handling department. */
export type Audience = 'resident' | 'merged' | 'office' | 'handler';

type HistoryEntry = { move: string; reason: string | null; data: Record<string, unknown> };

// Between a resident and an office, and nobody else's to know.
const betweenTwo = new Set(['reveal', 'erase_identity', 'judge_merged']);
const ratings = new Set(['judge', 'judge_merged', 'judge_line']);

/**
 * The entries that this audience may read, in their order. Whoever handled a matter sees no rating before it is
 * closed, other residents see it never, and neither learns that somebody opened the contact details.
 * Source: domain §7.2, 8.
 */
export function historyFor<Entry extends HistoryEntry>(
  audience: Audience,
  entries: readonly Entry[],
  { isShown, isClosed }: { isShown: (move: string) => boolean; isClosed: boolean },
): Entry[] {
  if (audience === 'office') return [...entries];
  const shown = entries.filter(({ move }) => move === 'open' || isShown(move));
  if (audience === 'resident') return shown;
  const hidesRating = audience === 'merged' || !isClosed;
  return shown
    .filter(({ move }) => !betweenTwo.has(move))
    .map((entry) => (ratings.has(entry.move) && hidesRating ? { ...entry, data: {} } : entry));
}
