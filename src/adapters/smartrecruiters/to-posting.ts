import type { Adapted, AdapterOptions } from '../adapter.js';
import { AdapterError } from '../adapter-error.js';
import { Coverage } from '../coverage.js';
import { Names } from '../names.js';
import { pickJob } from '../pick-job.js';
import { escapeHtml, toCurrency, toDate, toInterval } from '../text.js';
import { QuestionReader, type Json } from './questions.js';
import {
  adSection,
  configuration as configurationSchema,
  policy,
  posting as postingSchema,
  postingKeys,
  type SmartPosting,
} from './schema.js';

/** SmartRecruiters takes files of up to 2 MB. */
const maxFileBytes = 2_000_000;

/** In the order in which SmartRecruiters shows them. */
const adSections: readonly string[] = [
  'companyDescription',
  'jobDescription',
  'qualifications',
  'additionalInformation',
];

/**
 * Reads a posting of SmartRecruiters (`/v1/companies/ID/postings/ID`), the configuration of its application
 * (`/postings/UUID/configuration`), or a posting that has it under `configuration`. https://developers.smartrecruiters.com
 * @throws {AdapterError} where it is neither
 */
export function toPosting(json: unknown, options: AdapterOptions): Adapted {
  const coverage = new Coverage();
  const read = postingSchema.safeParse(pickJob(json, ['content'], options.job));
  if (!read.success)
    throw new AdapterError('This JSON is no posting of SmartRecruiters: expected an object with "name" and "jobAd".');
  const posting = read.data;
  coverage.keys(posting, postingKeys, []);
  return {
    posting: { ...aboutJob(posting, coverage), form: formOf(posting, options, coverage) },
    coverage: coverage.lines,
  };
}

function formOf(posting: SmartPosting, options: AdapterOptions, coverage: Coverage): Json {
  const given = posting.configuration ?? posting;
  const path = posting.configuration === undefined ? [] : ['configuration'];
  if (posting.configuration === undefined && posting.questions === undefined) {
    coverage.report(
      [],
      'the posting comes without its questions and privacy policies; give its configuration beside it.',
    );
  }
  const read = coverage.read(given, configurationSchema, path);
  const names = new Names(coverage);
  const { words } = options;
  const usual = (name: string, type: string, label: string, rest: Json = {}): Json => ({
    name: names.take(name, []),
    type,
    label,
    ...rest,
    'x-wire': { key: name },
  });
  const pictures = { accept: ['.jpg', '.jpeg', '.png', 'image/jpeg', 'image/png'], maxBytes: maxFileBytes };
  const you = [
    usual('firstName', 'text', words.firstName, { required: true, autocomplete: 'given-name' }),
    usual('lastName', 'text', words.lastName, { required: true, autocomplete: 'family-name' }),
    usual('email', 'email', words.email, { required: true }),
    usual('phoneNumber', 'tel', words.phone),
    usual('resume', 'file', words.resume, { accept: ['.pdf', '.doc', '.docx', '.rtf'], maxBytes: maxFileBytes }),
    ...(read?.settings?.avatarUploadAvailable ? [usual('avatar', 'file', words.photo, pictures)] : []),
  ];
  const questions = new QuestionReader(coverage, names).read(read?.questions, [...path, 'questions']);
  const policies = coverage
    .readEach(read?.privacyPolicies, policy, [...path, 'privacyPolicies'])
    .map(({ item, path: at }, index) => {
      const link =
        item.url === undefined ? '' : ` <a href="${escapeHtml(item.url)}">${escapeHtml(words.privacyPolicy)}</a>`;
      return {
        name: names.take(index === 0 ? 'consent' : `consent-${index + 1}`, at),
        type: 'consent',
        label: words.consent,
        text: {
          html: `<p>${escapeHtml(words.privacyPolicyConsent(item.orgName ?? posting.company?.name ?? ''))}${link}</p>`,
        },
        required: true,
        'x-wire': { consent: true },
      };
    });
  return {
    sections: [
      { fields: you },
      ...questions,
      { fields: [usual('messageToHiringManager', 'textarea', words.message), ...policies] },
    ],
  };
}

function aboutJob(posting: SmartPosting, coverage: Coverage): Json {
  if (posting.name === undefined)
    coverage.report(['name'], 'expected the title of the job; a configuration alone has none.');
  const { city, region, country, remote, hybrid, fullLocation } = posting.location ?? {};
  const name = fullLocation ?? [city, region, country?.toUpperCase()].filter(Boolean).join(', ');
  const code = country?.toUpperCase() ?? '';
  const publishedAt = toDate(posting.releasedDate);
  const department = posting.department?.label ?? posting.function?.label;
  const { compensation } = posting;
  const currency = toCurrency(compensation?.currency);
  const interval = toInterval(compensation?.period);
  const id = posting.id ?? posting.uuid;
  return {
    ...(id === undefined ? {} : { id }),
    ...(posting.language?.code === undefined ? {} : { locale: posting.language.code }),
    title: posting.name?.trim() ?? '',
    ...(posting.active === false ? { status: 'closed' } : {}),
    ...(posting.company?.name === undefined ? {} : { company: { name: posting.company.name } }),
    ...(department === undefined ? {} : { department }),
    ...(posting.typeOfEmployment?.label === undefined ? {} : { employmentType: posting.typeOfEmployment.label }),
    ...(hybrid ? { workplace: 'hybrid' } : remote ? { workplace: 'remote' } : {}),
    locations:
      name === ''
        ? []
        : [
            {
              name,
              ...(city ? { city } : {}),
              ...(region ? { region } : {}),
              ...(/^[A-Z]{2}$/.test(code) ? { country: code } : {}),
            },
          ],
    compensation: compensation
      ? [
          {
            ...(compensation.min === undefined ? {} : { min: compensation.min }),
            ...(compensation.max === undefined ? {} : { max: compensation.max }),
            ...(currency ? { currency } : {}),
            ...(interval ? { interval } : {}),
          },
        ]
      : [],
    ...(publishedAt ? { publishedAt } : {}),
    description: adOf(posting, coverage),
    ...(posting.postingUrl === undefined ? {} : { links: { self: posting.postingUrl } }),
    'x-wire': { format: 'smartrecruiters' },
  };
}

function adOf({ jobAd }: SmartPosting, coverage: Coverage): readonly Json[] {
  const sections = jobAd?.sections ?? {};
  const keys = [
    ...adSections.filter((key) => key in sections),
    ...Object.keys(sections).filter((key) => !adSections.includes(key)),
  ];
  return keys.flatMap((key) => {
    const path = ['jobAd', 'sections', key];
    // Videos are links to players, which a posting has no place for.
    const read = key === 'videos' ? undefined : coverage.read(sections[key], adSection, path);
    if (key === 'videos') coverage.report(path, 'videos are left out.');
    if (read?.text === undefined) return [];
    return [{ ...(read.title === undefined ? {} : { heading: read.title }), html: read.text }];
  });
}
