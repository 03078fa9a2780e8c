import { join } from 'node:path';
import process from 'node:process';
import { build } from 'vite';

/** As a bundler of somebody who uses the package makes it, with Lit and zod inside. */
export async function bundleSnippet(code: string): Promise<string> {
  const entry = join(process.cwd(), 'snippet.js');
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'snippet',
        enforce: 'pre',
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) => (id === entry ? code : undefined),
      },
    ],
    build: { write: false, minify: false, lib: { entry, formats: ['es'] } },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !('output' in output)) throw new Error('Vite built nothing.');
  return output.output[0].code;
}
