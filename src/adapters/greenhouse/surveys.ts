import type * as z from 'zod/mini';
import { askedWords, withBareOptions } from '../asked-words.js';
import { choiceKeys } from '../choice-field.js';
import { firstGiven, listOf } from '../lenient.js';
import { humanise, unescapeHtml } from '../text.js';
import type { Context, Json, Path } from './context.js';
import { readQuestion, readQuestions } from './questions.js';
import {
  compliance,
  question,
  someQuestion,
  survey,
  surveyOption,
  surveyQuestion,
  surveyQuestionKeys,
} from './schema.js';

/**
 * Questions that the law of the United States has contractors ask: blocks, the first a statement without questions.
 * Their labels are names for machines, their answers integers, though they are given as texts.
 */
export function readCompliance(values: unknown, context: Context): readonly Json[] {
  return context.coverage.readEach(listOf(values), compliance, ['compliance']).flatMap(({ item, path }): Json[] => {
    // Some boards give the questions themselves, without a block around them.
    const questions =
      item.fields === undefined
        ? readQuestions(item.questions, [...path, 'questions'], context)
        : context.coverage.readEach([item], question, path).flatMap((each) => readQuestion(each.item, path, context));
    const fields = questions.map((field) => ({
      ...field,
      ...(typeof field['label'] === 'string' ? { label: humanName(field['label']) } : {}),
      'x-wire': { ...(field['x-wire'] as Json), isEeoc: true },
    }));
    const html =
      item.description === undefined || item.fields !== undefined ? undefined : unescapeHtml(item.description);
    if (fields.length === 0) {
      return html === undefined ? [] : [{ equality: true, fields: [{ type: 'content', content: { html } }] }];
    }
    return [{ equality: true, ...(html === undefined ? {} : { description: { html } }), fields }];
  });
}

/** `DisabilityStatus`; what a company has put in words of its own stays. */
function humanName(label: string): string {
  return /\s/.test(label) ? label : humanise(label);
}

/** A survey of the company's own; `undefined` where there is none. */
export function readSurvey(value: unknown, needsConsent: boolean, context: Context): Json | undefined {
  if (value === undefined || value === null) return undefined;
  const { coverage, options, company, names } = context;
  const path: Path = ['demographic_questions'];
  const read = coverage.read(Array.isArray(value) ? { questions: value as unknown[] } : value, survey, path);
  if (!read) return undefined;
  const questions = coverage
    .readEach(read.questions, someQuestion, [...path, 'questions'])
    .flatMap(({ item, path: at }) => {
      // Some boards ask them as they ask any other.
      const other = firstGiven(item.fields) === undefined ? undefined : coverage.read(item, question, at);
      if (other) return readQuestion(other, at, context);
      const own = coverage.read(item, surveyQuestion, at);
      return own ? [readSurveyQuestion(own, at, context)] : [];
    });
  if (questions.length === 0) return undefined;
  const consent = needsConsent
    ? {
        name: names.take('gdpr_demographic_data_consent_given', path),
        type: 'consent',
        label: options.words.consent,
        text: { text: options.words.surveyConsent(company) },
        'x-wire': { consent: 'gdpr_demographic_data_consent_given' },
      }
    : undefined;
  return {
    equality: true,
    title: read.header ?? options.words.equality,
    ...(read.description === undefined ? {} : { description: { html: unescapeHtml(read.description) } }),
    fields: [...(consent ? [consent] : []), ...questions],
  };
}

/** Where the survey has a consent of its own, an answer without it is an issue. */
export function surveyRules(section: Json | undefined, { options }: Context): readonly Json[] {
  const fields = (section?.['fields'] ?? []) as readonly Json[];
  const consent = fields.find(({ type }) => type === 'consent');
  const questions = fields.filter((field) => field !== consent && field['name'] !== undefined);
  // A condition has a limit.
  if (!consent || questions.length > 50) return [];
  return [
    {
      assert: { or: [{ var: consent['name'] }, { and: questions.map(({ name }) => ({ '!': { var: name } })) }] },
      fields: [consent['name']],
      message: options.words.surveyNeedsConsent,
    },
  ];
}

function readSurveyQuestion(question: z.output<typeof surveyQuestion>, path: Path, { coverage, names }: Context): Json {
  coverage.keys(question, surveyQuestionKeys, path);
  const isMultiple = /^multi_(?:value_multi_)?select$/.test(question.type ?? '');
  if (question.type !== `multi_value_${isMultiple ? 'multi' : 'single'}_select`) {
    coverage.report(path, `the type "${question.type ?? ''}" is not one of a survey's; it is asked as a choice.`);
  }
  const words = askedWords(question.label?.trim() ?? '');
  const given = withBareOptions(question.answer_options, 'id');
  const options = coverage.readEach(given, surveyOption, [...path, 'answer_options']);
  if (options.length === 0) {
    coverage.report(path, `"${words.label}" has nothing to choose from; its words are shown alone.`);
    return { type: 'content', content: { text: words.label } };
  }
  const name = names.take(`demographic_${question.id}`, path);
  const html = [words.html, question.description].filter((each) => each !== undefined).map(unescapeHtml);
  return {
    name,
    label: words.label || name,
    ...(question.required ? { required: true } : {}),
    ...(html.length === 0 ? {} : { description: html.join('\n') }),
    ...choiceKeys(
      options.map(({ item, path: at }) => {
        coverage.hasValue(item.id, item.label, at);
        return {
          value: item.id,
          label: item.label ?? '',
          isDecline: item.decline_to_answer,
          ...(item.free_form ? { freeText: names.take(`${name}_${item.id ?? String(at.at(-1))}_text`, at) } : {}),
        };
      }),
      isMultiple,
    ),
    'x-wire': { demographic: question.id },
  };
}
