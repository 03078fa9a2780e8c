import { expect } from 'chai';
import type { Adapter } from '../../src/adapters/adapter.js';
import { AdapterError } from '../../src/adapters/adapter-error.js';
import * as ashby from '../../src/adapters/ashby.js';
import * as greenhouse from '../../src/adapters/greenhouse.js';
import * as lever from '../../src/adapters/lever.js';
import { recognise } from '../../src/adapters/recognise.js';
import * as recruitee from '../../src/adapters/recruitee.js';
import * as smartrecruiters from '../../src/adapters/smartrecruiters.js';
import * as workable from '../../src/adapters/workable.js';
import ashbyHosted from '../../demo/postings/systems/ashby-hosted-form.json' with { type: 'json' };
import ashbyInfo from '../../demo/postings/systems/ashby-posting-info.json' with { type: 'json' };
import greenhouseHarvest from '../../demo/postings/systems/greenhouse-harvest-job-post.json' with { type: 'json' };
import greenhouseJob from '../../demo/postings/systems/greenhouse-job.json' with { type: 'json' };
import greenhouseOldest from '../../demo/postings/systems/greenhouse-oldest.json' with { type: 'json' };
import leverCards from '../../demo/postings/systems/lever-hosted-cards.json' with { type: 'json' };
import leverForm from '../../demo/postings/systems/lever-apply-form.json' with { type: 'json' };
import leverPosting from '../../demo/postings/systems/lever-posting.json' with { type: 'json' };
import recruiteeOffer from '../../demo/postings/systems/recruitee-offer.json' with { type: 'json' };
import recruiteePlain from '../../demo/postings/systems/recruitee-plain-offer.json' with { type: 'json' };
import smartConfiguration from '../../demo/postings/systems/smartrecruiters-configuration.json' with { type: 'json' };
import smartPosting from '../../demo/postings/systems/smartrecruiters-posting.json' with { type: 'json' };
import workableApi from '../../demo/postings/systems/workable-application-form.json' with { type: 'json' };
import workableForm from '../../demo/postings/systems/workable-form.json' with { type: 'json' };
import workableJob from '../../demo/postings/systems/workable-job.json' with { type: 'json' };
import { mutated } from '../support/mutations.js';
import { seededRandom } from '../support/seeded-random.js';
import { adapt, fullAnswers, payloadOf, type Json, type ReadPosting } from './support.js';

interface Example {
  readonly adapter: Adapter;
  readonly samples: readonly unknown[];
  /** Pointers of questions, behind what the posting is wrapped in. */
  readonly asked: RegExp;
  readonly wrapping: RegExp;
  words(question: Json): unknown;
}

const label = (question: Json): unknown => question['label'];

const examples: Readonly<Record<string, Example>> = {
  greenhouse: {
    adapter: greenhouse,
    samples: [greenhouseJob, greenhouseOldest, greenhouseHarvest],
    asked: /^(?:\/compliance\/\d+|\/demographic_questions)?\/questions\/\d+$/,
    wrapping: /^$/,
    words: label,
  },
  lever: {
    adapter: lever,
    samples: [leverForm, leverCards, leverPosting],
    asked: /^(?:\/personalInformation|\/urls|\/customQuestions\/\d+\/fields|\/eeoQuestions)\/\w+$/,
    wrapping: /^\/data(?=\/)/,
    words: ({ text }) => text,
  },
  ashby: {
    adapter: ashby,
    samples: [ashbyInfo, ashbyHosted],
    asked: /\/(?:fields|fieldEntries)\/\d+$/,
    wrapping: /^\/(?:results|data\/jobPosting)(?=\/)/,
    words: ({ field }) => (field as Json | undefined)?.['title'],
  },
  workable: {
    adapter: workable,
    samples: [workableForm, workableApi, workableJob],
    asked: /^(?:(?:\/form)?\/\d+\/fields\/\d+(?:\/fields\/\d+)?|\/form_fields\/\d+|\/questions\/\d+)$/,
    wrapping: /^$/,
    words: (question) => question['label'] ?? question['body'],
  },
  recruitee: {
    adapter: recruitee,
    samples: [recruiteeOffer, recruiteePlain],
    asked: /^\/open_questions\/\d+$/,
    wrapping: /^\/offer(?=\/)/,
    words: ({ body }) => body,
  },
  smartrecruiters: {
    adapter: smartrecruiters,
    samples: [smartPosting, smartConfiguration],
    asked: /^(?:\/configuration)?\/questions\/\d+$/,
    wrapping: /^$/,
    words: label,
  },
};

/** Of each sample. */
const runs = 120;

/** `SEED=n` tries others. */
const seed = Number(
  (globalThis as { process?: { env?: Record<string, string | undefined> } }).process?.env?.['SEED'] ?? 20261123,
);

describe(`JSON that was changed at random (SEED=${seed})`, () => {
  for (const [name, { adapter, samples, asked, wrapping, words }] of Object.entries(examples)) {
    it(`has each question of ${name} that still has words asked, or reported`, function () {
      this.timeout(60_000);
      const random = seededRandom(seed);
      for (const sample of samples) {
        for (let run = 0; run < runs; run++) {
          const json = mutated(sample, random);
          const about = (): string => `SEED=${seed}, run ${run}: ${JSON.stringify(json).slice(0, 2_000)}`;
          recognise(json);
          let read: ReadPosting;
          try {
            read = adapt(adapter, json);
          } catch (error) {
            expect(error, `${String(error)} in ${about()}`).to.be.instanceOf(AdapterError);
            continue;
          }
          const drawn = letters(JSON.stringify(read.posting.form));
          const reported = read.coverage.map((line) => line.slice(0, line.indexOf(': ')));
          for (const [pointer, question] of questionsIn(json, asked, wrapping)) {
            const given = words(question);
            if (typeof given !== 'string' || letters(JSON.stringify(given)) === '') continue;
            const isReported = reported.some((at) => at.startsWith(pointer) || pointer.startsWith(`${at}/`));
            expect(
              isReported || drawn.includes(letters(JSON.stringify(given))),
              `${pointer} "${given.slice(0, 80)}" in ${about()}`,
            ).to.equal(true);
          }
          const answers = fullAnswers(read.plan);
          for (const enctype of ['multipart/form-data', 'application/json'] as const) {
            expect(() => payloadOf(adapter, read, answers, enctype), about()).not.to.throw();
          }
        }
      }
    });
  }
});

function* questionsIn(
  json: unknown,
  asked: RegExp,
  wrapping: RegExp,
  pointer = '',
): Iterable<readonly [pointer: string, question: Json]> {
  if (typeof json !== 'object' || json === null) return;
  const place = pointer.replace(wrapping, '');
  if (asked.test(place)) yield [place, json as Json];
  for (const [key, value] of Object.entries(json)) yield* questionsIn(value, asked, wrapping, `${pointer}/${key}`);
}

/** Words without what adapters may change about them: case, spaces, tags, and how quotes are escaped. */
function letters(text: string): string {
  return text
    .replace(/<[^>]*>|\\[nrt]/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}
