import * as z from 'zod/mini';
import { any, flag, id, list, maybe, numeric, text, words } from '../lenient.js';

const address = maybe(
  z.looseObject({
    postalAddress: maybe(z.looseObject({ addressLocality: text, addressRegion: text, addressCountry: text })),
  }),
);

/** A posting of `jobPosting.info`, of the public job board, or of the hosted page. */
export const posting = z.looseObject({
  id,
  title: text,
  descriptionHtml: text,
  descriptionPlain: text,
  departmentName: text,
  department: text,
  teamName: text,
  team: text,
  locationName: text,
  location: text,
  address,
  secondaryLocations: list,
  workplaceType: text,
  isRemote: flag,
  employmentType: text,
  publishedDate: text,
  publishedAt: text,
  applicationDeadline: text,
  externalLink: text,
  jobUrl: text,
  linkedData: maybe(z.looseObject({ hiringOrganization: maybe(z.looseObject({ name: text })) })),
  compensation: maybe(
    z.looseObject({ shouldDisplayCompensation: flag, compensationTiers: any, summaryComponents: any }),
  ),
  applicationFormDefinition: any,
  applicationForm: any,
  surveyFormDefinitions: any,
  surveyForms: any,
  surveyFormDefinitionIds: list,
  applicationLimitCalloutHtml: text,
});
export type AshbyPosting = z.output<typeof posting>;

export const postingKeys: readonly string[] = [
  ...Object.keys(posting.def.shape),
  ...['descriptionSocial', 'descriptionParts', 'teamNameHierarchy', 'jobId', 'locationIds', 'isListed', 'updatedAt'],
  ...[
    'suppressDescriptionOpening',
    'suppressDescriptionClosing',
    'applyLink',
    'applyUrl',
    'shouldDisplayCompensationOnJobPostings',
  ],
  ...['__typename', 'locationExternalName', 'linkedDataString', 'scrapeableCompensationSalarySummary', 'job'],
];

export const place = z.looseObject({ location: text, locationName: text, address });

export const tier = z.looseObject({ title: text, additionalInformation: text, components: any });

export const component = z.looseObject({
  summary: text,
  compensationType: text,
  interval: text,
  currencyCode: text,
  minValue: numeric,
  maxValue: numeric,
});

/** `sections`, or, in older definitions, the fields by themselves. */
export const form = z.looseObject({
  id,
  /** Of a hosted form: what its `id` is to the API. */
  sourceFormDefinitionId: id,
  title: text,
  descriptionHtml: text,
  sections: any,
  fields: any,
  fieldEntries: any,
  /** Of a survey: the form inside it. */
  formDefinition: any,
});

export const section = z.looseObject({
  title: text,
  descriptionHtml: text,
  isHidden: flag,
  fields: any,
  fieldEntries: any,
});

const field = z.looseObject({
  path: text,
  id,
  type: text,
  title: words,
  humanReadablePath: text,
  isMany: flag,
  isPrivate: flag,
  isDeactivated: flag,
  selectableValues: any,
});
const entryShape = z.looseObject({
  isRequired: flag,
  isHidden: flag,
  descriptionHtml: text,
  descriptionPlain: text,
  field,
});
/** Of an entry and of its field, which may stand in one object. */
export const entryKeys: readonly string[] = [
  ...Object.keys(entryShape.def.shape),
  ...Object.keys(field.def.shape),
  // What Ashby's own page keeps there for itself.
  ...['fieldValue', 'isNullable', 'locationTypes', 'metadata', '__typename', '__autoSerializationID'],
];

/** An entry; some have what belongs to the field beside it, without an object of its own. */
export const entry: z.ZodMiniType<z.output<typeof entryShape>> = z.pipe(
  z.pipe(
    z.record(z.string(), z.unknown()),
    z.transform((given) =>
      typeof given['field'] === 'object' || !('type' in given) ? given : { ...given, field: given },
    ),
  ),
  entryShape,
);
export type Entry = z.output<typeof entry>;

export const option = z.looseObject({
  label: words,
  value: maybe(z.union([z.string(), z.number(), z.boolean()])),
  isArchived: flag,
});
