import { expect } from 'chai';
import type { Browser } from 'puppeteer-core';
import { launchBrowser } from '../support/browser.js';
import type { StaticServer } from '../support/static-server.js';
import { openStory, serveStories, storyEntries, storyFailures } from '../support/stories.js';

describe('the built Storybook', () => {
  let server: StaticServer;
  let browser: Browser;

  before(async () => {
    server = await serveStories();
    browser = await launchBrowser();
  });

  after(async () => {
    await browser.close();
    await server.close();
  });

  for (const entry of storyEntries()) {
    it(`shows ${entry.title}: ${entry.name} without an error${entry.type === 'story' ? ' or a violation found by axe' : ''}`, async () => {
      const { page, errors, events } = await openStory(browser, server.origin, entry);
      await page.close();

      expect(events.filter(({ name }) => storyFailures.includes(name))).to.deep.equal([]);
      expect(errors).to.deep.equal([]);
      if (entry.type === 'story') expect(events.at(-1)?.violations, 'what axe found').to.deep.equal([]);
    });
  }
});
