import type { Field, KindMap } from '../../posting/field-kind.js';
import { kindOf } from '../../posting/answers.js';
import { sectionsOf, type Posting } from '../../posting/posting.js';

/**
 * Tells which fields to mark as optional: those of a form that requires most answers, where a star would be passed over
 * (GOV.UK, question pages). Not those that a rule asks for all the same, nor those of a section about equality, which
 * says it once for all.
 */
export function optionalFields(posting: Posting, kinds: KindMap): (field: Field) => boolean {
  const asked = sectionsOf(posting).flatMap(({ fields, equality }) =>
    fields
      .filter((field) => kindOf(field, kinds).isQuestion && kindOf(field, kinds).isVisible)
      .map((field) => ({ field, equality })),
  );
  if (asked.filter(({ field }) => field.required).length * 2 <= asked.length) return () => false;
  const ruled = new Set(posting.form?.rules.flatMap(({ fields }) => fields));
  const marked = new Set(
    asked
      .filter(({ field, equality }) => !field.required && equality !== true && !ruled.has(field.name))
      .map(({ field }) => field),
  );
  return (field) => marked.has(field);
}
