import { writeCounts } from './counts.js';

/**
 * Counts the single tests of a Web Test Runner run for `test/run.js`. A file that fails outside its tests (it did not load, say) counts as one.
 * @returns {import('@web/test-runner').Reporter}
 */
export function countingReporter() {
  return {
    stop({ sessions }) {
      const counts = { passed: 0, failed: 0 };
      for (const session of sessions) {
        const tests = session.testResults ? testsOf(session.testResults) : [];
        const failed = tests.filter((test) => !test.passed && !test.skipped).length;
        counts.passed += tests.filter((test) => test.passed && !test.skipped).length;
        counts.failed += failed || (session.passed ? 0 : 1);
      }
      writeCounts(counts);
    },
  };
}

/** @param {import('@web/test-runner').TestSuiteResult} suite @returns {import('@web/test-runner').TestResult[]} */
function testsOf(suite) {
  return [...suite.tests, ...suite.suites.flatMap(testsOf)];
}
