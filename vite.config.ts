import { minifyTemplateLiterals } from 'rollup-plugin-minify-template-literals';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin, type Rolldown, type UserConfig } from 'vite';
import { postingJsonSchema } from './src/posting/json-schema.js';

/**
 * Two builds into one `dist`, in this order:
 * `vite build` makes what bundlers and Node import, its dependencies left to them;
 * `vite build --mode cdn` makes what a script tag loads, complete in itself.
 */
export default defineConfig(({ mode }) => (mode === 'cdn' ? scriptTagBuild : libraryBuild));

const chunkFileNames = 'chunks/[name]-[hash].js';

/** Of applicant tracking systems: each a file of its own, for the browser and for Node. */
const adapters = ['greenhouse', 'lever', 'ashby', 'workable', 'recruitee', 'smartrecruiters', 'schema-org'];

/**
 * Chunks of which most functions are called as soon as they are there. Chromium then compiles them while they arrive, off
 * the main thread, and not one by one as they are called.
 */
const runAtOnce = ['job-application', 'form', 'answering'];

const libraryBuild: UserConfig = {
  plugins: [emitFile('posting.schema.json', () => `${JSON.stringify(postingJsonSchema(), null, 2)}\n`)],
  build: {
    target: 'es2022',
    minify: false,
    sourcemap: true,
    lib: {
      entry: {
        index: 'src/index.ts',
        define: 'src/define.ts',
        server: 'src/server.ts',
        ...Object.fromEntries(adapters.map((name) => [`adapters/${name}`, `src/adapters/${name}.ts`])),
      },
      formats: ['es'],
    },
    rolldownOptions: {
      external: [
        /^lit($|\/)/,
        /^@lit\//,
        /^zod($|\/)/,
        /^micromark($|\/)/,
        /^libphonenumber-js($|\/)/,
        /^altcha-lib($|\/)/,
        'dompurify',
      ],
      output: { chunkFileNames },
    },
  },
};

const scriptTagBuild: UserConfig = {
  // Ours alone: in the templates of others it warns of things that are theirs.
  plugins: [
    minifyTemplateLiterals({ include: ['src/**/*.ts'] }),
    inlineRuntime(),
    emitFile('job-application.global.js', classicLoader),
  ],
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
        // A script with any other letter is kept, and read, at two bytes a letter.
        charset: 'ascii',
        postBanner: ({ name }) => (runAtOnce.includes(name) ? '//# allFunctionsCalledOnLoad' : ''),
        codeSplitting: {
          groups: [
            { name: formChunk, debugName: 'form', includeDependenciesRecursively: false },
            { name: furtherChunk, debugName: 'further-types', includeDependenciesRecursively: false },
            { name: adapterChunk, debugName: 'adapting', includeDependenciesRecursively: false },
          ],
        },
      },
    },
  },
};

/**
 * One chunk for all that the form needs at once and the entry does not have. What a later chunk shares with the form would
 * otherwise become a chunk of its own, and one more request before the form is drawn.
 */
function formChunk(id: string, graph: Rolldown.ChunkingContext): string | null {
  const isIn = (root: string): boolean => staticallyImported(source(root), graph).has(id);
  return !isIn('define.ts') && isIn('ui/form/form-module.ts') ? 'form' : null;
}

/** One chunk for all that field types need which do not come with the form, for the same reason. */
function furtherChunk(id: string, graph: Rolldown.ChunkingContext): string | null {
  const isIn = (root: string): boolean => staticallyImported(source(root), graph).has(id);
  const isThere = isIn('define.ts') || isIn('ui/form/form-module.ts');
  return !isThere && isIn('ui/fields/further-types.ts') ? 'further-types' : null;
}

/** One chunk for all that every adapter needs or several share, words included: a system's posting costs that and its own. */
function adapterChunk(id: string, graph: Rolldown.ChunkingContext): string | null {
  const isIn = (root: string): boolean => staticallyImported(source(root), graph).has(id);
  if (isIn('define.ts') || isIn('ui/form/form-module.ts')) return null;
  const isForEach =
    isIn('adapters/additions.ts') || isIn('ui/controllers/adapt.ts') || id === source('localization/adapter-words.ts');
  return isForEach || adapters.filter((name) => isIn(`adapters/${name}.ts`)).length > 1 ? 'adapting' : null;
}

function source(path: string): string {
  return fileURLToPath(new URL(`src/${path}`, import.meta.url));
}

/** The module itself and all that is loaded before it can run. */
function staticallyImported(root: string, graph: Rolldown.ChunkingContext): Set<string> {
  const found = new Set([root]);
  for (const id of found) graph.getModuleInfo(id)?.importedIds.forEach((imported) => found.add(imported));
  return found;
}

/**
 * The bundler puts a helper of a few lines in a chunk of its own where two chunks use it; each gets a copy in place of that
 * request. It comes last, where a function is known all the same, and leaves a blank of its size: source maps stay right.
 */
function inlineRuntime(): Plugin {
  return {
    name: 'inline-runtime',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const runtime = chunks.find(({ name }) => name === 'rolldown-runtime');
      if (!runtime) return;
      const [, body, exported] = /^([^]*?)export\s*\{\s*(\S+?)(?: as \w+)?\s*\};?\s*$/.exec(runtime.code) ?? [];
      if (!body) throw new Error(`The bundler's runtime is not what it was: ${runtime.code}`);
      const imports = /import\s*\{\s*\w+ as (\w+)\s*\}\s*from\s*["'][^"']*rolldown-runtime[^"']*["'];?/;
      for (const chunk of chunks) {
        const [statement, local] = imports.exec(chunk.code) ?? [];
        if (statement === undefined) continue;
        const copy = `function ${local}(...$){${body.trim()}return ${exported}(...$)}\n`;
        chunk.code = chunk.code
          .replace(statement, ' '.repeat(statement.length))
          .replace(/(?=\/\/# sourceMappingURL|$)/, () => copy);
      }
      delete bundle[runtime.fileName];
    },
  };
}

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
