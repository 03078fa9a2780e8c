import { minifyTemplateLiterals } from 'rollup-plugin-minify-template-literals';
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
  // Ours alone: in the templates of others it warns of things that are theirs.
  plugins: [minifyTemplateLiterals({ include: ['src/**/*.ts'] }), emitFile('job-application.global.js', classicLoader)],
  build: {
    target: 'es2022',
    emptyOutDir: false,
    sourcemap: true,
    // The licences of what either build bundles, in one file in place of a comment for each module of it.
    license: { fileName: 'licenses.md' },
    lib: { entry: { 'job-application': 'src/define.ts' }, formats: ['es'] },
    rolldownOptions: {
      // What the entry and its chunks share stays in the entry, which saves requests.
      preserveEntrySignatures: 'allow-extension',
      // Vite leaves the white space of an ES library as it is; this minifies all of it.
      output: {
        chunkFileNames,
        minify: true,
        comments: false,
      },
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
