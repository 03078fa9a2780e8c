import type { Enctype, Payload } from '../../form/payload.js';
import type { Application } from '../../form/application.js';
import type { FormPlan } from '../../form/form-plan.js';
import type { Answers } from '../../posting/answers.js';
import type { Field, FileInfo } from '../../posting/field-kind.js';
import { reservedKeys } from '../reserved.js';
import { answered, chosenOptions, filesOf, isGiven, plainText, wireOf, wireText } from '../wire.js';

type Json = Record<string, unknown>;

/** Repeated groups of the form, as a candidate has them. */
const entries: Readonly<Record<string, string>> = { education: 'education_entries', experience: 'experience_entries' };

/**
 * The application as `POST /spi/v3/jobs/SHORTCODE/candidates` takes it, JSON whatever was asked for: a candidate, and the
 * answers to the company's own questions by their keys. https://workable.readme.io/reference/job-candidates-create
 */
export function toPayload(application: Application, plan: FormPlan, _enctype: Enctype): Payload {
  const candidate: Json = {};
  const answers: Json[] = [];
  for (const { field, wire, answer } of answered(application, plan)) {
    const question = wireText(wire, 'question');
    const [file] = filesOf(answer);
    const chosen =
      'options' in field ? chosenOptions(field, answer, application.answers).map(({ value }) => value) : undefined;
    if (question !== undefined) {
      answers.push({
        question_key: question,
        ...(chosen ? { choices: chosen } : file && isFile(file) ? { file: toFile(file) } : valueOf(answer)),
      });
      continue;
    }
    const key = wireText(wire, 'key') ?? field.name;
    if (wire['kind'] === 'group')
      candidate[Object.hasOwn(entries, key) ? (entries[key] ?? key) : key] = entriesOf(field, answer);
    else if (chosen) candidate[key] = wire['isOne'] === true ? chosen[0] : chosen;
    else if (file) candidate[key] = toFile(file);
    else
      candidate[key] =
        typeof answer === 'boolean' || typeof answer === 'number' ? answer : (isGiven(answer) ?? plainText(answer));
  }
  return {
    enctype: 'application/json',
    body: {
      ...reservedKeys(application),
      sourced: false,
      candidate: { ...candidate, ...(answers.length > 0 ? { answers } : {}) },
    },
    unresolved: [],
  };
}

function valueOf(answer: unknown): Json {
  const checked = typeof answer === 'boolean' ? answer : isGiven(answer);
  return checked === undefined ? { body: plainText(answer) } : { checked };
}

function toFile(file: FileInfo): Json {
  return { name: file.name, data: file };
}

function isFile(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'size' in value;
}

function entriesOf(field: Field, answer: unknown): readonly Json[] {
  const inner = 'fields' in field && Array.isArray(field.fields) ? (field.fields as readonly Field[]) : [];
  const isOne = (name: string): boolean => wireOf(inner.find((each) => each.name === name))['isOne'] === true;
  return (Array.isArray(answer) ? (answer as readonly Answers[]) : []).map((entry) =>
    Object.fromEntries(
      Object.entries(entry)
        .filter(([, value]) => value !== undefined && value !== '')
        .map(([name, value]) => [name, isOne(name) && Array.isArray(value) ? (value as unknown[])[0] : value]),
    ),
  );
}
