import { isBasic, partsIn, standIn, textIn, type Json, type StandIn, type Told } from './stand-in.js';

interface Field {
  readonly name: string;
  readonly type: string;
  readonly values?: readonly { readonly value: unknown }[] | null;
}

interface Question {
  readonly fields: readonly Field[];
}

/** Names that are the same for every job, as the Job Board API documents them. */
const common =
  /^(id|mapped_url_token|location|latitude|longitude|data_compliance\[gdpr_\w+\]|demographic_answers\[\]\[(question_id|answer_options\]\[\]\[(answer_option_id|text))\]|employments\[\]\[(company_name|title|current|(start|end)_date\]\[(month|year))\]|educations\[\]\[(\w+_id|(start|end)_date\]\[(month|year))\])$/;

/** Greenhouse's Job Board API with one job, for the company `wetherfield`. */
export function startGreenhouse(job: Json): Promise<StandIn> {
  const key = 'greenhouse-secret-5f1d';
  const path = `/boards/wetherfield/jobs/${String(job['id'])}`;
  return standIn({
    key,
    isApplication: ({ method, path: asked }) => method === 'POST' && asked === path,
    async answer(asked, store) {
      if (asked.path !== path) return { status: 404, body: { status: 404, error: 'Job not found' } };
      if (asked.method === 'GET') return { status: 200, body: asked.query.get('questions') === 'true' ? job : {} };
      if (!isBasic(asked, key)) return { status: 401, body: { error: 'Unauthorized' } };
      const parts = await partsIn(asked);
      const refusal = refuse(parts, fieldsOf(job));
      if (refusal) return refusal;
      store(parts);
      return { status: 200, body: { success: 'Candidate saved successfully' } };
    },
  });
}

function fieldsOf(job: Json): ReadonlyMap<string, Field> {
  const blocks = (job['compliance'] ?? []) as readonly { readonly questions: readonly Question[] }[];
  const questions = [...(job['questions'] as readonly Question[]), ...blocks.flatMap(({ questions: those }) => those)];
  return new Map(questions.flatMap(({ fields }) => fields).map((field) => [field.name, field]));
}

function refuse(
  parts: readonly (readonly [string, string | File])[],
  fields: ReadonlyMap<string, Field>,
): Told | undefined {
  const unknown = parts.filter(([name]) => !fields.has(name) && !common.test(name)).map(([name]) => name);
  if (unknown.length > 0) return { status: 422, body: { error: `Invalid attributes: ${unknown.join(',')}` } };
  for (const [name, value] of parts) {
    const field = fields.get(name);
    if (typeof value !== 'string') {
      if (!/\.(pdf|docx?|txt|rtf)$/i.test(value.name)) return failed(`Uploaded ${name} has an unsupported file type.`);
    } else if (field?.type === 'input_file') {
      return failed(`Invalid attributes: ${name}`);
    } else if (field && /select$/.test(field.type) && !field.values?.some((each) => String(each.value) === value)) {
      return failed(`Invalid attributes: ${name}`);
    }
  }
  const given = new Map(parts);
  const blank = ['first_name', 'last_name', 'email'].filter((name) => !given.get(name));
  if (blank.length > 0) return failed('Validation failed: Either a name or email address is required.');
  if (/banned/.test(textIn(parts, 'last_name'))) return failed('Validation failed: Last name is not welcome.');
  return undefined;
}

/** Refusals come with the status 200. */
function failed(reason: string): Told {
  return { status: 200, body: { error: 'Failed to save person', reason } };
}
