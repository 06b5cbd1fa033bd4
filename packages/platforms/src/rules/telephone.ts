/** A mobile number belongs to a person, and sites are public. */
const mobile = /(?:^|\D)1[3-9]\d{9}(?!\d)/;

/** Whether a text is free of mobile numbers, also of those written wide or with spaces, dashes or dots between. */
export const hasNoMobile = (text: string): boolean =>
  !mobile.test(text.normalize('NFKC').replaceAll(/[\s.·-]/g, ''));
