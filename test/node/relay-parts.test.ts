import { expect } from 'chai';
import { backoffMs, retryAfterMs } from '../../demo/receiver/relay/backoff.js';
import { fateOf } from '../../demo/receiver/relay/fate.js';
import { isSafe } from '../../demo/receiver/relay/ashby.js';
import { Pace } from '../../demo/receiver/relay/pace.js';
import { SystemPostings } from '../../demo/receiver/relay/system-postings.js';
import { Problem } from '../../demo/receiver/problem.js';

describe('the pauses of the relay', () => {
  it('double, up to an hour, and differ by chance', () => {
    expect([1, 2, 3].map((tries) => backoffMs(tries, 1000, undefined, () => 1))).to.deep.equal([1000, 2000, 4000]);
    expect(backoffMs(3, 1000, undefined, () => 0)).to.equal(2000);
    expect(backoffMs(40, 1000, undefined, () => 1)).to.equal(3_600_000);
  });

  it('are as long as the system asks for, and no shorter than they would be', () => {
    expect([undefined, 0, 500, 9000].map((asked) => backoffMs(2, 1000, asked, () => 1))).to.deep.equal([
      2000, 2000, 2000, 9000,
    ]);
  });

  it('are what Retry-After asks for, as seconds or as a date, and at most a day', () => {
    const now = Date.parse('2026-11-22T10:00:00Z');
    expect(retryAfterMs('7', now)).to.equal(7000);
    expect(retryAfterMs('Sun, 22 Nov 2026 10:00:09 GMT', now)).to.equal(9000);
    expect(retryAfterMs('Sun, 22 Nov 2026 09:00:00 GMT', now)).to.equal(0);
    expect(retryAfterMs('999999999', now)).to.equal(86_400_000);
    expect(retryAfterMs('soon', now)).to.equal(undefined);
  });

  it('keep requests apart', () => {
    const pace = new Pace(600);
    expect(pace.waitMs(1000)).to.equal(0);
    pace.began(1000);
    expect(pace.waitMs(1100)).to.equal(500);
    pace.holdUntil(5000);
    expect(pace.waitMs(1600)).to.equal(3400);
    expect(pace.waitMs(5000)).to.equal(0);
  });
});

describe('an address to upload to', () => {
  it('is encrypted, or on this machine', () => {
    const safe = ['https://files.example.org/a', 'http://127.0.0.1:8080/a', 'http://localhost/a', 'http://[::1]:1/a'];
    const other = [
      ...['http://files.example.org/a', 'http://localhost:80@evil.example/', 'http://localhost.evil.example/'],
      ...['http://127.0.0.1.evil.example/', 'ftp://localhost/', 'javascript:0', 'localhost/a', ''],
    ];
    expect([...safe, ...other].filter(isSafe)).to.deep.equal(safe);
  });
});

describe('the fate of an application at a system', () => {
  const answer = (status: number, body: unknown = '', headers = {}) => ({ status, headers, body, text: '' });

  it('is open where the system says nothing, or a gateway did not wait for it', () => {
    expect(fateOf(answer(200, '<p>Thanks</p>'), undefined, 0).kind).to.equal('unknown');
    expect(fateOf(answer(504), undefined, 0).kind).to.equal('unknown');
  });

  it('is to be tried again where the system is busy, down, elsewhere, or refuses the key', () => {
    for (const status of [302, 401, 403, 408, 429, 500, 502, 503]) {
      expect(fateOf(answer(status), undefined, 0).kind, String(status)).to.equal('again');
    }
  });

  it('is a refusal, in the words of the system, for everything else', () => {
    const issues = [{ field: 'email', message: 'Not an address' }];
    expect(fateOf(answer(200), { status: 'invalid', message: 'Not an address', issues }, 0)).to.deep.equal({
      kind: 'refused',
      words: 'Status 200. email: Not an address',
    });
    expect(fateOf(answer(404, { error: 'No such job' }), undefined, 0)).to.deep.equal({
      kind: 'refused',
      words: 'Status 404. No such job',
    });
  });
});

describe('the jobs of a system', () => {
  let now: number;
  let asked: number;
  let answer: () => Promise<{ status: number; body: unknown }>;
  let jobs: SystemPostings;

  beforeEach(() => {
    now = 1_000_000_000;
    asked = 0;
    answer = () => Promise.resolve({ status: 200, body: { id: 7 } });
    const access = { url: 'http://localhost', board: 'wetherfield', key: 'secret-key' };
    const settings = { system: 'greenhouse' as const, access, tries: 1, retryMs: 1, freshMs: 1000 };
    jobs = new SystemPostings(settings, {
      now: () => now,
      ask: async () => {
        asked += 1;
        const { status, body } = await answer();
        return { status, body, text: JSON.stringify(body), headers: {} };
      },
    });
  });

  const kindOf = (job: string): Promise<unknown> =>
    jobs.get(job).then(
      (posting) => posting,
      (error: unknown) => (error instanceof Problem ? error.status : error),
    );

  it('are asked for once by all that ask together, and by all that ask soon', async () => {
    const found = await Promise.all([jobs.get('7'), jobs.get('7'), jobs.get('7')]);
    expect(found.map((each) => each?.json)).to.deep.equal(['{"id":7}', '{"id":7}', '{"id":7}']);
    now += 999;
    await jobs.get('7');
    expect(asked).to.equal(1);
    now += 1;
    await jobs.get('7');
    expect(asked).to.equal(2);
  });

  it('are what they were for a day where the system fails, and it is not asked more often', async () => {
    await jobs.get('7');
    answer = () => Promise.resolve({ status: 500, body: {} });
    now += 2000;
    expect((await jobs.get('7'))?.json).to.equal('{"id":7}');
    expect((await jobs.get('7'))?.json).to.equal('{"id":7}');
    expect(asked).to.equal(2);
    now += 86_400_000;
    expect(await kindOf('7')).to.equal(502);
  });

  it('are not there where the system says so, and unknown where it never said anything', async () => {
    answer = () => Promise.resolve({ status: 404, body: {} });
    expect(await kindOf('7')).to.equal(undefined);
    answer = () => Promise.reject(new Error('down'));
    expect(await kindOf('8')).to.equal(502);
    expect(await kindOf('8')).to.equal(502);
    expect(asked).to.equal(2);
  });

  it('are never served with the key in them', async () => {
    answer = () => Promise.resolve({ status: 200, body: { note: 'secret-key' } });
    expect(await kindOf('7')).to.equal(502);
  });

  it('of no id that could be one are not asked for', async () => {
    for (const job of ['../7', '7?x', '', '07', '7/8', 'x', '%2e%2e']) expect(await kindOf(job)).to.equal(undefined);
    expect(asked).to.equal(0);
  });

  it('are not all asked for at once', async () => {
    answer = () => new Promise(() => undefined);
    for (let job = 1; job <= 20; job += 1) void jobs.get(String(job));
    expect(await kindOf('21')).to.equal(503);
  });
});
