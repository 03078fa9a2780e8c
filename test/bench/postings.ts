import { readFileSync } from 'node:fs';

/** As much of a posting as the bench must know. */
export interface BenchPosting {
  readonly title: string;
  readonly description: readonly { readonly heading?: string; readonly text?: string }[];
  readonly form: {
    readonly sections: readonly { readonly title?: string; readonly fields: readonly BenchField[] }[];
    readonly rules?: readonly { readonly rule: string; readonly fields: readonly string[] }[];
  };
}

export interface BenchField {
  readonly name: string;
  readonly type: string;
  readonly label: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly text?: string;
  readonly options?: readonly { readonly value: string; readonly label: string }[];
}

const reference = new URL('../../demo/postings/instrument-scientist.json', import.meta.url);

/** The demo's posting with its HTML made plain text, as most feeds have it. */
export function plainPosting(): BenchPosting {
  return JSON.parse(readFileSync(reference, 'utf8'), (key, value: unknown) => {
    if (key === 'logo' || key === '$schema') return undefined;
    if (typeof value === 'string') return value.replace(/<[^>]*>/g, ' ').trim();
    if (typeof value !== 'object' || value === null || !('html' in value)) return value;
    const { html, ...rest } = value;
    return { ...rest, text: html };
  }) as BenchPosting;
}

/** As many lines of text, every second one required, in sections of twenty. */
export function longPosting(count: number): BenchPosting {
  const fields = Array.from({ length: count }, (_, index): BenchField => ({
    name: `q${index}`,
    type: 'text',
    label: `Question ${index + 1}`,
    required: index % 2 === 0,
  }));
  const sections = Array.from({ length: Math.ceil(count / 20) }, (_, index) => ({
    title: `Part ${index + 1}`,
    fields: fields.slice(index * 20, index * 20 + 20),
  }));
  return { title: `${count} questions`, description: [{ heading: 'About', text: 'A long form.' }], form: { sections } };
}

/** How many fields have an error once nothing at all has been answered. */
export function errorsWhenEmpty({ form }: BenchPosting, page: 'ours' | 'floor'): number {
  const required = form.sections.flatMap(({ fields }) => fields).filter((field) => field.required);
  // The browser has no rules over several fields.
  const ruled = page === 'floor' ? [] : (form.rules ?? []).flatMap(({ fields }) => fields);
  return new Set([...required.map(({ name }) => name), ...ruled]).size;
}
