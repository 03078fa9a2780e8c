import { expect } from '@open-wc/testing';
import { fieldFinder } from '../../src/transport/field-finder.js';
import { readIssues } from '../../src/transport/read-issues.js';
import { answers, application, plan } from './sample.js';

const fieldNamed = fieldFinder(plan, application().answers);

/** `field: message` of each issue. */
function read(body: unknown): string[] {
  return readIssues(body, fieldNamed).map((issue) => {
    expect(issue.code).to.equal('server');
    return `${issue.field}: ${issue.message ?? '(none)'}`;
  });
}

it('keeps which of several files an error is about', () => {
  const places = ['#/résumé/1', 'résumé[1]', 'résumé.1', ['résumé', 1], '#/résumé', 'résumé', '/education/1/school'];
  const found = places.map((path) => readIssues({ errors: [{ path, message: 'Torn' }] }, fieldNamed)[0]?.params);
  expect(found).to.deep.equal([{ index: 1 }, { index: 1 }, { index: 1 }, { index: 1 }, {}, {}, {}]);
});

const forms: [form: string, body: unknown][] = [
  [
    'problem details with pointers',
    {
      type: 'about:blank',
      errors: [
        { pointer: '#/email', detail: 'Taken' },
        { pointer: '/education/1/school', detail: 'Unknown' },
      ],
    },
  ],
  [
    'problem details with names',
    {
      title: 'Invalid',
      errors: [
        { field: 'email', detail: 'Taken' },
        { field: 'education[1][school]', detail: 'Unknown' },
      ],
    },
  ],
  ['a map from name to words', { errors: { email: 'Taken', 'education[1][school]': 'Unknown' } }],
  ['a map from name to lists', { message: 'Invalid', errors: { email: ['Taken'], 'education.1.school': ['Unknown'] } }],
  [
    'a list',
    [
      { field: 'email', message: 'Taken' },
      { field: 'education.1.school', message: 'Unknown' },
    ],
  ],
  [
    "zod's flattened errors",
    { formErrors: [], fieldErrors: { email: ['Taken'], 'education[1][school]': ['Unknown'] } },
  ],
  [
    "zod's flattened errors below a key",
    { error: { formErrors: [], fieldErrors: { email: ['Taken'], '/education/1/school': ['Unknown'] } } },
  ],
  [
    "zod's tree",
    {
      errors: [],
      properties: {
        email: { errors: ['Taken'] },
        education: { errors: [], items: [null, { errors: [], properties: { school: { errors: ['Unknown'] } } }] },
      },
    },
  ],
  [
    "zod's tree below a key",
    {
      errors: {
        errors: [],
        properties: {
          answers: {
            errors: [],
            properties: {
              email: { errors: ['Taken'] },
              education: { errors: [], items: [null, { errors: [], properties: { school: { errors: ['Unknown'] } } }] },
            },
          },
        },
      },
    },
  ],
  [
    "zod's issues",
    [
      { code: 'custom', path: ['email'], message: 'Taken' },
      { code: 'custom', path: ['education', 1, 'school'], message: 'Unknown' },
    ],
  ],
  [
    "zod's issues below a key",
    {
      success: false,
      error: {
        issues: [
          { path: ['answers', 'email'], message: 'Taken' },
          { path: ['education', 1, 'school'], message: 'Unknown' },
        ],
      },
    },
  ],
  [
    'JSON:API',
    {
      errors: [
        { source: { pointer: '/data/attributes/email' }, title: 'Taken' },
        { source: { parameter: 'education[1][school]' }, title: 'Invalid', detail: 'Unknown' },
      ],
    },
  ],
  [
    'error_fields',
    { error: ['E-mail is taken'], error_fields: { email: ['Taken'], 'education[1][school]': ['Unknown'] } },
  ],
  [
    'validation_errors',
    { error: 'Validation failed', validation_errors: { email: ['Taken'], 'education[1][school]': ['Unknown'] } },
  ],
];

describe('readIssues', () => {
  for (const [form, body] of forms) {
    it(`reads ${form}`, () => {
      expect(read(body)).to.deep.equal(['email: Taken', 'education[1][school]: Unknown']);
    });
  }

  const names: [name: string, field: string][] = [
    ['email', 'email'],
    ['skills[]', 'skills'],
    ['skills.1', 'skills'],
    ['/skills/1', 'skills'],
    ['/email', 'email'],
    ['#/answers/email', 'email'],
    ['/answers/email', 'email'],
    ['answers.email', 'email'],
    ['answers[email]', 'email'],
    ['#/r%C3%A9sum%C3%A9', 'résumé'],
    ['#/résumé/0', 'résumé'],
    ['#/100%', ''],
    ['resume_text', 'résumé'],
    ['skills_other', 'skills'],
    ['education', 'education'],
    ['education[0]', 'education'],
    ['education.0.school', 'education[0][school]'],
    ['education[0].school', 'education[0][school]'],
    ['education[0][proof][0]', 'education[0][proof]'],
    ['education[0][grade]', 'education'],
    ['education[2][school]', 'education'],
    ['custom.4[a]', 'custom.4[a]'],
    ['/custom.4[a]', 'custom.4[a]'],
    ['nickname', ''],
    ['source', ''],
    ['answers', ''],
    ['unheard_of', ''],
    ['__proto__', ''],
    ['constructor', ''],
    ['', ''],
  ];
  for (const [name, field] of names) {
    it(`takes an error at "${name}" to ${field ? `the field ${field}` : 'the whole form'}`, () => {
      expect(read({ errors: [{ field: name, message: 'No' }] })).to.deep.equal([`${field}: No`]);
    });
  }

  it('puts an error of the whole to the form, in whichever form it comes', () => {
    for (const body of [
      { errors: ['Too late'] },
      { errors: [{ detail: 'Too late' }] },
      { formErrors: ['Too late'], fieldErrors: {} },
      { errors: ['Too late'], properties: { email: { errors: [] } } },
      [{ path: [], message: 'Too late' }],
      { error: ['Too late'] },
    ]) {
      expect(read(body), JSON.stringify(body)).to.deep.equal([': Too late']);
    }
  });

  it('prefers the place that leads to a field', () => {
    expect(read({ errors: [{ pointer: '/body/17', field: 'email', detail: 'Taken' }] })).to.deep.equal([
      'email: Taken',
    ]);
  });

  it('keeps several messages of a field, says the same one once, and keeps a field that is blamed without words', () => {
    expect(read({ errors: { email: ['Taken', 'Too long', 'Taken'] } })).to.deep.equal([
      'email: Taken',
      'email: Too long',
    ]);
    expect(read([{ field: 'email' }, { field: 'unheard_of' }])).to.deep.equal(['email: (none)']);
  });

  it('makes plain text of the words: one line, no control characters, 500 characters at most', () => {
    expect(read({ errors: { email: ' <b>No</b>\n\n\u0007and \u202ereversed ' } })).to.deep.equal([
      'email: <b>No</b> and reversed',
    ]);
    const [long = ''] = read({ errors: { email: '🙂'.repeat(600) } });
    expect([...long.replace('email: ', '')]).to.have.length(500);
    expect(long).to.match(/🙂…$/u);
  });

  it('finds nothing in what holds no errors', () => {
    for (const body of [
      null,
      undefined,
      42,
      'No',
      [],
      {},
      { errors: null },
      { errors: {} },
      { error: 'No' },
      { errors: { email: [] } },
      { errors: 3 },
    ]) {
      expect(read(body), JSON.stringify(body)).to.deep.equal([]);
    }
  });

  it('survives what is far too deep or far too much', () => {
    const deep = Array.from({ length: 50_000 }).reduce<unknown>(
      (inner) => ({ errors: [], properties: { email: inner } }),
      { errors: ['No'] },
    );
    expect(read(deep)).to.deep.equal([]);
    expect(
      read(Array.from({ length: 5_000 }, (_, index) => ({ field: 'email', message: `No ${index}` }))),
    ).to.have.length(200);
  });

  it('sees only as many entries as were sent', () => {
    const one = fieldFinder(plan, application({ ...answers, education: [{ school: 'First school' }] }).answers);
    expect(readIssues([{ field: 'education[1][school]', message: 'No' }], one)[0]?.field).to.equal('education');
    expect(one('education[1][school]')).to.equal(undefined);
  });
});
