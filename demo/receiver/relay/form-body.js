import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';

/**
 * @typedef {import('../application-files.js').StoredFile} StoredFile
 * @typedef {{ name: string, type: string, bytes: Buffer }} FileBytes
 */

/**
 * A multipart body, its files byte for byte.
 * @param {Iterable<readonly [name: string, value: string | FileBytes]>} parts
 * @returns {Promise<{ headers: Record<string, string>, body: Buffer }>}
 */
export async function formBody(parts) {
  const form = new FormData();
  for (const [name, value] of parts) {
    if (typeof value === 'string') form.append(name, value);
    else form.append(name, new File([new Uint8Array(value.bytes)], value.name, { type: value.type }));
  }
  const whole = new Response(form);
  return {
    headers: { 'Content-Type': whole.headers.get('content-type') ?? '' },
    body: Buffer.from(await whole.arrayBuffer()),
  };
}

/** @param {unknown} value */
export function jsonBody(value) {
  return { headers: { 'Content-Type': 'application/json' }, body: Buffer.from(JSON.stringify(value)) };
}

/**
 * A file of an application as it came, under a name that can do no harm in a header.
 * @param {import('../application-files.js').ApplicationFiles} files
 * @param {string} application
 * @param {StoredFile} stored
 * @returns {Promise<FileBytes>}
 * @throws {Error} where the disk has other bytes than came
 */
export async function fileBytes(files, application, { file, name, type, sha256 }) {
  const bytes = Buffer.concat(await (await files.read(application, file)).toArray());
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
    throw new Error('A file is not what came in.');
  }
  return {
    name: name.replace(/[\p{Cc}\p{Cf}\p{Cs}/\\]/gu, '_') || 'file',
    type: /^[\w.+-]+\/[\w.+-]+$/.test(type) ? type : 'application/octet-stream',
    bytes,
  };
}

/** @param {unknown} value @returns {value is StoredFile} */
export function isStoredFile(value) {
  return typeof value === 'object' && value !== null && 'file' in value && 'sha256' in value;
}
