import type { Text } from '../text/index.ts';
import { faultText } from './fault-text.ts';
import type { Faults } from './visit.ts';

/** What has to be changed, each with a link to its field. Takes the focus, so that a screen reader begins here. */
export function ErrorSummary({ t, faults }: { t: Text; faults: Faults }) {
  return (
    <div className="faults" role="alert" aria-labelledby="faults-title" tabIndex={-1} autoFocus>
      <h2 id="faults-title">{t.frame.summaryTitle}</h2>
      <ul>
        {Object.entries(faults).map(([field, code]) => (
          <li key={field}>
            <a href={`#${field}`}>{faultText(t, code)}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
