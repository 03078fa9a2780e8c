import { expect } from 'chai';
import { recognise } from '../../src/adapters/recognise.js';
import * as smartrecruiters from '../../src/adapters/smartrecruiters.js';
import configuration from '../../demo/postings/systems/smartrecruiters-configuration.json' with { type: 'json' };
import alone from '../../demo/postings/systems/smartrecruiters-posting-alone.json' with { type: 'json' };
import posting from '../../demo/postings/systems/smartrecruiters-posting.json' with { type: 'json' };
import { acceptedAnswers, adapt, bodyOf, payloadOf, pdf } from './support.js';

const given = { given: true, text: '', at: '2026-11-22T10:00:00Z' };

describe('a posting of SmartRecruiters', () => {
  it('is recognised with its configuration, without it, and from the configuration alone', () => {
    for (const json of [posting, alone, configuration]) expect(recognise(json)).to.equal('smartrecruiters');
  });

  it('is understood, and says what is missing where half of it is', () => {
    expect(adapt(smartrecruiters, posting).coverage).to.deep.equal([]);
    expect(adapt(smartrecruiters, alone).coverage).to.have.length(1);
    expect(adapt(smartrecruiters, configuration).coverage).to.have.length(1);
  });

  it('tells what it is about', () => {
    const { posting: read } = adapt(smartrecruiters, posting);
    expect(read).to.deep.include({
      id: '743999900000001',
      locale: 'en',
      title: 'Laser Safety Officer',
      department: 'Safety',
      employmentType: 'Full-time',
      workplace: 'hybrid',
      locations: [{ name: 'Leeds, West Yorkshire, GB', city: 'Leeds', region: 'West Yorkshire', country: 'GB' }],
      description: [
        { heading: 'Company', html: '<p>Wetherfield Instruments is made up, and so are its lasers.</p>' },
        { heading: 'Job', html: '<p>You would hand out the goggles.</p>' },
        { heading: 'Also', html: '<p>Two eyes are enough.</p>' },
      ],
    });
    expect(adapt(smartrecruiters, alone).posting.status).to.equal('closed');
  });

  it('asks all its questions, those of several fields and those about equality apart', () => {
    const { posting: read } = adapt(smartrecruiters, posting);
    expect(
      read.form?.sections.map(({ title, equality, fields }) => [
        title,
        equality ?? false,
        ...fields.map(({ name, type, required }) => `${name} ${type}${required ? ' required' : ''}`),
      ]),
    ).to.deep.equal([
      [
        undefined,
        false,
        'firstName text required',
        'lastName text required',
        'email email required',
        'phoneNumber tel',
        'resume file',
        'avatar file',
      ],
      [
        undefined,
        false,
        'q1.q1f choice required',
        'q3 repeat required',
        'q4.q4f choice required',
        ' content',
        'q6.q6f date',
        'q7.q7f choice required',
      ],
      ['Pay you expect', false, 'q2.amount text', 'q2.currency choice'],
      [undefined, true, 'q8.q8f choice'],
      [undefined, false, 'messageToHiringManager textarea', 'consent consent required', 'consent-2 consent required'],
    ]);
  });

  it('asks agreement with each privacy policy, whose link stands in it', () => {
    const { field } = adapt(smartrecruiters, posting);
    expect(field('consent-2')['text']).to.deep.equal({
      html: '<p>I agree to the privacy policy of Wetherfield Instruments (Boulder). <a href="https://www.example.org/privacy-us">Privacy policy</a></p>',
    });
  });

  it('names the keys of a question that it does not understand, such as conditions', () => {
    const field = { id: 'f', label: 'Since when?', type: 'INPUT_TEXT', conditionals: [{ valueId: 'yes' }] };
    const questions = [{ id: 'q', label: 'Licence', help: 'On paper', fields: [field] }];
    const { coverage } = adapt(smartrecruiters, { ...configuration, questions });
    expect(coverage.join('\n')).to.include('/questions/0/help').and.include('/questions/0/fields/0/conditionals');
  });

  it('with malformed questions or unknown types reports them, and the rest stands', () => {
    const questions = [
      null,
      { id: 'a', label: 'None', fields: [] },
      { id: 'b', label: 'Odd', fields: [{ id: 'f', type: 'constructor' }, 3] },
    ];
    const { coverage, field } = adapt(smartrecruiters, { ...configuration, questions });
    expect(field('b.f').type).to.equal('text');
    expect(coverage).to.have.length(5);
  });
});

describe('an application to SmartRecruiters', () => {
  it('goes as JSON: records of fields, each value a list', () => {
    const read = adapt(smartrecruiters, posting);
    const answers = {
      firstName: 'Ada',
      resume: [pdf],
      'q1.q1f': '0',
      'q2.amount': '40000',
      'q2.currency': 'GBP',
      q3: [{ language: 'Dutch', level: 'n' }, { language: 'French' }],
      'q4.q4f': ['4'],
      'q6.q6f': '2026-10-05',
      'q7.q7f': ['read'],
      'q8.q8f': 'w',
      consent: given,
      'consent-2': given,
    };
    expect(bodyOf(smartrecruiters, read, answers)).to.deep.equal({
      firstName: 'Ada',
      resume: { fileName: 'cv.pdf', mimeType: 'application/pdf', fileContent: pdf },
      answers: [
        { id: 'q1', records: [{ fields: { q1f: ['0'] } }] },
        {
          id: 'q3',
          records: [{ fields: { language: ['Dutch'], level: ['n'] } }, { fields: { language: ['French'] } }],
        },
        { id: 'q4', records: [{ fields: { q4f: ['4'] } }] },
        { id: 'q6', records: [{ fields: { q6f: ['2026-10-05'] } }] },
        { id: 'q7', records: [{ fields: { q7f: ['read'] } }] },
        { id: 'q2', records: [{ fields: { amount: ['40000'], currency: ['GBP'] } }] },
        { id: 'q8', records: [{ fields: { q8f: ['w'] } }] },
      ],
      consent: true,
    });
    expect(payloadOf(smartrecruiters, read, answers, 'multipart/form-data').enctype).to.equal('application/json');
    expect(bodyOf(smartrecruiters, read, { consent: given })['consent']).to.equal(false);
  });

  it('may be made of all that its own form asks', () => {
    for (const json of [posting, alone, configuration]) {
      const read = adapt(smartrecruiters, json);
      const answers = acceptedAnswers(read);
      const sent = JSON.stringify(bodyOf(smartrecruiters, read, answers));
      for (const name of Object.keys(answers))
        for (const part of name.replace(/-2$/, '').split('.')) expect(sent).to.include(`"${part}"`);
    }
  });
});

describe('the answer of SmartRecruiters', () => {
  it('is a yes with an id', () => {
    expect(smartrecruiters.readReply(201, { id: 'c-1' })).to.deep.equal({ status: 'sent', id: 'c-1', issues: [] });
  });

  it('is a no in words, told at the field that they speak of', () => {
    const body = {
      message: 'Bad request',
      errors: [
        { code: 'X', message: 'Email is not valid' },
        { code: 'Y', message: 'Something else' },
      ],
    };
    expect(smartrecruiters.readReply(400, body)).to.deep.equal({
      status: 'invalid',
      message: 'Bad request',
      issues: [
        { field: 'email', message: 'Email is not valid' },
        { field: '', message: 'Something else' },
      ],
    });
    expect(smartrecruiters.readReply(404, { message: 'No such posting', errors: [] })).to.deep.equal({
      status: 'failed',
      message: 'No such posting',
      issues: [],
    });
    for (const body of ['', undefined, {}, []]) expect(smartrecruiters.readReply(200, body)).to.equal(undefined);
  });
});
