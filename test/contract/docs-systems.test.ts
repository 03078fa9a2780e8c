import { readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { expect } from 'chai';
import { formatNames } from '../../src/adapters/load-adapter.js';
import { codesIn, namesUnder, snippet, tablesUnder } from '../support/readme.js';

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

describe('README on applicant tracking systems', () => {
  it('names every system that is read', () => {
    const told = tablesUnder('Applicant tracking systems').flatMap(([name = '']) => codesIn(name));
    expect(told).to.include.members([...formatNames]);
    expect(namesUnder('Embedding')).to.include('adapters/greenhouse.js');
  });

  it('writes an application that came in plain for Greenhouse', async () => {
    // Beside `dist`, where its import leads.
    const file = new URL(`../../snippet-${process.pid}.mjs`, import.meta.url);
    await writeFile(file, snippet('js', 'greenhouse'));
    try {
      const { forGreenhouse } = (await import(file.href)) as {
        forGreenhouse(job: unknown, body: FormData): Promise<Record<string, unknown>>;
      };
      const body = new FormData();
      body.append('_posting', '7450012002');
      body.append('_idempotency_key', 'k-1');
      body.append('first_name', 'Ada');
      body.append('question_30110006002', '219219079001');
      const job = read('demo/postings/systems/greenhouse-job.json');
      expect(await forGreenhouse(job, body)).to.deep.include({
        idempotencyKey: 'k-1',
        first_name: 'Ada',
        question_30110006002: [219219079001],
      });
    } finally {
      await rm(file);
    }
  });
});
