import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import { faultEndpoint } from './support/fault-endpoint.js';
import { chromeArguments, findChrome } from './support/find-chrome.js';
import { uploadPlugin } from './support/upload-plugin.js';
import { countingReporter } from './support/wtr-reporter.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const faults = faultEndpoint();

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  rootDir: root,
  files: `${root}test/{posting,form,adapters,localization,transport,ui,drafts}/**/*.test.ts`,
  // Not `development`: micromark's development build imports a package that is no ES module.
  nodeResolve: { exportConditions: ['browser'] },
  // Pages side by side share one window here, and the hidden one is throttled until it times out.
  concurrency: 1,
  testFramework: { config: { timeout: '30000' } },
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 240_000,
  browsers: [freshPages(chromeLauncher({ launchOptions: { executablePath: findChrome(), args: chromeArguments } }))],
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  reporters: [defaultReporter(), countingReporter()],
  middleware: [faults.middleware],
  plugins: [
    faults.plugin,
    a11ySnapshotPlugin(),
    uploadPlugin(),
    // Without the tsconfig esbuild takes Lit's decorators for standard ones; before esnext it drops `with { type: 'json' }`.
    esbuildPlugin({
      ts: true,
      target: 'esnext',
      tsconfig: `${root}tsconfig.json`,
    }),
  ],
};

/**
 * Has each file of tests run in a page of its own: in one that is used again, the history of all files before fills up
 * and a step back leads out of the test.
 * @param {ReturnType<typeof chromeLauncher>} launcher
 */
function freshPages(launcher) {
  const stop = launcher.stopSession.bind(launcher);
  launcher.stopSession = async (sessionId) => {
    const result = await stop(sessionId);
    const used = /** @type {{ inactivePages: { puppeteerPage: { close(): Promise<void> } }[] }} */ (
      /** @type {unknown} */ (launcher)
    ).inactivePages.splice(0);
    await Promise.all(used.map(({ puppeteerPage }) => puppeteerPage.close()));
    return result;
  };
  return launcher;
}
