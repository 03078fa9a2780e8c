import type { EducationItem } from '../adapter.js';
import type { Context, Json } from './context.js';
import { question, type Job } from './schema.js';

/** The question about the applicant's place: one field here, three at Greenhouse, of which two are coordinates. */
export function readLocation(values: unknown, { coverage, names, options }: Context): Json | undefined {
  const path = ['location_questions'];
  const questions = coverage.readEach(values, question, path).map(({ item }) => ({
    item,
    names: JSON.stringify(item.fields ?? ''),
  }));
  const place = questions.find(({ names: given }) => given.includes('"location"'))?.item;
  if (!place) {
    if (questions.length > 0) coverage.report(path, 'expected a question with the field "location"; it is left out.');
    return undefined;
  }
  if (options.suggest === undefined) {
    coverage.report(
      path,
      'Greenhouse ignores a place without coordinates; give `suggest` so that applicants choose one that has them.',
    );
  }
  return {
    name: names.take('location', path),
    type: 'location',
    label: place.label?.trim() || options.words.location,
    ...(place.required ? { required: true } : {}),
    latitudeName: names.take('latitude', path),
    longitudeName: names.take('longitude', path),
    ...(options.suggest === undefined ? {} : { suggest: options.suggest, coordinates: true }),
    'x-wire': { location: true },
  };
}

/** Sections for schools and for employers, where the job asks for them. */
export function readHistory({ education, employment }: Job, context: Context): readonly Json[] {
  return [...readEducation(education, context), ...readEmployment(employment, context)];
}

function readEducation(setting: string | undefined, context: Context): readonly Json[] {
  const isRequired = readSetting(setting, 'education', context);
  if (isRequired === undefined) return [];
  const { coverage, names, options } = context;
  const { words, education = {} } = options;
  if (!education.schools || !education.degrees || !education.disciplines) {
    coverage.report(
      ['education'],
      'Greenhouse wants ids of schools, degrees and disciplines; give the lists of its education endpoints as `education`, or have the receiver look up what is written.',
    );
  }
  const part = (name: string, label: string, items: readonly EducationItem[] | undefined): Json => ({
    name,
    label,
    ...(isRequired ? { required: true } : {}),
    ...(items && items.length > 0
      ? {
          type: 'choice',
          display: 'combobox',
          options: items.map(({ id, text }) => ({ value: String(id), label: text })),
        }
      : { type: 'text' }),
  });
  return [
    {
      title: words.education,
      fields: [
        {
          name: names.take('educations', ['education']),
          type: 'repeat',
          label: words.education,
          itemLabel: words.school,
          ...(isRequired ? { required: true } : {}),
          fields: [
            part('school_name_id', words.school, education.schools),
            part('degree_id', words.degree, education.degrees),
            part('discipline_id', words.discipline, education.disciplines),
            { name: 'start_date', type: 'month', label: words.startDate, display: 'fields' },
            { name: 'end_date', type: 'month', label: words.endDate, display: 'fields' },
          ],
          'x-wire': { history: 'educations' },
        },
      ],
    },
  ];
}

function readEmployment(setting: string | undefined, context: Context): readonly Json[] {
  const isRequired = readSetting(setting, 'employment', context);
  if (isRequired === undefined) return [];
  const { words } = context.options;
  return [
    {
      title: words.employment,
      fields: [
        {
          name: context.names.take('employments', ['employment']),
          type: 'repeat',
          label: words.employment,
          itemLabel: words.employer,
          ...(isRequired ? { required: true } : {}),
          fields: [
            { name: 'company_name', type: 'text', label: words.employer, required: true },
            { name: 'title', type: 'text', label: words.jobTitle, required: true },
            {
              name: 'start_date',
              type: 'month',
              label: words.startDate,
              required: true,
              max: 'today',
              display: 'fields',
            },
            { name: 'current', type: 'boolean', label: words.currentJob, required: true },
            {
              name: 'end_date',
              type: 'month',
              label: words.endDate,
              required: true,
              display: 'fields',
              // Greenhouse refuses a job that is over without its end.
              showIf: { '==': [{ var: 'current' }, false] },
            },
          ],
          'x-wire': { history: 'employments' },
        },
      ],
    },
  ];
}

/** `education_required`; `undefined` where it is not asked for. */
function readSetting(setting: string | undefined, key: string, { coverage }: Context): boolean | undefined {
  if (setting === undefined || setting === `${key}_hidden`) return undefined;
  if (setting !== `${key}_optional` && setting !== `${key}_required`) {
    coverage.report([key], `expected "${key}_optional" or "${key}_required"; it is not asked for.`);
    return undefined;
  }
  return setting === `${key}_required`;
}
