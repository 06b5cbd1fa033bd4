import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { newId } from '@tongxin/core';
import { useLocale, useText } from '@tongxin/web/locale';
import { dayText, isoDayOf, spanText } from '@tongxin/web/moments';
import { Form } from 'antd';
import { useState } from 'react';
import { client, type Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { rotasText } from '../../text/rotas.ts';
import { Rows } from '../../ui/Listing.tsx';
import { MoveButton } from '../../ui/MoveButton.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { SendForm } from '../../ui/SendForm.tsx';
import { planOf, type RotaEntry } from './rota-entry.ts';
import { RotaFields } from './RotaFields.tsx';
import { useSites } from './sites.ts';

type Preview = Outputs['rotas']['preview'];

const route = getRouteApi('/inside/rotas/new');

/** A rota is looked at before it is made: every turn with its member, and how many each one gets. */
export function NewRotaScreen() {
  const texts = useText(rotasText);
  const t = texts.make;
  const { site } = route.useSearch();
  const { data: sites = [] } = useSites();
  const [form] = Form.useForm<RotaEntry>();
  const [seen, setSeen] = useState<{ entry: RotaEntry; preview: Preview }>();
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        above={<Link {...paths.rotas(site === undefined ? {} : { site })}>{texts.board.title}</Link>}
      />
      <section className="panel narrow">
        <SendForm<RotaEntry, Preview>
          form={form}
          initial={{
            ...(site === undefined ? {} : { platformId: site }),
            kind: 'weekdays',
            weekdays: ['3'],
            onHoliday: 'next_working_day',
            startTime: '09:00',
            endTime: '11:30',
            perTurn: 1,
          }}
          send={(entry) => client.rotas.preview.query(planOf(entry))}
          onSent={(preview, entry) => setSeen({ entry, preview })}
          // What is seen is what would be made: a change has to be looked at again.
          onChange={() => setSeen(undefined)}
          label={t.preview}
        >
          <RotaFields sites={sites} />
        </SendForm>
      </section>
      {seen !== undefined && <Seen {...seen} />}
    </>
  );
}

function Seen({ entry, preview }: { entry: RotaEntry; preview: Preview }) {
  const texts = useText(rotasText);
  const t = texts.make;
  const { locale } = useLocale();
  const navigate = useNavigate();
  // One key per preview: made twice, it is still one rota.
  const [key] = useState(newId);
  const { turns, people, empty } = preview;
  const month = isoDayOf(turns[0]?.startsAt ?? '').slice(0, 7);
  return (
    <section className="panel" aria-live="polite">
      <h2>{t.previewTitle}</h2>
      <p>{t.turns(turns.length, empty)}</p>
      <p className="quiet">
        {t.spread(people.map(({ name, turns: count }) => t.spreadOf(name, count)).join(' · '))}
      </p>
      <Rows
        caption={t.previewTitle}
        rows={turns}
        keyOf={({ startsAt, placeNo }) => `${startsAt} ${placeNo}`}
        columns={[
          {
            title: t.when,
            names: true,
            show: ({ startsAt, endsAt, movedFrom }) => (
              <>
                {spanText(startsAt, endsAt, locale)}
                {movedFrom !== null && (
                  <div className="quiet small">{texts.board.movedFrom(dayText(movedFrom, locale))}</div>
                )}
              </>
            ),
          },
          { title: t.who, show: ({ memberName }) => memberName ?? texts.board.nobody },
        ]}
      />
      <p className="quiet">{t.confirmHint}</p>
      <MoveButton
        label={t.confirm}
        weight="primary"
        send={() => client.rotas.make.mutate({ ...planOf(entry), key })}
        onSent={() => void navigate(paths.rotas({ site: entry.platformId, month }))}
      />
    </section>
  );
}
