import { kindOf, namesOf } from './answers.js';
import { namesIn } from './condition.js';
import { PostingError, type PostingProblem } from './errors.js';
import type { Field, FieldKind, KindMap } from './field-kind.js';
import { toPlainJson } from './plain-json.js';
import { maxFields } from './limits.js';
import { postingSchema, sectionsOf, type Posting, type Section } from './posting.js';
import { isOnOneGround } from './rule-fields.js';
import { problemsOf, toPointer } from './problems.js';
import { reservedNames } from './reserved-names.js';
import { fieldShape, open } from './schema.js';

type Path = readonly PropertyKey[];

/**
 * Reads a posting whose fields are of these kinds. The input is not changed; keys that are not known are kept.
 * @throws {PostingError} with every problem, each with its JSON Pointer and what was expected.
 */
export function readPosting(input: unknown, kinds: KindMap): Posting {
  const plain = toPlainJson(input);
  const { data: posting, error } = postingSchema.safeParse(plain);
  const problems = problemsOf(error?.issues ?? []);
  const reader = new FieldReader(kinds, problems);
  const sections = (posting ? sectionsOf(posting) : roughSections(plain)).map((section, index): Section => ({
    ...section,
    id: section.id ?? `section-${index + 1}`,
    fields: reader.readAll(section.fields, ['form', 'sections', index, 'fields']),
  }));
  checkNames(sections, kinds, problems);
  checkCycles(sections, kinds, problems);
  posting?.form?.rules.forEach((rule, index) => {
    const isUneven = 'rule' in rule && rule.rule === 'equal' && rule.fields.length !== 2;
    if (!isUneven && isOnOneGround(rule)) return;
    const expected = isUneven ? 'two fields to compare' : 'fields of the form, or all of one repeat';
    problems.push({ pointer: toPointer(['form', 'rules', index, 'fields']), expected });
  });
  if (!posting || problems.length > 0) {
    throw new PostingError([...new Map(problems.map((each) => [each.pointer, each])).values()]);
  }
  return posting.form ? { ...posting, form: { ...posting.form, sections } } : posting;
}

/** The fields of a posting that is refused anyway, so that all that is wrong with them is told at once. */
function roughSections(posting: unknown): readonly Section[] {
  const list = (from: unknown, key: string): unknown[] => {
    const value: unknown = (from as Record<string, unknown> | null | undefined)?.[key];
    return Array.isArray(value) ? value : [];
  };
  const form = (posting as { readonly form?: unknown } | null | undefined)?.form;
  return list(form, 'sections').map((section) => ({
    // What is no object is told of already.
    fields: list(section, 'fields').map((field) => (typeof field === 'object' && field ? (field as Field) : unread)),
  }));
}

const unread: Field & { readonly content: string } = { type: 'content', name: '', content: '' };

/** Reads fields, each by its kind, and counts them: too many are refused before they are read. */
class FieldReader {
  #count = 0;

  constructor(
    private readonly kinds: KindMap,
    private readonly problems: PostingProblem[],
  ) {}

  readAll(fields: readonly Field[], path: Path): Field[] {
    this.#count += fields.length;
    if (this.#count > maxFields) {
      throw new PostingError([{ pointer: toPointer(path), expected: `at most ${maxFields} fields in a posting` }]);
    }
    return fields.map((field, index) => this.#read(field, [...path, index]));
  }

  #read(raw: Field, path: Path): Field {
    const type: unknown = raw.type;
    const isKnown = typeof type === 'string' && Object.hasOwn(this.kinds, type);
    // A question is never dropped: one of an unknown type is asked as a text.
    const field = isKnown || typeof type !== 'string' ? raw : { ...raw, type: 'text', unknownType: type };
    const kind = isKnown ? this.kinds[type] : this.kinds['text'];
    if (!kind) return field;
    const read = kind.schema.safeParse(field);
    const common = readCommon(kind, field);
    if (!read.success || !common.success) {
      this.problems.push(...[common, read].flatMap(({ error }) => problemsOf(error?.issues ?? [], path)));
      // Its name is still judged among the others; nothing else can be.
      const name: unknown = raw.name;
      return { type: kind.isQuestion ? 'text' : 'content', name: typeof name === 'string' ? name : '' };
    }
    const data = { ...common.data, ...read.data };
    const fields = kind.fieldsOf?.(data);
    const whole = fields ? { ...data, fields: this.readAll(fields, [...path, 'fields']) } : data;
    for (const { pointer, expected } of kind.problems?.(whole) ?? []) {
      this.problems.push({ pointer: toPointer(path) + pointer, expected });
    }
    const needsLabel = kind.needsLabel?.(whole) ?? (kind.isQuestion && kind.isVisible);
    if (needsLabel && whole.label === undefined) {
      this.problems.push({ pointer: `${toPointer(path)}/label`, expected: 'a text that asks the question' });
    }
    return whole;
  }
}

const commonSchema = open(fieldShape);
const ours = { success: true, error: undefined, data: {} } as const;

/** Reads the keys of every field; kinds of ours have them in their own schema. */
function readCommon({ schema }: FieldKind, field: Field): typeof ours | ReturnType<typeof commonSchema.safeParse> {
  const { shape } = schema as { readonly shape?: Partial<typeof fieldShape> };
  return shape?.showIf === fieldShape.showIf ? ours : commonSchema.safeParse(field);
}

/** Every wire name stands once in the form, and once in each `repeat`. */
function checkNames(sections: readonly Section[], kinds: KindMap, problems: PostingProblem[]): void {
  const check = (fields: readonly Field[], taken: Set<string>, path: Path): void => {
    // `edu[0][school]` is the name of an answer inside `edu` on the wire.
    const repeats = fields.filter((field) => kindOf(field, kinds).fieldsOf).map(({ name }) => name);
    fields.forEach((field, index) => {
      const kind = kindOf(field, kinds);
      const pointer = toPointer([...path, index, 'name']);
      if (kind.isQuestion && field.name === '') problems.push({ pointer, expected: 'a name for the answer' });
      for (const name of kind.isQuestion ? [field.name, ...(kind.derivedNames?.(field) ?? [])] : []) {
        if (reservedNames.includes(name)) {
          problems.push({ pointer, expected: `another name than "${name}", which is reserved` });
        } else if (name !== '' && (taken.has(name) || repeats.some((each) => name.startsWith(`${each}[`)))) {
          problems.push({ pointer, expected: `a name of its own; "${name}" is taken` });
        }
        taken.add(name);
      }
      check(kind.fieldsOf?.(field) ?? [], new Set(), [...path, index, 'fields']);
    });
  };
  const taken = new Set<string>();
  const ids = new Set<string | undefined>();
  sections.forEach(({ id, fields }, index) => {
    if (ids.has(id)) {
      problems.push({
        pointer: toPointer(['form', 'sections', index, 'id']),
        expected: `an id of its own; "${id}" is taken`,
      });
    }
    ids.add(id);
    check(fields, taken, ['form', 'sections', index, 'fields']);
  });
}

interface Asked {
  readonly field: Field;
  readonly path: Path;
  /** That it stands in, where it is no field of an entry. */
  readonly section?: Section;
}

/** A question that is shown only if it is answered, by whatever way round, could never be. */
function checkCycles(sections: readonly Section[], kinds: KindMap, problems: PostingProblem[]): void {
  const check = (fields: readonly Asked[]): void => {
    const owners = new Map(fields.flatMap((each) => namesOf(each.field, kinds).map((name) => [name, each] as const)));
    // While the way leads on from a field: where the condition stands by which it does.
    const state = new Map<Field, Path | 'done'>();
    const visit = ({ field, path, section }: Asked): void => {
      const open = state.get(field);
      if (open === 'done') return;
      if (open) {
        problems.push({
          pointer: toPointer(open),
          expected: `a condition that does not lead back to "${field.name}" itself`,
        });
        return;
      }
      const inside = kindOf(field, kinds).conditionsOf?.(field) ?? [];
      const conditions = [
        { condition: field.showIf, at: [...path, 'showIf'] },
        { condition: section?.showIf, at: [...path.slice(0, -2), 'showIf'] },
        ...inside.map((condition) => ({ condition, at: path })),
      ];
      for (const { condition, at } of conditions) {
        state.set(field, at);
        for (const name of namesIn(condition)) {
          const owner = owners.get(name);
          if (owner) visit(owner);
        }
      }
      state.set(field, 'done');
    };
    fields.forEach(visit);
    for (const { field, path } of fields) {
      const inner = kindOf(field, kinds).fieldsOf?.(field);
      if (inner) check(inner.map((each, index) => ({ field: each, path: [...path, 'fields', index] })));
    }
  };
  check(
    sections.flatMap((section, index) =>
      section.fields.map((field, at) => ({ field, path: ['form', 'sections', index, 'fields', at], section })),
    ),
  );
}
