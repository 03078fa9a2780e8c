const maxDelayMs = 60 * 60 * 1000;
const maxRetryAfterMs = 24 * 60 * 60 * 1000;

/**
 * How long to wait after a try that failed: twice as long each time, up to an hour, and never quite the same for all.
 * @param {number} tries so far, from 1
 * @param {number} baseMs after the first
 * @param {number | undefined} askedMs what the system asks for; less than the own pause would use up all tries in seconds
 * @param {() => number} random from 0 to 1
 */
export function backoffMs(tries, baseMs, askedMs = 0, random = Math.random) {
  const whole = Math.min(baseMs * 2 ** (tries - 1), maxDelayMs);
  return Math.max(askedMs, Math.round(whole * (0.5 + random() / 2)));
}

/**
 * What a header `Retry-After` asks for, at most a day.
 * @param {string | undefined} header seconds, or a date
 * @param {number} nowMs
 * @returns {number | undefined} milliseconds
 */
export function retryAfterMs(header, nowMs) {
  if (header === undefined) return undefined;
  const seconds = /^\s*\d{1,9}\s*$/.test(header) ? Number(header) * 1000 : Date.parse(header) - nowMs;
  return Number.isNaN(seconds) ? undefined : Math.min(Math.max(seconds, 0), maxRetryAfterMs);
}
