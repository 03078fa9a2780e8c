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
  readonly default?: string;
  readonly showIf?: Condition;
  readonly options?: readonly { readonly value: string; readonly label: string }[];
}

/** As much of JsonLogic as the floor's own script knows: shown while a field has none of these answers, or has this one. */
export type Condition =
  | { readonly '!': { readonly in: readonly [Variable, readonly string[]] } }
  | { readonly '==': readonly [Variable, string] };

interface Variable {
  readonly var: string;
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

/** What the bench types, key by key, behind one that warms what the others use. */
export const typed = { first: 'x', text: 'abcdefghijkl' };

/**
 * As many lines of text in sections of twenty, six of them with a condition. All are shown before anything is answered.
 * The first field of a section controls none; the second hides a chain of five with every other key of what the bench
 * types, and shows it again with the next; the third controls one that it never hides.
 */
export function conditionalPosting(count: number): BenchPosting {
  const { title, description, form } = longPosting(count);
  const everyOther = [...typed.text].flatMap((_, index) =>
    index % 2 === 0 ? [typed.first + typed.text.slice(0, index + 1)] : [],
  );
  const sections = form.sections.map(({ fields, ...rest }) => {
    const withCondition = (field: BenchField, index: number): BenchField => {
      const at = (place: number): Variable => ({ var: fields[place]!.name });
      if (index < 14) return field;
      if (index === 14) return inChain({ ...field, showIf: { '!': { in: [at(1), everyOther] } } });
      if (index < 19) return inChain({ ...field, showIf: { '==': [at(index - 1), 'yes'] } });
      return { ...field, required: false, showIf: { '!': { in: [at(2), ['no', 'never']] } } };
    };
    return { ...rest, fields: fields.map(withCondition) };
  });
  return { title, description, form: { sections } };
}

function inChain(field: BenchField): BenchField {
  return { ...field, required: false, default: 'yes' };
}

/** How many fields have an error once nothing at all has been answered. */
export function errorsWhenEmpty({ form }: BenchPosting, page: 'ours' | 'floor'): number {
  const required = form.sections.flatMap(({ fields }) => fields).filter((field) => field.required);
  // The browser has no rules over several fields.
  const ruled = page === 'floor' ? [] : (form.rules ?? []).flatMap(({ fields }) => fields);
  return new Set([...required.map(({ name }) => name), ...ruled]).size;
}
