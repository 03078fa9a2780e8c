import { toParts, type Application } from '../form/application.js';
import type { FormPlan } from '../form/form-plan.js';
import type { Enctype, Payload } from '../form/payload.js';
import { noAnswers } from '../posting/answers.js';
import type { FileInfo, Part } from '../posting/field-kind.js';
import { toJson } from '../posting/to-json.js';

/** Multipart, or JSON as text. */
export type RequestBody = FormData | string;

/** A file on the applicant's device that could no longer be read. */
export class UnreadableFile extends Error {
  override name = 'UnreadableFile';
}

/** @throws {UnreadableFile} where the bytes of a file are needed and can't be had */
export async function encode(plan: FormPlan, application: Application, enctype: Enctype): Promise<RequestBody> {
  return enctype === 'application/json' ? jsonOf(application) : toFormData(toParts(plan, application));
}

/**
 * The application as a system takes it; in a JSON body a file's bytes stand in its place.
 * @throws {UnreadableFile}
 */
export async function encodePayload(payload: Payload): Promise<RequestBody> {
  if (payload.enctype === 'multipart/form-data') return toFormData(payload.parts);
  return toJson(await withFiles(payload.body, toBase64));
}

/** In the order of the parts; a file under its own name. A file sent before goes as its reference, a JSON text. */
export function toFormData(parts: readonly Part[]): FormData {
  const form = new FormData();
  for (const { name, value } of parts) {
    if (typeof value === 'string') form.append(name, value);
    else if (value instanceof Blob) form.append(name, value, value.name);
    else form.append(name, toJson(referenceOf(value)));
  }
  return form;
}

/** Files as `{ name, type, size, content }`, wherever they stand in the answers. */
export async function jsonOf({ answers, ...rest }: Application): Promise<string> {
  const { posting, locale, idempotencyKey, previousKey, consents, hints, captcha } = rest;
  const sent = await withFiles(answers, withContent);
  return toJson({ posting, locale, idempotencyKey, previousKey, answers: sent, consents, hints, captcha });
}

async function withContent(file: File): Promise<unknown> {
  const { name, type, size } = file;
  return { name, type, size, content: await toBase64(file) };
}

/** A copy in which every file is what `write` makes of it. */
async function withFiles(value: unknown, write: (file: File) => Promise<unknown>): Promise<unknown> {
  if (value instanceof Blob) return write(value as File);
  if (Array.isArray(value)) return inTurn(value, (each) => withFiles(each, write));
  if (typeof value !== 'object' || value === null) return value;
  const copy = noAnswers();
  for (const [key, each] of Object.entries(value)) copy[key] = await withFiles(each, write);
  return copy;
}

/** One after the other, so that no more than one file is being read. */
async function inTurn(values: readonly unknown[], read: (value: unknown) => Promise<unknown>): Promise<unknown[]> {
  const results: unknown[] = [];
  for (const value of values) results.push(await read(value));
  return results;
}

/** A multiple of three, so that the pieces' base64 can be joined; small enough for the page to stay at hand. */
const pieceBytes = 3 * 2 ** 18;

async function toBase64(file: Blob): Promise<string> {
  // The whole, not a slice: a file that is gone has no bytes, and of a slice without bytes there is nothing to fail.
  if (file.size <= pieceBytes) return readPiece(file);
  const pieces: string[] = [];
  for (let start = 0; start < file.size; start += pieceBytes) {
    pieces.push(await readPiece(file.slice(start, start + pieceBytes)));
  }
  return pieces.join('');
}

function readPiece(piece: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      const url = reader.result as string;
      resolve(url.slice(url.indexOf(',') + 1));
    };
    reader.onerror = () => reject(new UnreadableFile('A file could not be read', { cause: reader.error }));
    reader.readAsDataURL(piece);
  });
}

/** What is known of a file alone is not the file: one without bytes and without a reference must not pass for sent. */
function referenceOf(file: FileInfo): FileInfo {
  if ('upload' in file) return file;
  throw new UnreadableFile('A file has neither bytes nor the reference of an upload');
}
