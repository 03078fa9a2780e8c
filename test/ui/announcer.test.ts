import { expect } from '@open-wc/testing';
import { Announcer } from '../../src/ui/form/announcer.js';

async function saidBy(...sentences: readonly string[]): Promise<string | null> {
  const announcer = new Announcer();
  for (const sentence of sentences) announcer.say(sentence);
  await new Promise((resolve) => setTimeout(resolve));
  return announcer.element.textContent;
}

describe('what is announced', () => {
  it('is one text where several things are said at once, each ended once', async () => {
    expect(await saidBy('Job 1 added', 'One more question: why')).to.equal('Job 1 added. One more question: why');
    expect(await saidBy('It may have arrived.', 'Is it you?', 'Job 1 removed')).to.equal(
      'It may have arrived. Is it you? Job 1 removed',
    );
  });

  it('is as it was given where it is alone', async () => {
    expect(await saidBy('Job 1 added')).to.equal('Job 1 added');
  });
});
