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
    for (const source of importSources(url).filter((each) => each.startsWith('.'))) {
      const imported = new URL(source, url);
      found.set(imported.href, imported);
    }
  }
  return [...found.values()];
}

/** @param {URL} file an ES module @returns {string[]} what its import and export statements name, as written */
export function importSources(file) {
  const statements = parseAst(readFileSync(file, 'utf8')).body;
  const sources = statements.map((statement) => ('source' in statement ? statement.source?.value : undefined));
  return sources.filter((source) => typeof source === 'string');
}
