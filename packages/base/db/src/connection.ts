import pg, { type QueryConfig, type QueryResult } from 'pg';
import { Message, type Asked } from './message.ts';

/**
 * A connection that says at once what it can: the statements that are asked for in one turn of the event loop travel
 * as one message, and one answer comes back. A message costs more than what is in it (docs/adr/0018).
 */
export class Connection extends pg.Client {
  #asked: Asked[] = [];
  #isWaiting = false;
  #first: QueryConfig | undefined;

  /**
   * From now on every message is a transaction of its own that begins with this statement; called without one, the
   * connection is as it was. Not within a transaction that was begun.
   */
  beginEachWith(statement?: QueryConfig): void {
    this.#first = statement;
  }

  /** Whoever asks with a promise is asked for together with others; the pool itself asks with a callback, and alone. */
  override query(...all: never[]): never {
    const [config, values, callback] = all as unknown[];
    if (typeof values === 'function' || typeof callback === 'function') return this.#ask(...all) as never;
    return new Promise<QueryResult>((resolve, reject) => {
      const heard: Asked['heard'] = (error, result) => (error ? reject(error) : resolve(result!));
      // Once the turn is over: what else is ready is in the list by then.
      if (this.#asked.push({ config, values, heard }) === 1) process.nextTick(() => this.#send());
    }) as never;
  }

  #send(): void {
    if (this.#isWaiting) return;
    const asked = this.#asked;
    this.#asked = [];
    this.#isWaiting = true;
    const ended = () => {
      this.#isWaiting = false;
      if (this.#asked.length > 0) process.nextTick(() => this.#send());
    };
    const [one] = asked;
    if (this.#first !== undefined) {
      asked.unshift({ config: this.#first, values: undefined, heard: () => undefined });
    } else if (one !== undefined && asked.length === 1) {
      // Alone, a statement may go by the simple protocol, which takes several in one text.
      const heard: Asked['heard'] = (error, result) => {
        ended();
        one.heard(error, result);
      };
      this.#ask(one.config as never, one.values as never, heard as never);
      return;
    }
    this.#ask(new Message(asked, ended) as never);
  }

  #ask(...all: never[]): unknown {
    return (super.query as (...each: never[]) => unknown).apply(this, all);
  }
}
