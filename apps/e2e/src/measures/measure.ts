import lighthouse from 'lighthouse';
import type { Measurable } from './pages.ts';

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
type Category = (typeof categories)[number];

export type Measured = {
  name: string;
  /** Whether search engines are asked to leave the page out, as with one's own matter. */
  isHidden: boolean;
  scores: Record<Category, number>;
  /** Compressed bytes. */
  script: number;
  all: number;
  /** Milliseconds until the largest piece is painted, on a slow telephone. */
  largest: number;
};

type Request = { resourceType?: string; transferSize?: number };

/** What Lighthouse says of a page, as a middling telephone on a slow network sees it; the middle of three runs. */
export async function measure(page: Measurable, port: number): Promise<Measured> {
  const runs: Measured[] = [];
  for (let run = 0; run < 3; run += 1) runs.push(await measureOnce(page, port));
  return runs.toSorted((a, b) => a.scores.performance - b.scores.performance)[1]!;
}

async function measureOnce({ name, url, cookie, isHidden }: Measurable, port: number): Promise<Measured> {
  const result = await lighthouse(url, {
    port,
    logLevel: 'error',
    output: 'json',
    onlyCategories: [...categories],
    ...(cookie === undefined ? {} : { extraHeaders: { Cookie: cookie } }),
  });
  if (result === undefined) throw new Error(`Lighthouse has nothing to say about ${url}`);
  const { lhr } = result;
  if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
  const scores = Object.fromEntries(
    categories.map((category) => [category, Math.round((lhr.categories[category]?.score ?? 0) * 100)]),
  ) as Record<Category, number>;
  sayWhatIsMissing(lhr, isHidden);
  const details = lhr.audits['network-requests']?.details as unknown as { items: Request[] };
  const bytes = (requests: readonly Request[]) =>
    requests.reduce((sum, { transferSize = 0 }) => sum + transferSize, 0);
  return {
    name,
    isHidden,
    scores,
    script: bytes(details.items.filter(({ resourceType }) => resourceType === 'Script')),
    all: bytes(details.items),
    largest: lhr.audits['largest-contentful-paint']?.numericValue ?? 0,
  };
}

type Report = NonNullable<Awaited<ReturnType<typeof lighthouse>>>['lhr'];

/** The checks that took points away. */
function sayWhatIsMissing(lhr: Report, isHidden: boolean): void {
  for (const category of categories.filter((one) => !(isHidden && one === 'seo'))) {
    for (const { id, weight } of lhr.categories[category]?.auditRefs ?? []) {
      const audit = lhr.audits[id];
      if (audit !== undefined && weight > 0 && (audit.score ?? 1) < 0.9)
        console.log(`  ${category}: ${audit.title} (${audit.displayValue ?? audit.score})`);
    }
  }
}
