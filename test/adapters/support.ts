import { expect } from 'chai';
import type { Adapter, AdapterOptions } from '../../src/adapters/adapter.js';
import type { Enctype, Payload } from '../../src/form/payload.js';
import type { Application } from '../../src/form/application.js';
import { toApplication } from '../../src/form/application.js';
import { planForm, type FormPlan } from '../../src/form/form-plan.js';
import { validateApplication } from '../../src/form/validate.js';
import type { Answers } from '../../src/posting/answers.js';
import type { Field, Part } from '../../src/posting/field-kind.js';
import { kindsWith } from '../../src/posting/kinds/index.js';
import { parsePosting } from '../../src/posting/parse-posting.js';
import { fieldsOf, type Posting } from '../../src/posting/posting.js';
import { words } from './words.js';

export type Json = Record<string, unknown>;

export interface ReadPosting {
  readonly posting: Posting;
  readonly plan: FormPlan;
  readonly coverage: readonly string[];
  /** The field of this name. */
  field(name: string): Field & Json;
}

export function adapt(adapter: Adapter, json: unknown, options: Partial<AdapterOptions> = {}): ReadPosting {
  const { posting: given, coverage } = adapter.toPosting(json, { words, ...options });
  const posting = parsePosting(given);
  return {
    posting,
    plan: planForm(posting, kindsWith()),
    coverage,
    field(name) {
      const found = fieldsOf(posting).find((each) => each.name === name);
      expect(
        found,
        `the field "${name}" among ${fieldsOf(posting)
          .map((each) => each.name)
          .join(', ')}`,
      ).to.exist;
      return found as Field & Json;
    },
  };
}

export function applicationOf(plan: FormPlan, answers: Answers): Application {
  return toApplication(plan, answers, {
    locale: 'en',
    now: new Date('2026-11-22T10:00:00Z'),
    hints: { elapsedMs: 60_000, honeypot: '' },
  });
}

/** What the adapter makes of these answers. */
export function payloadOf(adapter: Adapter, { plan }: ReadPosting, answers: Answers, enctype: Enctype): Payload {
  const write = adapter.toPayload;
  if (!write) throw new Error('This adapter takes no applications.');
  return write(applicationOf(plan, answers), plan, enctype);
}

export function partsOf(
  adapter: Adapter,
  read: ReadPosting,
  answers: Answers,
): readonly (readonly [string, unknown])[] {
  const payload = payloadOf(adapter, read, answers, 'multipart/form-data');
  if (payload.enctype !== 'multipart/form-data') throw new Error('Expected multipart.');
  return payload.parts.map(({ name, value }: Part) => [name, typeof value === 'string' ? value : value.name]);
}

export function bodyOf(adapter: Adapter, read: ReadPosting, answers: Answers): Json {
  const payload = payloadOf(adapter, read, answers, 'application/json');
  if (payload.enctype !== 'application/json') throw new Error('Expected JSON.');
  return payload.body;
}

export const pdf = { name: 'cv.pdf', type: 'application/pdf', size: 1200 };

/** An answer for every question, the last option of a choice; texts tell where they come from. */
export function fullAnswers(plan: FormPlan): Json {
  return Object.assign({}, ...plan.fields.map(({ field }) => answerTo(field as Field & Json)));
}

/** The same, and nothing in them is an issue. */
export function acceptedAnswers({ posting, plan }: ReadPosting): Json {
  const answers = fullAnswers(plan);
  expect(validateApplication(posting, answers)).to.deep.equal([]);
  return answers;
}

export function answerTo(field: Field & Json): Json {
  const { name, type } = field;
  const options = (field['options'] ?? []) as readonly { value: string; freeText?: string }[];
  const last = options.at(-1);
  const inner = (field['fields'] ?? []) as readonly (Field & Json)[];
  const answers: Record<string, () => unknown> = {
    text: () => `About ${name}`.slice(0, (field['maxLength'] as number | undefined) ?? 100),
    textarea: () => `At length about ${name}.\nAnd more.`,
    email: () => 'a.applicant@example.org',
    tel: () => '+44 20 7946 0018',
    url: () => 'https://example.org/me',
    number: () =>
      Math.max((field['min'] as number | undefined) ?? 3, Math.min(3, (field['max'] as number | undefined) ?? 3)),
    date: () => '2026-10-05',
    month: () => '2024-05',
    choice: () => (field['multiple'] ? [last?.value] : last?.value),
    boolean: () => false,
    consent: () => ({ given: true, text: 'Yes', at: '2026-11-22T10:00:00.000Z' }),
    file: () => [extensionOf(field)],
    location: () => ({ text: 'Leeds, UK', latitude: 53.8, longitude: -1.55 }),
    repeat: () => [Object.assign({}, ...inner.map(answerTo))],
    hidden: () => `hidden ${name}`,
  };
  const answer = answers[type];
  if (!answer || name === '') return {};
  return { [name]: answer(), ...(type === 'choice' && last?.freeText ? { [last.freeText]: 'In my own words' } : {}) };
}

function extensionOf(field: Json): typeof pdf {
  const accept = field['accept'] as readonly string[];
  const extension = accept.find((each) => each.startsWith('.')) ?? '.pdf';
  return { ...pdf, name: `file${extension}` };
}

/** The folder with answers of real systems, in Node and where it is there. */
const folder = (globalThis as { process?: { env?: Record<string, string | undefined> } }).process?.env?.['POSTINGS'];

/** Real answers whose file names begin so; none where there is no folder. */
export async function realPostings(prefix: string): Promise<readonly (readonly [file: string, json: unknown])[]> {
  if (folder === undefined) return [];
  const filesystem = 'node:fs/promises'; // not written in the import: a browser's bundler would look for it
  const { readdir, readFile } = (await import(filesystem)) as {
    readdir(path: string): Promise<string[]>;
    readFile(path: string, encoding: 'utf8'): Promise<string>;
  };
  const files = (await readdir(folder)).filter((file) => file.startsWith(prefix) && file.endsWith('.json')).sort();
  const texts = await Promise.all(files.map((file) => readFile(`${folder}/${file}`, 'utf8')));
  return files.map((file, index) => [file, JSON.parse(texts[index] ?? 'null') as unknown]);
}

/** To be called in a `before`: skips what needs real postings, and says so. */
export function needsRealPostings(context: Mocha.Context): void {
  if (folder !== undefined) return;
  console.log('    Skipped: POSTINGS names no folder with answers of real systems.');
  context.skip();
}
