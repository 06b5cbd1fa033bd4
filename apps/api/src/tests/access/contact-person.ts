import type { Answer } from './answers.ts';

/** Where a contact person is answered. They write down what somebody tells them, and follow what they brought in. */
const own: Readonly<Record<string, Answer>> = {
  'issues.submitAssisted': '+',
  'issues.listBroughtIn': '+',
  'issues.getBroughtIn': '+',
  'accounts.changePassword': '+',
  // What is a member's or an office's: there is nothing of theirs.
  'matters.openItems': '0',
  'notices.list': '0',
  'notices.seen': '0',
  'members.me': '0',
  'deliberations.sessions.mine': '0',
  'events.asked': '0',
  'events.askedOfUnits': '0',
  'record.myGroups': '0',
  'experts.mine': '0',
  'visits.mine': '0',
  'rotas.mine': '0',
  'rotas.mySwaps': '0',
  'rotas.partners': '0',
};

/**
 * What a contact person is answered, by the row of the others: what everybody is, nothing where only residents are asked,
 * and otherwise that it is not there. Source: domain §3.3.
 */
export function contactAnswer(path: string, row: string): Answer {
  const [anonymous, , , host] = [...row] as Answer[];
  const answer = own[path];
  if (answer !== undefined) return answer;
  if (anonymous === '+' || anonymous === '0') return anonymous;
  return host === 'u' ? 'u' : 'n';
}
