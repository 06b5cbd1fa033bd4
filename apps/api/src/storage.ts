import { join } from 'node:path';
import { openStorage, type Storage } from '@tongxin/files/storage';
import type { Config } from './env.ts';

/** Where photos are kept: the disk, or S3-compatible storage when a bucket is configured. */
export function photoStorage(config: Config): Promise<Storage> {
  const { S3_BUCKET: bucket, S3_ENDPOINT: endpoint, S3_REGION: region } = config;
  if (bucket === undefined) return openStorage({ driver: 'fs', folder: join(config.DATA_DIR, 'files') });
  return openStorage({
    driver: 's3',
    bucket,
    ...(endpoint === undefined ? {} : { endpoint }),
    region: region ?? 'auto',
    accessKeyId: config.S3_ACCESS_KEY ?? '',
    secretAccessKey: config.S3_SECRET_KEY ?? '',
  });
}
