import * as z from 'zod/mini';
import { answersFromParts, ownersOf, readAnswers, type Answers } from '../posting/answers.js';
import type { ConsentRecord, FileInfo, Part, PartSource } from '../posting/field-kind.js';
import { kindsWith } from '../posting/kinds/index.js';
import type { ParseOptions } from '../posting/parse-posting.js';
import { fieldsOf, type Posting } from '../posting/posting.js';
import type { Hints } from './application.js';

/** An application as an endpoint reads it out of a request; the answers are still to be judged. */
export interface ReceivedApplication {
  /** The posting's id, as the request gives it. */
  readonly posting?: string | undefined;
  readonly locale?: string | undefined;
  readonly idempotencyKey?: string | undefined;
  readonly previousKey?: string | undefined;
  readonly answers: Answers;
  readonly consents: readonly ConsentRecord[];
  readonly hints?: Hints | undefined;
  /** For the endpoint to redeem; nothing is said of its worth. */
  readonly captcha?: { readonly name: string; readonly token: string } | undefined;
  /** Names of parts or answers that belong to no field. */
  readonly unknown: readonly string[];
}

/** Parts of a multipart request: `[name, text or file]`, in their order, such as a `FormData` gives. */
export type ReceivedParts = Iterable<readonly [string, string | FileInfo]>;

const text = z.catch(z.optional(z.string()), undefined);
const record = z.union([
  z.object({
    name: z.string(),
    given: z.boolean(),
    version: z.optional(z.string()),
    text: z.string(),
    at: z.string(),
    locale: z.string(),
  }),
  z.object({ name: z.string(), document: z.string(), version: z.string() }),
]);
/** A record that is none is left out: it must not cost the proof of the others. */
const records = z.catch(
  z.pipe(
    z.array(z.catch(z.nullable(record), null)),
    z.transform((all) => all.filter((each) => each !== null)),
  ),
  [],
);
const hints = z.catch(z.optional(z.object({ elapsedMs: z.number(), honeypot: z.string() })), undefined);
const captcha = z.catch(z.optional(z.object({ name: z.string(), token: z.string() })), undefined);
const jsonBody = z.object({
  posting: text,
  locale: text,
  idempotencyKey: text,
  previousKey: text,
  answers: z.record(z.string(), z.unknown()),
  consents: records,
  hints,
  captcha,
});

/** Parts that the services whose checks the element can draw have their tokens in, unless a field has that name. */
const captchaNames: readonly string[] = [
  'altcha',
  'cf-turnstile-response',
  'g-recaptcha-response',
  'h-captcha-response',
];

/**
 * Reads an application out of a request's parts, or out of its JSON. Nothing in it is believed: answers of a wrong shape
 * are kept as they came, for `validateApplication` to name; parts that belong to no field are listed in `unknown`.
 * @param posting as `parsePosting` gives it
 * @throws {TypeError} where it is no application at all
 */
export function readApplication(
  posting: Posting,
  input: ReceivedParts | Readonly<Record<string, unknown>>,
  { fieldTypes }: ParseOptions = {},
): ReceivedApplication {
  const kinds = kindsWith(fieldTypes);
  const fields = fieldsOf(posting);
  // A body of JSON may be anything: `null`, or a text that was not parsed.
  if (typeof input === 'object' && (input as object | null) !== null && Symbol.iterator in input) {
    const parts = new Parts(input);
    const reserved = (name: string): string | undefined => {
      const [value] = parts.values(name);
      return typeof value === 'string' ? value : undefined;
    };
    const owners = ownersOf(fields, kinds);
    const captchaName = captchaNames.find((name) => !owners.has(name) && reserved(name) !== undefined);
    return {
      posting: reserved('_posting'),
      locale: reserved('_locale'),
      idempotencyKey: reserved('_idempotency_key'),
      previousKey: reserved('_previous_key'),
      consents: records.parse(fromJson(reserved('_consents'))) as ConsentRecord[],
      hints: hints.parse(fromJson(reserved('_hints'))),
      captcha: captchaName === undefined ? undefined : { name: captchaName, token: reserved(captchaName) ?? '' },
      answers: answersFromParts(fields, parts, (name) => name, kinds),
      unknown: parts.unread(),
    };
  }
  const body = jsonBody.safeParse(input);
  if (!body.success) throw new TypeError('Expected an application: an object with "answers", an object.');
  const { consents, ...rest } = body.data;
  const owners = ownersOf(fields, kinds);
  return {
    ...rest,
    consents: consents as ConsentRecord[],
    answers: readAnswers(fields, body.data.answers, kinds),
    unknown: Object.keys(body.data.answers).filter((name) => !owners.has(name)),
  };
}

/** Parts by name, which remembers the names that nobody asked for. */
class Parts implements PartSource {
  readonly #values = new Map<string, Part['value'][]>();
  readonly #read = new Set<string>();

  constructor(parts: ReceivedParts) {
    for (const [name, value] of parts) {
      const values = this.#values.get(name);
      if (values) values.push(value);
      else this.#values.set(name, [value]);
    }
  }

  get names(): Iterable<string> {
    return this.#values.keys();
  }

  values(name: string): readonly Part['value'][] {
    this.#read.add(name);
    return this.#values.get(name) ?? [];
  }

  unread(): readonly string[] {
    return [...this.#values.keys()].filter((name) => !this.#read.has(name));
  }
}

/** `undefined` where the text is no JSON: the record is then missing, and the endpoint decides what that means. */
function fromJson(json: string | undefined): unknown {
  if (json === undefined) return undefined;
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
