import { expect, fixture, html } from '@open-wc/testing';
import { executeServerCommand, removeFile, writeFile } from '@web/test-runner-commands';
import type { Outcome } from '../../src/form/submission.js';
import { readResponse } from '../../src/transport/submit.js';
import { endpoint, json, otherEndpoint, page, partsIn, redirect, type Behaviour } from './fault-client.js';
import { answers, application, key, plan, submitTo } from './sample.js';

const accepted = json({ id: 'A-1' }, 201);

function sent(confirmation: object = {}): object {
  return { status: 'sent', confirmation };
}

function failed(reason: string, rest: object = {}): object {
  return { status: 'failed', failure: { fate: 'not-stored', reason, ...rest } };
}

function unconfirmed(reason: string, rest: object = {}): object {
  return { status: 'unconfirmed', failure: { fate: 'unknown', reason, ...rest } };
}

function invalid(...messages: [field: string, message: string][]): object {
  return {
    status: 'invalid',
    issues: messages.map(([field, message]) => ({ field, code: 'server', params: {}, message })),
  };
}

function text(body: string, contentType = 'text/plain', status = 200): Behaviour {
  return { status, body, headers: { 'Content-Type': contentType } };
}

type Row = [says: string, behaviour: Behaviour, outcome: object];

const rows: Record<string, Row[]> = {
  'is sent when the endpoint says so:': [
    [
      '201 with an id, a message and a link',
      json({ id: 'A-1', message: 'Thank you', href: 'https://example.org/a/1' }, 201),
      sent({ id: 'A-1', message: 'Thank you', href: 'https://example.org/a/1' }),
    ],
    ['an id that is a number', json({ id: 17 }), sent({ id: '17' })],
    [
      'a link relative to the endpoint',
      json({ href: '/applications/1' }),
      sent({ href: `${location.origin}/applications/1` }),
    ],
    [
      'a link that is no web address, which is left out',
      json({ id: '1', href: 'javascript:alert(1)' }),
      sent({ id: '1' }),
    ],
    ['200 without a body', { status: 200 }, sent()],
    ['204', { status: 204 }, sent()],
    ['202 with text', text('Accepted', 'text/plain', 202), sent()],
    ['a word that came as text/html, as PHP sends it', text('OK', 'text/html; charset=utf-8'), sent()],
    ['JSON that came as text/html', text('{"id":"7"}', 'text/html'), sent({ id: '7' })],
    [
      'ok: true and no errors',
      json({ ok: true, success: true, error: null, errors: [], fieldErrors: { email: [] } }),
      sent(),
    ],
    ['JSON that is no object', json('stored'), sent()],
    ['an empty list', json([]), sent()],
    ['anything else in JSON, which is ignored', json({ status: 'new', id: { nested: true }, message: 4 }), sent()],
  ],
  'fails when a 2xx says "no":': [
    [
      'ok: false',
      json({ ok: false, message: 'We had to decline' }),
      failed('refused', { status: 200, message: 'We had to decline' }),
    ],
    ['success: false', json({ success: false }), failed('refused', { status: 200 })],
    ['error', json({ error: 'Closed' }), failed('refused', { status: 200, message: 'Closed' })],
    [
      'error in an object',
      json({ error: { code: 'closed', message: 'Closed' } }),
      failed('refused', { status: 200, message: 'Closed' }),
    ],
    ['errors', json({ errors: { email: 'Taken' } }), invalid(['email', 'Taken'])],
    ['a list of errors', json([{ field: 'email', message: 'Taken' }]), invalid(['email', 'Taken'])],
    ['false', json(false), failed('refused', { status: 200 })],
    [
      'a status of JSend',
      json({ status: 'error', message: 'Closed' }),
      failed('refused', { status: 200, message: 'Closed' }),
    ],
    ['a problem', json({ title: 'Closed', status: 410 }), failed('refused', { status: 200, message: 'Closed' })],
    ['a bot', json({ ok: false, code: 'bot' }), failed('bot', { status: 200 })],
  ],
  'stays unconfirmed when something else came in place of an answer:': [
    ['a web page', page(), unconfirmed('web-page', { status: 200 })],
    ['a login form', page('<form><input type="password"></form>'), unconfirmed('web-page', { status: 200 })],
    [
      'a web page that came as text',
      text('\n<!DOCTYPE html><p>Welcome to the Wi-Fi'),
      unconfirmed('web-page', { status: 200 }),
    ],
    [
      'a warning of the server before the JSON',
      text('<br />\n<b>Warning</b>: …{"id":1}', 'text/html'),
      unconfirmed('web-page', { status: 200 }),
    ],
    ['JSON that breaks off', text('{"id":', 'application/json'), unconfirmed('unreadable', { status: 200 })],
    ['a picture', text('GIF89a', 'image/gif'), unconfirmed('unreadable', { status: 200 })],
    [
      'a connection that breaks off in the answer',
      { ...accepted, fault: 'break-off' },
      unconfirmed('unreadable', { status: 201 }),
    ],
    ['an answer that is far too large', { bodyBytes: 2_000_000 }, unconfirmed('unreadable', { status: 200 })],
    ['a redirect to a web page', redirect(endpoint(page()).url), unconfirmed('web-page', { status: 200 })],
    ['a redirect to nothing', redirect(endpoint().url), unconfirmed('web-page', { status: 200 })],
    [
      'a redirect to what is not there',
      redirect(endpoint({ status: 404 }).url, 302),
      unconfirmed('web-page', { status: 404 }),
    ],
    [
      'a redirect to an error of the server',
      redirect(endpoint({ status: 503, headers: { 'Retry-After': '1' } }).url),
      unconfirmed('web-page', { status: 503 }),
    ],
    ['a status that belongs to no answer', { status: 300 }, unconfirmed('web-page', { status: 300 })],
  ],
  'is judged by where a redirect leads when that is JSON on the same origin:': [
    ['a yes', redirect(endpoint(accepted).url), sent({ id: 'A-1' })],
    ['a yes after the request was repeated there', redirect(endpoint(accepted).url, 307), sent({ id: 'A-1' })],
    ['a no', redirect(endpoint(json({ ok: false })).url), failed('refused', { status: 200 })],
  ],
  'has its issues said at the fields:': [
    ['400', json({ errors: { email: 'Taken' } }, 400), invalid(['email', 'Taken'])],
    ['409', json([{ field: 'email', message: 'Taken' }], 409), invalid(['email', 'Taken'])],
    [
      '422, with what fits no field for the summary',
      json(
        {
          type: 'about:blank',
          errors: [
            { pointer: '/email', detail: 'Taken' },
            { pointer: '/shoe_size', detail: 'Missing' },
          ],
        },
        422,
        { 'Content-Type': 'application/problem+json' },
      ),
      invalid(['email', 'Taken'], ['', 'Missing']),
    ],
    ['413 that blames a file', json({ errors: { résumé: 'Too large' } }, 413), invalid(['résumé', 'Too large'])],
    [
      '415 that blames a file',
      json({ errors: { 'education[0][proof]': 'Not a PDF' } }, 415),
      invalid(['education[0][proof]', 'Not a PDF']),
    ],
    ['422 with an error of the whole', json({ errors: ['Applied before'] }, 422), invalid(['', 'Applied before'])],
  ],
  'is not stored, to be tried again:': [
    ['425', { status: 425 }, failed('busy', { status: 425 })],
    ['429', { status: 429 }, failed('busy', { status: 429 })],
    [
      '429 with a time',
      { status: 429, headers: { 'Retry-After': '7' } },
      failed('busy', { status: 429, retryAfter: 7 }),
    ],
    [
      '503 with a time',
      {
        ...json({ detail: 'Back at noon' }, 503),
        headers: { 'Content-Type': 'application/json', 'Retry-After': '600' },
      },
      failed('busy', { status: 503, retryAfter: 600, message: 'Back at noon' }),
    ],
    [
      '503 with a date',
      {
        status: 503,
        headers: { 'Retry-After': 'Sun, 22 Nov 2026 10:01:30 GMT', Date: 'Sun, 22 Nov 2026 10:00:00 GMT' },
      },
      failed('busy', { status: 503, retryAfter: 90 }),
    ],
  ],
  'may have arrived:': [
    [
      '409 without field errors',
      json({ title: 'Conflict' }, 409),
      unconfirmed('in-progress', { status: 409, message: 'Conflict' }),
    ],
    ['408', { status: 408 }, unconfirmed('server-error', { status: 408 })],
    [
      '500 without its words, which are not for applicants',
      json({ message: 'SQLSTATE[23000]' }, 500),
      unconfirmed('server-error', { status: 500 }),
    ],
    ['502 with a web page', page(undefined, 502), unconfirmed('server-error', { status: 502 })],
    ['503 without a time', { status: 503 }, unconfirmed('server-error', { status: 503 })],
    [
      '503 with a time that can not be read',
      { status: 503, headers: { 'Retry-After': 'later' } },
      unconfirmed('server-error', { status: 503 }),
    ],
    ['504', { status: 504 }, unconfirmed('server-error', { status: 504 })],
    ['507 of an endpoint whose disk is full', { status: 507 }, unconfirmed('server-error', { status: 507 })],
    ['520, which only networks in between know', { status: 520 }, unconfirmed('server-error', { status: 520 })],
    ['a reset connection', { fault: 'reset' }, unconfirmed('network')],
  ],
  'is refused:': [
    ['400 with words', text('Not today', 'text/plain', 400), failed('refused', { status: 400, message: 'Not today' })],
    ['400 whose JSON breaks off', text('{"errors":', 'application/json', 400), failed('refused', { status: 400 })],
    ['401', { status: 401 }, failed('forbidden', { status: 401 })],
    ['403 with a web page, of which nothing is shown', page(undefined, 403), failed('forbidden', { status: 403 })],
    [
      '404',
      json({ title: 'No such posting', detail: 'It was closed' }, 404),
      failed('not-found', { status: 404, message: 'It was closed' }),
    ],
    ['405', { status: 405 }, failed('refused', { status: 405 })],
    ['410', { status: 410 }, failed('not-found', { status: 410 })],
    ['413', { status: 413 }, failed('too-large', { status: 413 })],
    ['415', { status: 415 }, failed('unsupported-type', { status: 415 })],
    [
      '422 without field errors',
      json({ detail: 'The key was used for another application' }, 422),
      failed('refused', { status: 422, message: 'The key was used for another application' }),
    ],
    ['451', { status: 451 }, failed('refused', { status: 451 })],
  ],
  'is held for a program:': [
    [
      '403 with the code "bot"',
      json({ code: 'bot', message: 'Flagged as a possible bot' }, 403),
      failed('bot', { status: 403, message: 'Flagged as a possible bot' }),
    ],
    [
      'a problem whose type ends in "bot"',
      json({ type: 'https://example.org/problems/bot', detail: 'Flagged' }, 403, {
        'Content-Type': 'application/problem+json',
      }),
      failed('bot', { status: 403, message: 'Flagged' }),
    ],
    [
      '429 with the code "bot", which waiting will not mend',
      json({ code: 'bot' }, 429),
      failed('bot', { status: 429 }),
    ],
    [
      'the error codes of a captcha service',
      json({ 'error-codes': ['timeout-or-duplicate'] }, 400),
      failed('bot', { status: 400 }),
    ],
    [
      'an error at the field of a captcha',
      json({ errors: { 'g-recaptcha-response': ['Invalid'] } }, 422),
      failed('bot', { status: 422, message: 'Invalid' }),
    ],
    [
      'a code that names the captcha',
      json({ error: 'captcha_failed' }, 400),
      failed('bot', { status: 400, message: 'captcha_failed' }),
    ],
  ],
};

describe('submit: the application', () => {
  for (const [fate, cases] of Object.entries(rows)) {
    describe(fate, () => {
      for (const [says, behaviour, outcome] of cases) {
        it(says, async () => {
          expect(await submitTo(endpoint(behaviour).url)).to.deep.equal(outcome);
        });
      }
    });
  }

  it('is not called a bot where its fields are at fault, too', async () => {
    const body = { errors: { email: 'Taken' }, input: { 'cf-turnstile-response': 'abc' } };
    expect(await submitTo(endpoint(json(body, 422)).url)).to.deep.equal(invalid(['email', 'Taken']));
  });

  for (const [status, because] of [
    [413, 'size'],
    [415, 'type'],
  ] as const) {
    it(`is said to be refused for its one file, at that file, by a ${status} that names none`, async () => {
      const { url } = endpoint(json({ title: 'No' }, status));
      const refused = (field: string, index: number): unknown => ({
        status: 'invalid',
        issues: [{ field, code: 'file-refused', params: { index, because } }],
      });
      const first = application({ ...answers, education: [] });
      expect(await submitTo(url, { application: first })).to.deep.equal(refused('résumé', 0));
      const nested = application({ ...answers, résumé: [] });
      expect(await submitTo(url, { application: nested })).to.deep.equal(refused('education[0][proof]', 0));
    });
  }

  it('is sent when a web page came and success-html is set, directly or by a redirect', async () => {
    const thanks = endpoint(page()).url;
    const request = { successHtml: true };
    expect(await submitTo(thanks, request)).to.deep.equal(sent());
    expect(await submitTo(endpoint(redirect(thanks)).url, request)).to.deep.equal(sent());
    expect(await submitTo((await otherEndpoint(page())).url, request)).to.deep.equal(sent());
    expect(await submitTo(endpoint(redirect((await otherEndpoint(page())).url)).url, request)).to.deep.equal(sent());
  });

  it('is not sent by success-html alone: statuses and a "no" count as ever', async () => {
    const request = { successHtml: true };
    expect(await submitTo(endpoint(page(undefined, 404)).url, request)).to.deep.equal(
      failed('not-found', { status: 404 }),
    );
    expect(await submitTo(endpoint(redirect(endpoint(page(undefined, 500)).url)).url, request)).to.deep.equal(
      unconfirmed('web-page', { status: 500 }),
    );
    expect(await submitTo(endpoint(json({ ok: false })).url, request)).to.deep.equal(
      failed('refused', { status: 200 }),
    );
  });

  it('stays unconfirmed when it was redirected to another origin, even one that answers yes', async () => {
    const { url } = await otherEndpoint(accepted);
    expect(await submitTo(endpoint(redirect(url)).url)).to.deep.equal(unconfirmed('web-page', { status: 201 }));
  });

  it('is sent to another origin, which may redirect within itself', async () => {
    const target = await otherEndpoint(redirect((await otherEndpoint(accepted)).url));
    expect(await submitTo(target.url)).to.deep.equal(sent({ id: 'A-1' }));
  });

  it('is unconfirmed where another origin hides its answer or asks for a login elsewhere', async () => {
    const hidden = await otherEndpoint({ ...accepted, isClosedToOthers: true });
    expect(await submitTo(hidden.url)).to.deep.equal(unconfirmed('network'));
    const login = await otherEndpoint(redirect((await otherEndpoint({ ...page(), isClosedToOthers: true })).url, 302));
    expect(await submitTo(login.url)).to.deep.equal(unconfirmed('network'));
  });

  it('is unconfirmed when no answer comes in time, or when it was stopped', async () => {
    const hanging = endpoint({ fault: 'hang' }).url;
    expect(await submitTo(hanging, {}, { times: { stallMs: 200, answerMs: 200 } })).to.deep.equal(
      unconfirmed('timeout'),
    );
    expect(await submitTo(hanging, {}, { signal: AbortSignal.timeout(200) })).to.deep.equal(unconfirmed('stopped'));
  });

  it('is not stored when a file, gone since it was chosen, could not be read for it', async () => {
    const input = await fixture<HTMLInputElement>(html`<input type="file" id="gone-file" aria-label="Résumé" />`);
    await writeFile({ path: 'gone.pdf', content: 'here a moment ago' });
    await executeServerCommand('upload', { selector: '#gone-file', files: ['test/transport/gone.pdf'] });
    await removeFile({ path: 'gone.pdf' });
    const { url, recorded } = endpoint(accepted);
    const made = application({ résumé: [...(input.files ?? [])] });
    expect(made.answers).to.have.property('résumé').with.length(1);
    const outcome = await submitTo(url, { application: made, enctype: 'application/json' });
    expect(outcome).to.deep.equal(failed('unreadable-file'));
    expect(await recorded()).to.deep.equal([]);
  });
});

describe('submit: on the wire', () => {
  const names = [
    '_posting',
    '_locale',
    '_idempotency_key',
    '_consents',
    '_hints',
    'email',
    'rÃ©sumÃ©',
    'skills',
    'skills',
    'education[0][school]',
    'education[0][proof]',
    'education[1][school]',
    'source',
  ];

  for (const [where, make] of Object.entries({ "the page's own origin": endpoint, 'another origin': otherEndpoint })) {
    it(`multipart has its parts in the order of the contract and every byte of the files, to ${where}`, async () => {
      const { url, recorded } = await make(accepted);
      expect(await submitTo(url)).to.deep.equal(sent({ id: 'A-1' }));
      const requests = await recorded();
      expect(requests.map(({ method }) => method)).to.deep.equal(['POST']);
      const parts = partsIn(requests[0]!);
      expect(parts.map(({ name }) => name)).to.deep.equal(names);
      expect(parts.find(({ name }) => name === '_idempotency_key')?.content).to.equal(key);
      expect(parts.find(({ name }) => name === 'rÃ©sumÃ©')).to.deep.equal({
        name: 'rÃ©sumÃ©',
        fileName: 'RÃ© %22sumÃ©%22.pdf',
        type: 'application/pdf',
        content: '%PDF-1.7\r\n\u0000Ã¿',
      });
      expect(parts.find(({ name }) => name === 'education[1][school]')?.content).to.equal('Second\r\nschool');
    });
  }

  it('JSON has the same answers', async () => {
    const { url, recorded } = endpoint(accepted);
    await submitTo(url, { enctype: 'application/json', method: 'put' });
    const [request] = await recorded();
    expect(request?.method).to.equal('PUT');
    expect(request?.headers).to.include({ 'content-type': 'application/json', accept: 'application/json' });
    const body = JSON.parse(decodeURIComponent(escape(request?.body ?? ''))) as { answers: Record<string, unknown> };
    expect(body).to.include({ posting: 'instrument-maker', idempotencyKey: key });
    expect(Object.keys(body.answers)).to.deep.equal(Object.keys(answers));
  });

  const ways = [
    ['auto', "the page's own origin", endpoint, `"${key}"`],
    ['auto', 'another origin', otherEndpoint, undefined],
    ['header', 'another origin', otherEndpoint, `"${key}"`],
    ['field', "the page's own origin", endpoint, undefined],
    ['off', "the page's own origin", endpoint, undefined],
  ] as const;
  for (const [idempotency, where, make, header] of ways) {
    it(`the key is ${header ? 'also a quoted header' : 'no header'} with "${idempotency}" to ${where}`, async () => {
      const { url, recorded } = await make(accepted);
      expect(await submitTo(url, { idempotency })).to.deep.equal(sent({ id: 'A-1' }));
      const requests = await recorded();
      const asksFirst = header !== undefined && make === otherEndpoint;
      expect(requests.map(({ method }) => method)).to.deep.equal(asksFirst ? ['OPTIONS', 'POST'] : ['POST']);
      expect(requests.at(-1)?.headers['idempotency-key']).to.equal(header);
    });
  }

  it("has the page's headers, save those that are the browser's to set, which its author is told", async () => {
    const errors: string[] = [];
    const { error } = console;
    console.error = (...words: unknown[]) => errors.push(words.join(' '));
    try {
      const { url, recorded } = endpoint(accepted);
      const headers = {
        'X-Site': 'careers',
        'Content-Type': 'text/plain',
        ACCEPT: 'text/html',
        'no good': 'x',
        'X-Break': 'a\nb',
      };
      expect(await submitTo(url, { headers })).to.deep.equal(sent({ id: 'A-1' }));
      const [request] = await recorded();
      expect(request?.headers)
        .to.include({ 'x-site': 'careers', accept: 'application/json' })
        .and.not.have.property('x-break');
      expect(request && partsIn(request)).to.have.length(names.length);
    } finally {
      console.error = error;
    }
    expect(errors.map((words) => /"(.+?)"/.exec(words)?.[1])).to.deep.equal([
      'Content-Type',
      'ACCEPT',
      'no good',
      'X-Break',
    ]);
  });

  it('carries the same key when the browser itself sends again on a reset connection', async () => {
    await submitTo(endpoint(accepted).url); // leaves a connection open, which browsers use again
    const { url, recorded } = endpoint({ fault: 'reset' });
    await submitTo(url);
    const keys = (await recorded()).map(({ headers }) => headers['idempotency-key']);
    expect(keys).to.have.length.of.at.least(1);
    expect(new Set(keys)).to.deep.equal(new Set([`"${key}"`]));
  });
});

describe("readResponse: the answer of the page's own request", () => {
  const url = new URL('/api', location.href);

  function read(answer: Response | Promise<Response>): Promise<Outcome> {
    return readResponse(answer, { plan, application: application(), url, successHtml: false });
  }

  it('is read like any other', async () => {
    expect(await read(Promise.resolve(Response.json({ id: 'A-1' }, { status: 201 })))).to.deep.equal(
      sent({ id: 'A-1' }),
    );
    expect(await read(Response.json({ errors: { email: 'Taken' } }, { status: 422 }))).to.deep.equal(
      invalid(['email', 'Taken']),
    );
    expect(await read(fetch(endpoint(page()).url))).to.deep.equal(unconfirmed('web-page', { status: 200 }));
    expect(await read(fetch(endpoint(redirect(endpoint(accepted).url)).url))).to.deep.equal(sent({ id: 'A-1' }));
  });

  it('is unconfirmed where it is opaque', async () => {
    const { url: other } = await otherEndpoint(accepted);
    expect(await read(fetch(other, { mode: 'no-cors' }))).to.deep.equal(unconfirmed('web-page'));
    expect(await read(fetch(endpoint(redirect(other)).url, { redirect: 'manual' }))).to.deep.equal(
      unconfirmed('web-page'),
    );
    expect(await read(Response.error())).to.deep.equal(unconfirmed('web-page'));
  });

  it('is unconfirmed where the body was read before', async () => {
    const response = Response.json({ id: 'A-1' });
    await response.text();
    expect(await read(response)).to.deep.equal(unconfirmed('unreadable', { status: 200 }));
  });

  it('leaves the fate unknown where it is rejected, or is no Response, and tells the author', async () => {
    const errors: unknown[] = [];
    const { error } = console;
    console.error = (...words: unknown[]) => errors.push(words);
    try {
      expect(await read(Promise.reject(new Error('The page failed')))).to.deep.equal(unconfirmed('page'));
      // The last two are what wrappers of XMLHttpRequest resolve with.
      for (const other of [
        undefined,
        { ok: true },
        { status: 200, data: {} },
        { status: 200, headers: {}, data: {} },
      ]) {
        expect(await read(Promise.resolve(other as unknown as Response))).to.deep.equal(unconfirmed('page'));
      }
    } finally {
      console.error = error;
    }
    expect(errors).to.have.length(5);
  });
});
