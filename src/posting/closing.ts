import type { Posting } from './posting.js';

/** `past-deadline` where `closesAt` has passed, whatever the status says. */
export type Closing = 'open' | 'closed' | 'past-deadline';

export function closingOf({ status, closesAt }: Posting, now: Date): Closing {
  if (status === 'closed') return 'closed';
  return closesAt !== undefined && now.getTime() > lastMoment(closesAt) ? 'past-deadline' : 'open';
}

/** Milliseconds since 1970. A bare date ends in the last time zone there is, twelve hours behind UTC. */
function lastMoment(closesAt: string): number {
  return Date.parse(/^\d{4}-\d{2}-\d{2}$/.test(closesAt) ? `${closesAt}T23:59:59.999-12:00` : closesAt);
}
