import { expect } from '@open-wc/testing';
import { encode, toFormData, jsonOf, UnreadableFile } from '../../src/transport/encode.js';
import { answers, application, key, plan, resume } from './sample.js';

interface Sent {
  answers: { résumé: { content: string }[]; education: { proof?: unknown }[] };
}

describe('encode', () => {
  it('gives multipart in the order of the contract, each answer a part, files as files', async () => {
    const form = (await encode(plan, application(), 'multipart/form-data')) as FormData;
    expect([...form].map(([name, value]) => [name, typeof value === 'string' ? value : value.name])).to.deep.equal([
      ['_posting', 'instrument-maker'],
      ['_locale', 'en-GB'],
      ['_idempotency_key', key],
      ['_consents', '[]'],
      ['_hints', '{"elapsedMs":61000,"honeypot":""}'],
      ['email', 'ada@example.org'],
      ['résumé', 'Ré "sumé".pdf'],
      ['skills', 'lathe'],
      ['skills', 'mill'],
      ['education[0][school]', 'First school'],
      ['education[0][proof]', 'proof.txt'],
      ['education[1][school]', 'Second\nschool'],
      ['source', 'careers page'],
    ]);
  });

  it('gives JSON with files in base64 wherever they stand, and without what is absent', async () => {
    const sent = JSON.parse((await encode(plan, application(), 'application/json')) as string) as Sent;
    expect(sent).to.deep.equal({
      posting: 'instrument-maker',
      locale: 'en-GB',
      idempotencyKey: key,
      answers: {
        ...answers,
        résumé: [
          { name: resume.name, type: 'application/pdf', size: resume.size, content: sent.answers.résumé[0]?.content },
        ],
        education: [
          { school: 'First school', proof: [{ name: 'proof.txt', type: '', size: 5, content: btoa('proof') }] },
          { school: 'Second\nschool' },
        ],
      },
      consents: [],
      hints: { elapsedMs: 61_000, honeypot: '' },
    });
    expect(await bytesOf(sent.answers.résumé[0]?.content)).to.deep.equal(await bytesOf(resume));
  });

  it('gives the key of an edited attempt and the token of a captcha in both', async () => {
    const made = application({}, { previousKey: 'before', captcha: { name: 'cf-turnstile-response', token: 'abc' } });
    const form = (await encode(plan, made, 'multipart/form-data')) as FormData;
    expect(form.get('_previous_key')).to.equal('before');
    expect([...form.keys()].at(-1)).to.equal('cf-turnstile-response');
    expect(JSON.parse(await jsonOf(made))).to.deep.include({
      previousKey: 'before',
      captcha: { name: 'cf-turnstile-response', token: 'abc' },
    });
  });

  it('keeps every byte of a file that is read in several pieces', async () => {
    const bytes = new Uint8Array(2_000_001).map((_, index) => (index * 31) % 251);
    const sent = JSON.parse(await jsonOf(application({ résumé: [new File([bytes], 'large.pdf')] }))) as Sent;
    expect(await digest(await bytesOf(sent.answers.résumé[0]?.content))).to.equal(await digest(bytes));
  });

  it('sends a file that was uploaded before as its reference', async () => {
    const reference = { name: 'cv.pdf', type: 'application/pdf', size: 9, upload: 'ref-1' };
    const made = application({ résumé: [reference] });
    const form = (await encode(plan, made, 'multipart/form-data')) as FormData;
    expect(form.get('résumé')).to.equal(JSON.stringify(reference));
    expect((JSON.parse(await jsonOf(made)) as Sent).answers.résumé).to.deep.equal([reference]);
  });

  it('refuses to pass off what is known of a file for the file', () => {
    const parts = [{ name: 'résumé', value: { name: 'cv.pdf', type: '', size: 9 } }];
    expect(() => toFormData(parts)).to.throw(UnreadableFile);
  });
});

async function bytesOf(content: string | Blob | undefined): Promise<Uint8Array<ArrayBuffer>> {
  if (content instanceof Blob) return new Uint8Array(await content.arrayBuffer());
  return Uint8Array.from(atob(content ?? ''), (character) => character.charCodeAt(0));
}

async function digest(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).join(' ');
}
