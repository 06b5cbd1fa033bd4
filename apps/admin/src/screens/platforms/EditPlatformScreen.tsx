import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useText } from '@tongxin/web/locale';
import { api, client, type Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { platformsText } from '../../text/platforms.ts';
import { TextField } from '../../ui/fields.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { SendForm } from '../../ui/SendForm.tsx';
import { Shown } from '../../ui/Shown.tsx';
import { DetailFields, sentDetails, type DetailEntry } from './DetailFields.tsx';
import { entryOf } from './hours-form.ts';

type Entry = DetailEntry & { reason: string };

const route = getRouteApi('/inside/platforms/$id/edit');

/** Changes what is known of a site; its history names the fields and the reason. */
export function EditPlatformScreen() {
  const { id } = route.useParams();
  // What is edited does not change under the hand; whoever was quicker is told when it is sent.
  const query = useQuery({
    ...api.platforms.desk.queryOptions({ id }),
    staleTime: Infinity,
    refetchOnMount: 'always',
    refetchOnWindowFocus: false,
  });
  return <Shown query={query}>{(site) => (query.isFetching ? null : <Editing site={site} />)}</Shown>;
}

function Editing({ site }: { site: Outputs['platforms']['desk'] }) {
  const t = useText(platformsText).form;
  const navigate = useNavigate();
  const { id, version, photoId } = site;
  const initial: Partial<Entry> = {
    name: site.name,
    address: site.address,
    seats: site.seats,
    hours: entryOf(site.hours),
    hoursNote: site.hoursNote,
    services: [...site.services],
    leadPost: site.leadPost,
    authorityDocument: site.authorityDocument,
    rules: site.rules,
  };
  return (
    <>
      <PageHead
        title={t.editTitle(site.name)}
        lead={t.editLead}
        above={<Link {...paths.platform(id)}>{site.name}</Link>}
      />
      <section className="panel narrow">
        <SendForm<Entry>
          initial={initial}
          send={({ reason, ...details }) =>
            client.platforms.edit.mutate({ id, version, reason, ...sentDetails(details, photoId) })
          }
          onSent={() => void navigate(paths.platform(id))}
          label={t.save}
        >
          <DetailFields photoId={photoId} />
          <TextField name="reason" label={t.reason} rows={2} max={200} />
        </SendForm>
      </section>
    </>
  );
}
