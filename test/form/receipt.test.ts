import { expect } from 'chai';
import { planForm } from '../../src/form/form-plan.js';
import { toReceipt } from '../../src/form/receipt.js';
import type { Answers } from '../../src/posting/answers.js';
import { kindsWith } from '../../src/posting/kinds/index.js';
import type { Posting } from '../../src/posting/posting.js';
import { localize } from '../../src/posting/text.js';
import { postingWith, type Json } from '../posting/make-posting.js';
import { applicationOf, moment } from './make-answers.js';

const text = (name: string, more: Json = {}): Json => ({ name, type: 'text', ...more });

describe('the receipt', () => {
  const receiptOf = (posting: Posting, answers: Answers) =>
    toReceipt(
      planForm(posting, kindsWith()),
      applicationOf(posting, answers),
      { id: '7' },
      {
        kinds: kindsWith(),
        locale: 'en',
        text: (words) => localize(words, 'en'),
        yes: 'Yes',
        no: 'No',
        labelOf: (name) => `Label of ${name}`,
        sentAt: moment.toISOString(),
      },
    );

  it('has what the endpoint confirmed and what was answered, for a person to read', () => {
    expect(receiptOf(postingWith([text('a'), text('b')]), { a: 'x' })).to.deep.equal({
      id: '7',
      sentAt: moment.toISOString(),
      posting: { id: 'optician', title: 'Optician' },
      answers: [{ name: 'a', label: 'Label of a', text: 'x' }],
      files: [],
    });
  });

  it('has neither sensitive nor equality answers nor what the applicant never saw, wherever they stand', () => {
    const secret = { type: 'text', label: 'L', sensitive: true };
    const cv = { type: 'file', label: 'L' };
    const sections = [
      {
        fields: [
          { ...secret, name: 'tax' },
          { ...cv, name: 'passport', sensitive: true },
          { name: 'source', type: 'hidden', value: 'secret fair' },
          {
            name: 'jobs',
            type: 'repeat',
            label: 'Jobs',
            fields: [
              { ...secret, name: 'pay' },
              { ...cv, name: 'slip', sensitive: true },
              { ...text('title'), label: 'T' },
            ],
          },
        ],
      },
      {
        equality: true,
        fields: [
          { ...text('ethnicity'), label: 'E' },
          { ...cv, name: 'proof' },
        ],
      },
    ];
    const file = [{ name: 'secret.pdf', type: '', size: 5 }];
    const answers = {
      tax: 'secret',
      passport: file,
      source: 'secret',
      jobs: [{ pay: 'secret', slip: file, title: 'Weaver' }],
      ethnicity: 'secret',
      proof: file,
    };
    const receipt = receiptOf(postingWith([], { form: { sections } }), answers);
    expect(JSON.stringify(receipt)).to.not.contain('secret');
    expect(receipt.answers).to.deep.equal([{ name: 'jobs', label: 'Label of jobs', text: 'T: Weaver' }]);
  });

  it('names the files, those inside a repeat, too', () => {
    const cv = { name: 'cv', type: 'file', label: 'CV' };
    const posting = postingWith([cv, { name: 'r', type: 'repeat', fields: [{ ...cv, name: 'proof' }] }]);
    const file = (name: string) => [{ name, type: '', size: 5 }];
    expect(receiptOf(posting, { cv: file('cv.pdf'), r: [{ proof: file('p.pdf') }] }).files).to.deep.equal([
      { name: 'cv.pdf', size: 5 },
      { name: 'p.pdf', size: 5 },
    ]);
  });
});
