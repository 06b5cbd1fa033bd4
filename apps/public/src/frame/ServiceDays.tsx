import type { Text } from '../text/index.ts';
import { Stub } from './Stub.tsx';

/** A day on which a station sees people: what, when and where, and nothing about anybody who comes. */
export type ServiceDay = {
  id: string;
  title: string;
  startsAt: string;
  endsAt: string;
  where: string | null;
};

/** The next service days of a station, the first of them first. */
export function ServiceDays({ t, days }: { t: Text; days: readonly ServiceDay[] }) {
  return (
    <>
      <ol className="leaves">
        {days.map(({ id, title, startsAt, endsAt, where }) => (
          <li key={id}>
            <Stub t={t} at={startsAt} spent={false} />
            <div>
              <h3>{title}</h3>
              <p>
                {t.dates.times(startsAt, endsAt)}
                {where !== null && ` · ${where}`}
              </p>
            </div>
          </li>
        ))}
      </ol>
      <p className="small">{t.sites.serviceLead}</p>
    </>
  );
}
