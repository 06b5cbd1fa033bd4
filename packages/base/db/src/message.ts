import pg, { type QueryResult } from 'pg';

/** A statement, and who hears its answer. */
export type Asked = {
  config: unknown;
  values: unknown;
  heard: (error: Error | null, result?: QueryResult) => void;
};

/** What the driver keeps to itself: a connection, and what its own queries do when they are handed to one. */
type Wire = {
  stream: { cork(): void; uncork(): void };
  sync(): void;
  submittedNamedStatements: Record<string, string>;
};

type Query = {
  name: string | undefined;
  text: string;
  submit(wire: Wire): Error | null;
  handleRowDescription(said: unknown): void;
  handleDataRow(said: unknown): void;
  handleCommandComplete(said: unknown, wire: Wire): void;
  handleEmptyQuery(wire: Wire): void;
  handleReadyForQuery(wire: Wire): void;
  handleError(error: Error, wire: Wire): void;
};

/**
 * Several statements with one sync behind them. The server takes them in their order, as one transaction unless one
 * is open; when one fails it skips the rest. So either all are answered or all are refused, with the same error.
 */
export class Message {
  readonly #queries: Query[];
  readonly #ended: () => void;
  #at = 0;
  #refused: Error | null = null;
  #isOver = false;

  constructor(asked: readonly Asked[], ended: () => void) {
    this.#ended = ended;
    this.#queries = asked.map(({ config, values, heard }) => {
      const said = typeof config === 'string' ? { text: config } : (config as object);
      const answered: Asked['heard'] = (error, result) => {
        this.#refused ??= error;
        heard(error, result);
      };
      return new pg.Query(
        { ...said, queryMode: 'extended' } as never,
        values as never,
        answered as never,
      ) as never;
    });
  }

  /** Under which name the driver remembers what the server has just parsed. */
  get name(): string | undefined {
    return this.#queries[this.#at]?.name;
  }

  get text(): string | undefined {
    return this.#queries[this.#at]?.text;
  }

  submit(wire: Wire): null {
    // Each query would end with a sync of its own.
    const unsynced = Object.create(wire, { sync: { value: () => undefined } }) as Wire;
    wire.stream.cork();
    // A query that cannot be said (a value that has no form, a name given twice) is refused before it is sent.
    for (const query of this.#queries) this.#refused ??= query.submit(unsynced);
    wire.sync();
    wire.stream.uncork();
    if (this.#refused !== null) this.handleError(this.#refused, wire);
    return null;
  }

  handleRowDescription(said: unknown): void {
    this.#queries[this.#at]?.handleRowDescription(said);
  }

  handleDataRow(said: unknown): void {
    this.#queries[this.#at]?.handleDataRow(said);
  }

  handleCommandComplete(said: unknown, wire: Wire): void {
    this.#queries[this.#at]?.handleCommandComplete(said, wire);
    this.#at += 1;
  }

  handleEmptyQuery(): void {
    this.#at += 1;
  }

  handleReadyForQuery(wire: Wire): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#ended();
    for (const query of this.#queries) query.handleReadyForQuery(wire);
  }

  handleError(error: Error, wire: Wire): void {
    if (this.#isOver) return;
    this.#isOver = true;
    // The server has not parsed what it skipped.
    for (const { name } of this.#queries.slice(this.#at))
      if (name) delete wire.submittedNamedStatements[name];
    this.#ended();
    for (const query of this.#queries) query.handleError(error, wire);
  }
}
