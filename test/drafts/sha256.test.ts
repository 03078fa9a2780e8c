import { expect } from '@open-wc/testing';
import { sha256 } from '../../src/drafts/sha256.js';

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const of = (text: string): string => hex(sha256(new TextEncoder().encode(text)));

describe('SHA-256 for insecure hosts', () => {
  it('gives what FIPS 180-4 gives as examples', () => {
    expect(of('abc')).to.equal('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(of('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq')).to.equal(
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    );
  });

  it('gives what the browser does for each length around the ends of a block', async () => {
    for (let length = 0; length <= 200; length += 1) {
      const bytes = Uint8Array.from({ length }, (_, i) => (i * 31 + length) % 256);
      const theirs = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
      expect(hex(sha256(bytes)), `${length} bytes`).to.equal(hex(theirs));
    }
  });
});
