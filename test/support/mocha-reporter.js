import Mocha from 'mocha';
import { writeCounts } from './counts.js';

/** Mocha's usual report, and the counts for `test/run.js`. */
export default class CountingSpec extends Mocha.reporters.Spec {
  /** @override */
  epilogue() {
    super.epilogue();
    writeCounts({ passed: this.stats.passes, failed: this.stats.failures });
  }
}
