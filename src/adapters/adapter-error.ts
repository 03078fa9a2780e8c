import { JobApplicationError, type LoadErrorReason } from '../posting/errors.js';

/** Thrown where JSON is not what a system serves, or has no job in it. Says so to the page's author. */
export class AdapterError extends JobApplicationError {
  override name = 'AdapterError';

  constructor(
    message: string,
    readonly reason: LoadErrorReason = 'unreadable',
  ) {
    super(message);
  }
}
