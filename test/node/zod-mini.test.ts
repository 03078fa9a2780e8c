import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect } from 'chai';
import * as z from 'zod/mini';
import { build } from 'vite';
import * as ours from '../../src/script-tag/zod-mini.js';
import * as server from '../../src/server.js';
import { distort } from './damage.js';
import { seededRandom } from './seeded-random.js';

const root = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const examples = [root('demo/postings'), root('demo/postings/systems')].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => ({ name, json: JSON.parse(readFileSync(join(folder, name), 'utf8')) as unknown })),
);

/** What `src/server.ts` is where it reads by our part of zod/mini, as the script for a tag does. */
async function buildWithOurs(folder: string): Promise<typeof server> {
  const [output] = [
    await build({
      configFile: false,
      logLevel: 'silent',
      // Not the browser's forms of what it needs: this runs in Node.
      resolve: { alias: { 'zod/mini': root('src/script-tag/zod-mini.ts') }, conditions: ['node', 'import'] },
      build: {
        write: false,
        minify: false,
        target: 'es2022',
        lib: { entry: root('src/server.ts'), formats: ['es'] },
        rolldownOptions: { output: { codeSplitting: false } },
      },
    }),
  ].flat();
  if (!output || !('output' in output)) throw new Error('Vite built nothing.');
  const file = join(folder, 'server.mjs');
  await writeFile(file, output.output[0].code);
  return (await import(pathToFileURL(file).href)) as typeof server;
}

/** What comes of a JSON: the posting with what was not understood, or every problem; then an application to it. */
async function reading({ adaptPosting, parsePosting, readApplication }: typeof server, json: unknown) {
  try {
    const adapted = await adaptPosting(json);
    const posting = parsePosting(adapted.posting);
    return { adapted, posting, application: readApplication(posting, { answers: posting }) };
  } catch (error) {
    const { name, message } = error as Error;
    return { name, message };
  }
}

describe("the script tag's part of zod/mini", () => {
  let folder: string;
  let withOurs: typeof server;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'zod-mini-'));
    withOurs = await buildWithOurs(folder);
  });

  after(() => rm(folder, { recursive: true }));

  for (const { name, json } of examples) {
    it(`reads ${name} as zod does, whole and damaged`, async () => {
      expect(await reading(withOurs, json)).to.deep.equal(await reading(server, json));
      const random = seededRandom(1);
      for (let count = 0; count < 60; count += 1) {
        const damaged: unknown = JSON.parse(distort(json, random).toString());
        expect(await reading(withOurs, damaged)).to.deep.equal(await reading(server, damaged), JSON.stringify(damaged));
      }
    });
  }

  const values = [
    ...[
      undefined,
      null,
      true,
      0,
      -1,
      1.5,
      NaN,
      Infinity,
      2 ** 60,
      -(2 ** 60),
      '',
      'a',
      '12',
      '😀😀',
      [],
      [1],
      ['a', 2],
    ],
    ...[{}, { a: 'x' }, { a: undefined }, { a: 1, b: 'y' }, { b: [] }, JSON.parse('{"__proto__": {"a": 1}, "a": "x"}')],
  ] as unknown[];

  /** Written twice only to be the types of both; every function of ours is in one of them. */
  const schemas = (own: typeof z): Readonly<Record<string, z.ZodMiniType>> => ({
    string: own.string().check(own.minLength(2), own.maxLength(2)),
    regex: own.string().check(
      own.regex(/^\d+$/),
      own.refine((text) => text !== '', 'a text'),
    ),
    aborting: own.string().check(
      own.regex(/^\d+$/, { abort: true }),
      own.refine(() => false, 'never asked'),
    ),
    boolean: own.boolean(),
    number: own.number().check(own.gte(0), own.lte(10)),
    int: own.int().check(own.nonnegative()),
    positive: own.number().check(own.positive()),
    literal: own.literal('a'),
    enum: own.enum(['a', 'b']),
    array: own.array(own.union([own.number(), own.boolean()])).check(own.minLength(1), own.maxLength(1)),
    record: own.record(own.string(), own.string()),
    object: own.object({ a: own.string(), b: own.optional(own.string()) }),
    loose: own.looseObject({
      a: own.optional(own._default(own.string(), 'z')),
      c: own._default(own.array(own.string()), []),
    }),
    nullish: own.nullish(own.string()),
    absent: own.looseObject({ a: own.nullable(own.string()), d: own.unknown(), b: own.catch(own.string(), 'caught') }),
    maybe: own.object({
      a: own.catch(
        own.pipe(
          own.nullish(own.string()),
          own.transform((value) => value ?? undefined),
        ),
        undefined,
      ),
    }),
    pipe: own.pipe(own.string().check(own.regex(/^\d+$/)), own.transform(Number)),
    union: own.union([own.looseObject({ a: own.string() }), own.looseObject({ b: own.string() }), own.string()]),
    close: own.union([own.string().check(own.minLength(9)), own.number()]),
    lazy: own.lazy(() => own.object({ a: own.optional(own.string()) })),
    custom: own.custom((value) => typeof value === 'object'),
    judged: own.unknown().check(
      own.superRefine((value, context) => {
        if (value !== 'a') context.addIssue({ code: 'custom', message: 'expected a' });
      }),
    ),
  });

  // What none of ours reads is left out of it.
  const passedOver = ['continue', 'input', 'inst', 'received', 'note'];
  const bare = (json: unknown): unknown =>
    JSON.parse(JSON.stringify(json, (key, value: unknown) => (passedOver.includes(key) ? undefined : value)) ?? 'null');

  for (const name of Object.keys(schemas(z))) {
    it(`finds in values for "${name}" what zod does`, () => {
      const read = (own: typeof z): unknown[] =>
        values.map((value) => {
          const { data, error } = schemas(own)[name]!.safeParse(value);
          return { data, issues: bare(error?.issues) };
        });
      expect(read(ours as unknown as typeof z)).to.deep.equal(read(z));
    });
  }
});
