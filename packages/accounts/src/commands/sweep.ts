import { transact, type Context } from '@tongxin/db';
import { lt } from 'drizzle-orm';
import { outgoingCodes, phoneCodes, signIns, signInThrottle, verifications } from '../schema.ts';

/** Removes what signing in leaves behind: ended sign-ins, codes and counted tries older than two days. */
export async function sweepSignIns(ctx: Context): Promise<void> {
  const old = ctx.now().subtract({ hours: 48 });
  await transact(ctx, async (tx) => {
    await tx.delete(signIns).where(lt(signIns.expiresAt, ctx.now().toString()));
    await tx.delete(verifications).where(lt(verifications.expiresAt, ctx.now().toString()));
    await tx.delete(phoneCodes).where(lt(phoneCodes.createdAt, old));
    await tx.delete(outgoingCodes).where(lt(outgoingCodes.createdAt, old));
    await tx.delete(signInThrottle).where(lt(signInThrottle.lastTryAt, old));
  });
}
