import { refusals } from '@tongxin/rotas/rules';
import { describe, expect, it } from 'vitest';
import { afterFailure } from './send-visits.ts';

describe('a visitor who could not be sent', () => {
  it('waits, with all behind, while there is no network, no sign-in or somebody else’s', () => {
    for (const code of ['web.offline', 'web.signed_out', 'web.too_many', 'rotas.parcel_owner'])
      expect(afterFailure(code)).toEqual({ state: 'waiting', goesOn: false });
  });

  it('waits alone when the house has a fault', () => {
    expect(afterFailure(null)).toEqual({ state: 'waiting', goesOn: true });
  });

  it('is refused for every other reason that the house gives, and holds up nobody', () => {
    const others = Object.keys(refusals).filter((code) => code !== 'rotas.parcel_owner');
    for (const code of [...others, 'matters.not_now', 'web.not_found', 'issues.place'])
      expect(afterFailure(code)).toEqual({ state: 'refused', goesOn: true });
  });
});
