import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** A page that is the same for everybody, as the bytes that are sent. */
export type KeptPage = {
  etag: string;
  plain: Buffer;
  /** Made when the first browser that understands it asks. */
  br?: Buffer;
  gzip?: Buffer;
  until: number;
  /** What the framework sent along with it the first time, as pairs; the front door sends the same. */
  headers?: readonly string[];
};

export type PageCache = {
  /** The page while it is fresh. */
  find(key: string): KeptPage | undefined;
  /** The page, drawn anew when it is not fresh; whoever asks meanwhile waits for the same drawing. */
  take(key: string, draw: () => Promise<string>): Promise<KeptPage>;
};

/** How long a page may be behind the records. Short enough that whoever has just done something sees it. */
const lifeMs = 3000;
/** About 40 MB at most: pages of three languages and sizes of every place that is asked for at once. */
const pagesAtMost = 1000;

export function openPageCache({
  life = lifeMs,
  most = pagesAtMost,
  clock = () => performance.now(),
} = {}): PageCache {
  const kept = new Map<string, KeptPage>();
  const drawing = new Map<string, Promise<KeptPage>>();
  const find = (key: string) => {
    const page = kept.get(key);
    return page !== undefined && page.until > clock() ? page : undefined;
  };
  const keep = async (key: string, draw: () => Promise<string>) => {
    const plain = Buffer.from(await draw());
    const before = kept.get(key);
    const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
    // The same bytes as before are not compressed again.
    const page: KeptPage =
      before?.etag === etag ? { ...before, until: clock() + life } : { etag, plain, until: clock() + life };
    kept.delete(key);
    kept.set(key, page);
    if (kept.size > most) kept.delete(kept.keys().next().value!);
    return page;
  };
  return {
    find,
    take(key, draw) {
      const fresh = find(key);
      if (fresh !== undefined) return Promise.resolve(fresh);
      const underWay = drawing.get(key);
      if (underWay !== undefined) return underWay;
      const drawn = keep(key, draw).finally(() => drawing.delete(key));
      drawing.set(key, drawn);
      return drawn;
    },
  };
}

/** The bytes in the best form that the browser understands, with the name of that form. */
export function encoded(
  page: KeptPage,
  accepts: string | undefined,
): { bytes: Buffer; encoding: 'br' | 'gzip' | null } {
  if (accepts?.includes('br')) {
    page.br ??= brotliCompressSync(page.plain, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: page.plain.length },
    });
    return { bytes: page.br, encoding: 'br' };
  }
  if (accepts?.includes('gzip')) {
    page.gzip ??= gzipSync(page.plain, { level: 6 });
    return { bytes: page.gzip, encoding: 'gzip' };
  }
  return { bytes: page.plain, encoding: null };
}
