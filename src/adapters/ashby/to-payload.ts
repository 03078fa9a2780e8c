import type { Enctype, Payload, Unresolved } from '../../form/payload.js';
import type { Application } from '../../form/application.js';
import type { FormPlan } from '../../form/form-plan.js';
import type { Part } from '../../posting/field-kind.js';
import { toJson } from '../../posting/to-json.js';
import { reservedKeys, reservedParts } from '../reserved.js';
import { answered, chosenOptions, filesOf, isGiven, plainText, wireOf, wireText, type Answered } from '../wire.js';

type Json = Record<string, unknown>;

/**
 * The application as `applicationForm.submit` takes it: https://developers.ashbyhq.com/reference/applicationformsubmit.
 * In multipart a file's value is the name of its part; in JSON it is the handle of an upload made beforehand. Answers to
 * surveys stand apart, under `surveySubmissions`: they go to `surveySubmission.create`, once the application is stored.
 */
export function toPayload(application: Application, plan: FormPlan, enctype: Enctype): Payload {
  const given = answered(application, plan);
  const files: Part[] = [];
  const unresolved: Unresolved[] = [];
  const attach = (each: Answered): unknown => {
    const values = filesOf(each.answer).flatMap((file): readonly string[] => {
      if ('upload' in file && typeof file.upload === 'string') return [file.upload];
      if (enctype === 'application/json') {
        unresolved.push({ field: each.field.name, needs: 'upload' });
        return [];
      }
      const name = `file_${files.length + 1}`;
      files.push({ name, value: file });
      return [name];
    });
    return each.wire['isMany'] === true ? values : values[0];
  };
  const submit = (those: readonly Answered[]): readonly Json[] =>
    submissions(those, (each) => valueOf(each, application, attach));

  const surveys = new Map<string, Answered[]>();
  const own: Answered[] = [];
  for (const each of given) {
    const survey = wireText(each.wire, 'survey');
    if (survey === undefined) own.push(each);
    else surveys.set(survey, [...(surveys.get(survey) ?? []), each]);
  }
  const id = wireText(wireOf(plan.posting), 'id') ?? application.posting;
  const applicationForm = { fieldSubmissions: submit(own) };
  const surveySubmissions = [...surveys].map(([surveyFormDefinitionId, those]) => ({
    surveyFormDefinitionId,
    submittedValues: { fieldSubmissions: submit(those) },
  }));
  if (enctype === 'application/json') {
    return {
      enctype,
      body: {
        ...reservedKeys(application),
        ...(id === undefined ? {} : { jobPostingId: id }),
        applicationForm,
        ...(surveySubmissions.length > 0 ? { surveySubmissions } : {}),
      },
      unresolved,
    };
  }
  return {
    enctype,
    parts: [
      ...reservedParts(application),
      ...(id === undefined ? [] : [{ name: 'jobPostingId', value: id }]),
      { name: 'applicationForm', value: toJson(applicationForm) },
      ...(surveySubmissions.length > 0 ? [{ name: 'surveySubmissions', value: toJson(surveySubmissions) }] : []),
      ...files,
    ],
    unresolved,
  };
}

/** One for each path; a value that was asked for in parts comes together again. */
function submissions(given: readonly Answered[], read: (each: Answered) => unknown): readonly Json[] {
  const values = new Map<string, unknown>();
  for (const each of given) {
    const path = wireText(each.wire, 'path') ?? each.field.name;
    const part = wireText(each.wire, 'part');
    const value = read(each);
    if (value === undefined) continue;
    values.set(path, part === undefined ? value : { ...(values.get(path) as Json), ...typeOf(each), [part]: value });
  }
  return [...values].map(([path, value]) => ({ path, value }));
}

function typeOf({ wire }: Answered): Json {
  if (wire['type'] === 'NumberRange') return { type: 'number-range' };
  return wire['type'] === 'CompensationRange' ? { type: 'compensation-range', interval: '1 YEAR' } : {};
}

function valueOf(each: Answered, { answers }: Application, attach: (each: Answered) => unknown): unknown {
  const { field, wire, answer } = each;
  if ('options' in field) {
    const values = chosenOptions(field, answer, answers).map(({ value }) => value);
    if (wire['type'] === 'Score') return { score: values[0] };
    return wire['type'] === 'MultiValueSelect' ? values : values[0];
  }
  const given = isGiven(answer);
  if (given !== undefined) return given;
  if (typeof answer === 'boolean' || typeof answer === 'number') return answer;
  if (Array.isArray(answer)) return attach(each);
  switch (wire['type']) {
    case 'Location':
      return { city: plainText(answer) };
    case 'RichText':
      return { type: 'PlainText', value: answer };
    case 'MultiValueSelect':
      return [plainText(answer)];
    default:
      return plainText(answer);
  }
}
