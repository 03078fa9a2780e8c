import { readdir } from 'node:fs/promises';

const chunks = new URL('../../dist/chunks/', import.meta.url);

/**
 * Value of the header `Link` of a page with the element: the chunk that draws the form, which the browser then asks for
 * together with the script that would ask for it. Its name changes with each build.
 */
export async function announced() {
  const names = await readdir(chunks).catch(() => []);
  const chunk = names.find((name) => /^form-.{8}\.js$/.test(name));
  return chunk && `</dist/chunks/${chunk}>; rel=modulepreload`;
}
