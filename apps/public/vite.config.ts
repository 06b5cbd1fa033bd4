import { defineConfig } from 'vite';

/**
 * Two builds: what browsers load (one style sheet, one small script, both named by their content) and what the
 * server calls to draw a page. The latter carries React along, so that the server needs none of its own.
 */
export default defineConfig(({ isSsrBuild }) => ({
  define: { 'process.env.NODE_ENV': '"production"' },
  build: isSsrBuild
    ? { outDir: 'dist/server', target: 'node26' }
    : {
        outDir: 'dist/client',
        manifest: true,
        // Five-year-old telephones, and the older browsers inside messengers.
        target: ['chrome80', 'safari13', 'firefox78'],
        rollupOptions: { input: { site: 'src/site.ts', style: 'src/style/index.css' } },
      },
  ssr: { noExternal: true },
}));
