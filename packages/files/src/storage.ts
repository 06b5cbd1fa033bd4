import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';

/** A folder of this machine, or a private bucket of any service that speaks S3. */
export type StorageConfig =
  | { driver: 'fs'; folder: string }
  | {
      driver: 's3';
      bucket: string;
      region: string;
      endpoint?: string;
      accessKeyId: string;
      secretAccessKey: string;
      /** The bucket in the path instead of the host name, as most self-hosted services want it. */
      forcePathStyle?: boolean;
    };

/** Where the bytes of files are. Names are made by this package and never come from outside. */
export type Storage = {
  put(name: string, bytes: Uint8Array): Promise<void>;
  read(name: string): Promise<Uint8Array>;
  /** Does nothing when there is no such file. */
  remove(name: string): Promise<void>;
};

export async function openStorage(config: StorageConfig): Promise<Storage> {
  const disk = await openDisk(config);
  return {
    put: (name, bytes) => disk.put(name, bytes, { contentType: 'image/jpeg' }),
    read: (name) => disk.getBytes(name),
    remove: (name) => disk.delete(name),
  };
}

async function openDisk(config: StorageConfig): Promise<Disk> {
  if (config.driver === 'fs')
    return new Disk(new FSDriver({ location: config.folder, visibility: 'private' }));
  // Loaded only where it is configured: the client is larger than everything else together.
  const { S3Driver } = await import('flydrive/drivers/s3');
  const { bucket, region, endpoint, accessKeyId, secretAccessKey, forcePathStyle } = config;
  return new Disk(
    new S3Driver({
      bucket,
      region,
      ...(endpoint === undefined ? {} : { endpoint }),
      ...(forcePathStyle === undefined ? {} : { forcePathStyle }),
      credentials: { accessKeyId, secretAccessKey },
      visibility: 'private',
      // Many services know no access lists; the bucket itself is private.
      supportsACL: false,
    }),
  );
}
