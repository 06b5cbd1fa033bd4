import type { door as zh } from '../zh/door.ts';

export const door: typeof zh = {
  title: 'Scan at the door',
  lead: 'Members show their own QR code. It works without network; the moment of the scan is kept and sent later.',
  back: 'Back to the event',
  unsafe:
    'Codes are scanned over a safe connection only (an address that begins with https). Attendance can also be recorded from the list on the event’s page.',
  nobody: 'Sign in first: each scan is kept with who stood at the door.',
  camera: 'Open the camera',
  cameraOff: 'Close the camera',
  picture: 'What the camera sees',
  noCamera: 'This device has no camera that can be used. Use a hand scanner, or type the code below.',
  cameraRefused: 'The browser does not allow the camera. Allow it in its settings, or type the code below.',
  tryCamera: 'Try the camera again',
  code: 'Member’s code',
  codeHint: 'A hand scanner writes here; or type it and press Enter.',
  enter: 'Record',
  seen: {
    came: (name) => `${name}: recorded`,
    again: (name) => `${name}: recorded before`,
    not_on_list: () => 'This code is not on the list. It is kept and will be checked when it is sent.',
    no_code: () => 'This is no member’s code, so nothing was kept. The member opens “My QR code”.',
    not_kept: (name) =>
      `${name}: not recorded, because this device has no room left. Write the name and the time on paper now.`,
  },
  somebody: 'This member',
  counts: (came, all) => `${came} came; ${all} on the list`,
  queue: 'Kept on this device',
  waiting: 'wait to be sent',
  sent: 'have arrived',
  refused: 'to be checked',
  keeper: (name) => `${name} scans; each is recorded under this name.`,
  others: (count) =>
    `${count} scans of somebody else wait on this device. They are sent once that colleague signs in.`,
  kept: 'This page lies on this device and opens without a network.',
  notKept: 'This page does not lie on this device yet. Without a network, leave it open.',
  stopped: {
    offline: 'There is no network now. What was scanned lies on this device and is sent by itself later.',
    busy: 'The server is busy; it is sent again by itself in a little while.',
    sign_in:
      'Your sign-in has ended; what was scanned is kept on this device. Sign in and come back to this page.',
    somebody_else:
      'Somebody else is signed in now; nothing of yours is recorded under their name. Sign in again to send it.',
    closed:
      'Attendance of this event cannot be recorded now; what was scanned is kept on this device. See the event’s page.',
  },
  toSignIn: 'Sign in',
  sendNow: 'Send now',
  loadedAt: (when) => `List read ${when}`,
  noList: 'The list is not here yet. Open this page once where there is network.',
  people: 'List',
  notYet: 'not yet',
  at: (when) => `came ${when}`,
  problems: 'To be checked',
  someCode: 'A code that nobody knows',
  outcomes: {
    unknown_code: 'The code is no serving member’s',
    other_time: 'The moment does not belong to this event',
    recorded_differently: 'Recorded as absent or on leave; correct it on the event’s page',
  },
  clear: 'Noted',
  leave: (count) =>
    `${count} of your scans at the door have not been sent. When you sign out, the list and the names are deleted from this device; of these ${count} only codes and times stay until you sign in again and open the page of the door.`,
};
