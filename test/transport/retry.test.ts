import { expect } from '@open-wc/testing';
import type { Failure, FailureReason } from '../../src/form/submission.js';
import { isHonoured, pauseAfter } from '../../src/transport/retry.js';

const unknown = (reason: FailureReason): Failure => ({ fate: 'unknown', reason });
const busy = (retryAfter?: number): Failure => ({
  fate: 'not-stored',
  reason: 'busy',
  ...(retryAfter === undefined ? {} : { retryAfter }),
});

const first = { repeats: 0, honoursKey: false };
const most = (): number => 0.999_999;

describe('pauseAfter', () => {
  it('asks to wait for a connection where there is none, however often it was sent', () => {
    const failure: Failure = { fate: 'not-stored', reason: 'offline' };
    for (const repeats of [0, 4, 40]) {
      expect(pauseAfter({ ...first, failure, repeats })).to.deep.equal({ until: 'online' });
    }
  });

  it('is anything from nothing up to 2, 4, 8 and 16 seconds where the endpoint names no time', () => {
    for (const [repeats, seconds] of [2, 4, 8, 16].entries()) {
      expect(pauseAfter({ ...first, failure: busy(), repeats }, () => 0)).to.deep.equal({ until: 'time', ms: 0 });
      expect(pauseAfter({ ...first, failure: busy(), repeats }, most)).to.deep.equal({
        until: 'time',
        ms: seconds * 1000,
      });
    }
  });

  it('ends after four repetitions', () => {
    expect(pauseAfter({ ...first, failure: busy(), repeats: 3 })).to.not.equal(undefined);
    expect(pauseAfter({ ...first, failure: busy(), repeats: 4 })).to.equal(undefined);
  });

  it('is never shorter than the endpoint asks for, and spread beyond that', () => {
    expect(pauseAfter({ ...first, failure: busy(30) }, () => 0)).to.deep.equal({ until: 'time', ms: 30_000 });
    expect(pauseAfter({ ...first, failure: busy(30) }, most)).to.deep.equal({ until: 'time', ms: 32_000 });
  });

  it('is no longer than five minutes: a longer one is not waited for', () => {
    expect(pauseAfter({ ...first, failure: busy(300) })).to.not.equal(undefined);
    expect(pauseAfter({ ...first, failure: busy(301) })).to.equal(undefined);
  });

  for (const reason of ['network', 'timeout', 'unreadable', 'in-progress', 'server-error'] as const) {
    it(`comes after "${reason}" only where the key is honoured, because it may have arrived`, () => {
      expect(pauseAfter({ failure: unknown(reason), repeats: 0, honoursKey: false })).to.equal(undefined);
      expect(pauseAfter({ failure: unknown(reason), repeats: 0, honoursKey: true })).to.have.property('until', 'time');
    });
  }

  for (const reason of [
    'blocked',
    'web-page',
    'refused',
    'forbidden',
    'not-found',
    'too-large',
    'unsupported-type',
    'bot',
    'unreadable-file',
    'stopped',
    'page',
  ] as const) {
    it(`does not come after "${reason}", which time does not mend`, () => {
      for (const fate of ['not-stored', 'unknown'] as const) {
        expect(pauseAfter({ failure: { fate, reason }, repeats: 0, honoursKey: true })).to.equal(undefined);
      }
    });
  }
});

describe('isHonoured', () => {
  it('is what the author says by "header" and "field", and is not guessed', () => {
    expect((['auto', 'header', 'field', 'off'] as const).map(isHonoured)).to.deep.equal([false, true, true, false]);
  });
});
