import type { Context, Json } from './context.js';
import { listOf } from '../lenient.js';
import { dataRule } from './schema.js';

export interface DataRules {
  readonly fields: readonly Json[];
  /** Answers to the survey may be used with a consent of their own alone. */
  readonly surveyNeedsConsent: boolean;
}

type ConsentKey =
  | 'requires_consent'
  | 'requires_processing_consent'
  | 'requires_retention_consent'
  | 'demographic_data_consent_applies';

/**
 * The permissions that a job asks for. Greenhouse says which, and leaves the words to the page. The single one is asked
 * only where it is not asked for in two.
 */
export function readDataRules(values: unknown, context: Context): DataRules {
  const { coverage } = context;
  const rules = coverage.readEach(listOf(values), dataRule, ['data_compliance']).map(({ item, path }) => {
    if (item.type !== undefined && item.type !== 'gdpr') {
      coverage.report([...path, 'type'], `"${item.type}" is read as the rules of "gdpr" are.`);
    }
    return item;
  });
  const any = (key: ConsentKey): boolean => rules.some((rule) => rule[key] === true);
  const isSplit = any('requires_processing_consent') || any('requires_retention_consent');
  const days = rules.find(({ retention_period }) => retention_period !== undefined)?.retention_period;
  const { words } = context.options;
  const { company } = context;
  return {
    surveyNeedsConsent: any('demographic_data_consent_applies'),
    fields: [
      ...(any('requires_processing_consent')
        ? [consent('gdpr_processing_consent_given', words.processingConsent(company), context)]
        : []),
      ...(any('requires_retention_consent')
        ? [consent('gdpr_retention_consent_given', words.retentionConsent(company, days), context, days)]
        : []),
      ...(any('requires_consent') && !isSplit
        ? [consent('gdpr_consent_given', words.processingConsent(company), context, days)]
        : []),
    ],
  };
}

function consent(name: string, text: string, { names, options }: Context, retentionDays?: number): Json {
  return {
    name: names.take(name, ['data_compliance']),
    type: 'consent',
    label: options.words.consent,
    text: { text },
    required: true,
    ...(retentionDays === undefined || retentionDays < 0 ? {} : { retentionDays: Math.round(retentionDays) }),
    'x-wire': { consent: name },
  };
}
