import { readFileSync } from 'node:fs';
import { parseAst } from 'vite';

/**
 * @param {URL} entry a built ES module
 * @returns {URL[]} the entry and every file that a browser must load before it can run it; packages are left out
 */
export function staticImports(entry) {
  /** @type {Map<string, URL>} */
  const found = new Map([[entry.href, entry]]);
  for (const url of found.values()) {
    for (const statement of parseAst(readFileSync(url, 'utf8')).body) {
      const source = 'source' in statement ? statement.source?.value : undefined;
      if (typeof source !== 'string' || !source.startsWith('.')) continue;
      const imported = new URL(source, url);
      found.set(imported.href, imported);
    }
  }
  return [...found.values()];
}
