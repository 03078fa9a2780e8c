import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { expect } from 'chai';
import { fileKind, judgeFile, type FileField } from '../../src/posting/kinds/file.js';
import { inspectFile } from '../../src/ui/files/inspect-file.js';
import * as z from 'zod/mini';

interface Specimen {
  readonly file: string;
  readonly upload_as: string;
  readonly mime: string;
  readonly client_expected: 'accept' | 'reject' | 'accept-or-warn' | 'reject-or-accept';
}

const field: FileField = z.parse(fileKind.schema, { type: 'file', name: 'cv' });

/** As the element does it: what is known unread, then the bytes. */
async function isTaken(folder: string, { file, upload_as, mime }: Specimen): Promise<boolean> {
  const specimen = new File([readFileSync(join(folder, file))], upload_as, { type: mime });
  if (judgeFile(specimen, 0, field).length > 0) return false;
  return (await inspectFile(specimen, field.accept)).isGenuine;
}

/** Documents as people send them, and others under their names; they are no part of the project. */
describe('the files in the directory that CORPORA names', () => {
  const { CORPORA } = process.env;
  if (CORPORA === undefined) {
    console.log('    Skipped: CORPORA names no folder with files/manifest.json.');
    return;
  }
  const folder = join(CORPORA, 'files');
  const specimens = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Specimen[];

  for (const specimen of specimens.filter(({ client_expected }) => client_expected !== 'reject-or-accept')) {
    const isWanted = specimen.client_expected !== 'reject';
    it(`${isWanted ? 'take' : 'refuse'} ${specimen.file} as ${specimen.upload_as}, ${specimen.mime || 'no type'}`, async () => {
      expect(await isTaken(folder, specimen)).to.equal(isWanted);
    });
  }
});
