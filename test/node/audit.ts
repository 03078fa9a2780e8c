import { expect } from 'chai';
import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { filesOnDisk, type RunningReceiver } from '../support/receiver.js';
import { storedFile, type Received, type ReceivedFile } from '../support/received.js';

/** Every application that is stored, page by page. */
export async function allStored({ origin }: RunningReceiver): Promise<Received[]> {
  const found: Received[] = [];
  for (let before = Number.MAX_SAFE_INTEGER; ;) {
    const headers = { Accept: 'application/json' };
    const response = await fetch(`${origin}/applications?before=${Math.min(before, 1e14)}`, { headers });
    const page = (await response.json()) as { applications: Received[]; older?: number };
    found.push(...page.applications);
    if (page.older === undefined) return found;
    before = page.older;
  }
}

/** What is wrong with the disk, by what the database says: nothing, if all is well. */
export async function strayAndMissingFiles(
  { dataFolder }: RunningReceiver,
  applications: readonly Received[],
): Promise<{ stray: string[]; missing: string[] }> {
  const expected = new Set(
    applications.flatMap(({ id, answers }) => filesIn(answers).map(({ file }) => join('files', id, String(file)))),
  );
  const found = new Set(await filesOnDisk(dataFolder));
  const unsettled = (await readdir(join(dataFolder, 'incoming'))).map((name) => join('incoming', name));
  const stray = [...unsettled, ...[...found].filter((path) => !expected.has(path))];
  return { stray, missing: [...expected].filter((path) => !found.has(path)) };
}

/**
 * Every application has all of its files, bit for bit as they were when they arrived, and the disk has no other file.
 * @returns the applications
 */
export async function expectWhole(receiver: RunningReceiver): Promise<Received[]> {
  const applications = await allStored(receiver);
  expect(await strayAndMissingFiles(receiver, applications)).to.deep.equal({ stray: [], missing: [] });
  for (const { id, answers } of applications) {
    for (const { file, size, sha256 } of filesIn(answers)) {
      const bytes = await storedFile(receiver, id, file);
      const hash = createHash('sha256').update(bytes).digest('hex');
      expect([bytes.length, hash], `file ${file} of ${id}`).to.deep.equal([size, sha256]);
    }
  }
  return applications;
}

function filesIn(answer: unknown): ReceivedFile[] {
  if (typeof answer !== 'object' || answer === null) return [];
  return 'sha256' in answer ? [answer as ReceivedFile] : Object.values(answer).flatMap(filesIn);
}
