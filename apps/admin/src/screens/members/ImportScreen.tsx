import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import {
  hasEnded,
  importAddresses,
  importKinds,
  mostBytes,
  sendersOf,
  type ImportKind,
  type Refusal,
} from '@tongxin/imports/rules';
import { ActionButton } from '@tongxin/web/action-button';
import { useLocale, useText } from '@tongxin/web/locale';
import { momentText } from '@tongxin/web/moments';
import { Select } from 'antd';
import { useRef, useState } from 'react';
import { api } from '../../api.ts';
import { paths } from '../../paths.ts';
import { importsText } from '../../text/imports.ts';
import { membersText } from '../../text/members.ts';
import { organisationsText } from '../../text/organisations.ts';
import { NoSuchPage } from '../../shell/NoSuchPage.tsx';
import { Rows } from '../../ui/Listing.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { Shown } from '../../ui/Shown.tsx';
import { useCommittees } from './committees.ts';
import { ImportProgress } from './ImportProgress.tsx';
import { useKeeps } from './keeps.ts';

const route = getRouteApi('/inside/imports/$kind');

/** A list that comes in as a file: which list, the file, how far it is, what was wrong with which row. */
export function ImportScreen() {
  const { kind } = route.useParams();
  const known = importKinds.find((one) => one === kind);
  return known === undefined ? <NoSuchPage /> : <Import kind={known} />;
}

function Import({ kind }: { kind: ImportKind }) {
  const t = useText(importsText);
  const back = { members: useText(membersText).title, organisations: useText(organisationsText).title };
  const { open } = route.useSearch();
  const navigate = useNavigate();
  const places = useCommittees();
  const [chosen, setChosen] = useState<string>();
  const divisionCode = chosen ?? places[0]?.value;
  const keeps = useKeeps(sendersOf[kind]);
  const list = kind === 'members' ? paths.members() : paths.organisations();
  return (
    <>
      <PageHead title={t[kind].title} lead={t[kind].lead} above={<Link {...list}>{back[kind]}</Link>} />
      {keeps && divisionCode !== undefined && (
        <>
          <section className="panel">
            <div className="filters">
              <label>
                {t.place}
                <Select value={divisionCode} options={places} onChange={setChosen} />
              </label>
              <a href={importAddresses.template(kind)}>{t.template}</a>
            </div>
            <SendFile
              kind={kind}
              divisionCode={divisionCode}
              onSent={(id) => void navigate(paths.importList(kind, id))}
            />
          </section>
          {open !== undefined && <ImportProgress id={open} />}
          <Earlier kind={kind} divisionCode={divisionCode} />
        </>
      )}
    </>
  );
}

/** A file that was not taken in, in the shape of a refused call, so that its sentence is found. */
class FileRefused extends Error {
  readonly data: unknown;
  constructor(data: unknown) {
    super('file');
    this.data = data;
  }
}

type Answer = { id?: string; isNew?: boolean };

async function sendFile(address: string, file: File): Promise<Required<Answer>> {
  // Said at once, not after minutes of sending.
  if (file.size > mostBytes) throw new FileRefused({ refusal: 'imports.too_large' satisfies Refusal });
  const body = new FormData();
  body.append('list', file);
  const response = await fetch(address, { method: 'POST', body });
  const { id, isNew = true, ...refused } = (await response.json().catch(() => ({}))) as Answer;
  if (!response.ok || id === undefined) throw new FileRefused(refused);
  return { id, isNew };
}

type Sending = { kind: ImportKind; divisionCode: string; onSent: (id: string) => void };

function SendFile({ kind, divisionCode, onSent }: Sending) {
  const t = useText(importsText);
  const chooser = useRef<HTMLInputElement>(null);
  const sending = useMutation({
    mutationFn: (file: File) => sendFile(importAddresses.send(kind, divisionCode), file),
    onSuccess: ({ id }) => onSent(id),
  });
  return (
    <>
      <span hidden>
        <input
          ref={chooser}
          type="file"
          accept=".xlsx,.csv"
          aria-label={t.choose}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file !== undefined) sending.mutate(file);
            target.value = '';
          }}
        />
      </span>
      <ActionButton weight="primary" busy={sending.isPending} onClick={() => chooser.current?.click()}>
        {sending.isPending ? t.sending : t.choose}
      </ActionButton>
      <p className="quiet small">{t.chooseHint}</p>
      {sending.data?.isNew === false && <p>{t.known}</p>}
      {sending.isError && <Problem error={sending.error} />}
    </>
  );
}

function Earlier({ kind, divisionCode }: { kind: ImportKind; divisionCode: string }) {
  const t = useText(importsText);
  const { locale } = useLocale();
  const sent = useQuery({
    ...api.imports.list.queryOptions({ kind, divisionCode }),
    // Until the last one has ended, as in its own panel.
    refetchInterval: ({ state: { data } }) => (data?.some(({ state }) => !hasEnded(state)) ? 2000 : false),
  });
  return (
    <section className="panel">
      <h2>{t.earlier}</h2>
      <Shown query={sent}>
        {(rows) =>
          rows.length === 0 ? (
            <p>{t.noneEarlier}</p>
          ) : (
            <Rows
              caption={t.earlier}
              rows={rows}
              keyOf={({ id }) => id}
              columns={[
                {
                  title: t.file,
                  names: true,
                  show: ({ id, fileName }) => <Link {...paths.importList(kind, id)}>{fileName}</Link>,
                },
                { title: t.sentAt, show: ({ sentAt }) => momentText(sentAt, locale) },
                { title: t.state, show: ({ state }) => t.states[state] },
                { title: t.added, number: true, show: ({ added }) => added },
                { title: t.refused, number: true, show: ({ refusedRows }) => refusedRows },
              ]}
            />
          )
        }
      </Shown>
    </section>
  );
}
