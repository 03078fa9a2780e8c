import type { Enctype, Payload } from '../../form/payload.js';
import type { Application } from '../../form/application.js';
import type { FormPlan } from '../../form/form-plan.js';
import { sectionsOf } from '../../posting/posting.js';
import type { Answers } from '../../posting/answers.js';
import type { Field } from '../../posting/field-kind.js';
import { reservedKeys } from '../reserved.js';
import { answered, chosenOptions, filesOf, isGiven, plainText, wireOf, wireText } from '../wire.js';

type Json = Record<string, unknown>;

/**
 * The application as `POST /postings/UUID/candidates` takes it, JSON whatever was asked for. An answer is a list of
 * records, one unless the question may be answered several times over; a field's value is a list, too.
 */
export function toPayload(application: Application, plan: FormPlan, _enctype: Enctype): Payload {
  const body: Json = {};
  const records = new Map<string, Json[]>();
  const isAsked = sectionsOf(plan.posting).some(({ fields }) =>
    fields.some((field) => wireOf(field)['consent'] === true),
  );
  let isAgreed = true;
  for (const { field, wire, answer } of answered(application, plan)) {
    const question = wireText(wire, 'question');
    const [file] = filesOf(answer);
    if (wire['consent'] === true) isAgreed &&= isGiven(answer) === true;
    else if (question !== undefined && wire['isRepeatable'] === true) records.set(question, entriesOf(field, answer));
    else if (question !== undefined) {
      const [record = {}] = records.get(question) ?? [];
      records.set(question, [
        { ...record, [wireText(wire, 'field') ?? field.name]: valuesOf(field, answer, application.answers) },
      ]);
    } else {
      const key = wireText(wire, 'key') ?? field.name;
      body[key] =
        file && 'size' in file ? { fileName: file.name, mimeType: file.type, fileContent: file } : plainText(answer);
    }
  }
  const answers = [...records].map(([id, entries]) => ({ id, records: entries.map((fields) => ({ fields })) }));
  return {
    enctype: 'application/json',
    body: {
      ...reservedKeys(application),
      ...body,
      ...(answers.length > 0 ? { answers } : {}),
      ...(isAsked ? { consent: isAgreed } : {}),
    },
    unresolved: [],
  };
}

function valuesOf(field: Field, answer: unknown, answers: Answers): readonly unknown[] {
  return 'options' in field ? chosenOptions(field, answer, answers).map(({ value }) => value) : [plainText(answer)];
}

function entriesOf(field: Field, answer: unknown): Json[] {
  const inner = 'fields' in field && Array.isArray(field.fields) ? (field.fields as readonly Field[]) : [];
  const entries = Array.isArray(answer) ? (answer as readonly Answers[]) : [];
  return entries.map((entry) =>
    Object.fromEntries(
      inner.flatMap((each): [string, unknown][] => {
        const value = Object.hasOwn(entry, each.name) ? entry[each.name] : undefined;
        return value === undefined || value === ''
          ? []
          : [[wireText(wireOf(each), 'field') ?? each.name, valuesOf(each, value, entry)]];
      }),
    ),
  );
}
