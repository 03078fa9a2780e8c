import { expect } from 'chai';
import { PostingError } from '../../src/posting/errors.js';
import { parsePosting } from '../../src/posting/parse-posting.js';
import { fieldsOf } from '../../src/posting/posting.js';
import { fieldWith, pointersIn, postingJson, problemsIn } from './make-posting.js';

const email = { name: 'email', type: 'email', label: 'E-mail' };

/** Every key of a posting, each with a value of every shape that it may have. */
const whole = {
  $schema: './posting.schema.json',
  id: 'optician-leeds',
  locale: 'en-GB',
  title: { en: 'Optician', de: 'Optiker' },
  status: 'pool',
  notice: { markdown: { en: '**Not now**' } },
  company: { name: 'Wetherfield Instruments', url: 'https://www.example.org', logo: '/logo.svg' },
  department: 'Lenses',
  employmentType: 'full-time',
  workplace: 'hybrid',
  locations: [{ name: 'Leeds, UK', city: 'Leeds', region: 'West Yorkshire', country: 'GB' }],
  compensation: [
    { label: 'Salary', min: 30_000, max: '41000.50', currency: 'GBP', interval: 'year', note: { en: 'gross' } },
  ],
  publishedAt: '2026-11-01',
  closesAt: '2027-01-31T23:59:00Z',
  description: [{ heading: 'The work', html: '<p>Lenses</p>' }, 'compensation', { text: 'Plain' }],
  links: { allJobs: '/jobs', privacyPolicy: '/privacy', help: '/help', self: '/jobs/1' },
  form: {
    action: '/applications',
    title: 'Apply',
    description: { html: { en: '<p>Hello</p>' } },
    submitLabel: { en: 'Send', de: 'Senden' },
    sections: [
      { id: 'you', title: 'You', description: 'Who', showIf: { '==': [1, 1] }, equality: true, fields: [email] },
    ],
    rules: [
      { rule: 'at-least-one', fields: ['email'], message: 'One' },
      { assert: { '!': { var: 'x' } }, fields: ['email'], message: { en: 'No x' } },
    ],
  },
};

describe('parsePosting', () => {
  it('reads the least posting there is', () => {
    const posting = parsePosting({ title: 'Optician', form: { sections: [{ fields: [email] }] } });
    expect(posting.title).to.equal('Optician');
    expect(posting.status).to.equal('open');
    expect(fieldsOf(posting)).to.have.length(1);
  });

  it('reads a posting without a form', () => {
    expect(parsePosting({ title: 'Optician' }).form).to.equal(undefined);
  });

  it('reads every key in each of its shapes', () => {
    const posting = parsePosting(whole);
    expect(posting.compensation[0]).to.include({ min: 30_000, max: 41_000.5 });
    expect(posting.description).to.deep.equal(whole.description);
    expect(posting.form?.rules).to.deep.equal(whole.form.rules);
    expect(posting.form?.sections[0]).to.include({ id: 'you', equality: true });
  });

  it('does not change what it is given', () => {
    const before = JSON.stringify(whole);
    parsePosting(whole);
    expect(JSON.stringify(whole)).to.equal(before);
  });

  it('takes null for absent, at any depth', () => {
    const posting = parsePosting({ title: 'Optician', notice: null, links: { help: null }, form: null });
    expect(posting).to.not.have.any.keys('notice', 'form');
    expect(posting.links).to.not.have.property('help');
    expect(fieldWith({ type: 'text', maxLength: null })).to.not.have.property('maxLength');
  });

  it('keeps null inside a condition, where it means something', () => {
    const showIf = { '==': [{ var: 'x' }, null] };
    expect(fieldWith({ type: 'text', showIf }).showIf).to.deep.equal(showIf);
  });

  it('takes a number written in digits', () => {
    expect(fieldWith({ type: 'text', maxLength: '40' })).to.have.property('maxLength', 40);
    expect(fieldWith({ type: 'number', min: '-1.5', max: '10' })).to.include({ min: -1.5, max: 10 });
    expect(fieldWith({ type: 'file', maxBytes: '1000000' })).to.have.property('maxBytes', 1_000_000);
  });

  it('takes a number as the posting’s id, and makes it a text', () => {
    expect(parsePosting({ title: 'Optician', id: 4_000_000_007 }).id).to.equal('4000000007');
  });

  it('keeps keys that it does not know, in the posting, a section, a field and an option', () => {
    const posting = parsePosting({
      title: 'Optician',
      team: { size: 5 },
      form: { sections: [{ hint: 'x', fields: [{ ...email, placeholder: 'you@example.org' }] }] },
    });
    expect(posting).to.have.deep.property('team', { size: 5 });
    expect(posting.form?.sections[0]).to.have.property('hint', 'x');
    expect(fieldsOf(posting)[0]).to.have.property('placeholder', 'you@example.org');
    expect(fieldWith({ type: 'choice', options: [{ value: 'a', rank: 1 }] })).to.have.nested.property(
      'options[0].rank',
      1,
    );
  });

  it('keeps a key of groups on a field in an entry that is none', () => {
    const inner = { name: 'place', type: 'text', label: 'Place', fields: [0, null] };
    const group = { name: 'posts', type: 'repeat', label: 'Posts', min: 1, fields: [inner] };
    expect(problemsIn({ title: 'T', form: { sections: [{ fields: [group] }] } })).to.deep.equal([]);
  });

  it('gives sections without an id one of their own', () => {
    const posting = parsePosting({ title: 'Optician', form: { sections: [{}, { id: 'x' }, {}] } });
    expect(posting.form?.sections.map(({ id }) => id)).to.deep.equal(['section-1', 'x', 'section-3']);
  });

  for (const type of ['signature', 'constructor', '__proto__', 'toString', '']) {
    it(`asks a question of the unknown type ${JSON.stringify(type)} as a text`, () => {
      expect(fieldWith({ type })).to.include({ type: 'text', unknownType: type });
    });
  }
});

describe('the problems of a posting', () => {
  it('are told all at once, each with its pointer', () => {
    const json = {
      title: 7,
      status: 'maybe',
      company: { name: false },
      compensation: [{ currency: 'pounds', interval: 'century' }],
      closesAt: 'soon',
    };
    expect(pointersIn(json)).to.have.members([
      '/title',
      '/status',
      '/company/name',
      '/compensation/0/currency',
      '/compensation/0/interval',
      '/closesAt',
    ]);
  });

  it('are in the message of the error, for whoever reads the console', () => {
    expect(() => parsePosting({ title: 7, status: 'maybe' }))
      .to.throw(PostingError)
      .with.property('message')
      .that.matches(/2 problems[\s\S]*\/title: [\s\S]*\/status: one of "open", "pool", "closed"/);
  });

  for (const json of [undefined, null, 'posting', 7, true, []]) {
    it(`are at the whole where that is ${JSON.stringify(json)}`, () => {
      expect(pointersIn(json)).to.deep.equal(['']);
    });
  }

  it('say what was expected', () => {
    const [problem] = problemsIn({ title: 'T', form: { sections: {} } });
    expect(problem).to.deep.equal({ pointer: '/form/sections', expected: 'a list' });
  });

  it('say it in words, with an example where a text is to have a form', () => {
    const rich = 'a text, or an object with "html", "markdown" or "text"';
    const json = {
      title: 'T',
      notice: { de: 'Hallo', en: 'Hello' },
      closesAt: 'soon',
      compensation: [{ currency: '€' }],
      form: { fields: [] },
    };
    expect(problemsIn(json)).to.have.deep.members([
      { pointer: '/notice', expected: rich },
      { pointer: '/closesAt', expected: 'a date, such as 2027-01-31' },
      { pointer: '/compensation/0/currency', expected: 'three letters, such as EUR' },
      { pointer: '/form', expected: 'an object with "sections", each with its "fields"' },
    ]);
    const fields = [
      { name: 'a', label: 'A', type: 'tel', country: 'Germany' },
      { name: 'b', type: 'hidden', from: 'cookie' },
      { name: 'c', label: 'C', type: 'number', currency: 'euro' },
    ];
    expect(problemsIn({ title: 'T', form: { sections: [{ fields }] } }).map(({ expected }) => expected)).to.deep.equal([
      'two letters, such as GB',
      '"query:" and a name, "referrer", "page" or "locale"',
      'three letters, such as EUR',
    ]);
  });

  it('escape the pointer’s own signs', () => {
    expect(pointersIn({ title: { 'a/b~c': 5 } })).to.deep.equal(['/title/a~1b~0c']);
  });

  for (const [what, closesAt] of [
    ['a month that does not exist', '2027-13-01'],
    ['a day that does not exist', '2027-02-30'],
    ['a text', '31 January'],
    ['an hour that does not exist', '2027-01-31T25:00:00Z'],
  ]) {
    it(`name ${what} as a date`, () => {
      expect(pointersIn({ title: 'T', closesAt })).to.deep.equal(['/closesAt']);
    });
  }

  it('name a field that is none, one without a type, and one without a name or a label', () => {
    const fields = [null, { name: 'a', label: 'A' }, { type: 'text', label: 'B' }, { type: 'text', name: 'c' }];
    expect(pointersIn(postingJson(fields.slice(0, 1)))).to.deep.equal(['/form/sections/0/fields/0']);
    expect(pointersIn(postingJson(fields.slice(1)))).to.have.members([
      '/form/sections/0/fields/0/type',
      '/form/sections/0/fields/1/name',
      '/form/sections/0/fields/2/label',
    ]);
  });

  it('are told at once of the posting, of its fields, of their names and of its rules', () => {
    const text = { type: 'text', label: 'Text' };
    const fields = [
      null,
      { ...text, name: 'a', maxLength: 'long' },
      { ...text, name: 'a' },
      { type: 'choice', name: 5, label: 'Choice' },
      { ...text, name: 'b', showIf: { '==': [{ var: 'b' }, 1] } },
    ];
    const inFields = ['/0', '/1/maxLength', '/2/name', '/3/name', '/3/options', '/4/showIf'].map(
      (place) => `/form/sections/0/fields${place}`,
    );
    expect(pointersIn({ title: 7, form: { sections: [{ fields }, 'none'] } })).to.have.members([
      '/title',
      '/form/sections/1',
      ...inFields,
    ]);
    const rules = [{ rule: 'equal', fields: ['a'] }];
    expect(pointersIn(postingJson(fields.slice(1), { form: { rules } }))).to.include.members([
      '/form/sections/0/fields/0/maxLength',
      '/form/sections/0/fields/1/name',
      '/form/rules/0/fields',
    ]);
  });

  it('lead into the fields of a repeat', () => {
    const fields = [{ type: 'text', name: 'school', label: 'School', maxLength: -1 }];
    expect(pointersIn(postingJson([{ type: 'repeat', name: 'education', label: 'Education', fields }]))).to.deep.equal([
      '/form/sections/0/fields/0/fields/0/maxLength',
    ]);
  });

  it('name a rule that compares three fields, and one that has none', () => {
    const rules = [{ rule: 'equal', fields: ['a', 'b', 'c'] }];
    expect(pointersIn(postingJson([], { form: { rules } }))).to.deep.equal(['/form/rules/0/fields']);
    expect(pointersIn(postingJson([], { form: { rules: [{ rule: 'equal', fields: [] }] } }))).to.deep.equal([
      '/form/rules/0/fields',
    ]);
  });
});
