import type { Field } from '../../posting/field-kind.js';
import { sectionsOf, type Posting } from '../../posting/posting.js';
import type { RichText } from '../../posting/text.js';

/** Every rich text that a form draws, to be prepared before it: under the keys that hold one, in fields of any type. */
export function formTexts(posting: Posting): RichText[] {
  const sections = sectionsOf(posting);
  return [
    posting.form?.description,
    ...sections.map(({ description }) => description),
    ...sections.flatMap(({ fields }) => fields.flatMap(textsOf)),
  ].filter((text) => text !== undefined);
}

function textsOf(field: Field): (RichText | undefined)[] {
  const { text, content, fields } = field as Field & { text?: RichText; content?: RichText; fields?: readonly Field[] };
  return [field.description, text, content, ...(fields ?? []).flatMap(textsOf)];
}
