/** What an endpoint would answer: a story hands it to `respondWith()` of the event `job-application-submit`. */
export type Endpoint = () => Response | Promise<Response>;

export const confirms: Endpoint = () =>
  Response.json(
    { id: 'WI-2041', message: 'Thank you. We read every application within two weeks.', href: '#WI-2041' },
    { status: 201 },
  );

/** For as long as the story is open. */
export const neverAnswers: Endpoint = () => new Promise(() => undefined);

export const findsErrors: Endpoint = () =>
  problem({
    status: 422,
    title: 'Some answers can’t be accepted',
    errors: [{ pointer: '/email', detail: 'We have an application from this address already' }],
  });

export const refuses: Endpoint = () =>
  problem({ status: 403, title: 'Applications from this network are not accepted' });

export const suspectsBot: Endpoint = () => problem({ status: 403, title: 'This looks automated', code: 'bot' });

export const isBusy: Endpoint = () => problem({ status: 503, title: 'Back soon' }, { 'Retry-After': '90' });

/** Whether the application was stored, nobody can tell. */
export const breaksDown: Endpoint = () => problem({ status: 500, title: 'Internal error' });

export const answersWithPage: Endpoint = () =>
  new Response('<!doctype html><title>Thank you</title><h1>Thank you</h1>', {
    headers: { 'Content-Type': 'text/html' },
  });

/** A problem document (RFC 9457). */
function problem(
  body: { readonly status: number; readonly title: string; readonly [key: string]: unknown },
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(JSON.stringify(body), {
    status: body.status,
    headers: { 'Content-Type': 'application/problem+json', ...headers },
  });
}
