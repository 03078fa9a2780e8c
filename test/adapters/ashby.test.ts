import { expect } from 'chai';
import * as ashby from '../../src/adapters/ashby.js';
import { recognise } from '../../src/adapters/recognise.js';
import hosted from '../../demo/postings/systems/ashby-hosted-form.json' with { type: 'json' };
import board from '../../demo/postings/systems/ashby-job-board.json' with { type: 'json' };
import info from '../../demo/postings/systems/ashby-posting-info.json' with { type: 'json' };
import { acceptedAnswers, adapt, bodyOf, partsOf, payloadOf, pdf } from './support.js';

describe('a posting of Ashby', () => {
  it('is recognised from its API, its board and its hosted page', () => {
    for (const json of [info, hosted, board, { data: { jobPosting: null } }]) expect(recognise(json)).to.equal('ashby');
  });

  it('is understood, and what is hidden or missing is told', () => {
    expect(adapt(ashby, info).coverage).to.deep.equal([]);
    expect(adapt(ashby, hosted).coverage).to.have.length(1);
    expect(adapt(ashby, hosted).coverage[0]).to.include('"Pictures of it" is hidden until other answers show it');
    expect(adapt(ashby, board).coverage).to.deep.equal([
      '/applicationForm: the posting comes without its form; ask `jobPosting.info` for it.',
    ]);
  });

  it('that is gone is an error for the page’s author', () => {
    expect(() => adapt(ashby, { data: { jobPosting: null } })).to.throw('no such posting');
  });

  it('tells what it is about', () => {
    const { posting } = adapt(ashby, info);
    expect(posting).to.include({
      title: 'Software Engineer, Fitting',
      department: 'Software',
      employmentType: 'full-time',
      workplace: 'on-site',
      publishedAt: '2026-11-05',
      closesAt: '2027-01-15T23:00:00.000Z',
    });
    expect(posting).to.deep.include({
      company: { name: 'Wetherfield Instruments' },
      locations: [
        { name: 'Leeds', city: 'Leeds', country: 'GB' },
        { name: 'Boulder', city: 'Boulder', region: 'Colorado', country: 'US' },
      ],
      compensation: [
        { label: 'Leeds', min: 55000, max: 68000, currency: 'GBP', interval: 'year' },
        { label: 'Leeds', note: 'Shares' },
      ],
    });
    expect(adapt(ashby, board).posting).to.include({ workplace: 'remote', employmentType: 'part-time' });
  });
});

describe('questions of Ashby', () => {
  it('are all asked, section by section, with their kinds', () => {
    const { posting, field } = adapt(ashby, info);
    expect(
      posting.form?.sections.map(({ title, equality, fields }) => [
        title,
        equality ?? false,
        ...fields.map(({ name, type, required }) => `${name} ${type}${required ? ' required' : ''}`),
      ]),
    ).to.deep.equal([
      [
        'You',
        false,
        '_systemfield_name text required',
        '_systemfield_email email required',
        '_systemfield_resume file required',
        '_systemfield_location location',
      ],
      [
        'Curves',
        false,
        '0b1c-05 choice required',
        '0b1c-06 choice',
        '0b1c-07 boolean required',
        '0b1c-08 number',
        '0b1c-09.minValue number',
        '0b1c-09.maxValue number',
        '0b1c-09.currencyCode text',
        '0b1c-10 textarea',
        '0b1c-11 choice',
        '0b1c-12 date',
      ],
      ['Voluntary survey', true, '_systemfield_eeoc_gender choice'],
    ]);
    expect(field('0b1c-10')).to.include({ maxWords: 120 });
    expect(field('_systemfield_eeoc_gender')).to.include({ sensitive: true });
  });

  it('that rules of Ashby’s keep hidden are asked, and never required', () => {
    const { field, posting } = adapt(ashby, hosted);
    expect(field('a-3')).to.include({ type: 'file', maxFiles: 10 });
    expect(field('a-3').required).to.equal(undefined);
    expect(posting.form?.description).to.deep.equal({ html: '<p>You may apply for two jobs at a time.</p>' });
  });

  it('without a title have their words in their description; a consent is one', () => {
    const entry = (path: string): object => ({
      isRequired: true,
      descriptionHtml: '<p>We may <b>keep</b> this.</p>',
      field: { type: 'Boolean', path, title: '' },
    });
    const fields = [entry('_systemfield_data_consent_ack'), entry('p1')];
    const read = adapt(ashby, { results: { title: 'Job', applicationFormDefinition: { fields } } });
    expect(read.coverage).to.deep.equal([]);
    expect(read.field('_systemfield_data_consent_ack')).to.deep.include({
      type: 'consent',
      required: true,
      text: { html: '<p>We may <b>keep</b> this.</p>' },
    });
    expect(read.field('p1')).to.include({ type: 'boolean', label: 'We may keep this.' });
    const body = bodyOf(ashby, read, {
      _systemfield_data_consent_ack: { given: true, text: '', at: '2026-11-22T10:00:00Z' },
    });
    expect(body['applicationForm']).to.deep.equal({
      fieldSubmissions: [{ path: '_systemfield_data_consent_ack', value: true }],
    });
  });

  it('of a survey without an id stay apart from the form', () => {
    const survey = { sections: [{ fieldEntries: [{ field: { type: 'String', path: 'g', title: 'Gender' } }] }] };
    const read = adapt(ashby, {
      data: {
        jobPosting: {
          title: 'Job',
          applicationForm: { sections: [] },
          surveyForms: [survey, { ...survey, id: 'r', sourceFormDefinitionId: 'd' }],
        },
      },
    });
    expect(read.posting.form?.sections.map(({ equality }) => equality)).to.deep.equal([true, true]);
    const sent = bodyOf(ashby, read, { g: 'A', 'g-2': 'B' })['surveySubmissions'] as {
      surveyFormDefinitionId: string;
    }[];
    expect(sent.map(({ surveyFormDefinitionId }) => surveyFormDefinitionId)).to.deep.equal(['0', 'd']);
  });

  it('that are malformed, deactivated or of an unknown type are reported, and the rest stands', () => {
    const fields = [
      { isRequired: true, field: { type: 'Telepathy', path: 'p1', title: 'Guess' } },
      { isRequired: true },
      { field: { type: 'String', path: 'p2', title: 'Old', isDeactivated: true } },
      { field: { type: 'valueOf', path: '__proto__', title: '' } },
      { isRequired: null, field: { type: 'Number', path: 'p3', title: 'How many?' } },
    ];
    const { posting, coverage } = adapt(ashby, { results: { title: 'Job', applicationFormDefinition: { fields } } });
    expect(posting.form?.sections[0]?.fields.map(({ type }) => type)).to.deep.equal(['text', 'text', 'number']);
    expect(coverage).to.have.length(6);
  });
});

describe('an application to Ashby', () => {
  const answers = {
    _systemfield_name: 'Ada',
    _systemfield_resume: [pdf],
    _systemfield_location: { text: 'Leeds' },
    '0b1c-05': 'own',
    '0b1c-06': ['py'],
    '0b1c-07': false,
    '0b1c-08': 0,
    '0b1c-09.minValue': 50000,
    '0b1c-09.currencyCode': 'GBP',
    '0b1c-10': 'It waved.',
    '0b1c-11': '4',
    '0b1c-12': '2027-01-31',
    _systemfield_eeoc_gender: 'w',
  };
  const submissions = [
    { path: '_systemfield_name', value: 'Ada' },
    { path: '_systemfield_resume', value: 'file_1' },
    { path: '_systemfield_location', value: { city: 'Leeds' } },
    { path: '0b1c-05', value: 'own' },
    { path: '0b1c-06', value: ['py'] },
    { path: '0b1c-07', value: false },
    { path: '0b1c-08', value: 0 },
    {
      path: '0b1c-09',
      value: { type: 'compensation-range', interval: '1 YEAR', minValue: 50000, currencyCode: 'GBP' },
    },
    { path: '0b1c-10', value: { type: 'PlainText', value: 'It waved.' } },
    { path: '0b1c-11', value: { score: 4 } },
    { path: '0b1c-12', value: '2027-01-31' },
  ];
  const survey = [
    {
      surveyFormDefinitionId: 's-1',
      submittedValues: { fieldSubmissions: [{ path: '_systemfield_eeoc_gender', value: 'w' }] },
    },
  ];

  it('goes as parts: the answers as JSON, each file under the name that stands in its place', () => {
    const parts = partsOf(ashby, adapt(ashby, info), answers);
    expect(parts.map(([name]) => name)).to.deep.equal([
      'jobPostingId',
      'applicationForm',
      'surveySubmissions',
      'file_1',
    ]);
    expect(JSON.parse(String(parts[1]?.[1]))).to.deep.equal({ fieldSubmissions: submissions });
    expect(JSON.parse(String(parts[2]?.[1]))).to.deep.equal(survey);
    expect(parts[3]?.[1]).to.equal('cv.pdf');
  });

  it('goes as JSON with the handle of an upload for a file, surveys apart', () => {
    const read = adapt(ashby, info);
    const body = bodyOf(ashby, read, { ...answers, _systemfield_resume: [{ ...pdf, upload: 'handle-1' }] });
    expect(body).to.deep.equal({
      jobPostingId: '9d1f0c1e-0000-4000-8000-0000000000a1',
      applicationForm: {
        fieldSubmissions: submissions.map((each) => (each.value === 'file_1' ? { ...each, value: 'handle-1' } : each)),
      },
      surveySubmissions: survey,
    });
    const payload = payloadOf(ashby, read, answers, 'application/json');
    expect(payload.unresolved).to.deep.equal([{ field: '_systemfield_resume', needs: 'upload' }]);
  });

  it('has a list for a question that takes several files', () => {
    const parts = partsOf(ashby, adapt(ashby, hosted), { 'a-3': [pdf] });
    expect(String(parts[1]?.[1])).to.equal('{"fieldSubmissions":[{"path":"a-3","value":["file_1"]}]}');
  });

  it('may be made of all that its own form asks', () => {
    for (const json of [info, hosted]) {
      const read = adapt(ashby, json);
      const sent = JSON.stringify(partsOf(ashby, read, acceptedAnswers(read)));
      for (const path of JSON.stringify(json).matchAll(/"path":"([^"]+)"/g))
        expect(sent).to.include(`\\"path\\":\\"${path[1]}\\"`);
    }
  });
});

describe('the answer of Ashby', () => {
  it('is a yes where it says so', () => {
    expect(ashby.readReply(200, { success: true, results: { id: 'i-1' } })).to.deep.equal({
      status: 'sent',
      id: 'i-1',
      issues: [],
    });
  });

  it('is a yes without an application’s id where it names a form alone, and is a no where the company’s rules kept it from arriving', () => {
    const submittedFormInstance = { id: 'f-1' };
    expect(
      ashby.readReply(200, { success: true, results: { submittedFormInstance, formMessages: { blocked: false } } }),
    ).to.deep.equal({ status: 'sent', issues: [] });
    const formMessages = { blockMessageForCandidateHtml: '<p>You have applied <b>before</b>.</p>' };
    expect(ashby.readReply(200, { success: true, results: { submittedFormInstance, formMessages } })).to.deep.equal({
      status: 'failed',
      message: 'You have applied before.',
      issues: [],
    });
    expect(ashby.readReply(200, { success: true, results: { formMessages: { blocked: true } } })).to.include({
      status: 'failed',
    });
  });

  it('says what belongs to no question of the form as a whole, where another error has a question', () => {
    const errors = ['Missing entry for required field: Name', 'Try another day'];
    expect(ashby.readReply(200, { success: false, errors }, adapt(ashby, info).plan)?.issues).to.deep.equal([
      { field: '_systemfield_name', message: errors[0] },
      { field: '', message: errors[1] },
    ]);
  });

  it('is a no with the status 200, told at the question whose words it names', () => {
    const { plan } = adapt(ashby, info);
    const message = 'Missing entry for required field: Where do you live?';
    expect(ashby.readReply(200, { success: false, errors: [message] }, plan)).to.deep.equal({
      status: 'invalid',
      message,
      issues: [{ field: '_systemfield_location', message }],
    });
    expect(ashby.readReply(200, { success: false, errors: [message] })).to.deep.equal({
      status: 'failed',
      message,
      issues: [],
    });
    expect(
      ashby.readReply(403, { success: false, errorInfo: { code: 'missing_permission', message: 'Not allowed' } }),
    ).to.include({ status: 'failed', message: 'Not allowed' });
  });

  it('is a no where the hosted page’s form comes back with errors, or the posting is gone', () => {
    expect(
      ashby.readReply(200, { data: { submit: { applicationForm: { errorMessages: ['We could not take it'] } } } }),
    ).to.include({ status: 'failed', message: 'We could not take it' });
    expect(ashby.readReply(200, { data: { jobPosting: null } })).to.deep.equal({ status: 'failed', issues: [] });
  });

  it('is left to the usual reading where it says nothing of its own', () => {
    for (const body of [undefined, '', {}, { data: {} }, { errors: [] }])
      expect(ashby.readReply(200, body)).to.equal(undefined);
    expect(ashby.readReply(503, { success: false, errors: ['later'] })).to.equal(undefined);
  });
});
