import { Buffer } from 'node:buffer';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Browser, ElementHandle } from 'puppeteer-core';
import { launchBrowser, openTab } from '../support/browser.js';
import { stored, type ReceivedFile } from '../support/received.js';
import { startReceiver, type RunningReceiver } from '../support/receiver.js';
import { untilState } from '../support/until-state.js';

const megabytes = 6;
const pdf = Buffer.concat([
  Buffer.from('%PDF-1.7\n'),
  Buffer.from(Array.from({ length: megabytes * 1_000_000 }, (_, at) => (at * 31) % 251)),
  Buffer.from('\n%%EOF\n'),
]);

describe('an application of several megabytes over a line that breaks', function () {
  this.timeout(90_000);
  let browser: Browser;
  let receiver: RunningReceiver;
  let line: Line;
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cut-line-'));
    await writeFile(join(folder, 'cv.pdf'), pdf);
    [browser, receiver] = await Promise.all([launchBrowser(), startReceiver()]);
    line = await startLine(receiver.origin);
  });

  after(async () => {
    await browser.close();
    line.server.close();
    await receiver.stop();
    await rm(folder, { recursive: true });
  });

  it('is sent again by itself, and arrives whole and once', async () => {
    const { page } = await openTab(browser);
    await page.goto(line.origin);
    await untilState(page, 'ready');
    const element = (await page.$('job-application'))!;
    await element.evaluate((each) => each.setAttribute('idempotency', 'header'));
    const [choose] = await page.$$('job-application >>> input[type=file]');
    await (choose as ElementHandle<HTMLInputElement>).uploadFile(join(folder, 'cv.pdf'));
    await element.evaluate(answerAll);
    line.cutNext(2);
    await element.evaluate((each) => void (each as Form).submit());
    await untilState(page, 'sent');
    expect(line.cuts()).to.equal(2);
    const all = await stored(receiver);
    expect(all).to.have.length(1);
    const [file] = all[0]!.answers['resume'] as ReceivedFile[];
    expect(file).to.include({ name: 'cv.pdf', size: pdf.length });
    const bytes = await fetch(`${receiver.origin}/applications/${all[0]!.id}/files/${file!.file}`);
    expect(Buffer.compare(Buffer.from(await bytes.arrayBuffer()), pdf)).to.equal(0);
  });
});

interface Form extends HTMLElement {
  fill(answers: object): void;
  validate(): readonly { field: string }[];
  submit(): Promise<unknown>;
}

/** Whatever is still asked for: a yes where that can be said, else a few words. */
function answerAll(element: Element): void {
  const form = element as Form;
  const answerTo = (name: string): unknown => {
    if (name === 'email') return 'zoe@example.org';
    const control = form.shadowRoot!.querySelector<HTMLInputElement>(`[name$="${name}"]`);
    return control?.type === 'radio' ? true : 'In a few words';
  };
  form.fill(Object.fromEntries(form.validate().map(({ field }) => [field, answerTo(field)])));
}

interface Line {
  readonly origin: string;
  readonly server: Server;
  /** How many applications to come are cut off in their middle. */
  cutNext(times: number): void;
  cuts(): number;
}

/** A line to the receiver that can be made to break once two megabytes of an application have passed. */
async function startLine(target: string): Promise<Line> {
  let left = 0;
  let cuts = 0;
  const server = createServer((near) => {
    const far = connect(Number(new URL(target).port), '127.0.0.1');
    let passed = -Infinity;
    near.on('data', (piece) => {
      if (piece.includes('POST /applications')) passed = 0;
      passed += piece.length;
      if (left > 0 && passed > 2_000_000) {
        left--;
        cuts++;
        passed = -Infinity;
        near.resetAndDestroy();
        far.destroy();
      } else far.write(piece);
    });
    far.on('data', (piece) => near.write(piece));
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    server,
    cutNext: (times) => void (left = times),
    cuts: () => cuts,
  };
}
