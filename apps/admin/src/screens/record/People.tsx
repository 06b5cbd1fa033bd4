import { Link } from '@tanstack/react-router';
import { useText } from '@tongxin/web/locale';
import type { Inputs, Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { membersText } from '../../text/members.ts';
import { Listing } from '../../ui/Listing.tsx';
import type { Pages } from '../../ui/pages.ts';

export type Person = Outputs['record']['quiet']['rows'][number];
export type After = NonNullable<Inputs['record']['quiet']['after']>;

/** Members by name, to be asked along. */
export function People({ pages, caption, empty }: { pages: Pages<Person>; caption: string; empty: string }) {
  const t = useText(membersText);
  return (
    <Listing<Person>
      caption={caption}
      pages={pages}
      keyOf={({ id }) => id}
      empty={empty}
      columns={[
        { title: t.name, names: true, show: ({ id, name }) => <Link {...paths.member(id)}>{name}</Link> },
        { title: t.dutyTitle, show: ({ dutyTitle }) => dutyTitle ?? '' },
      ]}
    />
  );
}
