import type { account as zh } from '../zh/account.ts';

export const account: typeof zh = {
  signIn: {
    title: 'Sign in as a member',
    byPhone: 'Code to my mobile',
    byName: 'Name and password',
    way: 'How to sign in',
    phoneLead: 'With the mobile number on your account; there is no password to remember.',
    phone: 'Mobile number',
    send: 'Send the code',
    sent: (phone) =>
      `If ${phone} belongs to an account, the code has been sent. It is good for five minutes.`,
    code: 'Six-digit code',
    otherNumber: 'Use another number',
    outbox: 'The demonstration sends no messages; see the code in the outbox',
    username: 'User name',
    password: 'Password',
    enter: 'Sign in',
    totpTitle: 'Authenticator code',
    totpLead: 'Open the authenticator on your telephone and enter the six digits that it shows now.',
    totpCode: 'Six-digit authenticator code',
    totpEnter: 'Continue',
    startOver: 'Sign in from the beginning',
    heldFor: (name, count) =>
      `This telephone still holds ${count} that ${name} wrote and that were not sent. Sign in with the same account and they are sent; sign in with another and they are deleted from this telephone.`,
    needsTotp: 'Your account needs an authenticator first; your roles count once it is set up.',
    setTotp: 'Set up the authenticator',
  },
  me: {
    title: 'Me',
    name: 'Name',
    sector: 'Sector',
    username: 'User name',
    phone: 'Mobile number ends in',
    totp: 'Authenticator',
    totpOn: 'set up',
    totpOff: 'not set up',
    roles: 'My roles',
    noRoles: 'You hold no role now. Ask the office that gives them.',
    noMember:
      'Your account is not linked to the list of members, so there are no sessions and no record here. Ask the CPPCC office.',
    account: 'Account',
    changePassword: 'Change the password',
    current: 'Present password',
    next: 'New password',
    nextHint: 'At least ten characters. A sentence that you remember easily is good.',
    changed: 'The password is changed; sign-ins elsewhere have ended.',
    phoneTitle: 'This telephone',
    phoneLead:
      'Pages that you have read, your QR codes and what is not sent yet are kept in the browser of this telephone, not encrypted besides: give the telephone a screen lock. What is sent is deleted at once; signing out deletes all of it.',
    kept: (drafts, waiting, slips) =>
      `Drafts: ${drafts}. Waiting to be sent: ${waiting}. Receipts not handed over yet: ${slips}.`,
    stuck:
      'You are signed out, but this telephone did not delete what it keeps. Clear this site’s data in the settings of the browser.',
    codes: 'My QR codes',
    install: 'Put it on the home screen',
    installHow:
      'Choose “Add to home screen” in the menu of the browser and open it from there. No app store is needed.',
    signOut: 'Sign out',
    signOutTitle: 'Something has not been sent yet',
    signOutLead: (waiting, slips) =>
      `Signing out deletes ${waiting} not sent and ${slips} receipts not handed over from this telephone. They cannot be brought back.`,
    signOutAnyway: 'Delete and sign out',
    stay: 'Stay signed in',
    offline: 'There is no network, so you cannot sign out now. Do it later, or lock the telephone.',
    never: 'There is no ranking here, nobody counts your sign-ins, and there is no check-in.',
  },
};
