import { expect } from 'chai';
import { cleanLabel, fieldLabel } from '../../src/localization/field-label.js';
import { createTranslator } from '../../src/localization/translator.js';
import type { Field } from '../../src/posting/field-kind.js';

const school = { type: 'text', name: 'school', label: 'School' };
const roles = {
  type: 'repeat',
  name: 'roles',
  label: 'Roles',
  fields: [{ type: 'text', name: 'title', label: 'Title' }],
};
const fields: readonly Field[] = [
  { type: 'email', name: 'email', label: 'E-mail *' },
  { type: 'text', name: 'odd[0][name]', label: 'A name with brackets' },
  { type: 'hidden', name: 'source' },
  { type: 'repeat', name: 'education', label: 'Education', fields: [school, roles] } as Field,
  { type: 'repeat', name: 'work', label: 'Work', itemLabel: 'Job', fields: [school] } as Field,
  { type: 'consent', name: 'privacy', text: { markdown: 'I **agree** to the [policy](https://example.com)' } } as Field,
  { type: 'consent', name: 'terms', text: '<p>I agree to the <a href="/terms">terms</a></p>' } as Field,
];

function labelOf(name: string): string {
  return fieldLabel(fields, name, {
    translator: createTranslator({ locale: 'en' }),
    text: (text) => (typeof text === 'string' ? text : ''),
  });
}

describe('fieldLabel', () => {
  const cases: [wireName: string, label: string][] = [
    ['email', 'E-mail'],
    ['odd[0][name]', 'A name with brackets'],
    ['source', 'source'],
    ['education', 'Education'],
    ['education[1][school]', 'Education 2: School'],
    ['education[0][roles][2][title]', 'Education 1: Roles 3: Title'],
    ['work[0][school]', 'Job 1: School'],
    ['work[0][unknown]', 'Job 1'],
    ['privacy', 'I agree to the policy'],
    ['terms', 'I agree to the terms'],
    ['unknown', ''],
    ['unknown[0][school]', ''],
    ['', ''],
  ];
  for (const [wireName, label] of cases) {
    it(`calls "${wireName}" "${label}"`, () => {
      expect(labelOf(wireName)).to.equal(label);
    });
  }
});

describe('cleanLabel', () => {
  const cases: [label: string, clean: string][] = [
    ['E-mail *', 'E-mail'],
    ['* E-mail:', 'E-mail'],
    ['E-mail* (required)', 'E-mail'],
    ['Name (Pflichtfeld)', 'Name'],
    ['Why us?*', 'Why us?'],
    ['Notes (optional)', 'Notes'],
    ['Notes – freiwillig', 'Notes'],
    ['Alter [Pflichtangabe] *', 'Alter'],
    ['Re-required', 'Re-required'],
    ['*', '*'],
    ['First\n  name', 'First name'],
  ];
  for (const [label, clean] of cases) {
    it(`makes "${clean}" of ${JSON.stringify(label)}`, () => {
      expect(cleanLabel(label)).to.equal(clean);
    });
  }
});
