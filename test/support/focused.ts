import type { Page } from 'puppeteer-core';

/** The accessible name of what has the focus, as the browser computes it. */
export async function focused(page: Page): Promise<string> {
  const client = await page.createCDPSession();
  const { result } = await client.send('Runtime.evaluate', {
    expression:
      '(function deepest(root) { const e = root.activeElement; return e?.shadowRoot?.activeElement ? deepest(e.shadowRoot) : e })(document)',
  });
  const { nodes } = await client.send('Accessibility.getPartialAXTree', {
    objectId: result.objectId ?? '',
    fetchRelatives: false,
  });
  await client.detach();
  return String(nodes[0]?.name?.value ?? '')
    .replace(/\s+/g, ' ')
    .replace(' :', ':');
}
