import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import type { Browser } from 'puppeteer-core';
import { adaptPosting } from '../../src/adapt-posting.js';
import { parsePosting } from '../../src/posting/parse-posting.js';
import { sectionsOf } from '../../src/posting/posting.js';
import type {} from '../../src/index.js';
import { askedBy, type Parts } from '../adapters/real-questions.js';
import { launchBrowser, openTab } from '../support/browser.js';
import { untilDrawn } from '../support/embedding.js';
import { fillIn, retype, type FilesToGive } from '../support/fill-in.js';
import { startStaticServer } from '../support/static-server.js';
import { startAshby } from '../support/systems/ashby.js';
import { forwards } from '../support/systems/forward.js';
import { startGreenhouse } from '../support/systems/greenhouse.js';
import { startLever } from '../support/systems/lever.js';
import { startRecruitee, type Offer } from '../support/systems/recruitee.js';
import { startSmartRecruiters } from '../support/systems/smartrecruiters.js';
import type { Json, StandIn } from '../support/systems/stand-in.js';
import { startWorkable } from '../support/systems/workable.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

type System = keyof typeof forwards;

interface Example {
  readonly sample: string;
  /** What only this test's page adds to the JSON. */
  readonly adds?: Json;
  /** What asks for the surname, or for the whole name. */
  readonly name: string;
  start(json: never): Promise<StandIn>;
}

const listed = [
  { id: 5417077, text: 'The first of them' },
  { id: 5417078, text: 'The last of them' },
];

const examples: Readonly<Record<System, Example>> = {
  greenhouse: {
    sample: 'greenhouse-job',
    adds: {
      application_deadline: null,
      'x-adapter': {
        suggest: '/places.json?q={query}',
        education: { schools: listed, degrees: listed, disciplines: listed },
      },
    },
    name: 'Last Name',
    start: startGreenhouse,
  },
  lever: {
    sample: 'lever-apply-form',
    name: 'Full name',
    start: ({ data }: { data: Json }) => startLever({ ...data, id: '5d0f6a2e' }),
  },
  ashby: { sample: 'ashby-posting-info', name: 'Name', start: startAshby },
  workable: { sample: 'workable-form', name: 'Last name', start: startWorkable },
  recruitee: {
    sample: 'recruitee-offers',
    name: 'Full name',
    start: ({ offers: [offer] }: { offers: [Offer] }) => startRecruitee(offer),
  },
  smartrecruiters: { sample: 'smartrecruiters-posting', name: 'Last name', start: startSmartRecruiters },
};

describe('a form of another system, filled in on a page by the labels of its questions', function () {
  this.timeout(60_000);
  let browser: Browser;
  let folder: string;
  let files: FilesToGive;

  before(async () => {
    browser = await launchBrowser();
    folder = await mkdtemp(join(tmpdir(), 'systems-'));
    files = { document: join(folder, 'cv.pdf'), picture: join(folder, 'picture.jpg') };
    await writeFile(files.document, '%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
    await writeFile(
      files.picture,
      Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 0xff, 0xd9]),
    );
  });

  after(async () => {
    await browser.close();
    await rm(folder, { recursive: true });
  });

  for (const [system, { sample, adds, name, start }] of Object.entries(examples) as [System, Example][]) {
    it(`is refused at its field, then taken with all its answers, by ${system}`, async () => {
      const original = JSON.parse(readFileSync(`${root}demo/postings/systems/${sample}.json`, 'utf8')) as Json;
      const json = Array.isArray(original) ? original : withOpenEnd({ ...original, ...adds });
      const standIn = await start(json as never);
      const site = await startStaticServer(root, {
        pages: {
          '/': `<!doctype html><html lang="en"><meta charset="utf-8"><title>Jobs</title>
            <script type="module" src="/dist/job-application.js"></script>
            <job-application src="/job.json" format="${system}" action="/apply" idempotency="off"></job-application></html>`,
          '/job.json': JSON.stringify(json),
          '/places.json': JSON.stringify([{ text: 'Leeds, UK', latitude: 53.8, longitude: -1.55 }]),
        },
        post: (posted) => forwards[system](posted, standIn),
      });
      const { page, errors } = await openTab(browser);
      try {
        await page.goto(`${site.origin}/`);
        await untilDrawn(page);
        const { posting } = await adaptPosting(json);
        await fillIn(page, inDrawnOrder(parsePosting(posting)), files);
        await retype(page, name, 'Ada banned');
        const submit = (): Promise<unknown> =>
          page.$eval('job-application', async (element) => {
            const { status } = await element.submit();
            const [invalid] = [
              ...(element.shadowRoot?.querySelectorAll('[part~=field]:has([part~=field-error])') ?? []),
            ];
            return {
              status,
              issues: element.issues.map(({ field, code }) => `${field} ${code}`),
              label: invalid?.querySelector('[part~=label]')?.textContent.replace(/[\s*]+$/, ''),
              says: invalid?.querySelector('[part~=field-error]')?.textContent.includes('welcome') ?? false,
            };
          });
        expect(await submit()).to.deep.include({ status: 'invalid', label: name, says: system !== 'ashby' });
        expect(standIn.stored).to.deep.equal([]);

        await retype(page, name, 'Ada Augusta');
        const second = await submit();
        expect(second, JSON.stringify(second)).to.include({ status: 'sent' });
        const [stored, ...surveys] = standIn.stored;
        expect(surveys).to.have.length(system === 'ashby' ? 1 : 0);
        const asked = askedBy[system]?.(system === 'lever' ? json.data : json).flatMap((each) => each.asked) ?? [];
        expect(asked).to.have.length.above(3);
        for (const { label, inParts, inBody, values } of asked) {
          const value = Array.isArray(stored) ? inParts?.(stored as Parts) : inBody?.(stored);
          expect(value, `${label} in ${JSON.stringify(stored).slice(0, 3_000)}`).to.exist;
          const given = Array.isArray(value) ? value : [value];
          if (values) expect(values.map(String), label).to.include.members(given.map(String));
        }
        expect(errors.filter((error) => !error.includes('422') && !error.includes('400'))).to.deep.equal([]);
      } finally {
        await page.close();
        await site.close();
        await standIn.close();
      }
    });
  }
});

/** A sample whose time is up one day would no longer draw its form. */
function withOpenEnd(json: Json): Json {
  const results = json['results'] as Json | undefined;
  return results ? { ...json, results: { ...results, applicationDeadline: null } } : json;
}

/** Questions about equality are asked last. */
function inDrawnOrder(posting: ReturnType<typeof parsePosting>): ReturnType<typeof sectionsOf>[number]['fields'] {
  const sections = sectionsOf(posting);
  return [...sections.filter(({ equality }) => !equality), ...sections.filter(({ equality }) => equality)].flatMap(
    ({ fields }) => fields,
  );
}
