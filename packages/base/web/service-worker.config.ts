import { createHash } from 'node:crypto';
import { mergeConfig, type Plugin, type Rolldown, type UserConfig } from 'vite';

type Bundle = Rolldown.OutputBundle;

type ServiceWorker = {
  /** Its file beside the first page, without ending. */
  name: string;
  source: string;
  /** Which of the built files it keeps, by name. */
  files: (bundle: Bundle) => readonly string[];
};

/**
 * Adds a service worker to an app: one file under a name that stays, told which files to keep (where its source says
 * `'@files'`) and given a new version (`'@version'`) whenever one of them changes.
 */
export function withServiceWorker(app: UserConfig, { name, source, files }: ServiceWorker): UserConfig {
  const tell: Plugin = {
    name: 'files-for-service-worker',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const worker = bundle[`${name}.js`];
        if (worker?.type !== 'chunk') throw new Error('the service worker was not built');
        if (worker.imports.length > 0) throw new Error('the service worker must be one file');
        const page = bundle['index.html'];
        const kept = files(bundle)
          .toSorted()
          .map((file) => `${app.base}${file}`);
        const content = JSON.stringify([kept, page?.type === 'asset' ? page.source : '', worker.code]);
        const version = createHash('sha256').update(content).digest('hex').slice(0, 12);
        worker.code = worker.code
          .replace(/(["'`])@files\1/, kept.map((file) => JSON.stringify(file)).join())
          .replace('@version', version);
        if (worker.code.includes('@')) throw new Error('the service worker was not told its files');
      },
    },
  };
  return mergeConfig(app, {
    plugins: [tell],
    build: {
      rolldownOptions: {
        input: { index: 'index.html', [name]: source },
        output: {
          entryFileNames: ({ name: entry }: { name: string }) =>
            entry === name ? `${name}.js` : 'assets/[name]-[hash].js',
        },
      },
    },
  });
}

/** Every script and style of the app. */
export function everyFile(bundle: Bundle): string[] {
  return Object.keys(bundle).filter((name) => /^assets\/.*\.(js|css)$/.test(name));
}

/** What has to be there for these modules to run, with everything that they are made of and their styles. */
export function filesOf(bundle: Bundle, modules: readonly string[]): string[] {
  const found = new Set<string>();
  const take = (name: string) => {
    const chunk = bundle[name];
    if (chunk?.type !== 'chunk' || found.has(name)) return;
    found.add(name);
    chunk.imports.forEach(take);
    const { viteMetadata } = chunk as { viteMetadata?: { importedCss: Set<string> } };
    viteMetadata?.importedCss.forEach((style) => found.add(style));
  };
  for (const module of modules) {
    const chunk = Object.values(bundle).find(
      (one) => one.type === 'chunk' && one.moduleIds.some((id) => id.includes(module)),
    );
    if (chunk === undefined) throw new Error(`${module} was not built`);
    take(chunk.fileName);
  }
  return [...found];
}
