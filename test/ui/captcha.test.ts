import { expect, oneEvent } from '@open-wc/testing';
import type { CaptchaProvider, JobApplication } from '../../src/index.js';
import { control, draw, json, part, postingJson, reported, respond, type, words } from './support/element.js';

/** A service whose check is a box to be ticked, and whose every token is another. */
class BoxProvider implements CaptchaProvider {
  readonly fieldName = 'box-response';
  readonly box = document.createElement('input');
  /** How often `load` still fails. */
  failures = 0;
  resets = 0;
  key = '';
  #tokens = 0;

  load(): Promise<void> {
    this.failures -= 1;
    return this.failures >= 0 ? Promise.reject(new Error('blocked')) : Promise.resolve();
  }

  render(container: HTMLElement, key: string, onSolved: () => void): void {
    this.key = key;
    this.box.type = 'checkbox';
    this.box.addEventListener('change', onSolved);
    container.append(this.box);
  }

  token(): Promise<string | undefined> {
    return Promise.resolve(this.box.checked ? `token-${(this.#tokens += 1)}` : undefined);
  }

  reset(): void {
    this.resets += 1;
    this.box.checked = false;
  }

  tick(): void {
    this.box.checked = true;
    this.box.dispatchEvent(new Event('change'));
  }
}

describe('a captcha', () => {
  const provider = new BoxProvider();

  async function begun(box: BoxProvider, attributes: Record<string, string> = {}): Promise<JobApplication> {
    const element = await draw(postingJson(), { ...attributes });
    Object.assign(element, { captcha: 'box', captchaKey: 'k-1', captchaProviders: { box } });
    control(element, 'E-mail').focus();
    type(control(element, 'E-mail'), 'a@b.co');
    return element;
  }

  it('is drawn in the slot, with its key and a name, once somebody comes to the form', async () => {
    const box = new BoxProvider();
    const element = await draw();
    Object.assign(element, { captcha: 'box', captchaKey: 'k-1', captchaProviders: { box } });
    expect(element.querySelectorAll('[slot=captcha]')).to.have.length(0);
    control(element, 'E-mail').focus();
    await untilDrawn(box);
    const group = box.box.closest('[slot=captcha]');
    expect(group?.assignedSlot?.name).to.equal('captcha');
    expect(group?.getAttribute('aria-label')).to.equal('Check that you are a person');
    expect(box.key).to.equal('k-1');
  });

  it('that is not drawn takes no room in the form, and is in view once it is', async () => {
    const box = new BoxProvider();
    box.failures = Infinity;
    const element = await begun(box);
    await reported('error', () => element.submit());
    expect(element.state).to.equal('failed');
    expect(element.querySelector('[slot=captcha]')?.checkVisibility()).to.equal(false);
    box.failures = 0;
    await element.submit();
    await untilDrawn(box);
    expect(box.box.checkVisibility()).to.equal(true);
  });

  it('left undone is a problem that the summary leads to, and nothing is sent', async () => {
    const element = await begun(provider);
    let asked = 0;
    element.addEventListener('job-application-submit', () => (asked += 1));
    expect(await element.submit()).to.deep.equal({ status: 'invalid' });
    expect(element.issues).to.deep.equal([{ field: '', code: 'captcha', params: {} }]);
    expect(element.state).to.equal('invalid');
    const link = part(element, 'error-summary')?.querySelector('a');
    expect(words(link)).to.equal('Complete the check that you are a person');
    link?.click();
    expect(document.activeElement?.contains(provider.box)).to.equal(true);
    expect(document.activeElement?.slot).to.equal('captcha');
    expect(asked).to.equal(0);
    provider.tick();
    expect(element.state).to.equal('ready');
    expect(element.issues).to.deep.equal([]);
  });

  it('that was passed sends a token of its own with every attempt', async () => {
    const box = new BoxProvider();
    const element = await begun(box);
    const sent: unknown[] = [];
    element.addEventListener('job-application-submit', ({ application }) => sent.push(application.captcha));
    respond(element, () => json({ id: '1' }, sent.length === 1 ? 400 : 200));
    await untilDrawn(box);
    box.tick();
    expect((await element.submit()).status).to.equal('failed');
    expect(box.resets).to.equal(1);
    expect((await element.submit()).status).to.equal('invalid');
    box.tick();
    expect((await element.submit()).status).to.equal('sent');
    expect(sent).to.deep.equal([
      { name: 'box-response', token: 'token-1' },
      { name: 'box-response', token: 'token-2' },
    ]);
  });

  it('that does not load is told, with every answer kept, and tried again with the next attempt', async () => {
    const box = new BoxProvider();
    box.failures = 2;
    const element = await begun(box);
    respond(element, () => json({ id: '1' }));
    const lines = await reported('error', async () => {
      expect(await element.submit()).to.deep.equal({
        status: 'failed',
        failure: { fate: 'not-stored', reason: 'captcha' },
      });
    });
    expect(lines).to.have.length(1);
    expect(words(part(element, 'status'))).to.contain('could not be loaded');
    expect(element.answers).to.deep.equal({ email: 'a@b.co' });
    const again = element.submit();
    await again;
    box.tick();
    expect((await element.submit()).status).to.equal('sent');
  });

  it('of a name that nobody knows, or without a key, is reported, and the form goes on without', async () => {
    for (const attributes of [{ captcha: 'tea-leaves' }, { captcha: 'hcaptcha' }]) {
      const element = await draw(postingJson(), attributes);
      respond(element, () => json({ id: '1' }));
      const lines = await reported('error', async () => {
        control(element, 'E-mail').focus();
        type(control(element, 'E-mail'), 'a@b.co');
        expect((await element.submit()).status).to.equal('sent');
      });
      expect(lines, JSON.stringify(attributes)).to.have.length(1);
      expect(lines[0]).to.contain('expected');
    }
  });

  it('goes with the form that it belongs to', async () => {
    const box = new BoxProvider();
    const element = await begun(box);
    await untilDrawn(box);
    const loaded = oneEvent(element, 'job-application-load');
    element.posting = postingJson(undefined, { id: 'other' });
    await loaded;
    expect(element.querySelectorAll('[slot=captcha]')).to.have.length(0);
  });
});

async function untilDrawn({ box }: BoxProvider): Promise<void> {
  if (box.isConnected) return;
  await new Promise<void>((resolve) => {
    const observer = new MutationObserver(() => {
      if (!box.isConnected) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(document.body, { childList: true, subtree: true });
  });
}
