import { randomUUID } from 'node:crypto';
import { partsIn, standIn, textIn, type Json, type StandIn, type Told } from './stand-in.js';

const names =
  /^(name|email|resume|phone|org|location|urls\[[^\]]+\]|comments|silent|source|ip|timezone|userAgent|acceptLanguage|referer|opportunityLocation|consent\[(marketing|store)\](\[(compliancePolicyId|provided)\])?)$/;

/** Lever's Postings API, version 0, with one job of the company `wetherfield`. */
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
      const unknown = parts.find(([name]) => !names.test(name));
      if (unknown) return refused(400, `Unknown field: ${unknown[0]}`);
      const given = new Map(parts);
      for (const name of ['name', 'email'])
        if (!given.get(name)) return refused(400, `Missing required field: ${name}`);
      if (typeof given.get('resume') === 'string') return refused(400, 'The resume must be a file');
      if (/banned/.test(textIn(parts, 'name'))) return refused(400, 'The name is not welcome');
      store(parts);
      return { status: 200, body: { ok: true, applicationId: randomUUID() } };
    },
  });
}

function refused(status: number, error: string): Told {
  return { status, body: { ok: false, error } };
}
