import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import ts from 'typescript';

/** What a strict project writes that has installed the package, with every declaration checked. */
const consumer = `
  import { JobApplication } from 'job-application-element';
  import 'job-application-element/define.js';
  import { parsePosting, validateApplication } from 'job-application-element/server.js';

  const element: JobApplication = document.createElement('job-application');
  element.addEventListener('job-application-sent', (event) => event.receipt.sentAt);
  validateApplication(parsePosting({}), {});
  void element.submit().then((result) => {
    if (result.status === 'failed' || result.status === 'unconfirmed') return result.failure.fate;
    return result.status === 'sent' ? result.receipt.sentAt : result.status;
  });
`;

describe('the types of the package', () => {
  for (const [module, moduleResolution] of [
    [ts.ModuleKind.NodeNext, ts.ModuleResolutionKind.NodeNext],
    [ts.ModuleKind.ESNext, ts.ModuleResolutionKind.Bundler],
  ] as const) {
    it(`compile in a strict project that resolves modules as ${ts.ModuleResolutionKind[moduleResolution]}`, () => {
      // Inside the package, where the package's own name leads to its exports.
      const folder = mkdtempSync(join('dist', 'consumer-'));
      try {
        const file = join(folder, 'consumer.ts');
        writeFileSync(file, consumer);
        const program = ts.createProgram([file], {
          module,
          moduleResolution,
          target: ts.ScriptTarget.ES2022,
          lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
          types: [],
          strict: true,
          noEmit: true,
          skipLibCheck: false,
        });
        expect(ts.getPreEmitDiagnostics(program).map(textOf)).to.deep.equal([]);
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
  }
});

function textOf({ file, messageText }: ts.Diagnostic): string {
  return `${file?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
}
