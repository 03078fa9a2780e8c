import { expect } from '@open-wc/testing';
import { copyFile } from '../../../src/ui/files/copy-file.js';
import { findChanged } from '../../../src/ui/files/find-changed.js';
import { rememberFile } from '../../../src/ui/files/large-file.js';

const reading = Promise.resolve({ rememberFile });

/** @param bytes of more than one piece */
function fileOf(bytes: number): File {
  return new File([new Uint8Array(bytes).fill(7)], 'work.pdf', { type: 'application/pdf', lastModified: 1 });
}

/** What a browser reads of a file that something else was written to, if it reads it. */
function overwrite(file: File, content: Blob): void {
  file.slice = (...range) => content.slice(...range);
}

describe('findChanged', () => {
  it('finds nothing where every file is as it was', async () => {
    expect(await findChanged({ name: 'Zoë', cv: [await rememberFile(fileOf(3_000_000))] })).to.deep.equal([]);
  });

  it('finds a file with one other byte, in an entry of a group, by its place there', async () => {
    const [first, second] = [fileOf(3_000_000), fileOf(3_000_000)];
    const files = await Promise.all([rememberFile(first), rememberFile(second)]);
    overwrite(second, new Blob([new Uint8Array(2_999_999).fill(7), '8']));
    expect(await findChanged({ name: 'Zoë', jobs: [{}, { title: 'Grinder', proof: files }] })).to.deep.equal([
      { field: 'jobs[1][proof]', code: 'file-changed', params: { index: 1 } },
    ]);
  });

  it('finds one that cannot be read any more', async () => {
    const original = fileOf(10);
    const file = await rememberFile(original);
    original.slice = () => {
      throw new DOMException('It is gone.', 'NotFoundError');
    };
    expect(await findChanged({ cv: [file] })).to.have.length(1);
  });

  it('reads nothing of a file that was copied', async () => {
    const original = fileOf(10);
    const copy = await copyFile(original, reading);
    overwrite(original, new Blob(['Something else']));
    expect(await findChanged({ cv: [copy] })).to.deep.equal([]);
  });
});

describe('a file of more than 20 MB', () => {
  it('stays where it is, and is sent under its own name, type and date', async () => {
    const file = await copyFile(fileOf(20_000_001), reading);
    expect(file).to.have.property('hasChanged');
    const { name, type, lastModified, size } = file;
    expect([name, type, lastModified, size]).to.deep.equal(['work.pdf', 'application/pdf', 1, 20_000_001]);
  });

  it('is taken as it is where the code that remembers it does not arrive', async () => {
    const file = fileOf(20_000_001);
    expect(await copyFile(file, Promise.resolve(undefined))).to.equal(file);
  });
});
