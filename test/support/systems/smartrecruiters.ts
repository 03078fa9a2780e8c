import { randomUUID } from 'node:crypto';
import { standIn, type Json, type StandIn } from './stand-in.js';

interface Question {
  readonly id: string;
  readonly label: string;
  readonly fields: readonly {
    readonly id: string;
    readonly type: string;
    readonly required: boolean;
    readonly values?: readonly { readonly id: string }[];
  }[];
}

interface Answer {
  readonly id: string;
  readonly records: readonly { readonly fields: Readonly<Record<string, readonly string[]>> }[];
}

const common: readonly string[] = [
  'firstName',
  'lastName',
  'email',
  'phoneNumber',
  'resume',
  'avatar',
  'messageToHiringManager',
  'answers',
  'consent',
];

/** SmartRecruiters' Application API with one posting. */
export function startSmartRecruiters(posting: Json): Promise<StandIn> {
  const key = 'smartrecruiters-secret-0d2e';
  const path = '/postings/8b7c/candidates';
  const { questions } = posting['configuration'] as { readonly questions: readonly Question[] };
  return standIn({
    key,
    isApplication: ({ method, path: asked }) => method === 'POST' && asked === path,
    answer(asked, store) {
      if (asked.path !== path) return { status: 404, body: { message: 'Posting not found' } };
      const body = JSON.parse(asked.body.toString()) as Json;
      const errors = [
        ...Object.keys(body)
          .filter((name) => !common.includes(name))
          .map((name) => `Unknown property ${name}`),
        ...['firstName', 'lastName', 'email'].filter((name) => !body[name]).map((name) => `${name} is required`),
        ...(/banned/.test(String(body['lastName'])) ? ['Last name is not welcome'] : []),
        ...(body['consent'] === true ? [] : ['Consent is required']),
        ...judge((body['answers'] ?? []) as readonly Answer[], questions),
      ];
      if (errors.length > 0) {
        const told = errors.map((message) => ({ code: 'INVALID', message }));
        return { status: 400, body: { message: 'Invalid request', errors: told } };
      }
      store(body);
      return { status: 201, body: { id: randomUUID(), applicationId: randomUUID() } };
    },
  });
}

function judge(answers: readonly Answer[], questions: readonly Question[]): readonly string[] {
  const unknown = answers.filter(({ id }) => !questions.some((question) => question.id === id));
  const wrong = questions.flatMap(({ id, label, fields }) => {
    const records = answers.find((answer) => answer.id === id)?.records ?? [];
    return fields
      .filter(({ type }) => type !== 'INFORMATION')
      .filter(({ id: field, required, values }) => {
        const given = records.flatMap((record) => record.fields[field] ?? []);
        const isStrange = values
          ? given.some((value) => values.length > 0 && !values.some((each) => each.id === value))
          : false;
        return isStrange || (required && given.length === 0) || given.some((value) => typeof value !== 'string');
      })
      .map(() => `Invalid answer to "${label}"`);
  });
  return [...unknown.map(({ id }) => `Unknown question ${id}`), ...wrong];
}
