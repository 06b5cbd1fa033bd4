import type { Municipality } from '@tongxin/db';
import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';

const names = new Map<string, string>();

function nameOf(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = `s${names.size}`;
  names.set(text, name);
  return name;
}
export const stats = { awaited: 0, posted: 0 };

function clientClass(prepare: boolean, post: boolean) {
  return class extends pg.Client {
    waiting: [any, any][] = [];
    failed: unknown = null;
    constructor(config: any) { super(post ? { ...config, pipeline: true } : config); }
    override query(...args: any[]): any {
      const [config, values, cb] = args;
      const text: string = typeof config === 'string' ? config : config.text;
      if (prepare && typeof config === 'object' && config.name === undefined && Array.isArray(values) && values.length > 0) config.name = nameOf(text);
      if (typeof cb === 'function' || typeof values === 'function' || !post) { stats.awaited++; return (super.query as any)(...args); }
      if (isPosted(text)) {
        stats.posted++;
        this.waiting.push([config, values]);
        return Promise.resolve({ rows: [], rowCount: 1, fields: [], command: '' });
      }
      stats.awaited++;
      const stream = (this as any).connection.stream;
      stream.cork();
      for (const [c, v] of this.waiting.splice(0)) (super.query as any)(c, v).catch((e: unknown) => { this.failed ??= e; });
      const result = (super.query as any)(config, values);
      stream.uncork();
      return result.catch((e: unknown) => { const f = this.failed ?? e; this.failed = null; throw f; });
    }
  };
}
function isPosted(text: string) {
  return /^(insert|update|delete|set local|reset|savepoint|release)\b/i.test(text) && !/\breturning\b|on conflict do nothing|do nothing/i.test(text);
}

export function tellingConnections(municipality: Municipality, connections: number, prepare = true, post = true): Municipality {
  const { options } = municipality.pool as any;
  const pool = new pg.Pool({
    ...options,
    max: connections,
    options: `${options.options} -c synchronous_commit=off -c statement_timeout=0 -c transaction_timeout=0`,
    Client: clientClass(prepare, post),
  } as any);
  pool.on('error', () => undefined);
  return { code: municipality.code, pool, db: drizzle(pool), close: () => pool.end() };
}
