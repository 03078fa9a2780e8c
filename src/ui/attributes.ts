import type { ComplexAttributeConverter } from 'lit';

/** Written out: the list of adapters would bring their loader into the first load. */
const systems = ['greenhouse', 'lever', 'ashby', 'workable', 'recruitee', 'smartrecruiters'] as const;

/** How each attribute with a closed set of values is read. */
export const attributeReaders = {
  format: oneOf('format', ['auto', 'posting', ...systems, 'schema-org'], 'auto'),
  method: oneOf('method', ['post', 'put'], 'post'),
  enctype: oneOf('enctype', ['multipart/form-data', 'application/json'], 'multipart/form-data'),
  payload: oneOf('payload', ['plain', ...systems], undefined),
  credentials: oneOf('credentials', ['omit', 'same-origin', 'include'], 'same-origin'),
  idempotency: oneOf('idempotency', ['auto', 'header', 'field', 'off'], 'auto'),
  show: oneOf('show', ['all', 'posting', 'form'], 'all'),
  layout: oneOf('layout', ['page', 'steps'], 'page'),
  draft: oneOf('draft', ['session', 'device', 'off'], 'session'),
  draftDays: wholeNumber('draft-days', 1, 90, 7),
  validateOn: oneOf('validate-on', ['submit', 'blur'], 'submit'),
  headingLevel: wholeNumber('heading-level', 1, 5, 2),
} as const;

/**
 * Reads an attribute that takes one of a few words. Any other is reported, once for each time it is set, and the default
 * holds: a mistake in a page must not cost an applicant the form.
 */
function oneOf<Word extends string, Default extends Word | undefined>(
  name: string,
  words: readonly Word[],
  byDefault: Default,
): ComplexAttributeConverter<Word | Default> {
  return {
    fromAttribute(value) {
      if (value === null) return byDefault;
      const word = words.find((each) => each === value.trim().toLowerCase());
      if (word === undefined)
        report(name, value, words.map((each) => `"${each}"`).join(', '), byDefault ?? 'its default');
      return word ?? byDefault;
    },
  };
}

/** Reads an attribute that takes a whole number within limits, both included. */
function wholeNumber(name: string, min: number, max: number, byDefault: number): ComplexAttributeConverter<number> {
  return {
    fromAttribute(value) {
      if (value === null) return byDefault;
      const number = Number(value);
      if (Number.isInteger(number) && value.trim() !== '' && number >= min && number <= max) return number;
      report(name, value, `a whole number from ${min} to ${max}`, byDefault);
      return byDefault;
    },
  };
}

function report(name: string, value: string, expected: string, byDefault: string | number): void {
  console.error(`<job-application ${name}="${value}">: expected ${expected}; ${byDefault} is used.`);
}
