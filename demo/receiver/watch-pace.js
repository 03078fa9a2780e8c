import { Problem } from './problem.js';

/** Far below what the slowest phone sends; whoever sends less for a whole window holds a connection, and little else. */
const minBytesPerSecond = 500;

/** For the last files to be written to the disk. */
const maxWindowsSince = 10;

/**
 * @typedef {object} Pace
 * @property {Promise<never>} stalled rejected with a `Problem` once too little has come in for `windowMs`; never settled else
 * @property {() => void} end to be called when the body is read, or given up
 */

/**
 * Watches a body come in. There is no limit on the time it takes as a whole: a large file over a bad line is a person's.
 * @param {import('node:http').IncomingMessage} request
 * @param {number} windowMs
 * @returns {Pace}
 */
export function watchPace(request, windowMs) {
  /** @type {(problem: Problem) => void} */
  let reject;
  /** @type {Promise<never>} */
  const stalled = new Promise((_resolve, fail) => (reject = fail));
  stalled.catch(() => undefined); // whoever waits for the body hears of it; after `end` nobody does
  let count = 0;
  let windowsSince = 0;
  const onData = (/** @type {Buffer} */ chunk) => void (count += chunk.length);
  const timer = setInterval(() => {
    // Once all of it is here, what takes time is the disk; that has a limit as well, so that nothing hangs for ever.
    const isSlow = request.complete ? ++windowsSince > maxWindowsSince : count < (minBytesPerSecond * windowMs) / 1000;
    if (isSlow) reject(tooSlow());
    count = 0;
  }, windowMs);
  // Listening must not set a paused stream flowing, or the first bytes pass before their reader is there.
  const isPaused = request.readableFlowing !== true;
  request.on('data', onData);
  if (isPaused) request.pause();
  return {
    stalled,
    end() {
      clearInterval(timer);
      request.off('data', onData);
    },
  };
}

function tooSlow() {
  return new Problem(408, 'too-slow', { title: 'The application came in too slowly, or not at all.' });
}
