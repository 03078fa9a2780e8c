/** What is wrong with a posting, at one place. */
export interface PostingProblem {
  /** JSON Pointer (RFC 6901) into the JSON that was given; empty for the whole of it. */
  readonly pointer: string;
  /** A sentence: what was expected there. */
  readonly expected: string;
}

/** Base of every error meant for the author of the page. */
export class JobApplicationError extends Error {
  override name = 'JobApplicationError';
}

/** Thrown by `parsePosting`; lists every problem, not only the first. */
export class PostingError extends JobApplicationError {
  override name = 'PostingError';

  constructor(readonly problems: readonly PostingProblem[]) {
    super(
      `The posting has ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}:\n` +
        problems.map(({ pointer, expected }) => `  ${pointer || '(the whole)'}: ${expected}`).join('\n'),
    );
  }
}

/** An attribute or property of the element has a value that cannot be used. */
export class ConfigError extends JobApplicationError {
  override name = 'ConfigError';
}

/** Why there is no posting, as far as an applicant is told. */
export type LoadErrorReason =
  /** There is no such job, or no longer. */
  | 'not-found'
  | 'timeout'
  /** The browser has no connection. */
  | 'offline'
  /** Anything else, which only the page's author can put right. */
  | 'unreadable';

/** The posting could not be fetched. `status` is the HTTP status where there was an answer. */
export class LoadError extends JobApplicationError {
  override name = 'LoadError';
  readonly reason: LoadErrorReason;
  readonly status: number | undefined;

  constructor(
    message: string,
    {
      status,
      cause,
      reason = status === 404 || status === 410 ? 'not-found' : 'unreadable',
    }: { status?: number | undefined; cause?: unknown; reason?: LoadErrorReason } = {},
  ) {
    super(message, { cause });
    this.status = status;
    this.reason = reason;
  }
}
