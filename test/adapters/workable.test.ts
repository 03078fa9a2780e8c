import { expect } from 'chai';
import { recognise } from '../../src/adapters/recognise.js';
import * as workable from '../../src/adapters/workable.js';
import v3 from '../../demo/postings/systems/workable-application-form.json' with { type: 'json' };
import form from '../../demo/postings/systems/workable-form.json' with { type: 'json' };
import job from '../../demo/postings/systems/workable-job.json' with { type: 'json' };
import { acceptedAnswers, adapt, bodyOf, payloadOf, pdf } from './support.js';

describe('a form of Workable', () => {
  it('is recognised, the public one, the one of API v3, and inside a job', () => {
    for (const json of [form, v3, job]) expect(recognise(json)).to.equal('workable');
  });

  it('is understood, but has no title', () => {
    const line = '/title: the form comes without its job: give its title and description beside it.';
    expect(adapt(workable, form).coverage).to.deep.equal([line]);
    expect(adapt(workable, v3).coverage).to.deep.equal([line]);
    expect(adapt(workable, job).coverage).to.deep.equal([]);
  });

  it('has what its job is about where that stands beside it', () => {
    expect(adapt(workable, job).posting).to.deep.include({
      id: 'A1B2C3D4E5',
      title: 'Cabinet Maker',
      department: 'Workshop',
      workplace: 'on-site',
      publishedAt: '2026-10-20',
      locations: [
        { name: 'Leeds, West Yorkshire, United Kingdom', city: 'Leeds', region: 'West Yorkshire', country: 'GB' },
      ],
    });
  });

  it('asks all its questions, section by section, with limits and accepted files', () => {
    const { posting, field } = adapt(workable, form);
    expect(
      posting.form?.sections.map(({ title, fields }) => [
        title,
        ...fields.map(({ name, type, required }) => `${name} ${type}${required ? ' required' : ''}`),
      ]),
    ).to.deep.equal([
      [
        'Personal information',
        'firstname text required',
        'lastname text required',
        'email email required',
        'phone tel required',
        'avatar file',
      ],
      ['Profile', 'education repeat', 'resume file required'],
      [
        'Details',
        'QA_5100001 boolean required',
        'QA_5100002 textarea',
        'QA_5100003 choice required',
        'QA_5100004 choice',
        'QA_5100005 number',
        'CA_300001 file',
        'gdpr consent required',
      ],
    ]);
    expect(field('firstname')).to.include({ maxLength: 127 });
    expect(field('phone').description).to.deep.equal({ text: 'In case a parcel with glass in it is late.' });
    expect(field('resume')).to.deep.include({ accept: ['.pdf', '.odt', 'application/pdf'], maxBytes: 12_000_000 });
    expect(field('QA_5100002')).to.include({ maxWords: 80 });
    expect(field('QA_5100003')['options']).to.deep.equal([
      { value: '2100001', label: 'Foam' },
      { value: '2100002', label: 'Straw' },
    ]);
    expect(field('education')).to.have.nested.property('fields[0].required', true);
  });

  it('of API v3 asks for the name and the address that every candidate has, too', () => {
    const { posting, field } = adapt(workable, v3);
    expect(posting.form?.sections[0]?.fields.slice(0, 3).map(({ name }) => name)).to.deep.equal([
      'firstname',
      'lastname',
      'email',
    ]);
    expect(field('resume')).to.deep.include({ accept: ['.pdf', '.odt'], maxBytes: 5_242_880 });
    expect(field('2e4e27')).to.include({ multiple: true });
    expect(field('2e4e28')).not.to.have.property('multiple');
  });

  it('with malformed questions or unknown types reports them, and the rest stands', () => {
    const fields = [
      { id: 'a', type: 'hasOwnProperty', label: 'Odd' },
      null,
      { id: 'b', type: 'text', label: null },
      { id: 'b', type: 'text', label: 'Twice', isNew: 1 },
    ];
    const { posting, coverage } = adapt(workable, [{ name: null, fields }, 5]);
    expect(posting.form?.sections[0]?.fields.map(({ name, type }) => `${name} ${type}`)).to.deep.equal([
      'a text',
      'b text',
      'b-2 text',
    ]);
    expect(coverage).to.have.length(7);
  });
});

describe('an application to Workable', () => {
  it('goes as a candidate with answers by their keys, whatever was asked for', () => {
    const read = adapt(workable, form);
    const answers = {
      firstname: 'Ada',
      avatar: [{ ...pdf, name: 'me.png' }],
      education: [{ school: 'A school', start_date: '2011-09-01' }],
      QA_5100001: false,
      QA_5100002: 'Foam',
      QA_5100003: '2100002',
      QA_5100004: ['2100004'],
      QA_5100005: 0,
      CA_300001: [{ ...pdf, name: 'box.jpg' }],
      gdpr: { given: true, text: '', at: '2026-11-22T10:00:00Z' },
    };
    expect(bodyOf(workable, read, answers)).to.deep.equal({
      sourced: false,
      candidate: {
        firstname: 'Ada',
        avatar: { name: 'me.png', data: { ...pdf, name: 'me.png' } },
        education_entries: [{ school: 'A school', start_date: '2011-09-01' }],
        gdpr: true,
        answers: [
          { question_key: 'QA_5100001', checked: false },
          { question_key: 'QA_5100002', body: 'Foam' },
          { question_key: 'QA_5100003', choices: ['2100002'] },
          { question_key: 'QA_5100004', choices: ['2100004'] },
          { question_key: 'QA_5100005', body: '0' },
          { question_key: 'CA_300001', file: { name: 'box.jpg', data: { ...pdf, name: 'box.jpg' } } },
        ],
      },
    });
    expect(payloadOf(workable, read, answers, 'multipart/form-data').enctype).to.equal('application/json');
  });

  it('has no list for a choice of one, though its only option is a box', () => {
    const one = { type: 'dropdown', label: 'Where?', options: [{ name: 'x1', value: 'Here' }] };
    const group = { id: 'education', type: 'group', label: 'Schools', fields: [{ ...one, id: 'place' }] };
    const read = adapt(workable, [{ name: 'You', fields: [{ ...one, id: 'place' }, group] }]);
    expect(bodyOf(workable, read, { place: ['x1'], education: [{ place: ['x1'] }] })['candidate']).to.deep.equal({
      place: 'x1',
      education_entries: [{ place: 'x1' }],
    });
  });

  it('may be made of all that its own form asks', () => {
    for (const json of [form, v3, job]) {
      const read = adapt(workable, json);
      const answers = acceptedAnswers(read);
      const sent = JSON.stringify(bodyOf(workable, read, answers));
      for (const name of Object.keys(answers)) expect(sent).to.include(name);
    }
  });
});

describe('the answer of Workable', () => {
  it('is a yes with the candidate', () => {
    expect(workable.readReply(201, { status: 'created', candidate: { id: 'c1' } })).to.deep.equal({
      status: 'sent',
      id: 'c1',
      issues: [],
    });
  });

  it('is a no with what is wrong at which field', () => {
    expect(
      workable.readReply(422, {
        error: 'Validation failed',
        validation_errors: { email: ['is invalid'], firstname: ['is too long', 'is odd'] },
      }),
    ).to.deep.equal({
      status: 'invalid',
      message: 'Validation failed',
      issues: [
        { field: 'email', message: 'is invalid' },
        { field: 'firstname', message: 'is too long' },
        { field: 'firstname', message: 'is odd' },
      ],
    });
    expect(
      workable.readReply(422, { error: 'V', validation_errors: { education_entries: 'is invalid' } })?.issues,
    ).to.deep.equal([{ field: 'education', message: 'is invalid' }]);
    expect(workable.readReply(400, { error: 'position is a draft' })).to.deep.equal({
      status: 'failed',
      message: 'position is a draft',
      issues: [],
    });
    for (const body of ['', undefined, {}, []]) expect(workable.readReply(201, body)).to.equal(undefined);
  });
});
