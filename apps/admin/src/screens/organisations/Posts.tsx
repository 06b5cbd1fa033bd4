import { useLocale, useText } from '@tongxin/web/locale';
import { dayText } from '@tongxin/web/moments';
import { client } from '../../api.ts';
import { organisationsText } from '../../text/organisations.ts';
import { CountField, DayField, TextField } from '../../ui/fields.tsx';
import { Rows } from '../../ui/Listing.tsx';
import { MoveButton } from '../../ui/MoveButton.tsx';
import type { Unit } from './OrganisationScreen.tsx';

type Post = Unit['posts'][number];
type Entry = { title: string; holderName?: string; placeNo: number; validFrom: string };

/** Who leads a unit, by post; a post that goes to somebody else keeps its past. */
export function Posts({ unit }: { unit: Unit }) {
  const t = useText(organisationsText).posts;
  const { locale } = useLocale();
  const canKeep = unit.may.keep.allowed;
  const posts = [...unit.posts, ...unit.coming];
  const coming = new Set(unit.coming.map(({ id }) => id));
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>{t.title}</h2>
        {canKeep && (
          <SavePost
            unit={unit}
            label={t.add}
            initial={{ placeNo: Math.max(0, ...posts.map(({ placeNo }) => placeNo)) + 1 }}
          />
        )}
      </div>
      {posts.length === 0 ? (
        <p>{t.empty}</p>
      ) : (
        <Rows
          caption={t.title}
          rows={posts}
          keyOf={({ id }) => id}
          columns={[
            { title: t.post, names: true, show: ({ title }) => title },
            { title: t.holder, show: ({ holderName }) => holderName ?? t.vacant },
            {
              title: t.from,
              show: ({ id, validFrom }) =>
                coming.has(id) ? t.comes(dayText(validFrom, locale)) : dayText(validFrom, locale),
            },
            ...(canKeep
              ? [{ title: t.change, show: (post: Post) => <PostSteps unit={unit} post={post} /> }]
              : []),
          ]}
        />
      )}
    </section>
  );
}

function PostSteps({ unit, post }: { unit: Unit; post: Post }) {
  const t = useText(organisationsText).posts;
  const { title, placeNo, validFrom } = post;
  return (
    <div className="steps">
      <SavePost
        unit={unit}
        postId={post.id}
        label={t.change}
        initial={{ title, placeNo, validFrom, holderName: post.holderName ?? '' }}
      />
      <MoveButton<{ validTo: string }>
        label={t.end}
        lead={t.endLead}
        weight="danger"
        send={({ validTo }) => client.organisations.endPost.mutate({ postId: post.id, validTo })}
      >
        <DayField name="validTo" label={t.until} />
      </MoveButton>
    </div>
  );
}

type Props = { unit: Unit; postId?: string; label: string; initial: Partial<Entry> };

function SavePost({ unit, postId, label, initial }: Props) {
  const t = useText(organisationsText).posts;
  return (
    <MoveButton<Entry>
      label={label}
      initial={initial}
      send={({ holderName, ...entry }) =>
        client.organisations.savePost.mutate({
          ...entry,
          organisationId: unit.id,
          postId,
          holderName: holderName ? holderName : null,
        })
      }
    >
      <TextField name="title" label={t.post} max={40} />
      <TextField name="holderName" label={t.holder} hint={t.holderHint} max={30} optional />
      <CountField name="placeNo" label={t.place} max={200} />
      <DayField name="validFrom" label={t.from} />
    </MoveButton>
  );
}
