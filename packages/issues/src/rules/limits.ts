/** How much a person may write. A page is short, so that somebody reads it. */
export const lengths = {
  words: { min: 5, max: 2000 },
  placeWords: 200,
  contactName: 40,
  contactAddress: 200,
  handlingTitle: 60,
  handlingText: 2000,
  question: 500,
  answer: 2000,
  reason: 500,
  note: 500,
  reply: 2000,
  judgement: 500,
} as const;

export const photosAtMost = 3;

/** Days in which a resident may ask the county to look at a refusal again. Source: domain §4.1. */
export const reviewDays = 15;
/** How far away a department's new date may lie. Source: domain §5.2, hard replies take at most 6 months. */
export const extensionMonthsAtMost = 6;
/** One free coming back; after that the county looks at it. Source: domain §7.2, 11. */
export const reopeningsAtMost = 1;
/** Wrong PINs before the receipt is locked, and for how long. */
export const wrongPins = 5;
export const pinLockMinutes = 15;
