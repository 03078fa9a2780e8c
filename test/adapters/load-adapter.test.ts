import { expect } from 'chai';
import { formatNames, loadAdapter } from '../../src/adapters/load-adapter.js';

describe('every adapter', () => {
  for (const name of formatNames) {
    it(`for ${name} can be loaded, and takes applications wherever the system does`, async () => {
      const adapter = await loadAdapter(name);
      expect(adapter.toPosting).to.be.a('function');
      for (const part of [adapter.toPayload, adapter.readReply])
        expect(typeof part).to.equal(name === 'schema-org' ? 'undefined' : 'function');
    });
  }
});
