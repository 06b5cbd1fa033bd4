import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { solvedNames } from '@tongxin/issues/rules';
import { ownerNames, type LinkKind } from '@tongxin/matters/rules';
import { useLocale, useText } from '@tongxin/web/locale';
import { momentText } from '@tongxin/web/moments';
import { api, type Outputs } from '../../api.ts';
import { chainText } from '../../text/chain.ts';
import { Due } from '../../ui/Due.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { usePlaceNames } from '../../ui/places.ts';
import { useNaming } from '../../ui/roles.ts';
import { Shown } from '../../ui/Shown.tsx';
import { StateTag } from '../../ui/StateTag.tsx';

type Chain = Outputs['deliberations']['chain']['view'];
type Node = Chain['nodes'][number];

const route = getRouteApi('/inside/chain/$id');

/** Everything that came of one matter and all that it came from, oldest first, with the links read both ways. */
export function ChainScreen() {
  const t = useText(chainText);
  const { id } = route.useParams();
  const query = useQuery(api.deliberations.chain.view.queryOptions({ id }));
  return (
    <>
      <PageHead title={t.title} lead={t.lead} />
      <Shown query={query}>
        {(chain) => (
          <ol className="trail chain">
            {chain.nodes.map((node) => (
              <li key={node.id} id={node.id}>
                <NodeCard node={node} chain={chain} />
              </li>
            ))}
          </ol>
        )}
      </Shown>
    </>
  );
}

function NodeCard({ node, chain }: { node: Node; chain: Chain }) {
  const t = useText(chainText);
  const { locale } = useLocale();
  const nameOf = usePlaceNames();
  return (
    <article className={node.id === chain.rootId ? 'panel here' : 'panel'}>
      <p className="quiet small">
        {t.kinds[node.kind]} {node.number} · {nameOf(node.townshipCode)} ·{' '}
        {t.opened(momentText(node.openedAt, locale))}
        {node.id === chain.rootId && <strong> · {t.here}</strong>}
      </p>
      <h2>
        <Name node={node} />
      </h2>
      <p>
        <StateTag kind={node.kind} state={node.state} />
      </p>
      {node.closedAt !== null && <p className="quiet">{t.closed(momentText(node.closedAt, locale))}</p>}
      {node.closedAt === null && node.ownerRole !== null && (
        <p className="turn">
          {t.until(node.ownerUnitName ?? ownerNames[node.ownerRole][locale])} <Due at={node.dueAt} />
        </p>
      )}
      {node.judged !== null && (
        <p>
          {t.judged}{' '}
          {(['yes', 'partly', 'no', 'silent'] as const)
            .map((answer) => `${solvedNames[answer][locale]} ${node.judged?.[answer] ?? 0}`)
            .join(' · ')}
        </p>
      )}
      <Ways node={node} chain={chain} />
    </article>
  );
}

function Name({ node: { kind, id, number, title } }: { node: Node }) {
  const t = useText(chainText);
  const naming = useNaming(t.untitled);
  if (number === null) return t.unknown;
  const { name, link } = naming({ kind, id, number, title });
  return link === null ? name : <Link {...link}>{name}</Link>;
}

/** Where it comes from and what it led to, each a jump on this page. */
function Ways({ node, chain }: { node: Node; chain: Chain }) {
  const t = useText(chainText);
  const ways = chain.links.flatMap((link) => {
    // A line names the session and the matters that it came from; the others name what they went into.
    const isReversed = link.kind === 'outcome_of' || link.kind === 'answers';
    const words = t.links[link.kind as LinkKind];
    const [earlier, later] = isReversed ? [link.toId, link.fromId] : [link.fromId, link.toId];
    if (later === node.id) return [{ id: earlier, words: words.back }];
    return earlier === node.id ? [{ id: later, words: words.on }] : [];
  });
  if (ways.length === 0) return null;
  return (
    <ul className="ways">
      {ways.map(({ id, words }) => {
        const other = chain.nodes.find((one) => one.id === id);
        return (
          other && (
            <li key={`${words} ${id}`}>
              <span className="quiet">{words}</span>{' '}
              <a href={`#${id}`}>{other.number === null ? t.unknown : (other.title ?? other.number)}</a>
            </li>
          )
        );
      })}
    </ul>
  );
}
