// custom-elements.json is committed, so that tools find it in the repository; here it is compared with what the source says now.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import process from 'node:process';

const scratch = mkdtempSync(join(tmpdir(), 'manifest-'));
try {
  const outdir = relative(process.cwd(), scratch);
  const config = 'src/custom-elements-manifest.config.js';
  const cli = 'node_modules/@custom-elements-manifest/analyzer/cem.js';
  execFileSync(process.execPath, [cli, 'analyze', '--config', config, '--outdir', outdir], { stdio: 'pipe' });
  const generated = readFileSync(join(scratch, 'custom-elements.json'), 'utf8');
  if (generated !== readFileSync('custom-elements.json', 'utf8')) {
    console.error('custom-elements.json is not what the source says. Run `npm run build:manifest` and commit it.');
    process.exitCode = 1;
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
