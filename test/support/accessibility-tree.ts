import type { Page } from 'puppeteer-core';

/** What a screen reader is told of one thing on the page. */
export interface Told {
  readonly role: string;
  readonly name: string;
  readonly description: string;
  /** Such as `required`, `invalid`, `focused`, `live`. */
  readonly properties: Readonly<Record<string, unknown>>;
}

/** The page as Chromium hands it to assistive technology: computed names and descriptions, not attributes. */
export async function accessibilityTree(page: Page): Promise<Told[]> {
  const client = await page.createCDPSession();
  const { nodes } = await client.send('Accessibility.getFullAXTree');
  await client.detach();
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name, description, properties }) => ({
      role: String(role?.value ?? ''),
      name: words(name?.value),
      description: words(description?.value),
      properties: Object.fromEntries((properties ?? []).map((each) => [each.name, each.value.value as unknown])),
    }));
}

function words(value: unknown): string {
  return typeof value === 'string' ? value.replace(/\s+/g, ' ').replace(' :', ':').trim() : '';
}
