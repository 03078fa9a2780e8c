import { expect } from 'chai';
import * as lever from '../../src/adapters/lever.js';
import { recognise } from '../../src/adapters/recognise.js';
import applyForm from '../../demo/postings/systems/lever-apply-form.json' with { type: 'json' };
import hosted from '../../demo/postings/systems/lever-hosted-cards.json' with { type: 'json' };
import posting from '../../demo/postings/systems/lever-posting.json' with { type: 'json' };
import { acceptedAnswers, adapt, bodyOf, partsOf, payloadOf, pdf } from './support.js';

const at = '2026-11-22T10:00:00Z';

describe('a posting of Lever', () => {
  it('is recognised as a posting, as a list, as an apply form and as hosted cards', () => {
    for (const json of [posting, [posting], applyForm, hosted]) expect(recognise(json)).to.equal('lever');
  });

  it('is understood, but for the form that the public API does not give', () => {
    expect(adapt(lever, applyForm).coverage).to.deep.equal([]);
    expect(adapt(lever, hosted).coverage).to.deep.equal([]);
    expect(adapt(lever, posting).coverage).to.have.length(1);
  });

  it('tells what it is about', () => {
    const read = adapt(lever, posting).posting;
    expect(read).to.include({
      title: 'Spectrometer Builder',
      employmentType: 'Full-time',
      workplace: 'on-site',
      department: 'Instruments, Workshop',
    });
    expect(read).to.deep.include({
      locations: [{ name: 'Leeds, UK', country: 'GB' }, { name: 'Boulder, CO' }],
      compensation: [{ min: 38000, max: 44000, currency: 'GBP', interval: 'year' }],
      description: [
        { html: posting.description },
        { heading: 'What you would do', html: '<ul><li>Glue, wait, measure</li><li>Measure again</li></ul>' },
        { heading: 'What helps', html: '<ul><li>A steady hand</li></ul>' },
        'compensation',
        { html: '<div>Paid on the 25th.</div>' },
        { html: '<div>Come and see the workshop first.</div>' },
      ],
    });
  });

  it('says the same of on-site work in both of its spellings', () => {
    for (const workplaceType of ['on-site', 'onsite'])
      expect(adapt(lever, { ...posting, workplaceType }).posting.workplace).to.equal('on-site');
    expect(adapt(lever, { ...posting, workplaceType: 'unspecified' }).posting.workplace).to.equal(undefined);
  });

  it('may be combined with the form that another of its APIs gives', () => {
    const { posting: read, coverage } = adapt(lever, { ...posting, customQuestions: applyForm.data.customQuestions });
    expect(read.form?.sections.map(({ title }) => title)).to.deep.equal([undefined, 'Optics']);
    expect(coverage).to.deep.equal([]);
  });
});

describe('questions of Lever', () => {
  it('are all asked, card by card, with their words, hints and kinds', () => {
    const { posting: read } = adapt(lever, applyForm);
    expect(
      read.form?.sections.map(({ title, fields }) => [
        title,
        ...fields.map(({ name, type, required }) => `${name} ${type}${required ? ' required' : ''}`),
      ]),
    ).to.deep.equal([
      [
        undefined,
        'name text required',
        'email email required',
        'phone tel',
        'org text',
        'location text required',
        'resume file required',
        'comments textarea',
        'urls[LinkedIn] url',
        'urls[Other] url',
      ],
      [
        'Optics',
        'cards[c9a1-optics][field0] choice required',
        'cards[c9a1-optics][field1] choice',
        'cards[c9a1-optics][field2] text',
        'cards[c9a1-optics][field3] file',
        'cards[c9a1-optics][field4] boolean required',
        'cards[c9a1-optics][field5] date',
      ],
      ['Equality', 'eeo[gender] choice'],
      ['How we are doing', 'surveysResponses[s-77][responses][field0] choice'],
      [undefined, 'consent[store] consent required'],
    ]);
    expect(read.form?.sections[1]).to.deep.include({ description: { text: 'A line each will do.' } });
  });

  it('keep what is said beside an option', () => {
    const options = adapt(lever, applyForm).field('eeo[gender]')['options'] as object[];
    expect(options.at(-1)).to.include({ description: 'This is an answer like any other.' });
  });

  it('are read out of the hidden inputs of a hosted page, as objects or as they stand there', () => {
    const template = hosted.cards[0]?.baseTemplate;
    const asText = { ...hosted, cards: [{ baseTemplate: JSON.stringify(template) }] };
    for (const json of [hosted, asText]) {
      const { field } = adapt(lever, json, { conditions: true });
      const name = `cards[${template?.id}]`;
      expect(field(`${name}[field0]`)).to.include({ type: 'choice', required: true });
      expect(field(`${name}[field1]`)).to.deep.include({
        type: 'textarea',
        maxWords: 40,
        showIf: { '==': [{ var: `${name}[field0]` }, 'Yes'] },
      });
    }
  });

  it('that are malformed or of an unknown type are reported, and the rest stands', () => {
    const fields = [
      { type: 'toString', text: 'Odd' },
      7,
      { type: 'dropdown', text: 'Empty', options: null },
      { type: 'smell', text: 'Which?', options: [{ text: 'A' }, null] },
    ];
    const { posting: read, coverage } = adapt(lever, {
      data: { text: 'Job', customQuestions: [{ id: 'c', fields }, null], personalInformation: [] },
    });
    expect(read.form?.sections[0]?.fields.map(({ type }) => type)).to.deep.equal(['text', 'text', 'choice']);
    expect(coverage).to.have.length(6);
  });
});

describe('an application to Lever', () => {
  it('goes as the parts of its hosted form, each card with its own JSON', () => {
    const read = adapt(lever, applyForm);
    const answers = {
      name: 'Ada',
      email: 'ada@example.org',
      org: 'Bench & Sons',
      resume: [pdf],
      comments: 'Hello',
      'urls[LinkedIn]': 'example.org/ada',
      'cards[c9a1-optics][field0]': 'Longer',
      'cards[c9a1-optics][field1]': ['Diode'],
      'cards[c9a1-optics][field4]': false,
      'eeo[gender]': 'Woman',
      'surveysResponses[s-77][responses][field0]': 'No',
      'consent[store]': { given: true, text: '', at },
    };
    const parts = partsOf(lever, read, answers);
    expect(JSON.parse(String(parts.find(([name]) => name === 'cards[c9a1-optics][baseTemplate]')?.[1]))).to.deep.equal(
      applyForm.data.customQuestions[0],
    );
    expect(parts.filter(([name]) => !name.endsWith('[baseTemplate]'))).to.deep.equal([
      ['name', 'Ada'],
      ['email', 'ada@example.org'],
      ['org', 'Bench & Sons'],
      ['resume', 'cv.pdf'],
      ['comments', 'Hello'],
      ['urls[LinkedIn]', 'example.org/ada'],
      ['cards[c9a1-optics][field0]', 'Longer'],
      ['cards[c9a1-optics][field1]', 'Diode'],
      ['cards[c9a1-optics][field4]', 'No'],
      ['eeo[gender]', 'Woman'],
      ['surveysResponses[s-77][surveyId]', 's-77'],
      ['surveysResponses[s-77][responses][field0]', 'No'],
      ['consent[store][provided]', 'true'],
      ['consent[store][compliancePolicyId]', 'p-5'],
    ]);
  });

  it('goes to API v1 as JSON, each field of a card in its place', () => {
    const read = adapt(lever, applyForm);
    const payload = payloadOf(
      lever,
      read,
      {
        name: 'Ada',
        resume: [pdf],
        'urls[Other]': 'example.org',
        'cards[c9a1-optics][field1]': ['Diode'],
        'eeo[gender]': 'Man',
      },
      'application/json',
    );
    expect(payload.unresolved).to.deep.equal([{ field: 'resume', needs: 'upload' }]);
    expect('body' in payload && payload.body).to.deep.equal({
      personalInformation: [{ name: 'fullName', value: 'Ada' }],
      urls: [{ name: 'Other', value: 'example.org' }],
      customQuestions: [
        {
          id: 'c9a1-optics',
          fields: [
            { id: 'f-1', value: null },
            { id: 'f-2', value: ['Diode'] },
            { id: 'f-3', value: null },
            { id: 'f-4', value: null },
            { id: 'f-5', value: null },
            { id: 'f-6', value: null },
          ],
        },
      ],
      eeoResponses: { gender: 'Man' },
      consent: { store: { provided: false, compliancePolicyId: 'p-5' } },
    });
  });

  it('goes to API v0 with links and consent as objects', () => {
    const body = bodyOf(lever, adapt(lever, posting), {
      name: 'Ada',
      'urls[GitHub]': 'example.org',
      opportunityLocation: 'Boulder, CO',
      'consent[marketing]': { given: true, text: '', at },
    });
    expect(body).to.deep.equal({
      name: 'Ada',
      urls: { GitHub: 'example.org' },
      opportunityLocation: 'Boulder, CO',
      consent: { marketing: true },
    });
  });

  it('may be made of all that its own form asks', () => {
    for (const json of [posting, applyForm, hosted]) {
      const read = adapt(lever, json);
      const answers = acceptedAnswers(read);
      const names = partsOf(lever, read, answers).map(([name]) => name.replace(/\[provided\]$/, ''));
      expect(names).to.include.members(Object.keys(answers));
    }
  });
});

describe('the answer of Lever', () => {
  it('is a yes with an id', () => {
    expect(lever.readReply(200, { ok: true, applicationId: 'a-1' })).to.deep.equal({
      status: 'sent',
      id: 'a-1',
      issues: [],
    });
    expect(lever.readReply(201, { data: { applicationId: 'a-2' } })).to.include({ id: 'a-2' });
  });

  it('is a no in words, told at the field that they speak of', () => {
    expect(lever.readReply(400, { ok: false, error: 'Invalid email address' })).to.deep.equal({
      status: 'invalid',
      message: 'Invalid email address',
      issues: [{ field: 'email', message: 'Invalid email address' }],
    });
    expect(lever.readReply(404, { ok: false, error: 'No such posting' })).to.deep.equal({
      status: 'failed',
      message: 'No such posting',
      issues: [],
    });
  });

  it('is left to the usual reading where it only asks to wait', () => {
    expect(lever.readReply(429, { ok: false, error: 'Too many requests' })).to.equal(undefined);
    for (const body of [undefined, '', [], {}]) expect(lever.readReply(200, body)).to.equal(undefined);
  });
});
