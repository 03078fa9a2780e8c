import type { Enctype, Payload, Unresolved } from '../../form/payload.js';
import type { Application } from '../../form/application.js';
import type { FormPlan } from '../../form/form-plan.js';
import type { Part } from '../../posting/field-kind.js';
import { reservedKeys, reservedParts } from '../reserved.js';
import { answered, chosenOptions, filesOf, isGiven, plainText, wireOf, wireText, type Answered } from '../wire.js';

type Json = Record<string, unknown>;

/**
 * The application as Lever takes it: multipart under the names of API v0 (https://github.com/lever/postings-api) and of
 * the hosted form, which has the company's own questions; JSON as API v0, or, where the form came from API v1, as that
 * takes it. Files travel by multipart alone; for API v1 they are uploaded beforehand.
 */
export function toPayload(application: Application, plan: FormPlan, enctype: Enctype): Payload {
  const given = answered(application, plan);
  if (enctype === 'multipart/form-data') {
    return { enctype, parts: [...reservedParts(application), ...partsOf(given, application)], unresolved: [] };
  }
  const unresolved: Unresolved[] = [];
  const values = given.map((each): Valued => ({ ...each, value: valueOf(each, application, unresolved) }));
  const body = wireOf(plan.posting)['isV1'] === true ? toV1(values, plan) : toV0(values);
  return { enctype, body: { ...reservedKeys(application), ...body }, unresolved };
}

interface Valued extends Answered {
  readonly value: unknown;
}

function partsOf(given: readonly Answered[], { answers }: Application): readonly Part[] {
  const begun = new Set<unknown>();
  return given.flatMap(({ field, section, wire, answer }): readonly Part[] => {
    const name = wireText(wire, 'name') ?? field.name;
    const consent = wireText(wire, 'consent');
    if (consent !== undefined) {
      const policy = wireText(wire, 'policy');
      const value = String(isGiven(answer) ?? false);
      const base = `consent[${consent}]`;
      return policy === undefined
        ? [{ name: base, value }]
        : [
            { name: `${base}[provided]`, value },
            { name: `${base}[compliancePolicyId]`, value: policy },
          ];
    }
    const opening = begun.has(section) ? [] : openingOf(wireOf(section));
    begun.add(section);
    if ('options' in field) {
      const chosen = chosenOptions(field, answer, answers);
      return [...opening, ...chosen.map(({ value }) => ({ name, value: String(value) }))];
    }
    const files = filesOf(answer);
    if (files.length > 0) return [...opening, ...files.map((value) => ({ name, value }))];
    return [
      ...opening,
      { name, value: typeof answer === 'boolean' ? String(yesOrNo(answer, wire)) : plainText(answer) },
    ];
  });
}

/** A hosted form sends a card's own JSON, and a survey's id, with the answers. */
function openingOf(wire: Json): readonly Part[] {
  const card = wireText(wire, 'card');
  const survey = wireText(wire, 'survey');
  if (card !== undefined) return [{ name: `cards[${card}][baseTemplate]`, value: wireText(wire, 'template') ?? '' }];
  return survey === undefined ? [] : [{ name: `surveysResponses[${survey}][surveyId]`, value: survey }];
}

function valueOf({ field, wire, answer }: Answered, { answers }: Application, unresolved: Unresolved[]): unknown {
  if ('options' in field) {
    const values = chosenOptions(field, answer, answers).map(({ value }) => value);
    return wire['type'] === 'multiple-select' ? values : values[0];
  }
  const [file] = filesOf(answer);
  if (file) {
    if ('upload' in file && typeof file.upload === 'string') return file.upload;
    unresolved.push({ field: field.name, needs: 'upload' });
    return undefined;
  }
  return typeof answer === 'boolean' ? yesOrNo(answer, wire) : (isGiven(answer) ?? plainText(answer));
}

function yesOrNo(answer: boolean, wire: Json): unknown {
  return wire[answer ? 'yes' : 'no'] ?? answer;
}

function toV0(values: readonly Valued[]): Json {
  const body: Json = {};
  for (const { wire, field, value } of values) {
    const name = wireText(wire, 'name') ?? field.name;
    if (wire['url'] !== undefined) body['urls'] = { ...(body['urls'] as Json), [String(wireText(wire, 'url'))]: value };
    else if (wire['consent'] !== undefined)
      body['consent'] = { ...(body['consent'] as Json), ...consentOf(wire, value) };
    else {
      // `cards[ID][field0]`: a name with brackets is a place in the body.
      const [first = name, ...keys] = name.split(/[[\]]+/).filter(Boolean);
      put(body, [first, ...keys], value);
    }
  }
  return body;
}

function toV1(values: readonly Valued[], { posting }: FormPlan): Json {
  const named = (key: string): readonly Json[] =>
    values
      .filter(({ wire, value }) => wire[key] !== undefined && value !== undefined)
      .map(({ wire, value }) => ({ name: wire[key], value }));
  const keyed = (key: string): Json =>
    Object.fromEntries(
      values
        .filter(({ wire }) => wire[key] !== undefined)
        .map(({ wire, value }) => [String(wireText(wire, key)), value]),
    );
  const grouped = (key: 'card' | 'survey'): readonly (readonly [string, readonly Json[]])[] =>
    (posting.form?.sections ?? []).flatMap((section) => {
      const id = wireText(wireOf(section), key);
      if (id === undefined || !values.some(({ wire }) => wire[key] === id)) return [];
      // Each of its fields has its place, answered or not.
      const fields = section.fields.map((field) => ({
        id: wireOf(field)['id'],
        value: values.find((each) => each.field === field)?.value ?? null,
      }));
      return [[id, fields]];
    });
  const eeo = keyed('eeo');
  const [survey] = grouped('survey');
  const consents = values.filter(({ wire }) => wire['consent'] !== undefined);
  return {
    personalInformation: named('personal'),
    urls: named('url'),
    customQuestions: grouped('card').map(([id, fields]) => ({ id, fields })),
    ...(Object.keys(eeo).length > 0 ? { eeoResponses: eeo } : {}),
    ...(survey ? { diversitySurvey: { surveyId: survey[0], responses: survey[1] } } : {}),
    ...(consents.length > 0
      ? {
          consent: Object.assign(
            {},
            ...consents.map(({ wire, value }) => consentOf(wire, { provided: value })),
          ) as Json,
        }
      : {}),
  };
}

function consentOf(wire: Json, value: unknown): Json {
  const policy = wireText(wire, 'policy');
  const given =
    policy === undefined
      ? value
      : { provided: typeof value === 'object' ? (value as Json)['provided'] : value, compliancePolicyId: policy };
  return { [String(wireText(wire, 'consent'))]: given };
}

function put(body: Json, [key = '', ...rest]: readonly string[], value: unknown): void {
  if (value === undefined) return;
  if (rest.length === 0) {
    body[key] = value;
    return;
  }
  const inner = Object.hasOwn(body, key) ? (body[key] as Json) : {};
  body[key] = inner;
  put(inner, rest, value);
}
