import { roleNames } from '@tongxin/accounts/rules';
import { roles, type Message } from '@tongxin/core';
import {
  handOvers,
  issueWorkflow,
  photosAtMost,
  reopeningsAtMost,
  replyClassNames,
} from '@tongxin/issues/rules';
import { nextSteps } from '@tongxin/issues/messages';
import { ownerNames } from '@tongxin/matters/rules';
import { links } from '@tongxin/public/links';
import type { Act, Entry, MatterContent, MyWord, Page, SessionRow } from '@tongxin/public/render';
import { stepsOf } from './follow-steps.ts';
import { lineRow, sessionRow } from './rows.ts';
import type { Site } from './site.ts';
import type { Visitor } from './visitor.ts';

type Call = Visitor['call'];
export type Follow = Awaited<ReturnType<Call['issues']['follow']>>;
type MyLine = Awaited<ReturnType<Call['deliberations']['lines']['ofMine']>>[number];

const doneWords = ['answer', 'judge', 'reopen', 'withdraw', 'bounce', 'askReview', 'erase'] as const;

/** A resident's own matter. `done` names what they have just done, when the address says so. */
export async function matterPage(site: Site, visitor: Visitor, done: unknown): Promise<Page> {
  const { call, ctx } = visitor;
  const [follow, lines, chain] = await Promise.all([
    call.issues.follow(),
    call.deliberations.lines.ofMine(),
    call.deliberations.chain.mine(),
  ]);
  const { course, ...standing } = standingOf(follow, ctx.now());
  const path = await call.divisions.path({ code: follow.villageCode ?? follow.townshipCode });
  return {
    page: 'matter',
    content: {
      ...standing,
      receipt: follow.number ?? '',
      toldAt: follow.openedAt.toString(),
      placeName: path
        .filter(({ code }) => code.length > 4)
        .map(({ name }) => name)
        .join(''),
      acts: actsOf(follow),
      words: follow.words ?? '',
      placeWords: follow.placeWords ?? null,
      photoIds: follow.photos.map(({ id }) => id).slice(0, 4 * photosAtMost),
      questions: follow.messages.map(({ at, author, text }) => ({
        at: at.toString(),
        mine: author === 'resident',
        text,
      })),
      sessions: await sessionsOf(site, call, chain.nodes),
      lines: lines.map((line) => ({
        ...lineRow(line, ctx.now()),
        judgeUntil: line.judgeUntil?.toString() ?? null,
      })),
      reply: replyOf(course),
      handOver:
        follow.divertedTo === null ? null : { ...handOvers[follow.divertedTo], words: follow.words ?? '' },
      myWords: myWordsOf(follow, lines),
      history: follow.history.map(entryOf),
      readings: follow.readings.map(({ at, what, role, unitName, reason }) => ({
        at: at.toString(),
        what,
        role: roleName(role),
        unit: unitName,
        reason,
      })),
      hasContact: follow.contactKept,
      chain: chain.nodes.length > 1 ? links.myChain() : null,
      done: doneWords.find((word) => word === done) ?? null,
    },
  };
}

/** Where it stands. A merged matter stands where the one that it went into stands. */
function standingOf(follow: Follow, now: Temporal.Instant) {
  const course = follow.mergedInto ?? follow;
  const { steps, since } = stepsOf(course.history);
  const rule = issueWorkflow.states[course.state];
  const late = course.dueAt !== null && Temporal.Instant.compare(course.dueAt, now) < 0;
  const turn: MatterContent['turn'] =
    'owner' in rule && course.dueAt !== null
      ? {
          owner: ownerNames[rule.owner],
          mine: rule.owner === 'resident',
          dueAt: course.dueAt.toString(),
          late,
        }
      : null;
  const state = follow.mergedInto === null ? follow.stateLabel : course.stateLabel;
  const next = follow.mergedInto === null ? nextSteps[follow.nextStep] : nextSteps.merged;
  return { course, steps, since, state, next, turn };
}

/** What the resident can do now, the most awaited first. */
export function actsOf({ may, state, reopened, contactKept, mergedInto }: Follow): Act[] {
  const awaited =
    state === 'merged' ? mergedInto?.state === 'to_rate' && may.judge_merged.allowed : may.judge.allowed;
  const open: Record<Act, boolean> = {
    answer: may.answer.allowed,
    judge: awaited,
    bounce: may.bounce.allowed,
    askReview: may.ask_review.allowed,
    reopen: may.reopen.allowed && reopened < reopeningsAtMost,
    withdraw: may.withdraw.allowed,
    erase: may.erase_identity.allowed && contactKept,
  };
  return (Object.keys(open) as Act[]).filter((act) => open[act]);
}

function replyOf(course: Pick<Follow, 'replyClass' | 'replyText'>): MatterContent['reply'] {
  if (course.replyText === null) return null;
  return {
    class: course.replyClass === null ? null : replyClassNames[course.replyClass],
    text: course.replyText,
  };
}

function myWordsOf({ judgements }: Follow, lines: readonly MyLine[]): MyWord[] {
  return judgements.map(({ aboutId, at, solved, stars, words }) => ({
    about: lines.find(({ id }) => id === aboutId)?.suggestion ?? null,
    at: at.toString(),
    solved,
    stars,
    words,
  }));
}

function entryOf({ seq, at, move, actorKind, role, unitName, reason }: Follow['history'][number]): Entry {
  const moves: Readonly<Record<string, { label: Message }>> = issueWorkflow.moves;
  return {
    seq,
    at: at.toString(),
    label: moves[move]?.label ?? null,
    role: actorKind === 'resident' ? ownerNames.resident : roleName(role),
    unit: unitName ?? '',
    reason,
  };
}

function roleName(role: string | null): Message | null {
  const known = roles.find((one) => one === role);
  return known === undefined ? null : roleNames[known];
}

/** The sessions at which it was or will be talked over, at most five. */
async function sessionsOf(
  site: Site,
  call: Call,
  nodes: readonly { id: string; kind: string }[],
): Promise<SessionRow[]> {
  const ids = nodes.filter(({ kind }) => kind === 'session').map(({ id }) => id);
  const found = await Promise.all(ids.slice(0, 5).map((id) => call.deliberations.sessions.get({ id })));
  return Promise.all(found.map((session) => sessionRow(site.names, session)));
}
