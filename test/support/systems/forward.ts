import { Buffer } from 'node:buffer';
import type { Posted } from '../static-server.js';
import type { StandIn } from './stand-in.js';

/** What an endpoint of a company's own does: adds the key, passes what came on to the system, and gives back its answer. */
export type Forward = (posted: Posted, system: StandIn) => Promise<Response>;

const post = (url: string, { contentType, body }: Posted, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(url, { method: 'POST', headers: { 'Content-Type': contentType, ...headers }, body: new Uint8Array(body) });

const basic = ({ key }: StandIn): Record<string, string> => ({
  Authorization: `Basic ${Buffer.from(`${key}:`).toString('base64')}`,
});

export const forwards = {
  greenhouse: (posted, system) => post(`${system.url}/boards/wetherfield/jobs/7450012002`, posted, basic(system)),
  lever: (posted, system) => post(`${system.url}/postings/wetherfield/5d0f6a2e?key=${system.key}`, posted),
  ashby: forwardToAshby,
  workable: (posted, system) =>
    post(`${system.url}/spi/v3/jobs/A1B2C3/candidates`, posted, { Authorization: `Bearer ${system.key}` }),
  recruitee: (posted, system) => post(`${system.url}/api/offers/feinmechanik-leeds/candidates`, posted),
  smartrecruiters: (posted, system) => post(`${system.url}/postings/8b7c/candidates`, posted),
} as const satisfies Record<string, Forward>;

/** Ashby takes the answers to a survey apart, once the application is stored. */
async function forwardToAshby({ contentType, body }: Posted, system: StandIn): Promise<Response> {
  const form = await new Response(new Uint8Array(body), { headers: { 'Content-Type': contentType } }).formData();
  const surveys = JSON.parse((form.get('surveySubmissions') as string | null) ?? '[]') as readonly object[];
  form.delete('surveySubmissions');
  const answer = await fetch(`${system.url}/applicationForm.submit`, {
    method: 'POST',
    headers: basic(system),
    body: form,
  });
  const told = (await answer.clone().json()) as { readonly success?: boolean };
  for (const survey of told.success === true ? surveys : []) {
    const json = { contentType: 'application/json', body: Buffer.from(JSON.stringify(survey)) };
    await post(`${system.url}/surveySubmission.create`, json, basic(system));
  }
  return answer;
}
