import type { Text } from '../index.ts';

export const problems: Text['problems'] = {
  notFound: {
    title: 'There is no such page',
    lines: [
      'The address may be mistyped, or the matter may not be published.',
      'Begin at the front page, or follow your own matter with your receipt.',
    ],
  },
  refused: {
    title: 'This step was not done',
    lines: ['What you wrote is not lost: go back one page and it is there.'],
  },
  foreign: {
    title: 'This form was not opened on this site',
    lines: ['To be safe we did not take it. Open the form here and send it again.'],
  },
  tooLarge: {
    title: 'Too much was sent',
    lines: [
      'A photo may have at most 10 MB. Go back one page, choose smaller photos, or send it without them.',
    ],
  },
  tooMany: {
    title: 'Wait a little and try again',
    lines: [
      'There were too many tries in a short time. To protect everybody’s matters there is a pause of 15 minutes.',
    ],
  },
  broken: {
    title: 'Something is broken on our side',
    lines: [
      'It is not your doing. Whatever got a receipt is not lost.',
      'Try again in a few minutes. If it still fails, tell the township hall or the CPPCC county office the number below.',
    ],
  },
  number: (id) => `Number ${id}`,
  home: 'To the front page',
};

export const fields: Text['fields'] = {
  notUnderstood: 'This was not understood. Write it another way.',
  place: 'Write the name of a township or village, or choose it from the list.',
  sentBefore:
    'What you sent before has arrived. What you have changed since would be a matter of its own: press “Send” again to send it.',
  state:
    'This page was open too long, and what you had filled in before cannot be read any more. Fill it in again.',
};
