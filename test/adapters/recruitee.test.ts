import { expect } from 'chai';
import { recognise } from '../../src/adapters/recognise.js';
import * as recruitee from '../../src/adapters/recruitee.js';
import offer from '../../demo/postings/systems/recruitee-offer.json' with { type: 'json' };
import offers from '../../demo/postings/systems/recruitee-offers.json' with { type: 'json' };
import plain from '../../demo/postings/systems/recruitee-plain-offer.json' with { type: 'json' };
import { acceptedAnswers, adapt, partsOf, payloadOf, pdf } from './support.js';

const answer = (index: number, key: string): string => `candidate[open_question_answers_attributes][${index}][${key}]`;

describe('an offer of Recruitee', () => {
  it('is recognised alone, wrapped and in a list, and understood', () => {
    for (const json of [offers, offer, plain]) {
      expect(recognise(json)).to.equal('recruitee');
      expect(adapt(recruitee, json).coverage).to.deep.equal([]);
    }
  });

  it('tells what it is about, in each of its languages', () => {
    const { posting } = adapt(recruitee, offers);
    expect(posting).to.deep.include({
      id: 'feinmechanik-leeds',
      locale: 'en',
      title: { en: 'Precision Mechanic', de: 'Feinmechanik' },
      employmentType: 'full-time',
      workplace: 'on-site',
      publishedAt: '2026-10-05T10:10:39Z',
      compensation: [{ min: 32000, max: 38500, currency: 'GBP', interval: 'year' }],
    });
    expect(posting.description).to.deep.include({ html: { en: '<p>Hands.</p>', de: '<p>Hände.</p>' } });
    expect(adapt(recruitee, plain).posting.closesAt).to.equal('2027-03-01T22:00:00Z');
  });

  it('asks its built-in fields as it has them switched', () => {
    const names = (json: unknown): unknown[] =>
      adapt(recruitee, json).posting.form?.sections[0]?.fields.map(
        ({ name, required }) => `${name}${required ? ' required' : ''}`,
      ) ?? [];
    expect(names(offers)).to.deep.equal([
      'name required',
      'email required',
      'phone required',
      'cv required',
      'cover_letter',
      'location_ids required',
    ]);
    expect(names(offer)).to.deep.equal(['name required', 'email required', 'photo', 'cv']);
    expect(names(plain)).to.deep.equal(['name required', 'email required', 'cover_letter required']);
  });

  it('asks its own questions in the order of their positions, with their words in every language', () => {
    const { posting, field } = adapt(recruitee, offers);
    expect(
      posting.form?.sections[1]?.fields.map(
        ({ name, type, required }) => `${name} ${type}${required ? ' required' : ''}`,
      ),
    ).to.deep.equal([
      'question_4280001 text required',
      'question_4280002 boolean required',
      'question_4280003 choice',
      'question_4280004 choice required',
      'question_4280005 textarea',
      'question_4280006 file',
      ' content',
      'question_4280008 consent required',
    ]);
    expect(field('question_4280001')).to.deep.include({
      maxLength: 120,
      label: { en: 'What did you make last?', de: 'Was haben Sie zuletzt gebaut?' },
    });
    expect(field('question_4280003')['options']).to.deep.equal([
      { value: 'Lathe', label: { en: 'Lathe', de: 'Drehbank' } },
      { value: 'Mill', label: { en: 'Mill', de: 'Fräse' } },
    ]);
    expect(field('question_4280005')).to.include({ maxWords: 90 });
  });

  it('with malformed questions or unknown kinds reports them, and the rest stands', () => {
    const open_questions = [
      null,
      { kind: 'text' },
      { id: 7, kind: '__proto__', body: 'Odd' },
      { id: 8, kind: 'boolean', body: '' },
    ];
    const { posting, coverage } = adapt(recruitee, { ...plain, open_questions, brandNew: true });
    expect(posting.form?.sections[1]?.fields.map(({ name, type }) => `${name} ${type}`)).to.deep.equal([
      'question_7 text',
      'question_8 boolean',
    ]);
    expect(coverage).to.have.length(5);
  });
});

describe('an application to Recruitee', () => {
  it('goes as its documented parts, each answer after the id of its question', () => {
    const read = adapt(recruitee, offers);
    const answers = {
      name: 'Ada',
      cv: [pdf],
      location_ids: ['29002'],
      question_4280001: 'A vice',
      question_4280002: false,
      question_4280003: ['Lathe'],
      question_4280004: 'M4',
      question_4280006: [pdf],
      question_4280008: { given: true, text: '', at: '2026-11-22T10:00:00Z' },
    };
    expect(partsOf(recruitee, read, answers)).to.deep.equal([
      ['candidate[name]', 'Ada'],
      ['candidate[cv]', 'cv.pdf'],
      ['candidate[location_ids][]', '29002'],
      [answer(0, 'open_question_id'), '4280001'],
      [answer(0, 'content'), 'A vice'],
      [answer(1, 'open_question_id'), '4280002'],
      [answer(1, 'flag'), 'false'],
      [answer(2, 'open_question_id'), '4280003'],
      [`${answer(2, 'multi_content')}[]`, 'Lathe'],
      [answer(3, 'open_question_id'), '4280004'],
      [answer(3, 'content'), 'M4'],
      [answer(4, 'open_question_id'), '4280006'],
      [answer(4, 'file'), 'cv.pdf'],
      [answer(5, 'open_question_id'), '4280008'],
      [answer(5, 'flag'), 'true'],
    ]);
    expect(payloadOf(recruitee, read, answers, 'application/json').enctype).to.equal('multipart/form-data');
  });

  it('may be made of all that its own form asks', () => {
    for (const json of [offers, offer, plain]) {
      const read = adapt(recruitee, json);
      const answers = acceptedAnswers(read);
      const sent = partsOf(recruitee, read, answers);
      for (const name of Object.keys(answers)) {
        const id = name.replace('question_', '');
        expect(
          sent.some(([part, value]) => part.startsWith(`candidate[${name}]`) || value === id),
          name,
        ).to.equal(true);
      }
    }
  });
});

describe('the answer of Recruitee', () => {
  it('is a yes with the candidate', () => {
    expect(recruitee.readReply(201, { candidate: { id: 12 } })).to.deep.equal({ status: 'sent', id: '12', issues: [] });
  });

  it('is a no with what is wrong at which field', () => {
    expect(
      recruitee.readReply(422, {
        error: ['Email is invalid'],
        error_fields: { 'candidate.email': ['is invalid'], cv: 'is missing' },
      }),
    ).to.deep.equal({
      status: 'invalid',
      message: 'Email is invalid',
      issues: [
        { field: 'email', message: 'is invalid' },
        { field: 'cv', message: 'is missing' },
      ],
    });
    for (const body of ['', undefined, {}, []]) expect(recruitee.readReply(201, body)).to.equal(undefined);
  });
});
