import { bringTemporal } from '@tongxin/web/temporal';

// The rules use Temporal as they are read, so they are read after it is there.
void bringTemporal()
  .then(() => import('./start.tsx'))
  .then(({ start }) => start());
