import { partsIn, standIn, textIn, type StandIn } from './stand-in.js';

interface Question {
  readonly id: number;
  readonly kind: string;
  readonly required: boolean;
  readonly open_question_options?: readonly { readonly body: string }[];
}

export interface Offer {
  readonly slug: string;
  readonly open_questions: readonly Question[];
  readonly options_cv: string;
}

const names =
  /^candidate\[(?:name|email|phone|cv|cover_letter|photo|location_ids\]\[|open_question_answers_attributes\]\[\d+\]\[(?:open_question_id|content|flag|file|multi_content\]\[))\]$/;

/** Where the answer to a question of each kind goes. */
const contents: Readonly<Record<string, string>> = {
  boolean: 'flag',
  legal: 'flag',
  file: 'file',
  video: 'file',
  multi_choice: 'multi_content][',
};

/** Recruitee's careers site API with one offer. It wants no key. */
export function startRecruitee(offer: Offer): Promise<StandIn> {
  const path = `/api/offers/${offer.slug}/candidates`;
  return standIn({
    key: '',
    isApplication: ({ method, path: asked }) => method === 'POST' && asked === path,
    async answer(asked, store) {
      if (asked.path !== path) return { status: 404, body: { error: ['Not found'] } };
      const parts = await partsIn(asked);
      const errors: Record<string, string[]> = {};
      for (const [name] of parts) if (!names.test(name)) errors[name] = ['is unknown'];
      for (const name of ['name', 'email']) if (!textIn(parts, `candidate[${name}]`)) errors[name] = ["can't be blank"];
      if (offer.options_cv === 'required' && !parts.some(([name]) => name === 'candidate[cv]'))
        errors['cv'] = ["can't be blank"];
      if (/banned/.test(textIn(parts, 'candidate[name]'))) errors['name'] = ['is not welcome'];
      for (const { id, kind, required, open_question_options = [] } of offer.open_questions) {
        const at = parts.findIndex(([name, value]) => name.endsWith('[open_question_id]') && value === String(id));
        const [name = '', value] = parts[at + 1] ?? [];
        if (at < 0) {
          if (required) errors[`question_${id}`] = ["can't be blank"];
        } else if (
          name !== parts[at]?.[0].replace('open_question_id', contents[kind] ?? 'content') ||
          (contents[kind] === 'file') !== value instanceof File ||
          (open_question_options.length > 0 && !open_question_options.some(({ body }) => body === value))
        )
          errors[`question_${id}`] = ['is invalid'];
      }
      if (Object.keys(errors).length > 0)
        return { status: 422, body: { error: Object.values(errors).flat(), error_fields: errors } };
      store(parts);
      return { status: 201, body: { candidate: { id: 4711, emails: [textIn(parts, 'candidate[email]')] } } };
    },
  });
}
