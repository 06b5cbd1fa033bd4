import { personalKindsIn } from '@tongxin/core';

/** Whether a text is free of mobile numbers: such a number belongs to a person, and sites are public. */
export const hasNoMobile = (text: string): boolean => !personalKindsIn([text]).includes('mobile');
