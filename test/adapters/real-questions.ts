/** What real answers ask, read out of them without the adapters: the measure that these are held against. */

/** One question of a system, and where its answer has to be in what is sent. */
export interface Asked {
  readonly label: string;
  readonly required: boolean;
  /** Words of the options, in their order. */
  readonly options: readonly string[];
  readonly kinds: readonly string[];
  /** Finds the answer in parts, or in a JSON body; `undefined` where it is missing. */
  readonly inParts?: (parts: Parts) => unknown;
  readonly inBody?: (body: Json) => unknown;
  /** What an answer may be, where only some may: for parts as text, for JSON as it is. */
  readonly values?: readonly unknown[];
  readonly isList?: boolean;
}

export type Parts = readonly (readonly [name: string, value: unknown])[];
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- real answers, each of its own shape
export type Json = any;

/** Which questions an answer asks, and for a list, those of each of its jobs. */
export const askedBy: Readonly<
  Record<string, (json: Json) => readonly { readonly job?: string; readonly asked: readonly Asked[] }[]>
> = {
  greenhouse: (json) => [{ asked: greenhouse(json) }],
  lever: (json) => (Array.isArray(json) ? json.map(({ id }) => ({ job: id, asked: [] })) : [{ asked: lever(json) }]),
  ashby: (json) => [{ asked: ashby(json) }],
  workable: (json) => [{ asked: workable(json) }],
  recruitee: (json) => json.offers.map((offer: Json) => ({ job: offer.slug, asked: recruitee(offer) })),
  smartrecruiters: (json) => [{ asked: smartrecruiters(json) }],
};

function greenhouse(json: Json): readonly Asked[] {
  const kinds: Record<string, string[]> = {
    input_text: ['text', 'email', 'tel', 'url'],
    textarea: ['textarea'],
    input_file: ['file'],
    multi_value_single_select: ['choice', 'boolean'],
    multi_value_multi_select: ['choice'],
  };
  const ofQuestion = ({ label, required, fields: [field] }: Json): Asked => {
    const values = (field.values ?? []).map((each: Json) =>
      /^(?:disability_status|veteran_status|race|gender)$/.test(field.name) ? Number(each.value) : each.value,
    );
    const key = field.name.replace('[]', '');
    return {
      label: label.trim(),
      required: required === true,
      options: (field.values ?? []).map((each: Json) => each.label),
      kinds: kinds[field.type] ?? ['text', 'choice'],
      inParts: part(field.name),
      inBody: (body) => body[key] ?? body[`${key}_content`],
      ...(values.length > 0 ? { values } : {}),
      isList: field.type === 'multi_value_multi_select',
    };
  };
  const ofSurvey = ({ id, label, required, answer_options, type }: Json): Asked => ({
    label: label.trim(),
    required: required === true,
    options: answer_options.map((each: Json) => each.label),
    kinds: ['choice'],
    inParts: (parts) =>
      parts.some(([name, value]) => name === 'demographic_answers[][question_id]' && value === String(id))
        ? 'asked'
        : undefined,
    inBody: (body) => {
      const chosen = body.demographic_answers
        .find((each: Json) => each.question_id === id)
        ?.answer_options.map((each: Json) => each.answer_option_id);
      return type === 'multi_value_multi_select' ? chosen : chosen?.[0];
    },
    values: ['asked', ...answer_options.map((each: Json) => each.id)],
    isList: type === 'multi_value_multi_select',
  });
  const eeoc = (json.compliance ?? [])
    .flatMap(({ questions }: Json) => questions)
    .map((each: Json) => ({ ...each, label: humanised(each.label) }));
  return [
    ...[...json.questions, ...eeoc].map(ofQuestion),
    ...(json.demographic_questions?.questions ?? []).map(ofSurvey),
  ];
}

function lever(json: Json): readonly Asked[] {
  const kinds: Record<string, string[]> = {
    text: ['text', 'email', 'tel', 'url'],
    textarea: ['textarea'],
    dropdown: ['choice'],
    'multiple-choice': ['choice'],
    university: ['text'],
    'file-upload': ['file'],
  };
  const names: Record<string, string> = {
    fullName: 'name',
    currentCompany: 'org',
    currentLocation: 'location',
    additionalInformation: 'comments',
  };
  const asked = (field: Json, name: string): Asked => ({
    label: field.text,
    required: field.required,
    options: (field.options ?? []).map((each: Json) => each.text),
    kinds: kinds[field.type] ?? [],
    inParts: part(name),
    ...(field.options ? { values: field.options.map((each: Json) => each.text) } : {}),
  });
  const data = json.data ?? json;
  const cards = [...(data.customQuestions ?? []), ...(data.cards ?? []).map((each: Json) => each.baseTemplate)];
  return [
    ...(data.personalInformation ?? []).map((field: Json) => asked(field, names[field.name] ?? field.name)),
    ...(data.urls ?? []).map((field: Json) => asked(field, `urls[${field.name}]`)),
    ...cards.flatMap((card: Json) =>
      card.fields.map((field: Json, index: number) => asked(field, `cards[${card.id}][field${index}]`)),
    ),
    ...Object.entries(data.eeoQuestions ?? {}).map(([key, field]) => asked(field, `eeo[${key}]`)),
  ];
}

function ashby(json: Json): readonly Asked[] {
  const kinds: Record<string, string[]> = {
    String: ['text', 'url'],
    LongText: ['textarea'],
    Email: ['email'],
    Url: ['url'],
    ValueSelect: ['choice'],
    Location: ['location'],
    File: ['file'],
  };
  const form = json.results?.applicationFormDefinition ?? json.data.jobPosting.applicationForm;
  const submitted = (body: Json, path: string): unknown =>
    body.applicationForm.fieldSubmissions.find((each: Json) => each.path === path)?.value;
  return form.sections.flatMap((section: Json) =>
    (section.fields ?? section.fieldEntries).map(({ field, isRequired }: Json): Asked => ({
      label: field.title.trim(),
      required: isRequired,
      options: (field.selectableValues ?? []).map((each: Json) => each.label),
      kinds: kinds[field.type] ?? [],
      inParts: (parts) =>
        submitted(
          { applicationForm: JSON.parse(String(parts.find(([name]) => name === 'applicationForm')?.[1])) },
          field.path,
        ),
      ...(field.type === 'File' ? {} : { inBody: (body: Json) => submitted(body, field.path) }),
      ...(field.selectableValues ? { values: field.selectableValues.map((each: Json) => each.value) } : {}),
    })),
  );
}

function workable(json: Json): readonly Asked[] {
  const kinds: Record<string, string[]> = {
    text: ['text'],
    string: ['text', 'tel', 'url'],
    email: ['email'],
    phone: ['tel'],
    paragraph: ['textarea'],
    free_text: ['textarea'],
    boolean: ['boolean'],
    file: ['file'],
    dropdown: ['choice'],
    complex: ['repeat'],
  };
  const fields = Array.isArray(json) ? json.flatMap((section: Json) => section.fields) : json.form_fields;
  return fields.map((field: Json): Asked => {
    const key = field.id ?? field.key;
    const answer = (body: Json): unknown => {
      const found = body.candidate.answers?.find((each: Json) => each.question_key === key);
      return found
        ? (found.choices?.[0] ?? found.checked ?? found.file ?? found.body)
        : (body.candidate[key] ?? body.candidate[`${key}_entries`]);
    };
    return {
      label: field.label.trim(),
      required: field.required,
      options: (field.options ?? []).map((each: Json) => each.value),
      kinds: kinds[field.type] ?? [],
      inBody: answer,
      ...(field.options ? { values: field.options.map((each: Json) => each.name) } : {}),
    };
  });
}

function recruitee(offer: Json): readonly Asked[] {
  const kinds: Record<string, string[]> = {
    string: ['text', 'url'],
    text: ['textarea'],
    boolean: ['boolean'],
    single_choice: ['choice'],
    multi_choice: ['choice'],
  };
  const contents: Record<string, string> = {
    boolean: '[flag]',
    legal: '[flag]',
    multi_choice: '[multi_content][]',
    file: '[file]',
  };
  const asking = offer.open_questions.filter(({ kind }: Json) => kind !== 'infobox');
  return asking.map((question: Json): Asked => ({
    label: question.body.trim(),
    required: question.required,
    options: (question.open_question_options ?? []).map((each: Json) => each.body),
    kinds: kinds[question.kind] ?? [],
    inParts: (parts) => {
      const at = parts.findIndex(
        ([name, value]) => name.endsWith('[open_question_id]') && value === String(question.id),
      );
      const [name, value] = parts[at + 1] ?? ['', undefined];
      return name.endsWith(contents[question.kind] ?? '[content]') ? value : undefined;
    },
  }));
}

function smartrecruiters(json: Json): readonly Asked[] {
  const questions = json.configuration?.questions ?? json.questions ?? [];
  return questions.flatMap(({ id, label, repeatable, fields }: Json) =>
    fields
      .filter(({ type }: Json) => type !== 'INFORMATION')
      .map((field: Json): Asked => ({
        label: fields.length > 1 && !repeatable ? field.label : label,
        required: field.required,
        options: [],
        kinds: [repeatable ? 'repeat' : 'choice'],
        inBody: (body) => body.answers.find((each: Json) => each.id === id)?.records[0].fields[field.id],
      })),
  );
}

function part(name: string): (parts: Parts) => unknown {
  return (parts) => parts.find(([each]) => each === name)?.[1];
}

/** `DisabilityStatus` */
function humanised(name: string): string {
  const words = name.replace(/(.)([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
