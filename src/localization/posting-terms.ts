import type { Translator } from './translator.js';

export type PostingTerms = ReturnType<typeof postingTerms>;

/** Words around the posting itself. */
export function postingTerms({ msg }: Translator) {
  return {
    loading: msg('Loading the job…', { id: 'loading' }),
    loadFailed: msg('This job could not be shown', { id: 'load-failed' }),
    loadNotFound: msg('This job was not found', { id: 'load-not-found' }),
    loadNotFoundText: msg('It may have been filled or taken down.', { id: 'load-not-found-text' }),
    loadTimeout: msg('This job takes too long to load', { id: 'load-timeout' }),
    loadTimeoutText: msg('Check your connection, then try again.', { id: 'load-timeout-text' }),
    loadOffline: msg('You are offline', { id: 'load-offline' }),
    loadOfflineText: msg('This job is loaded as soon as you are connected again.', { id: 'load-offline-text' }),
    loadAgain: msg('Try again', { id: 'load-again' }),
    apply: msg('Apply', { id: 'apply' }),
    viewAllJobs: msg('View all jobs', { id: 'view-all-jobs' }),
    facts: msg('Key facts', { id: 'facts' }),
    location: msg('Location', { id: 'location' }),
    locations: msg('Locations', { id: 'locations' }),
    workplace: msg('Workplace', { id: 'workplace' }),
    department: msg('Department', { id: 'department' }),
    employmentType: msg('Employment type', { id: 'employment-type' }),
    pay: msg('Salary', { id: 'pay' }),
    published: msg('Published', { id: 'published' }),
    applyBy: msg('Apply by', { id: 'apply-by' }),
    privacyPolicy: msg('Privacy policy', { id: 'privacy-policy' }),
    help: msg('Get help with your application', { id: 'help' }),
    opensInNewTab: msg('(opens in a new tab)', { id: 'new-tab' }),
    closedTitle: msg('This job is closed', { id: 'closed' }),
    closedText: msg('Applications are no longer accepted.', { id: 'closed-text' }),
    deadlineTitle: msg('The deadline has passed', { id: 'past-deadline' }),
    /** For a form that was begun in time. */
    finishText: msg('You can still finish and send the application that you have begun.', { id: 'finish' }),
    poolText: msg('There is no opening for this job now. Applications are read and kept for when there is.', {
      id: 'pool',
    }),
  };
}

/** The word for a known employment type (`full-time`, also as `FULL_TIME`); any other text stays as it is. */
export function employmentTypeName(text: string, { msg }: Translator): string {
  switch (token(text)) {
    case 'full-time':
      return msg('Full-time', { id: 'full-time' });
    case 'part-time':
      return msg('Part-time', { id: 'part-time' });
    case 'contract':
    case 'contractor':
      return msg('Contract', { id: 'contract' });
    case 'temporary':
      return msg('Temporary', { id: 'temporary' });
    case 'internship':
    case 'intern':
      return msg('Internship', { id: 'internship' });
    case 'volunteer':
      return msg('Volunteer', { id: 'volunteer' });
    case 'per-diem':
      return msg('Per diem', { id: 'per-diem' });
    default:
      return text;
  }
}

/** The word for a known workplace (`on-site`, `remote`, `hybrid`); any other text stays as it is. */
export function workplaceName(text: string, { msg }: Translator): string {
  switch (token(text)) {
    case 'on-site':
    case 'onsite':
      return msg('On-site', { id: 'on-site' });
    case 'remote':
      return msg('Remote', { id: 'remote' });
    case 'hybrid':
      return msg('Hybrid', { id: 'hybrid' });
    default:
      return text;
  }
}

/** Systems write `full-time`, `FULL_TIME` and `Full time`. */
function token(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, '-');
}
