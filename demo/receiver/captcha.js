import { createHash } from 'node:crypto';
import { createChallenge, randomInt, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { Problem } from './problem.js';

/** Seconds in which a challenge must come back: somebody may take long over a form. */
const validForSeconds = 3_600;

/** What a device has to work out: about a second of it, which nobody waits for, and a program that sends thousands feels. */
const work = { algorithm: 'PBKDF2/SHA-256', cost: 5_000, keyPrefixLength: 16 };

/**
 * Sets proofs of work (ALTCHA) and verifies them; each is good for one application.
 * https://altcha.org/docs/v2/server-integration/
 */
export class ProofOfWork {
  #secret;
  #isRequired;
  /** @type {Map<string, number>} digests of proofs that were redeemed, with the moment after which they are worth nothing anyway */
  #redeemed = new Map();

  /**
   * @param {string} secret that challenges are signed with
   * @param {boolean} isRequired whether an application without a proof is refused
   */
  constructor(secret, isRequired) {
    this.#secret = secret;
    this.#isRequired = isRequired;
  }

  /** A new challenge, as JSON for the page. */
  async challenge() {
    return createChallenge({
      ...work,
      counter: randomInt(10, 60),
      deriveKey,
      expiresAt: Math.ceil(Date.now() / 1000) + validForSeconds,
      hmacSignatureSecret: this.#secret,
      hmacKeySignatureSecret: this.#secret,
    });
  }

  /**
   * Redeems the proof of an application.
   * @param {{ name: string, token: string } | undefined} captcha
   * @returns {Promise<() => void>} gives it back, for an application that is not stored after all
   * @throws {Problem} where there is none, or it is no good
   */
  async redeem(captcha) {
    if (captcha === undefined && !this.#isRequired) return () => undefined;
    if (captcha?.name !== 'altcha') throw refused('Expected a proof of work in the part "altcha".');
    const proof = createHash('sha256').update(captcha.token).digest('hex');
    this.#forgetExpired();
    if (this.#redeemed.has(proof)) throw refused('This proof of work has been used before.');
    // Before anything is awaited: two requests with one proof may come at once.
    this.#redeemed.set(proof, Date.now() + validForSeconds * 1000);
    const isGood = await this.#verify(captcha.token);
    if (!isGood) {
      this.#redeemed.delete(proof);
      throw refused('This proof of work is wrong, or too old.');
    }
    return () => void this.#redeemed.delete(proof);
  }

  /** @param {string} token */
  async #verify(token) {
    try {
      const { challenge, solution } = JSON.parse(Buffer.from(token, 'base64').toString('utf8'));
      const secrets = { hmacSignatureSecret: this.#secret, hmacKeySignatureSecret: this.#secret };
      return (await verifySolution({ challenge, solution, deriveKey, ...secrets })).verified;
    } catch {
      return false; // whatever it is, it is no proof
    }
  }

  #forgetExpired() {
    const now = Date.now();
    for (const [proof, expiresAt] of this.#redeemed) if (expiresAt < now) this.#redeemed.delete(proof);
  }
}

/** @param {string} detail */
function refused(detail) {
  return new Problem(403, 'captcha', { title: 'The check against programs was not passed.', detail });
}
