import { randomUUID } from 'node:crypto';
import { standIn, type Json, type StandIn, type Told } from './stand-in.js';

interface Field {
  readonly id: string;
  readonly type: string;
  readonly required: boolean;
  readonly maxLength?: number;
  readonly options?: readonly { readonly name: string }[];
}

interface Answer {
  readonly question_key: string;
  readonly body?: string;
  readonly checked?: boolean;
  readonly choices?: readonly string[];
  readonly file?: { readonly name: string; readonly data: string };
}

/** Workable's API v3 with one job, whose public form it is asked by. */
export function startWorkable(form: readonly { readonly fields: readonly Field[] }[]): Promise<StandIn> {
  const key = 'workable-secret-31aa';
  const path = '/spi/v3/jobs/A1B2C3/candidates';
  const fields = form.flatMap((section) => section.fields);
  return standIn({
    key,
    isApplication: ({ method, path: asked }) => method === 'POST' && asked === path,
    answer(asked, store) {
      if (asked.path !== path) return { status: 404, body: { error: 'Not found' } };
      if (asked.authorization !== `Bearer ${key}`) return { status: 401, body: { error: 'Not authorized' } };
      const body = JSON.parse(asked.body.toString()) as Json;
      const errors = judge(body['candidate'] as Json, fields);
      if (typeof body['sourced'] !== 'boolean') errors['sourced'] = ['is missing'];
      if (Object.keys(errors).length > 0) return refused(errors);
      store(body);
      return { status: 201, body: { status: 'created', candidate: { id: randomUUID().slice(0, 8) } } };
    },
  });
}

function judge({ answers = [], ...candidate }: Json, fields: readonly Field[]): Record<string, string[]> {
  const errors: Record<string, string[]> = {};
  const own = new Map((answers as readonly Answer[]).map((each) => [each.question_key, each]));
  for (const { id, type, required, maxLength, options } of fields) {
    const isOwn = /^[QC]A_/.test(id);
    const value = isOwn ? own.get(id) : candidate[type === 'group' ? `${id}_entries` : id];
    own.delete(id);
    delete candidate[type === 'group' ? `${id}_entries` : id];
    if (value === undefined) {
      if (required) errors[id] = ["can't be blank"];
    } else if (isOwn && !isRight(value as Answer, type, options)) errors[id] = ['is invalid'];
    else if (type === 'file' && !isOwn && !isFile(value)) errors[id] = ['is invalid'];
    else if (typeof value === 'string' && value.length > (maxLength ?? Infinity)) errors[id] = ['is too long'];
    else if (id === 'lastname' && typeof value === 'string' && value.includes('banned'))
      errors[id] = ['is not welcome'];
  }
  for (const name of [...own.keys(), ...Object.keys(candidate)]) errors[name] = ['is unknown'];
  return errors;
}

function isRight(answer: Answer, type: string, options: Field['options']): boolean {
  if (type === 'boolean') return typeof answer.checked === 'boolean';
  if (type === 'file') return isFile(answer.file);
  if (options) return answer.choices?.every((each) => options.some(({ name }) => name === each)) === true;
  return typeof answer.body === 'string';
}

function isFile(value: unknown): boolean {
  const { name, data } = value as { name?: unknown; data?: unknown };
  return typeof name === 'string' && typeof data === 'string' && /^[A-Za-z\d+/]+=*$/.test(data);
}

function refused(validation_errors: Record<string, readonly string[]>): Told {
  return { status: 422, body: { error: 'Validation failed', validation_errors } };
}
