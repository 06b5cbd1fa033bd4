import type { codes as zh } from '../zh/codes.ts';

export const codes: typeof zh = {
  title: 'My QR codes',
  back: 'Me',
  doorTitle: 'Code for the door',
  doorLead:
    'At meetings and events the person at the door scans it. It works without a network; make the screen brighter if it is dark.',
  doorOwn:
    'For the person at the door only. Send nobody a picture of it: whoever has it can be counted as you.',
  doorAlt: 'QR code for the door',
  inShort: 'Where it cannot be scanned, read this to the person at the door:',
  intakeTitle: 'Public code',
  intakeLead:
    'Residents scan it; it may be printed and put up at a contact point. It shows your name, your sector and the villages you look after, and leads to telling a problem. Your telephone number is not there.',
  intakeAlt: (name) => `Public code of ${name}`,
  poster: (name) => `${name}, CPPCC member`,
  posterHow: 'Scan to see who I am and to tell a problem',
  print: 'Print the public code',
  lost: 'If the telephone is lost, or somebody else uses a code:',
  renewDoor: 'New code for the door',
  renewIntake: 'New public code',
  renewDoorLead: 'The present code stops working at once, with every picture and print of it.',
  renewIntakeLead: 'Every public code that was printed or put up stops working and has to be printed again.',
  renewed: 'The code is new.',
  notNow: 'Not now',
  offline: 'There is no network, so a code cannot be renewed now.',
};
