import type { JobApplication } from '../job-application.js';
import { safeHref } from '../posting/safe-href.js';

/** Once an application is confirmed: to the page that the author names, else to the receipt. */
export async function leadToReceipt(element: JobApplication): Promise<void> {
  const href = safeHref(element.successHref, document.baseURI);
  if (href !== undefined) {
    location.assign(href);
    return;
  }
  element.requestUpdate();
  await element.updateComplete;
  const receipt = element.renderRoot.querySelector<HTMLElement>('.receipt');
  receipt?.scrollIntoView();
  receipt?.focus({ preventScroll: true });
}
