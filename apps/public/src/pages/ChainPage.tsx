import type { Message } from '@tongxin/core';
import { solvedAnswers, solvedNames, type Solved } from '@tongxin/issues/rules';
import { wordNames, type GroundKind, type LinkKind, type PublicWord } from '@tongxin/matters/rules';
import { Layout } from '../frame/Layout.tsx';
import type { Drawn } from '../frame/visit.ts';
import { say, type Text } from '../text/index.ts';

export type ChainNode = {
  id: string;
  kind: GroundKind;
  /** What this reader may see of it; null when nothing is published. */
  title: string | null;
  number: string | null;
  word: PublicWord;
  state: Message;
  openedAt: string;
  judged: Readonly<Record<Solved, number>> | null;
  href: string | null;
  here: boolean;
};

export type ChainLink = { kind: LinkKind; fromId: string; toId: string };

export type ChainContent = {
  nodes: readonly ChainNode[];
  joined: readonly ChainLink[];
  back: string;
  mine: boolean;
};

/** Everything that came of one resident's words, oldest first, with the links between, to be read both ways. */
export function ChainPage({ t, visit, nodes, joined, back, mine }: Drawn & ChainContent) {
  return (
    <Layout
      t={t}
      visit={visit}
      title={t.settled.chainTitle}
      section={mine ? 'follow' : 'settled'}
      back={back}
      hidden={mine}
    >
      <h1>{t.settled.chainTitle}</h1>
      <p className="lead">{t.settled.chainLead}</p>
      <ol className="chain">
        {nodes.map((node) => (
          <li key={node.id} id={node.id} className={node.here ? 'here' : undefined}>
            <p className="kicker">
              {t.settled.kinds[node.kind]}
              {node.here && ` · ${t.settled.here}`}
            </p>
            <h2>{node.href === null ? nameOf(t, node) : <a href={node.href}>{nameOf(t, node)}</a>}</h2>
            <p className="small">
              {`${t.settled.openedOn(t.dates.day(node.openedAt))} · ${say(t, wordNames[node.word])} · ${say(t, node.state)}`}
            </p>
            {node.judged !== null && <Judged t={t} judged={node.judged} />}
            <Joined t={t} node={node} nodes={nodes} joined={joined} />
          </li>
        ))}
      </ol>
    </Layout>
  );
}

function Judged({ t, judged }: { t: Text; judged: Readonly<Record<Solved, number>> }) {
  return (
    <p>
      <strong>{t.sessions.judged}</strong>
      {solvedAnswers.map((answer) => (
        <span key={answer} className="count">
          {say(t, solvedNames[answer])} {judged[answer]}
        </span>
      ))}
    </p>
  );
}

/** What this one leads to, and what leads to it. */
function Joined({
  t,
  node,
  nodes,
  joined,
}: { t: Text; node: ChainNode } & Pick<ChainContent, 'nodes' | 'joined'>) {
  const onward = joined
    .filter(({ fromId }) => fromId === node.id)
    .map(({ kind, toId }) => ({ kind, id: toId, names: t.settled.onward }));
  const back = joined
    .filter(({ toId }) => toId === node.id)
    .map(({ kind, fromId }) => ({ kind, id: fromId, names: t.settled.backward }));
  const all = [...onward, ...back];
  if (all.length === 0) return null;
  return (
    <ul className="onward">
      {all.map(({ kind, id, names }) => (
        <li key={`${kind}${id}${names[kind]}`}>
          {names[kind]}{' '}
          <a href={`#${id}`}>
            {nameOf(
              t,
              nodes.find((other) => other.id === id),
            )}
          </a>
        </li>
      ))}
    </ul>
  );
}

function nameOf(t: Text, node: ChainNode | undefined): string {
  if (node === undefined) return t.settled.hidden;
  if (node.title !== null) return node.title;
  return node.kind === 'issue' ? t.settled.hidden : (node.number ?? t.settled.kinds[node.kind]);
}
