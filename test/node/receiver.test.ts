import { expect } from 'chai';
import { startReceiver, type RunningReceiver } from '../support/receiver.js';
import {
  answered,
  applicationForm,
  bytesFor,
  formOf,
  send,
  sendJson,
  stored,
  storedFile,
  weaver,
  type ReceivedFile,
} from '../support/received.js';

describe('receiver: an application', () => {
  let receiver: RunningReceiver;

  before(async () => {
    const closed = { id: 'closed', title: 'Dyer', status: 'closed', form: weaver.form };
    const over = { id: 'over', title: 'Spinner', closesAt: '2001-01-31', form: weaver.form };
    const yesterday = new Date(Date.now() - 20 * 60 * 60 * 1000).toISOString();
    const justOver = { id: 'just-over', title: 'Fuller', closesAt: yesterday, form: weaver.form };
    const unnamed = {
      title: 'Carder',
      form: { sections: [{ fields: [{ name: 'email', type: 'email', label: 'E-mail' }] }] },
    };
    const postings = { weaver, closed, over, justOver, unnamed, broken: '{"title": 7}' };
    receiver = await startReceiver({ postings });
  });

  after(() => receiver.stop());

  it('is stored whole and read back byte for byte', async () => {
    const cv = bytesFor(1, 300_000);
    const second = bytesFor(2, 17);
    const consents = [
      { name: 'privacy', given: true, text: 'We may keep this.', at: '2026-11-22T10:00:00Z', locale: 'pl' },
    ];
    const response = await send(
      receiver,
      formOf([
        ['_posting', 'weaver'],
        ['_locale', 'pl'],
        ['_consents', JSON.stringify(consents)],
        ['_hints', JSON.stringify({ elapsedMs: 90_000, honeypot: '' })],
        ...Object.entries(answered),
        ['letter', 'Dear all,\nI weave.'],
        ['cv', [cv, 'Życiorys "最終" 🧵.pdf']],
        ['cv', [second, 'x.bin', '']],
        ['looms', 'floor'],
        ['looms', 'jacquard'],
        ['schools[0][school]', 'Łódź'],
        ['schools[0][certificate]', [bytesFor(3, 5), 'a.pdf']],
      ]),
    );
    expect(response.status).to.equal(201);
    const { id } = (await response.json()) as { id: string };
    const found = (await stored(receiver)).find((each) => each.id === id);
    expect(found).to.include({ posting: 'weaver', locale: 'pl' });
    expect(found?.consents).to.deep.equal(consents);
    expect(found?.hints).to.deep.equal({ elapsedMs: 90_000, honeypot: '' });
    const { cv: files, schools, ...answers } = found?.answers ?? {};
    expect(answers).to.deep.include({
      full_name: 'Zoë Łukasiewicz 工',
      email: 'zoe@example.org',
      letter: 'Dear all,\nI weave.',
      looms: ['floor', 'jacquard'],
    });
    const [first, other] = files as [ReceivedFile, ReceivedFile];
    expect([first.name, first.size, other.name]).to.deep.equal(['Życiorys "最終" 🧵.pdf', 300_000, 'x.bin']);
    expect(await storedFile(receiver, id, first.file)).to.deep.equal(cv);
    expect(await storedFile(receiver, id, other.file)).to.deep.equal(second);
    const [school] = schools as [{ school: string; certificate: [ReceivedFile] }];
    expect(school.school).to.equal('Łódź');
    expect(await storedFile(receiver, id, school.certificate[0].file)).to.deep.equal(bytesFor(3, 5));
  });

  it('arrives as JSON, too, with its files in it', async () => {
    const content = Buffer.from(bytesFor(4, 1001)).toString('base64');
    const response = await sendJson(receiver, {
      posting: 'weaver',
      locale: 'de-AT',
      answers: {
        ...answered,
        cv: [{ name: 'cv.pdf', type: 'application/pdf', size: 1001, content }],
        schools: [{ school: 'Graz', certificate: [{ name: 'z.pdf', type: '', size: 6, content: 'JVBERi0x' }] }],
      },
      consents: [],
    });
    expect(response.status).to.equal(201);
    const { id, message } = (await response.json()) as { id: string; message: string };
    expect(message).to.equal('Ihre Bewerbung ist gespeichert.');
    const answers = (await stored(receiver))[0]?.answers;
    const [cv] = answers?.['cv'] as [ReceivedFile];
    const [school] = answers?.['schools'] as [{ certificate: [ReceivedFile] }];
    expect(cv).to.include({ name: 'cv.pdf', type: 'application/pdf', size: 1001 }).and.not.have.property('content');
    expect(await storedFile(receiver, id, cv.file)).to.deep.equal(bytesFor(4, 1001));
    expect(Buffer.from(await storedFile(receiver, id, school.certificate[0].file)).toString()).to.equal('%PDF-1');
  });

  it('may be put as well as posted', async () => {
    const response = await fetch(`${receiver.origin}/applications`, { method: 'PUT', body: applicationForm() });
    expect(response.status).to.equal(201);
  });

  it('is refused with every field that is wrong, and not stored', async () => {
    const before = (await stored(receiver)).length;
    const parts = [
      ['email', 'nobody'],
      ['privacy', 'true'],
      ['schools[0][certificate]', [bytesFor(1, 9), 'a.pdf']],
    ] as const;
    const response = await send(receiver, formOf([['_posting', 'weaver'], ...parts]));
    expect(response.status).to.equal(422);
    expect(response.headers.get('content-type')).to.equal('application/problem+json');
    const { type, title, status, errors } = (await response.json()) as Record<string, unknown>;
    expect({ type, status }).to.deep.equal({ type: '/problems/invalid-answers', status: 422 });
    expect(title).to.be.a('string').and.not.equal('');
    const codes = (errors as Record<string, string>[]).map(({ pointer, field, code }) => [pointer, field, code]);
    expect(codes).to.deep.equal([
      ['/full_name', 'full_name', 'required'],
      ['/email', 'email', 'email'],
      ['/schools/0/school', 'schools[0][school]', 'required'],
    ]);
    expect(await stored(receiver)).to.have.length(before);
  });

  it('is refused in the language that the form was in, or else in English', async () => {
    const details = async (locale: string): Promise<string[]> => {
      const response = await send(
        receiver,
        formOf([
          ['_posting', 'weaver'],
          ['_locale', locale],
          ['privacy', 'true'],
        ]),
      );
      return ((await response.json()) as { errors: { detail: string }[] }).errors.map(({ detail }) => detail);
    };
    const english = await details('en');
    expect(english[0]).to.match(/full name/i);
    expect((await details('de-AT'))[0])
      .to.match(/Full name/)
      .and.not.equal(english[0]);
    expect(await details('no language, this')).to.deep.equal(english);
  });

  it('is refused where a file is only described', async () => {
    const elsewhere = { name: 'cv.pdf', type: 'application/pdf', size: 9, upload: 'https://files.example.org/1' };
    const inJson = await sendJson(receiver, {
      posting: 'weaver',
      answers: { ...answered, cv: [elsewhere] },
      consents: [],
    });
    const inForm = await send(receiver, applicationForm([['cv', JSON.stringify(elsewhere)]]));
    for (const response of [inJson, inForm]) {
      expect(response.status).to.equal(422);
      const { errors } = (await response.json()) as { errors: { field: string }[] };
      expect(errors.map(({ field }) => field)).to.deep.equal(['cv']);
    }
  });

  it('keeps no file that belongs to no field, and says that there was one', async () => {
    const response = await send(receiver, applicationForm([['photo', [bytesFor(1, 99), 'me.png']]]));
    const { id } = (await response.json()) as { id: string };
    expect((await stored(receiver))[0]).to.deep.include({ id, unknown: ['photo'] });
    expect((await fetch(`${receiver.origin}/applications/${id}/files/1`)).status).to.equal(404);
  });

  it('takes an empty file field of a plain form for no answer', async () => {
    const body =
      [['_posting', 'weaver'], ...Object.entries(answered)]
        .map(([name, value]) => `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
        .join('') +
      '--b\r\nContent-Disposition: form-data; name="cv"; filename=""\r\nContent-Type: application/octet-stream\r\n\r\n\r\n--b--\r\n';
    const headers = { 'Content-Type': 'multipart/form-data; boundary=b' };
    expect((await fetch(`${receiver.origin}/applications`, { method: 'POST', body, headers })).status).to.equal(201);
    expect((await stored(receiver))[0]?.answers).to.not.have.property('cv');
  });

  it('goes to the posting that it names, if there is one and it is open', async () => {
    const statusFor = async (posting?: string): Promise<number> =>
      (
        await send(
          receiver,
          formOf([...(posting === undefined ? [] : [['_posting', posting] as const]), ...Object.entries(answered)]),
        )
      ).status;
    expect(await statusFor()).to.equal(400);
    expect(await statusFor('nowhere')).to.equal(404);
    expect(await statusFor('constructor')).to.equal(404);
    expect(await statusFor('closed')).to.equal(410);
    expect(await statusFor('over')).to.equal(410);
    expect(await statusFor('just-over')).to.equal(201);
    expect(await statusFor('unnamed')).to.equal(201);
  });

  it('does not meet a posting that could not be read, which is named at the start', () => {
    expect(receiver.output()).to.match(/broken\.json is left out: .*title/s);
  });
});
