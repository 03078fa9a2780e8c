import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { postingJsonSchema } from './src/posting/json-schema.js';

/**
 * Two builds into one `dist`, in this order:
 * `vite build` makes what bundlers and Node import, its dependencies left to them;
 * `vite build --mode cdn` makes what a script tag loads, complete in itself.
 */
export default defineConfig(({ mode }) => (mode === 'cdn' ? scriptTagBuild : libraryBuild));

const chunkFileNames = 'chunks/[name]-[hash].js';

const libraryBuild: UserConfig = {
  plugins: [emitFile('posting.schema.json', () => `${JSON.stringify(postingJsonSchema(), null, 2)}\n`)],
  build: {
    target: 'es2022',
    minify: false,
    sourcemap: true,
    lib: { entry: { index: 'src/index.ts', define: 'src/define.ts', server: 'src/server.ts' }, formats: ['es'] },
    rolldownOptions: {
      external: [/^lit($|\/)/, /^@lit\//, /^zod($|\/)/, /^micromark($|\/)/, 'dompurify'],
      output: { chunkFileNames },
    },
  },
};

const scriptTagBuild: UserConfig = {
  plugins: [emitFile('job-application.global.js', classicLoader)],
  build: {
    target: 'es2022',
    emptyOutDir: false,
    sourcemap: true,
    lib: { entry: { 'job-application': 'src/define.ts' }, formats: ['es'] },
    rolldownOptions: {
      // Vite leaves the white space of an ES library as it is; this minifies all of it.
      output: { chunkFileNames, minify: true },
    },
  },
};

/** For pages that cannot write `type="module"`: a classic script that imports the module beside it. */
function classicLoader(): string {
  return "import(new URL('job-application.js', document.currentScript.src).href);\n";
}

function emitFile(fileName: string, source: () => string): Plugin {
  return {
    name: `emit ${fileName}`,
    generateBundle() {
      this.emitFile({ type: 'asset', fileName, source: source() });
    },
  };
}
