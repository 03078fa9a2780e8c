import { expect } from 'chai';
import type { Failure, FailureReason } from '../../src/form/submission.js';
import { describeFailure } from '../../src/localization/describe-failure.js';
import { loadTranslator } from '../../src/localization/load-translator.js';
import { createTranslator } from '../../src/localization/translator.js';
import { everyTranslator } from './support.js';

const reasons = Object.keys({
  offline: 0,
  network: 0,
  timeout: 0,
  blocked: 0,
  'web-page': 0,
  unreadable: 0,
  busy: 0,
  'in-progress': 0,
  'server-error': 0,
  refused: 0,
  forbidden: 0,
  'not-found': 0,
  'too-large': 0,
  'unsupported-type': 0,
  bot: 0,
  captcha: 0,
  'unreadable-file': 0,
  stopped: 0,
  page: 0,
} satisfies Record<FailureReason, 0>) as FailureReason[];

const english = createTranslator({ locale: 'en' });

function allWords(failure: Failure, translator = english): string {
  const { title, text, advice } = describeFailure(failure, translator);
  return [title, text, ...advice].join('\n');
}

describe('describeFailure', () => {
  for (const reason of reasons) {
    it(`says of "${reason}" that nothing was sent only where that is certain`, async () => {
      const [de, en] = await Promise.all([loadTranslator('de'), loadTranslator('en')]);
      expect(allWords({ fate: 'not-stored', reason }, en))
        .to.include('was not sent')
        .and.not.include('arrived');
      expect(allWords({ fate: 'unknown', reason }, en))
        .to.include('may have arrived')
        .and.not.include('not sent');
      expect(allWords({ fate: 'not-stored', reason }, de))
        .to.include('nicht gesendet')
        .and.not.include('angekommen');
      expect(allWords({ fate: 'unknown', reason }, de)).to.include('möglicherweise angekommen');
    });

    it(`says of "${reason}" that the answers are still here`, async () => {
      for (const translator of await everyTranslator()) {
        expect(allWords({ fate: 'unknown', reason }, translator)).to.match(/still here|noch da/);
        expect(allWords({ fate: 'not-stored', reason }, translator)).to.match(/still here|noch da/);
      }
    });
  }

  it('gives every reason words of its own', () => {
    const texts = reasons.map((reason) => describeFailure({ fate: 'not-stored', reason }, english).text);
    expect(new Set(texts)).to.have.lengthOf(reasons.length);
  });

  it('advises against sending a second time without a look first', () => {
    expect(describeFailure({ fate: 'unknown', reason: 'network' }, english).advice[0]).to.match(
      /^Before you send it again/,
    );
  });

  it('tells someone held for a program what to try', () => {
    const { advice } = describeFailure({ fate: 'not-stored', reason: 'bot' }, english);
    expect(advice.join(' ')).to.match(/try again.*extension.*another browser.*save a copy/is);
  });

  it("gives the endpoint's words as its own, and the time it asks for", () => {
    const failure = { fate: 'not-stored', reason: 'busy', message: 'Back at noon.', retryAfter: 300 } as const;
    expect(allWords(failure)).to.include('The answer was: “Back at noon.”').and.include('Wait 5 minutes before');
    expect(allWords(failure)).to.not.include('in a moment');
    expect(allWords({ ...failure, retryAfter: undefined })).to.include('in a moment');
    expect(allWords({ ...failure, retryAfter: 30 })).to.include('Wait 30 seconds before');
    expect(allWords({ ...failure, retryAfter: 18_000 })).to.include('Wait 5 hours before');
    expect(allWords({ ...failure, retryAfter: 259_200 })).to.include('Wait 3 days before');
  });
});
