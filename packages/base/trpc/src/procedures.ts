import { DomainError, type Locale, type Role } from '@tongxin/core';
import { sqlState, type Context } from '@tongxin/db';
import { initTRPC, TRPCError } from '@trpc/server';
import { readRefusal } from './refusal.ts';

/** What an installation says of itself: invented people, ways to sign in. Absent in jobs and most tests. */
export type Installation = { demo: boolean; phone: boolean; outbox: boolean };

export type RequestContext = Context & { locale?: Locale; house?: Installation };

/** Who may knock at a procedure; what they may do behind the door is the domain's decision. */
export type Knocker = 'anyone' | 'resident' | 'signed_in' | Role;

const t = initTRPC
  .context<RequestContext>()
  .meta<{ knock: readonly Knocker[] }>()
  .create({
    // Set by hand: the default shows stack traces to callers unless NODE_ENV is `production`.
    isDev: false,
    errorFormatter: ({ shape, error }) => ({
      ...shape,
      message: error.cause instanceof DomainError ? error.cause.code : shape.data.code,
      data: { code: shape.data.code, httpStatus: shape.data.httpStatus, ...readRefusal(error) },
    }),
  });

export const router = t.router;
export const callerFactory = t.createCallerFactory;

/** A domain's no travels as the status its kind names. */
const refusing = t.middleware(async ({ next }) => {
  const result = await next();
  if (result.ok) return result;
  const { cause } = result.error;
  if (cause instanceof DomainError) throw new TRPCError({ code: cause.kind, message: cause.code, cause });
  if (isUnstorable(cause)) {
    const refused = new DomainError('input.unstorable', 'BAD_REQUEST');
    throw new TRPCError({ code: refused.kind, message: refused.code, cause: refused });
  }
  return result;
});

/**
 * A value that fits its form but not the database: a letter that no text may hold, a day outside all calendars, the
 * id of something that does not exist. The transaction is undone, so nothing is half-written.
 */
function isUnstorable(cause: unknown): boolean {
  const state = sqlState(cause);
  return state !== undefined && (state.startsWith('22') || state === '23503');
}

const base = t.procedure.use(refusing);

/** Open to the whole world. */
export const anyone = base.meta({ knock: ['anyone'] });

/** For the resident who has shown a receipt and its PIN. */
export const resident = base.meta({ knock: ['resident'] }).use(({ ctx, next }) => {
  if (ctx.actor.kind !== 'resident') throw new TRPCError({ code: 'UNAUTHORIZED' });
  return next({ ctx: { ...ctx, actor: ctx.actor } });
});

/** For whoever has signed in, whatever they may do. */
export const signedIn = base.meta({ knock: ['signed_in'] }).use(({ ctx, next }) => {
  if (ctx.actor.kind !== 'account') throw new TRPCError({ code: 'UNAUTHORIZED' });
  return next({ ctx: { ...ctx, actor: ctx.actor } });
});

/** For accounts that hold at least one of these roles somewhere. Others are told nothing is there. */
export function staff(...roles: readonly Role[]) {
  return base.meta({ knock: roles }).use(({ ctx, next }) => {
    if (ctx.actor.kind !== 'account') throw new TRPCError({ code: 'UNAUTHORIZED' });
    if (!ctx.actor.grants.some((grant) => roles.includes(grant.role))) {
      throw new TRPCError({ code: 'NOT_FOUND' });
    }
    return next({ ctx: { ...ctx, actor: ctx.actor } });
  });
}
