import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { modeNames } from '@tongxin/deliberations/rules';
import { ActionButton } from '@tongxin/web/action-button';
import { useLocale, useText } from '@tongxin/web/locale';
import { spanText } from '@tongxin/web/moments';
import { api, type Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { deliberationsText } from '../../text/deliberations.ts';
import { shellText } from '../../text/shell.ts';
import { Facts } from '../../ui/Facts.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Shown } from '../../ui/Shown.tsx';

type Sheet = Outputs['deliberations']['sessions']['runSheet'];

const route = getRouteApi('/inside/sessions/$id/run-sheet');

/** What the host prints for the day: agenda, attendance, room for what is agreed and what is not. */
export function RunSheetScreen() {
  const t = useText(deliberationsText).runSheet;
  const shell = useText(shellText);
  const { id } = route.useParams();
  const query = useQuery(api.deliberations.sessions.runSheet.queryOptions({ id }));
  return (
    <>
      <PageHead
        title={t.title}
        above={<Link {...paths.session(id)}>{t.back}</Link>}
        actions={
          <ActionButton weight="primary" onClick={() => window.print()}>
            {shell.print}
          </ActionButton>
        }
      />
      <Shown query={query}>{(sheet) => <Paper sheet={sheet} />}</Shown>
    </>
  );
}

function Paper({ sheet }: { sheet: Sheet }) {
  const texts = useText(deliberationsText);
  const t = texts.runSheet;
  const s = texts.session;
  const { locale } = useLocale();
  return (
    <article className="paper">
      <p>
        <strong>{sheet.title}</strong> · {sheet.number}
      </p>
      <Facts
        facts={[
          [s.when, spanText(sheet.startsAt, sheet.endsAt, locale)],
          [s.hall, `${sheet.hall} · ${sheet.address}`],
          [s.mode, modeNames[sheet.mode][locale]],
          [s.onlineUrl, sheet.onlineUrl],
          [s.convenor, sheet.invitees.find(({ id }) => id === sheet.convenorId)?.name],
        ]}
      />
      <h2>{t.agenda}</h2>
      <p>{t.order}</p>
      {sheet.agenda.map(({ id, title, summary, issues }, at) => (
        <section key={id}>
          <h3>
            {t.topicNo(at + 1)} · {title}
          </h3>
          <p className="words">{summary}</p>
          <p className="quiet">{t.issues(issues)}</p>
          <BlankLines title={t.agreed} />
          <BlankLines title={t.notAgreed} />
          <BlankLines title={t.lines} />
        </section>
      ))}
      <h2>{t.signIn}</h2>
      <Attendance sheet={sheet} />
    </article>
  );
}

function BlankLines({ title }: { title: string }) {
  return (
    <div className="blank-lines">
      <strong>{title}</strong>
      <div />
      <div />
    </div>
  );
}

/** Members and units by name, residents by the number of their seat: no resident is named on paper that goes round. */
function Attendance({ sheet }: { sheet: Sheet }) {
  const t = useText(deliberationsText).runSheet;
  const rows = [
    ...sheet.invitees.map(({ kind, name, sector }) => ({
      name: sector === null ? name : `${name}（${sector}）`,
      as: kind === 'member' ? t.member : t.department,
    })),
    ...sheet.seats.map(({ ticket }, at) => ({
      name: `${t.residentRow(at + 1)} · ${ticket}`,
      as: t.resident,
    })),
  ];
  return (
    <table className="sheet">
      <thead>
        <tr>
          {[t.no, t.name, t.as, t.sign, t.note].map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, as }, at) => (
          <tr key={name}>
            <td>{at + 1}</td>
            <td>{name}</td>
            <td>{as}</td>
            <td>&nbsp;</td>
            <td>&nbsp;</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
