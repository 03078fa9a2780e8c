/** How the key travels beside the body, and whether the endpoint is known to honour it. */
export type Idempotency = 'auto' | 'header' | 'field' | 'off';

/** What is sent beside `Accept` and the body's own type: the page's headers and, where it may be one, the key. */
export function extraHeaders({
  url,
  headers,
  idempotency,
  application: { idempotencyKey },
}: {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly idempotency: Idempotency;
  readonly application: { readonly idempotencyKey: string | undefined };
}): Readonly<Record<string, string>> {
  const usable = Object.fromEntries(Object.entries(headers).filter(([name, value]) => isUsable(name, value)));
  const asHeader = idempotency === 'header' || (idempotency === 'auto' && url.origin === self.origin);
  // A string of RFC 9651, hence the quotes.
  return asHeader && idempotencyKey !== undefined ? { ...usable, 'Idempotency-Key': `"${idempotencyKey}"` } : usable;
}

/** An application is not held up by a header that can't be sent; the page's author learns of it. */
function isUsable(name: string, value: string): boolean {
  // Its boundary is the browser's to make, and JSON has one type only.
  const isOurs = /^(?:content-type|accept)$/i.test(name);
  try {
    if (!isOurs) new Headers([[name, value]]);
    if (!isOurs) return true;
  } catch {
    // reported below, like the ones that are set here
  }
  console.error(
    `<job-application>: the header "${name}" is left out; expected a valid one other than Content-Type and Accept.`,
  );
  return false;
}
