/** What a failed step of signing in throws; the same shape as a refused call, so the same sentence is found. */
class SignInRefused extends Error {
  readonly data: { refusal: string | null; facts: object; fields: object };
  constructor(data: SignInRefused['data']) {
    super(data.refusal ?? 'sign-in');
    this.data = data;
  }
}

/** Asks one of the sign-in addresses and answers what it says. Throws what `refusedBy` can read. */
async function ask<Answer>(path: string, body: object): Promise<Answer> {
  const response = await fetch(`/auth${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = (await response.json().catch(() => ({}))) as Record<string, unknown>;
  if (response.ok) return answer as Answer;
  const { refusal = null, facts = {}, fields = {} } = answer as Partial<SignInRefused['data']>;
  throw new SignInRefused({ refusal, facts, fields });
}

/** Either signed in, or the authenticator is asked next. */
type Opened = { signedIn?: boolean; twoFactorRedirect?: boolean };

export function signInByName(entry: { username: string; password: string }): Promise<Opened> {
  return ask('/sign-in/username', entry);
}

export function sendPhoneCode(phone: string): Promise<{ requestId: string; expiresAt: string }> {
  return ask('/phone-code/send', { phone });
}

export function signInByPhone(entry: { requestId: string; code: string }): Promise<Opened> {
  return ask('/sign-in/phone-number', entry);
}

export function checkTotp(code: string): Promise<unknown> {
  return ask('/two-factor/verify-totp', { code });
}

/** Begins the set-up of an authenticator: what its QR code holds. */
export function beginTotp(password?: string): Promise<{ totpURI: string }> {
  return ask('/two-factor/enable', password === undefined ? {} : { password });
}

/** Ends the session in this browser. */
export async function signOut(): Promise<void> {
  await ask('/sign-out', {});
}
