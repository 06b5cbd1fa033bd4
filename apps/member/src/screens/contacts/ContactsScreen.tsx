import { useQuery } from '@tanstack/react-query';
import { kindNames } from '@tongxin/organisations/rules';
import { useLocale, useText } from '@tongxin/web/locale';
import { useId, useState } from 'react';
import { api, client, type Outputs } from '../../api.ts';
import { contactsText } from '../../text/contacts.ts';
import { PageHead } from '../../ui/PageHead.tsx';
import { Shown } from '../../ui/Shown.tsx';

type Unit = Outputs['organisations']['list'][number];

/** Which unit is for what, and where the halls are: of the member's own committee first, of any other place on request. */
export function ContactsScreen() {
  const t = useText(contactsText);
  const [id, searchId] = [useId(), useId()];
  const me = useQuery(api.accounts.me.queryOptions()).data?.account;
  const places = useQuery({ ...api.divisions.countiesAndTownships.queryOptions(), staleTime: 86_400_000 });
  const own = me?.grants.find(({ divisionCode }) => divisionCode !== null);
  const [chosen, setChosen] = useState<string>();
  const [search, setSearch] = useState('');
  const code = chosen ?? own?.divisionCode ?? places.data?.counties[0]?.code;
  const counties = (places.data?.counties ?? []).filter((county) => county.code !== own?.divisionCode);
  return (
    <>
      <PageHead title={t.title} lead={t.lead} />
      <div className="field">
        <label htmlFor={id}>{t.place}</label>
        <select id={id} value={code ?? ''} onChange={(event) => setChosen(event.target.value)}>
          {own?.divisionCode && (
            <option value={own.divisionCode}>{t.own(own.divisionName ?? own.divisionCode)}</option>
          )}
          {counties.map((county) => (
            <option key={county.code} value={county.code}>
              {county.name}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={searchId}>{t.search}</label>
        <input
          id={searchId}
          type="search"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      </div>
      {code !== undefined && <Units key={code} code={code} search={search.trim()} />}
      {code?.length === 6 && <Halls key={`halls ${code}`} countyCode={code} search={search.trim()} />}
    </>
  );
}

function Units({ code, search }: { code: string; search: string }) {
  const t = useText(contactsText);
  const query = useQuery(api.organisations.list.queryOptions({ divisionCode: code }));
  return (
    <Shown query={query}>
      {(units) => {
        const found = units.filter((unit) => isMeant(unit, search));
        if (found.length === 0) return <p className="empty">{units.length === 0 ? t.none : t.searchNone}</p>;
        return (
          <>
            <UnitList title={t.offices} units={found.filter(({ kind }) => kind !== 'department')} />
            <UnitList title={t.departments} units={found.filter(({ kind }) => kind === 'department')} />
          </>
        );
      }}
    </Shown>
  );
}

/** Found by the name of the unit, a post or who holds it. */
function isMeant({ name, posts }: Unit, search: string): boolean {
  return [name, ...posts.flatMap(({ title, holderName }) => [title, holderName ?? ''])].some((one) =>
    one.includes(search),
  );
}

function UnitList({ title, units }: { title: string; units: readonly Unit[] }) {
  const t = useText(contactsText);
  const { locale } = useLocale();
  if (units.length === 0) return null;
  return (
    <section className="panel">
      <h2>{title}</h2>
      <ul className="plain">
        {units.map(({ id, name, kind, posts }) => (
          <li key={id}>
            {posts.length > 0 ? <strong>{name}</strong> : name}
            {kind !== 'department' && <span className="quiet"> · {kindNames[kind][locale]}</span>}
            {posts.length > 0 && (
              <ul className="posts">
                {posts.map((post) => (
                  <li key={post.id}>
                    <span className="quiet">{post.title}</span> {post.holderName ?? t.vacant}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

type Hall = Outputs['platforms']['list']['rows'][number];

/** Every hall of a county: at most ten pages, which is more than any has. */
async function readHalls(countyCode: string): Promise<Hall[]> {
  const halls: Hall[] = [];
  let after: Outputs['platforms']['list']['next'] = null;
  for (let page = 0; page < 10; page += 1) {
    const found: Outputs['platforms']['list'] = await client.platforms.list.query({
      placeCode: countyCode,
      ...(after && { after }),
    });
    halls.push(...found.rows);
    after = found.next;
    if (after === null) break;
  }
  return halls;
}

/** The halls of the county in the official order. */
function Halls({ countyCode, search }: { countyCode: string; search: string }) {
  const t = useText(contactsText);
  const query = useQuery({
    queryKey: [...api.platforms.list.queryKey({ placeCode: countyCode }), 'all'],
    queryFn: () => readHalls(countyCode),
  });
  return (
    <Shown query={query}>
      {(halls) => {
        const found = halls.filter(({ name }) => name.includes(search));
        if (found.length === 0) return search === '' ? <p className="empty">{t.noHalls}</p> : null;
        return (
          <section className="panel">
            <h2>{t.halls}</h2>
            <ul className="plain">
              {found.map(({ id, name, address, roles }) => (
                <li key={id}>
                  <strong>{name}</strong>
                  <br />
                  {address}
                  <br />
                  <span className="quiet">{roles.map(({ plaqueName }) => plaqueName).join(' · ')}</span>
                </li>
              ))}
            </ul>
          </section>
        );
      }}
    </Shown>
  );
}
