import type { Text } from '../index.ts';

export const about: Text['about'] = {
  title: 'What this is and is not',
  is: 'What it is',
  isText: [
    'This is where the CPPCC of the city puts its township halls on a public board. You tell something about where you live; the hall of your township talks it over in public; a department handles it by a date; you judge the result, and only then is it struck off.',
    'The CPPCC is a place to talk things over. It gives no orders. What we do: carry your words, write down who is responsible and by when, show each step in public, and record your judgement as you gave it.',
  ],
  isNot: 'What it is not',
  isNotList: [
    'Not the government service hotline. For water, power or papers, 12345 is faster.',
    'Not a court or an arbitration. What is before a court follows the court’s way.',
    'Not the petition office. That way stays open to you, and we give you a text to take there.',
    'Not discipline inspection. To report misconduct of officials, call 12388.',
    'Not an emergency line. In danger call 110, 119 or 120.',
  ],
  words: 'The four words',
  silence: 'When there is no answer',
  silenceText:
    'When you are asked to judge and 15 days pass without a word, it is counted as “no answer”: neither content nor discontent.',
  noRanking: 'No ranking',
  noRankingText:
    'Nobody is ranked here, neither residents nor members. Nobody has to check in or forward anything, and time online is not counted.',
  complain: 'Not content with this site?',
  complainText:
    'Tell us the same way, choose any township and write “about the website”; it goes to the municipal CPPCC office.',
};

export const privacy: Text['privacy'] = {
  title: 'Who can see what you tell',
  lead: 'Ask for little, keep it apart, and write down everybody who looks.',
  sections: [
    {
      title: 'What we ask',
      lines: [
        'Only two things are needed: what it is and where.',
        'Name, telephone and address may be left empty; your matter is handled all the same.',
        'Never an identity card number, a face, or where your telephone is.',
      ],
    },
    {
      title: 'Where it is kept',
      lines: [
        'Contact details are encrypted under a key of their own, apart from what you told.',
        'Time, place and other hidden details of photos are removed on arrival.',
        'All of it stays on the city’s own servers.',
      ],
    },
    {
      title: 'Who can see it',
      lines: [
        'The department reads a copy written for it, without anything that points to you.',
        'Whenever the office that took it in opens your words, photos or contact details, the office, the time and the reason are recorded.',
        'With receipt and PIN you can read that record.',
      ],
    },
    {
      title: 'What is published',
      lines: [
        'Telling is not agreeing to be published. Texts are rewritten first and checked for telephone, identity and house numbers.',
        'Records of sessions name offices and members, never residents.',
      ],
    },
    {
      title: 'Your rights',
      lines: [
        'See it, add to it and withdraw it at any time.',
        'When the matter is over you can have your contact details erased; the rewritten matter stays in the archive.',
        'If the receipt is lost we cannot find you. That protects you.',
      ],
    },
    {
      title: 'Cookies',
      lines: [
        'Four things only: language, size of letters, the place you want to see first, and the half hour in which your matter is open.',
        'No advertising, no counting of visitors, no third parties.',
      ],
    },
  ],
};

export const accessibility: Text['accessibility'] = {
  title: 'Accessibility',
  lead: 'Whatever telephone or screen reader you use, online or not: you can say what you have to say.',
  sections: [
    {
      title: 'Easy to see',
      lines: [
        'Three sizes of letters and an easy version at the top of every page.',
        'Strong contrast; colour is never the only sign.',
        'Every page can be printed.',
      ],
    },
    {
      title: 'Easy to use',
      lines: [
        'Nothing to install, no account, no JavaScript needed.',
        'Every step works with the keyboard alone; screen readers read every field and what has to be changed.',
        'Large buttons, no pop-ups, no advertising, no time limits while writing.',
      ],
    },
    {
      title: 'The same without the internet',
      lines: [
        'At the township hall somebody writes it down for you and prints the receipt.',
        'With the receipt they look it up and judge for you; your rights are the same.',
      ],
    },
    {
      title: 'What is not good enough yet',
      lines: [
        'There is no voice input, no dialect and no Braille version.',
        'If something does not work for you, tell us.',
      ],
    },
  ],
};
