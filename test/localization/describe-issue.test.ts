import { expect } from 'chai';
import { describeIssue } from '../../src/localization/describe-issue.js';
import { loadTranslator } from '../../src/localization/load-translator.js';
import { createTranslator } from '../../src/localization/translator.js';
import type { Ask, IssueCode, IssueParams } from '../../src/posting/issue.js';
import { codes, contextWith, everyTranslator, exampleParams, issueWith } from './support.js';

const english = createTranslator({ locale: 'en-GB' });

function inEnglish<Code extends IssueCode>(code: Code, params: IssueParams[Code], label = 'First name'): string {
  return describeIssue(issueWith(code, params), contextWith(english, label));
}

/** Words that blame or say nothing, and marks of a sentence that was put together wrongly. */
const banned =
  /\b(please|sorry|oops|invalid|valid|required field|undefined|null|NaN|bitte|leider|ungültig|gültig|Pflichtfeld)\b|\$\{|\[object/i;

const asks: readonly Ask[] = ['enter', 'select', 'yes-or-no', 'select-some', 'upload', 'add', 'confirm'];

describe('describeIssue', () => {
  const labels = ['First name', 'Why do you want to work here?', 'Tell us about a time when you were curious.'];
  for (const code of codes.filter((each) => each !== 'captcha')) {
    it(`names the field of "${code}" in every language, and blames nobody`, async () => {
      for (const translator of await everyTranslator()) {
        for (const label of labels) {
          const sentence = describeIssue(issueWith(code, exampleParams[code]), contextWith(translator, label));
          expect(sentence, translator.language).to.include(label);
          expect(sentence, translator.language).not.to.match(banned);
        }
      }
    });

    it(`says "${code}" in German otherwise than in English`, async () => {
      const said = (await everyTranslator()).map((translator) =>
        describeIssue(issueWith(code, exampleParams[code]), contextWith(translator, 'X')),
      );
      expect(new Set(said)).to.have.lengthOf(said.length);
    });
  }

  for (const ask of asks) {
    it(`asks to ${ask} what was left blank, naming the field in every language`, async () => {
      for (const translator of await everyTranslator()) {
        const sentence = describeIssue(issueWith('required', { ask }), contextWith(translator, 'First name'));
        expect(sentence).to.include('First name').and.not.match(banned);
      }
    });
  }

  it('asks to fill in a field and to answer a question', () => {
    expect(inEnglish('required', { ask: 'enter' })).to.equal('Fill in “First name”');
    expect(inEnglish('required', { ask: 'enter' }, 'Why us? (200–400 words)')).to.equal(
      'Answer “Why us? (200–400 words)”',
    );
  });

  it('speaks of the answer where the label is a question', () => {
    expect(inEnglish('too-long', { maxLength: 35 })).to.equal('“First name” must be 35 characters or fewer');
    expect(inEnglish('too-many-words', { maxWords: 400 }, 'Why us?')).to.equal(
      'Your answer to “Why us?” must be 400 words or fewer',
    );
  });

  it('counts one as one', () => {
    expect(inEnglish('too-short', { minLength: 1 })).to.equal('“First name” must be 1 character or more');
    expect(inEnglish('too-many-options', { max: 1 })).to.equal('Select no more than 1 answer for “First name”');
  });

  it("writes numbers, dates and sizes in the reader's way", async () => {
    const german = await loadTranslator('de-AT');
    const inGerman = (code: 'too-large' | 'too-early' | 'file-too-large'): string =>
      describeIssue(
        issueWith(code, { max: 1000.5, min: '2027-03-27', maxBytes: 2_500_000, index: 0 }),
        contextWith(german, 'Angabe'),
      );
    expect(inGerman('too-large')).to.match(/1.000,5/);
    expect(inGerman('too-early')).to.equal('„Angabe“: frühestens 27. März 2027');
    expect(inGerman('file-too-large')).to.match(/2,5\sMB/);
  });

  it('gives a limit with its currency or unit, and a number with the decimal sign of the language', async () => {
    expect(inEnglish('too-small', { min: 20_000, currency: 'GBP' }, 'Pay')).to.equal('“Pay” must be £20,000 or more');
    expect(inEnglish('too-large', { max: 2.5, unit: 'hours' }, 'Travel')).to.equal(
      '“Travel” must be 2.5 hours or less',
    );
    expect(inEnglish('number', {}, 'Pay')).to.equal('“Pay” must be a number, like 12 or 12.5');
    const german = contextWith(await loadTranslator('de'), 'Gehalt');
    expect(describeIssue(issueWith('number', {}), german)).to.include('12 oder 12,5');
  });

  it('gives steps as examples, without the noise of binary fractions', () => {
    expect(inEnglish('step', { step: 0.1, from: 0.1 })).to.equal('“First name” must be one of 0.1, 0.2, 0.3 and so on');
    expect(inEnglish('step', { step: 1, from: 0 })).to.equal('“First name” must be a whole number');
  });

  it('names the file at fault where its name is known', () => {
    const issue = issueWith('file-type', { index: 1, accept: ['.pdf', '.doc', '.docx'] });
    const context = contextWith(english, 'Résumé', { fileName: (index) => ['a.pdf', 'b.exe'][index] });
    expect(describeIssue(issue, context)).to.equal('“b.exe” for “Résumé” must be of the type PDF, DOC or DOCX');
    const because = issueWith('file-refused', { index: 0, because: 'type' });
    expect(describeIssue(because, context)).to.contain('“a.pdf” for “Résumé” is of a type that the service');
    expect(inEnglish('file-empty', { index: 0 }, 'Résumé')).to.equal('The selected file for “Résumé” is empty');
  });

  it("gives a rule in the author's words, or names all of its fields", () => {
    const fields = ['question', 'linkedin'];
    expect(inEnglish('at-least-one', { rule: 0, fields }, 'Résumé')).to.equal(
      'Fill in at least one of these: “Résumé” or “Label of linkedin”',
    );
    expect(inEnglish('at-least-one', { rule: 0, fields, message: { en: 'Give us one of the two' } })).to.equal(
      'Give us one of the two',
    );
  });

  it("puts the label in front of the endpoint's and the author's words, unless they have it", () => {
    const said = (message: string): string =>
      describeIssue(issueWith('server', {}, message), contextWith(english, 'E-mail'));
    expect(said('has applied already')).to.equal('“E-mail”: has applied already');
    expect(said('This e-mail has applied already')).to.equal('This e-mail has applied already');
    expect(inEnglish('pattern', { patternMessage: 'Five digits' }, 'Postcode')).to.equal('“Postcode”: Five digits');
  });

  it("names the file that the endpoint's words are about, where it is known, in place of the question", () => {
    const issue = issueWith('server', { index: 1 }, 'Unreadable scan');
    const context = contextWith(english, 'Documents');
    const fileName = (index: number): string | undefined => ['a.pdf', 'b.pdf'][index];
    expect(describeIssue(issue, { ...context, fileName })).to.equal('“b.pdf”: Unreadable scan');
    expect(describeIssue(issue, context)).to.equal('“Documents”: Unreadable scan');
  });

  it("gives the endpoint's words about the form as they are", () => {
    const issue = { field: '', code: 'server', params: {}, message: 'Applications are closed' } as const;
    expect(describeIssue(issue, contextWith(english, ''))).to.equal('Applications are closed');
  });

  it('shortens a label of a paragraph at a word, and keeps that it is a question', () => {
    const label = `Are you open to ${'working in one of our offices '.repeat(14)}each week?`;
    const sentence = inEnglish('required', { ask: 'enter' }, label);
    expect(sentence.length).to.be.below(95);
    expect(sentence).to.match(/^Answer “Are you open to .*\b(working|in|one|of|our|offices)…”$/);
  });

  it('leaves a label whole that is hardly too long', () => {
    const label = 'Describe a time when you wondered how something works, and what you did to find out';
    expect(inEnglish('required', { ask: 'enter' }, label)).to.equal(`Fill in “${label}”`);
    expect(inEnglish('required', { ask: 'enter' }, 'é'.repeat(95))).to.equal(`Fill in “${'é'.repeat(95)}”`);
    expect(inEnglish('required', { ask: 'enter' }, 'é'.repeat(96))).to.equal(`Fill in “${'é'.repeat(80)}…”`);
  });

  it('shortens a label without spaces between whole characters', () => {
    const family = '👩‍👩‍👧';
    expect(inEnglish('required', { ask: 'enter' }, family.repeat(100))).to.equal(`Fill in “${family.repeat(80)}…”`);
  });
});
