import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useLocale, useText } from '@tongxin/web/locale';
import { momentText } from '@tongxin/web/moments';
import { Form } from 'antd';
import { api, client, type Outputs } from '../../api.ts';
import { paths } from '../../paths.ts';
import { expertsText } from '../../text/experts.ts';
import { ChoiceField, TextField, TickField } from '../../ui/fields.tsx';
import { MoveButton } from '../../ui/MoveButton.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Shown } from '../../ui/Shown.tsx';
import { MemberField } from '../rotas/MemberField.tsx';

type Team = Outputs['experts']['teams']['get'];

const route = getRouteApi('/inside/expert-teams/$id');

/** One team: who is in it, who leads it, and what was done to it. */
export function ExpertTeamScreen() {
  const t = useText(expertsText).teams;
  const { locale } = useLocale();
  const { id } = route.useParams();
  const query = useQuery(api.experts.teams.get.queryOptions({ teamId: id }));
  return (
    <Shown query={query}>
      {(team) => (
        <>
          <PageHead
            title={team.name}
            above={<Link {...paths.expertTeams()}>{t.back}</Link>}
            lead={team.toOn === null ? team.field : `${team.field} · ${t.ended}`}
            actions={
              team.may.keep.allowed &&
              team.toOn === null && (
                <>
                  <AddExpert teamId={id} />
                  <MoveButton
                    label={t.end}
                    lead={t.endLead}
                    weight="danger"
                    send={() => client.experts.teams.end.mutate({ teamId: id })}
                  />
                </>
              )
            }
          />
          <div className="two-columns">
            <People team={team} />
            <section className="panel">
              <h2>{t.history}</h2>
              <ol className="trail" reversed>
                {team.history.map((entry) => (
                  <li key={entry.id}>
                    <span className="trail-when">{momentText(entry.at, locale)}</span>
                    <strong>{t.actions[entry.action]}</strong>
                  </li>
                ))}
              </ol>
            </section>
          </div>
        </>
      )}
    </Shown>
  );
}

function People({ team }: { team: Team }) {
  const t = useText(expertsText).teams;
  const keeps = team.may.keep.allowed && team.toOn === null;
  return (
    <section className="panel">
      <h2>{t.people}</h2>
      {team.experts.length === 0 && <p className="quiet">{t.noPeople}</p>}
      <ul className="plain">
        {team.experts.map(({ id, name, post, memberId, isLead }) => (
          <li key={id}>
            <span>
              {memberId === null ? name : <Link {...paths.member(memberId)}>{name}</Link>}{' '}
              <span className="quiet small">
                {[isLead ? t.isLead : '', memberId === null ? '' : t.member, post]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            {keeps && (
              <span className="steps">
                {!isLead && (
                  <MoveButton
                    label={t.makeLead}
                    send={() => client.experts.teams.lead.mutate({ personId: id })}
                  />
                )}
                <MoveButton
                  label={t.remove}
                  lead={t.removeLead}
                  send={() => client.experts.teams.remove.mutate({ personId: id })}
                />
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

type Entry = {
  who: 'member' | 'outside';
  memberId?: string;
  name?: string;
  post?: string;
  isLead?: boolean;
};

function AddExpert({ teamId }: { teamId: string }) {
  const t = useText(expertsText).teams;
  return (
    <MoveButton<Entry>
      label={t.add}
      weight="primary"
      initial={{ who: 'member' }}
      send={({ who, memberId, name, post, isLead = false }) =>
        client.experts.teams.add.mutate(
          who === 'member' ? { teamId, isLead, memberId } : { teamId, isLead, name, post },
        )
      }
    >
      <WhoFields />
      <TickField name="isLead">{t.asLead}</TickField>
    </MoveButton>
  );
}

function WhoFields() {
  const t = useText(expertsText).teams;
  const who = Form.useWatch<Entry['who'] | undefined>('who');
  return (
    <>
      <ChoiceField
        name="who"
        label={t.who}
        options={[
          { value: 'member', label: t.ofMembers },
          { value: 'outside', label: t.fromOutside },
        ]}
      />
      {who === 'outside' ? (
        <>
          <TextField name="name" label={t.expertName} max={30} />
          <TextField name="post" label={t.post} max={60} />
        </>
      ) : (
        <MemberField name="memberId" label={t.whichMember} />
      )}
    </>
  );
}
