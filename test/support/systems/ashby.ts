import { randomUUID } from 'node:crypto';
import { isBasic, partsIn, standIn, textIn, type Asked, type Json, type StandIn, type Told } from './stand-in.js';

interface Entry {
  readonly isRequired: boolean;
  readonly field: {
    readonly path: string;
    readonly title: string;
    readonly type: string;
    readonly selectableValues?: readonly { readonly value: string }[];
  };
}

interface Submitted {
  readonly path: string;
  readonly value: unknown;
}

/** What a value must look like, by the type of its field. */
const shapes: Readonly<Record<string, (value: never, allowed: readonly unknown[]) => boolean>> = {
  String: (value: unknown) => typeof value === 'string',
  LongText: (value: unknown) => typeof value === 'string',
  Phone: (value: unknown) => typeof value === 'string',
  Email: (value: unknown) => typeof value === 'string' && /^\S+@\S+$/.test(value),
  Date: (value: unknown) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value),
  Number: (value: unknown) => Number.isInteger(value),
  Boolean: (value: unknown) => typeof value === 'boolean',
  ValueSelect: (value: unknown, allowed) => allowed.includes(value),
  MultiValueSelect: (value: unknown, allowed) => Array.isArray(value) && value.every((each) => allowed.includes(each)),
  CompensationRange: (value: Json) => value['type'] === 'compensation-range' && value['interval'] === '1 YEAR',
  RichText: (value: Json) => value['type'] === 'PlainText' && typeof value['value'] === 'string',
  Score: (value: Json) => Number.isInteger(value['score']),
  Location: (value: Json) => typeof value['city'] === 'string',
};

export interface AshbyStandIn extends StandIn {
  /** What was uploaded, by handle. */
  readonly uploads: ReadonlyMap<string, File>;
}

/** Ashby's API with one job. It refuses with the status 200. */
export async function startAshby(info: { readonly success: true; readonly results: Json }): Promise<AshbyStandIn> {
  const key = 'ashby-secret-90aa';
  const job = info.results;
  const uploads = new Map<string, File>();
  const awaited = new Map<string, string>();
  const server = await standIn({
    key,
    isApplication: ({ path }) => path === '/applicationForm.submit',
    async answer(asked, store, url) {
      if (asked.path.startsWith('/storage/')) return putFile(asked);
      if (asked.method !== 'POST' || !isBasic(asked, key))
        return { status: 401, body: { success: false, errors: ['invalid_api_key'] } };
      const body = await bodyOf(asked);
      switch (asked.path) {
        case '/jobPosting.info':
          return body['jobPostingId'] === job['id'] ? { status: 200, body: info } : refused('job_posting_not_found');
        case '/file.createFileUploadHandle': {
          if (body['fileUploadContext'] !== 'ApplicationForm') return refused('invalid_input');
          const handle = `handle-${randomUUID()}`;
          const policy = randomUUID();
          awaited.set(policy, handle);
          const results = { handle, url: `${url}/storage/files`, fields: { key: `files/${handle}`, policy } };
          return { status: 200, body: { success: true, results } };
        }
        case '/applicationForm.submit': {
          if (body['jobPostingId'] !== job['id']) return refused('job_posting_not_found');
          const errors = judge(
            (body['applicationForm'] as { fieldSubmissions: readonly Submitted[] }).fieldSubmissions,
          );
          if (errors.length > 0) return refused(...errors);
          store(asked.contentType.startsWith('multipart/') ? await partsIn(asked) : body);
          return { status: 200, body: { success: true, results: { id: randomUUID(), submittedValues: {} } } };
        }
        case '/surveySubmission.create':
          store({ survey: body });
          return { status: 200, body: { success: true, results: { id: randomUUID() } } };
        default:
          return { status: 404, body: 'Not Found' };
      }
    },
  });
  return { ...server, uploads };

  /** As a storage with presigned forms takes a file: all fields that it gave, and the file last. */
  async function putFile(asked: Asked): Promise<Told> {
    const parts = await partsIn(asked);
    const handle = awaited.get(textIn(parts, 'policy'));
    const [name, file] = parts.at(-1) ?? [];
    if (handle === undefined || name !== 'file' || !(file instanceof File))
      return { status: 403, body: 'AccessDenied' };
    uploads.set(handle, file);
    return { status: 204, body: '' };
  }

  /** JSON; or parts, where a file's value is the name of its part. */
  async function bodyOf(asked: Asked): Promise<Json> {
    if (!asked.contentType.startsWith('multipart/')) return JSON.parse(asked.body.toString()) as Json;
    const parts = await partsIn(asked);
    for (const [name, value] of parts) if (value instanceof File) uploads.set(name, value);
    return {
      jobPostingId: textIn(parts, 'jobPostingId'),
      applicationForm: JSON.parse(textIn(parts, 'applicationForm')) as unknown,
    };
  }

  function judge(submitted: readonly Submitted[]): readonly string[] {
    const sections = (job['applicationFormDefinition'] as { sections: readonly { fields: readonly Entry[] }[] })
      .sections;
    const entries = sections.flatMap(({ fields }) => fields);
    const given = new Map(submitted.map(({ path, value }) => [path, value]));
    const missing = entries
      .filter(({ isRequired, field }) => isRequired && !given.has(field.path))
      .map(({ field }) => `Missing entry for required field: ${field.title}`);
    const wrong = submitted.flatMap(({ path, value }) => {
      const field = entries.find((each) => each.field.path === path)?.field;
      if (!field) return [`Unknown field path: ${path}`];
      const allowed = field.selectableValues?.map((each) => each.value) ?? [];
      const isRight =
        field.type === 'File' ? uploads.has(value as string) : shapes[field.type]?.(value as never, allowed);
      return isRight && !/banned/.test(JSON.stringify(value)) ? [] : [`Invalid value for field: ${field.title}`];
    });
    return [...missing, ...wrong];
  }
}

function refused(...errors: readonly string[]): Told {
  return { status: 200, body: { success: false, errors } };
}
