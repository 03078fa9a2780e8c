import type { RunningReceiver } from './receiver.js';

/** An application as the receiver shows it. */
export interface Received {
  readonly id: string;
  readonly number: number;
  readonly posting: string;
  readonly locale?: string;
  readonly replaces?: string;
  readonly answers: Record<string, unknown>;
  readonly consents: unknown;
  readonly hints?: unknown;
  readonly unknown: readonly string[];
}

export interface ReceivedFile {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly sha256: string;
  readonly file: number;
}

/** A posting with a text, an address, files, a choice, a consent and a group. */
export const weaver = {
  id: 'weaver',
  title: 'Weaver',
  form: {
    sections: [
      {
        fields: [
          { name: 'full_name', type: 'text', label: 'Full name', required: true, maxLength: 100 },
          { name: 'email', type: 'email', label: 'E-mail', required: true },
          { name: 'letter', type: 'textarea', label: 'Letter' },
          { name: 'cv', type: 'file', label: 'CV', accept: ['.pdf', '.bin'], maxFiles: 3 },
          {
            name: 'looms',
            type: 'choice',
            label: 'Looms',
            multiple: true,
            options: ['floor', 'table', 'jacquard'].map((value) => ({ value, label: value })),
          },
          { name: 'privacy', type: 'consent', label: 'Privacy', text: 'We may keep this.', required: true },
          {
            name: 'schools',
            type: 'repeat',
            label: 'Schools',
            fields: [
              { name: 'school', type: 'text', label: 'School', required: true },
              { name: 'certificate', type: 'file', label: 'Certificate' },
            ],
          },
        ],
      },
    ],
  },
};

export const answered: Readonly<Record<string, string>> = {
  full_name: 'Zoë Łukasiewicz 工',
  email: 'zoe@example.org',
  privacy: 'true',
};

export type PartValue = string | readonly [bytes: Uint8Array, name: string, type?: string];

/** A multipart body in the order given; reserved parts come with `_` in front, as the contract has them. */
export function formOf(parts: Iterable<readonly [string, PartValue]>): FormData {
  const form = new FormData();
  for (const [name, value] of parts) {
    if (typeof value === 'string') form.append(name, value);
    else form.append(name, new File([new Uint8Array(value[0])], value[1], { type: value[2] ?? 'application/pdf' }));
  }
  return form;
}

/** An application to the weaver's posting that is right as it stands. */
export function applicationForm(extra: Iterable<readonly [string, PartValue]> = []): FormData {
  return formOf([['_posting', 'weaver'], ['_locale', 'en'], ...Object.entries(answered), ...extra]);
}

export function send(
  { origin }: RunningReceiver,
  body: FormData,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(`${origin}/applications`, { method: 'POST', body, headers });
}

export function sendJson({ origin }: RunningReceiver, application: unknown): Promise<Response> {
  const body = typeof application === 'string' ? application : JSON.stringify(application);
  return fetch(`${origin}/applications`, { method: 'POST', body, headers: { 'Content-Type': 'application/json' } });
}

/** Every application that is stored, the latest first. */
export async function stored({ origin }: RunningReceiver): Promise<Received[]> {
  const response = await fetch(`${origin}/applications`, { headers: { Accept: 'application/json' } });
  return ((await response.json()) as { applications: Received[] }).applications;
}

export async function storedFile({ origin }: RunningReceiver, id: string, file: number): Promise<Uint8Array> {
  const response = await fetch(`${origin}/applications/${id}/files/${file}`);
  if (response.status !== 200) throw new Error(`File ${file} answers ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** Bytes that begin as a PDF does and go on as no text would, the same ones for the same seed. */
export function bytesFor(seed: number, length: number): Uint8Array {
  const beginning = Buffer.from('%PDF-');
  return Uint8Array.from(
    { length },
    (_, index) => beginning[index] ?? (index * 31 + (index >> 8) * 7 + seed * 101) & 0xff,
  );
}
