import type { Field, KindMap } from '../../posting/field-kind.js';
import { sectionsOf, type Posting } from '../../posting/posting.js';
import { richText } from '../../posting/schema.js';
import type { RichText } from '../../posting/text.js';

/** Every rich text that a form draws, to be prepared before it: under the keys that hold one, in fields of any type. */
export function formTexts(posting: Posting, kinds: KindMap): RichText[] {
  const textsOf = (field: Field): unknown[] => {
    const { description, text, content } = field as Field & { text?: unknown; content?: unknown };
    return [description, text, content, ...(kinds[field.type]?.fieldsOf?.(field) ?? []).flatMap(textsOf)];
  };
  return (
    [
      posting.form?.description,
      ...sectionsOf(posting).flatMap(({ description, fields }) => [description, ...fields.flatMap(textsOf)]),
    ]
      // A type that has no such key keeps whatever stands under it unread.
      .filter((text): text is RichText => typeof text === 'string' || (!!text && richText.safeParse(text).success))
  );
}
