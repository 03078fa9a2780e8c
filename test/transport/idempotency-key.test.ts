import { expect } from '@open-wc/testing';
import { newIdempotencyKey } from '../../src/transport/idempotency-key.js';

const uuid4 = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

describe('newIdempotencyKey', () => {
  it('makes a UUID of version 4, another one each time', () => {
    const [one, two] = [newIdempotencyKey(), newIdempotencyKey()];
    expect(one).to.match(uuid4);
    expect(two).to.match(uuid4).and.not.equal(one);
  });

  it('makes one on hosts without https, where randomUUID is missing', () => {
    const insecure = { getRandomValues: (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes) };
    expect(newIdempotencyKey(insecure)).to.match(uuid4).and.not.equal(newIdempotencyKey(insecure));
    const ones = { getRandomValues: (bytes: Uint8Array<ArrayBuffer>) => bytes.fill(255) };
    expect(newIdempotencyKey(ones)).to.equal('ffffffff-ffff-4fff-bfff-ffffffffffff');
  });
});
