import * as z from 'zod/mini';

/** A challenge of ALTCHA, version 2, as far as it has to be known to be solved; the rest goes back as it came. */
const challengeSchema = z.looseObject({
  parameters: z.looseObject({
    algorithm: z.string(),
    nonce: z.string(),
    salt: z.string(),
    cost: z.number(),
    keyLength: z.number(),
    keyPrefix: z.string(),
    /** Unix time in seconds. */
    expiresAt: z.optional(z.number()),
  }),
  signature: z.optional(z.string()),
});

const timeoutMs = 30_000;

/**
 * Fetches the work to be done.
 * @throws {Error} where none comes, or what comes is none
 */
export async function loadChallenge(url: string): Promise<z.output<typeof challengeSchema>> {
  const response = await fetch(url, {
    headers: { Accept: 'application/json' },
    credentials: 'same-origin',
    cache: 'no-store',
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (!response.ok) throw new Error(`The challenge was answered with ${response.status}; expected 200 and JSON.`);
  return challengeSchema.parse(await response.json());
}
