/**
 * Adds `executeServerCommand('upload', { selector, files })`, which chooses real files, by path from the repository's root, in a file input.
 * `selector` is one of puppeteer's: `>>> #id` reaches into open shadow roots.
 * @returns {import('@web/test-runner').TestRunnerPlugin}
 */
export function uploadPlugin() {
  return {
    name: 'upload',
    async executeCommand({ command, payload, session }) {
      if (command !== 'upload') return undefined;
      const { selector, files } = /** @type {{ selector: string, files: string[] }} */ (payload);
      const browser = /** @type {import('@web/test-runner-chrome').ChromeLauncher} */ (session.browser);
      const input = await browser.getPage(session.id).waitForSelector(selector, { timeout: 5000 });
      if (!input) throw new Error(`No ${selector} to choose files in`);
      await /** @type {import('puppeteer-core').ElementHandle<HTMLInputElement>} */ (input).uploadFile(...files);
      return true;
    },
  };
}
