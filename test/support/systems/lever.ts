import { randomUUID } from 'node:crypto';
import { partsIn, standIn, textIn, type Json, type StandIn, type Told } from './stand-in.js';

const names =
  /^(name|email|resume|phone|org|location|urls\[[^\]]+\]|comments|silent|source|ip|timezone|userAgent|acceptLanguage|referer|opportunityLocation|consent\[(marketing|store)\](\[(compliancePolicyId|provided)\])?)$/;

interface Card {
  readonly id: string;
  readonly fields: readonly {
    readonly type: string;
    readonly required: boolean;
    readonly options?: readonly { text: string }[];
  }[];
}

/** Lever's Postings API, version 0, with one job of the company `wetherfield`; of an apply form, with its cards. */
export function startLever(job: Json): Promise<StandIn> {
  const key = 'lever-secret-77c0';
  const path = `/postings/wetherfield/${String(job['id'])}`;
  const taken: number[] = [];
  return standIn({
    key,
    isApplication: ({ method, path: asked }) => method === 'POST' && asked === path,
    async answer(asked, store) {
      if (asked.path !== path) return refused(404, 'Document not found');
      if (asked.method === 'GET') return { status: 200, body: job };
      if (asked.query.get('key') !== key) return refused(401, `Invalid key: ${String(asked.query.get('key'))}`);
      taken.push(asked.at);
      // Two in a second are taken.
      if (taken.filter((at) => asked.at - at < 1000).length > 2) return refused(429, 'Rate limit exceeded');
      const parts = await partsIn(asked);
      const inCards = cardNames(job);
      const unknown = parts.find(([name]) => !names.test(name) && !inCards.test(name));
      if (unknown) return refused(400, `Unknown field: ${unknown[0]}`);
      const given = new Map(parts);
      for (const name of ['name', 'email'])
        if (!given.get(name)) return refused(400, `Missing required field: ${name}`);
      if (typeof given.get('resume') === 'string') return refused(400, 'The resume must be a file');
      if (/banned/.test(textIn(parts, 'name'))) return refused(400, 'The name is not welcome');
      const wrong = wrongInCards(job, parts);
      if (wrong !== undefined) return refused(400, `Invalid value: ${wrong}`);
      store(parts);
      return { status: 200, body: { ok: true, applicationId: randomUUID() } };
    },
  });
}

function cardsOf(job: Json): readonly Card[] {
  return (job['customQuestions'] ?? []) as readonly Card[];
}

/** Under which names the hosted form sends what a company asks itself. */
function cardNames(job: Json): RegExp {
  const cards = cardsOf(job).map(({ id }) => `cards\\[${id}\\]\\[(?:baseTemplate|field\\d+)\\]`);
  const eeo = Object.keys((job['eeoQuestions'] ?? {}) as Json).map((key) => `eeo\\[${key}\\]`);
  const survey = job['diversitySurvey']
    ? ['surveysResponses\\[[^\\]]+\\]\\[(?:surveyId|responses\\]\\[field\\d+)\\]']
    : [];
  return new RegExp(`^(?:${[...cards, ...eeo, ...survey, '(?!)'].join('|')})$`);
}

/** The name of an answer that is required and missing, or that is none of the options. */
function wrongInCards(job: Json, parts: readonly (readonly [string, string | File])[]): string | undefined {
  for (const { id, fields } of cardsOf(job)) {
    for (const [index, { required, options }] of fields.entries()) {
      const name = `cards[${id}][field${index}]`;
      const given = parts.filter(([each]) => each === name).map(([, value]) => value);
      const isWrong = options ? given.some((value) => !options.some(({ text }) => text === value)) : false;
      if (isWrong || (required && given.length === 0)) return name;
    }
    if (!parts.some(([name]) => name === `cards[${id}][baseTemplate]`)) return `cards[${id}][baseTemplate]`;
  }
  return undefined;
}

function refused(status: number, error: string): Told {
  return { status, body: { ok: false, error } };
}
