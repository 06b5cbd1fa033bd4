import type { zh } from './zh.ts';

export const en: typeof zh = {
  product: 'Tongxin',
  app: 'Members',
  demo: 'Demonstration data: the people and matters here are invented.',
  otherLanguage: '简体中文',
  waiting: 'Opening…',
  signIn: {
    title: 'Sign in as a member',
    lead: 'With the mobile number on your account; there is no password to remember.',
    phone: 'Mobile number',
    send: 'Send the code',
    sent: (phone) =>
      `If ${phone} belongs to an account, the code has been sent. It is good for five minutes.`,
    code: 'Six-digit code',
    enter: 'Sign in',
    otherNumber: 'Use another number',
    outbox: 'The demonstration sends no messages; see the code in the outbox',
    closed: 'Signing in by telephone is closed here for now. Ask the CPPCC office.',
  },
  home: {
    title: (name) => `Good day, ${name}`,
    lead: 'Your account is open. Step by step you will find here what you are asked to do, where to be, and what to know:',
    coming: [
      'Sessions you are invited to: when, where, about what',
      'Residents you received, topics you raised and what you said, recorded under your name by themselves',
      'Your own record: every line can be opened and objected to',
    ],
    never: 'There is no ranking here, nobody counts your sign-ins, and there is no check-in.',
    sessions: 'See the coming sessions',
    signOut: 'Sign out',
  },
};
