import { solveChallenge, type Challenge } from 'altcha-lib';
import { deriveKey as derivePbkdf2 } from 'altcha-lib/algorithms/web/pbkdf2';
import { deriveKey as deriveSha } from 'altcha-lib/algorithms/web/sha';
import { toJson } from '../../posting/to-json.js';
import { loadChallenge } from '../../transport/load-challenge.js';
import type { CaptchaProvider } from './captcha-provider.js';

interface Proof {
  readonly token: string;
  /** `Date.now()` after which the endpoint takes it no more. */
  readonly expiresAt: number;
}

/** So much before it expires, a proof is done anew: it has still to arrive. */
const marginMs = 30_000;

/**
 * Proof of work, which the endpoint sets and verifies itself: nothing is loaded from others, nobody is tracked, and
 * nothing is asked of the applicant. The device works it out while the form is being filled in. `captcha-key` is the
 * address of the endpoint's challenges. https://altcha.org/docs/v2/ (proof of work v2)
 */
export class Altcha implements CaptchaProvider {
  readonly fieldName = 'altcha';
  #url = '';
  #proof: Promise<Proof> | undefined;

  load(): Promise<void> {
    // Only pages on https or this machine are given what it takes.
    if (window.isSecureContext) return Promise.resolve();
    return Promise.reject(new Error('ALTCHA needs a page that came by https.'));
  }

  render(_container: HTMLElement, key: string): void {
    this.#url = new URL(key, document.baseURI).href;
    // That there is one is known now, that it is solved only when it is needed.
    this.#begin().catch(() => undefined);
  }

  async token(): Promise<string | undefined> {
    let proof: Proof | undefined;
    try {
      proof = await this.#proof;
    } catch {
      // The network may be back by now: it is asked for again below, and fails there if it isn't.
    }
    if (proof === undefined || proof.expiresAt - marginMs < Date.now()) proof = await this.#begin();
    return proof.token;
  }

  reset(): void {
    this.#begin().catch(() => undefined); // `token` tries again, and says so
  }

  #begin(): Promise<Proof> {
    return (this.#proof = prove(this.#url));
  }
}

async function prove(url: string): Promise<Proof> {
  const challenge = (await loadChallenge(url)) as Challenge;
  const { algorithm, expiresAt } = challenge.parameters;
  const deriveKey = algorithm.startsWith('PBKDF2/') ? derivePbkdf2 : deriveSha;
  const solution = await solveChallenge({ challenge, deriveKey });
  if (!solution) throw new Error('The proof of work took too long.');
  return {
    token: btoa(toJson({ challenge, solution })),
    expiresAt: expiresAt === undefined ? Infinity : expiresAt * 1000,
  };
}
