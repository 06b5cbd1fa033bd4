import { createHash } from 'node:crypto';
import type { DBAdapter, DBTransactionAdapter, Where } from 'better-auth';

/** What stands in `sign_ins` for a token: who reads the table cannot sign in with it. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

type Named = { model: string; where: Where[] };

function hashedWhere(model: string, where: readonly Where[]): Where[] {
  const hash = (value: Where['value']) =>
    Array.isArray(value) ? value.map((one) => tokenHash(String(one))) : tokenHash(String(value));
  return where.map((clause) =>
    model === 'session' && clause.field === 'token' ? { ...clause, value: hash(clause.value) } : clause,
  );
}

const hashed = <Query extends Named>(query: Query): Query => ({
  ...query,
  where: hashedWhere(query.model, query.where),
});

/** The token that a query asked for, so that the library gets back what it knows. */
function askedToken({ model, where }: Named): string | undefined {
  const clause = model === 'session' ? where.find(({ field }) => field === 'token') : undefined;
  return typeof clause?.value === 'string' ? clause.value : undefined;
}

function restored<Row>(row: Row, token: string | undefined): Row {
  return row === null || token === undefined ? row : { ...row, token };
}

function hashingOperations(inner: DBTransactionAdapter): DBTransactionAdapter {
  return {
    ...inner,
    create: async (query) => {
      if (query.model !== 'session') return inner.create(query);
      // Where from and with what browser somebody signs in is not kept.
      const {
        ipAddress: _address,
        userAgent: _browser,
        token,
        ...kept
      } = query.data as Record<string, unknown>;
      const row = await inner.create({
        ...query,
        data: { ...kept, token: tokenHash(String(token)) } as never,
      });
      return restored(row, String(token)) as never;
    },
    findOne: async (query) => restored(await inner.findOne(hashed(query)), askedToken(query)) as never,
    findMany: (query) =>
      inner.findMany(
        query.where === undefined ? query : { ...query, where: hashedWhere(query.model, query.where) },
      ),
    count: (query) =>
      inner.count(
        query.where === undefined ? query : { ...query, where: hashedWhere(query.model, query.where) },
      ),
    update: async (query) => restored(await inner.update(hashed(query)), askedToken(query)) as never,
    updateMany: (query) => inner.updateMany(hashed(query)),
    delete: (query) => inner.delete(hashed(query)),
    deleteMany: (query) => inner.deleteMany(hashed(query)),
  };
}

/** The library's database, with the tokens of sign-ins hashed on their way in. */
export function withHashedTokens(inner: DBAdapter): DBAdapter {
  return {
    ...inner,
    ...hashingOperations(inner),
    transaction: (work) => inner.transaction((tx) => work(hashingOperations(tx))),
  };
}
