import { readFileSync } from 'node:fs';
import { adaptPosting, parsePosting, planPosting, type FormatName } from 'job-application-element/server.js';
import { toApplication, toParts } from '../../src/form/application.js';
import { answerTo, type Json } from '../adapters/support.js';
import type { Field } from '../../src/posting/field-kind.js';
import { startAshby } from './systems/ashby.js';
import { startGreenhouse } from './systems/greenhouse.js';
import { startLever } from './systems/lever.js';
import type { StandIn } from './systems/stand-in.js';
import { startReceiver, until, type ReceiverOptions, type RunningReceiver } from './receiver.js';
import { bytesFor } from './received.js';

export type SystemName = 'greenhouse' | 'lever' | 'ashby';

const demo = (name: string): Json => JSON.parse(readFileSync(`demo/postings/systems/${name}.json`, 'utf8')) as Json;

/** A job of each system, which never closes. */
const jobs: Readonly<Record<SystemName, Json>> = {
  greenhouse: { ...demo('greenhouse-job'), application_deadline: null },
  lever: demo('lever-posting'),
  ashby: { ...(demo('ashby-posting-info')['results'] as Json), applicationDeadline: null },
};

export interface RelayState {
  readonly status: string;
  readonly tries: number;
  readonly words?: string;
  readonly systemId?: string;
  readonly system: string;
}

export function jobIdOf(system: SystemName): string {
  return String(jobs[system]['id']);
}

export function startSystem(system: SystemName): Promise<StandIn> {
  switch (system) {
    case 'greenhouse':
      return startGreenhouse(jobs.greenhouse);
    case 'lever':
      return startLever(jobs.lever);
    case 'ashby':
      return startAshby({ success: true, results: jobs.ashby });
  }
}

export function relayEnv(system: SystemName, { url, key }: Pick<StandIn, 'url' | 'key'>): Record<string, string> {
  const board = system === 'ashby' ? {} : { RELAY_BOARD: 'wetherfield' };
  return { RELAY: system, RELAY_URL: url, RELAY_KEY: key, RELAY_RETRY_MS: '1', RELAY_CACHE_SECONDS: '0', ...board };
}

export function startRelay(
  system: SystemName,
  stand: Pick<StandIn, 'url' | 'key'>,
  { env, ...options }: ReceiverOptions = {},
): Promise<RunningReceiver> {
  return startReceiver({ postings: {}, ...options, env: { ...relayEnv(system, stand), ...env } });
}

/** An application in which every question is answered, as the element sends it; `changed` answers take the place of others. */
export async function fullForm(system: SystemName, changed: Json = {}): Promise<FormData> {
  const json = system === 'ashby' ? { results: jobs.ashby } : jobs[system];
  const { posting } = await adaptPosting(json, { format: system satisfies FormatName });
  const plan = planPosting(parsePosting(posting));
  const answers = Object.assign({}, ...plan.fields.map(({ field }) => answerTo(field as Field & Json))) as Json;
  const school = {
    school_name_id: '12',
    degree_id: '3',
    discipline_id: '4',
    start_date: '2019-09',
    end_date: '2022-06',
  };
  const all = { ...answers, ...('educations' in answers ? { educations: [school] } : {}), ...changed };
  let seed = 0;
  const whole = Object.fromEntries(
    Object.entries(all).map(([name, answer]) => [name, withBytes(answer, () => bytesFor((seed += 1), 3000 + seed))]),
  );
  const application = toApplication(plan, whole, {
    locale: 'en',
    now: new Date('2026-11-22T10:00:00Z'),
    hints: { elapsedMs: 60_000, honeypot: '' },
  });
  const form = new FormData();
  for (const { name, value } of toParts(plan, application)) {
    form.append(name, typeof value === 'string' ? value : (value as File));
  }
  return form;
}

/** Files that were described become files. */
function withBytes(answer: unknown, bytes: () => Uint8Array): unknown {
  if (!Array.isArray(answer)) return answer;
  return answer.map((each: unknown) =>
    typeof each === 'object' && each !== null && 'size' in each && 'type' in each
      ? new File([new Uint8Array(bytes())], 'Lebenslauf „Zoë“.pdf', { type: String(each.type) })
      : each,
  );
}

/** Sends an application; its id, once it is stored. */
export async function apply({ origin }: RunningReceiver, form: FormData): Promise<string> {
  const response = await fetch(`${origin}/applications`, { method: 'POST', body: form });
  const body = (await response.json()) as { readonly id?: string };
  if (response.status !== 201 || body.id === undefined) throw new Error(`${response.status} ${JSON.stringify(body)}`);
  return body.id;
}

export async function relayOf({ origin }: RunningReceiver, id: string): Promise<RelayState | undefined> {
  const response = await fetch(`${origin}/applications/${id}`);
  return ((await response.json()) as { readonly relay?: RelayState }).relay;
}

/** The state once it is one of these. */
export async function untilRelay(
  receiver: RunningReceiver,
  id: string,
  ...statuses: readonly string[]
): Promise<RelayState> {
  let state: RelayState | undefined;
  await until(async () => {
    state = await relayOf(receiver, id);
    return statuses.includes(state?.status ?? '');
  });
  return state as RelayState;
}
