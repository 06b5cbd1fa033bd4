import { solvedNames } from '@tongxin/issues/rules';
import type { Drawn } from '../frame/visit.ts';
import { say } from '../text/index.ts';
import type { MatterContent } from './matter-content.ts';

/** What the department answered or where the matter belongs, and the resident's own word on it. */
export function Answered({ t, reply, handOver, myWords }: Drawn & MatterContent) {
  const text = t.follow.matter;
  return (
    <>
      {handOver !== null && (
        <section aria-labelledby="hand-over" className="slip">
          <h2 id="hand-over">{text.handOverTitle}</h2>
          <p>
            <strong>{say(t, handOver.where)}</strong>
          </p>
          <p>{say(t, handOver.how)}</p>
          {handOver.phones.length > 0 && (
            <p className="no-print">
              {handOver.phones.map((phone) => (
                <a key={phone} className="button plain" href={`tel:${phone}`}>
                  {t.tell.emergency.call(phone)}
                </a>
              ))}
            </p>
          )}
          <blockquote className="written">{handOver.words}</blockquote>
        </section>
      )}
      {reply !== null && (
        <section aria-labelledby="reply">
          <h2 id="reply">{text.replyTitle}</h2>
          {reply.class !== null && (
            <p className="tags">
              <span className="tag">{say(t, reply.class)}</span>
            </p>
          )}
          <p className="written">{reply.text}</p>
        </section>
      )}
      {myWords.length > 0 && (
        <section aria-labelledby="my-word">
          <h2 id="my-word">{text.myWordTitle}</h2>
          <ul className="rows">
            {myWords.map((word) => (
              <li key={word.at}>
                <strong>{say(t, solvedNames[word.solved])}</strong>
                {word.stars !== null && <span>{t.follow.stars(word.stars)}</span>}
                <span className="small">{t.dates.day(word.at)}</span>
                {word.about !== null && <span className="small">{word.about}</span>}
                {word.words !== null && <p className="written">{word.words}</p>}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
