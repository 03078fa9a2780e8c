/**
 * The words that systems leave to the page: an adapter holds no sentences. Plain text, in the language that the form is
 * drawn in; `company` is empty where the JSON does not name it.
 */
export interface AdapterWords {
  readonly name: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string;
  readonly resume: string;
  readonly coverLetter: string;
  readonly photo: string;
  readonly currentCompany: string;
  readonly location: string;
  /** Which of the job's places the applicant prefers. */
  readonly preferredLocation: string;
  readonly links: string;
  readonly otherLink: string;
  readonly comments: string;
  readonly message: string;
  readonly education: string;
  readonly school: string;
  readonly degree: string;
  readonly discipline: string;
  readonly employment: string;
  readonly employer: string;
  readonly jobTitle: string;
  readonly currentJob: string;
  readonly startDate: string;
  readonly endDate: string;
  readonly minimum: string;
  readonly maximum: string;
  readonly currency: string;
  /** Title of questions about equality that the system gives no title. */
  readonly equality: string;
  readonly consent: string;
  /** To read and store the application while it is considered. */
  processingConsent(company: string): string;
  /** To keep it afterwards, for so many days where that is known. */
  retentionConsent(company: string, days: number | undefined): string;
  /** To use the answers of a survey about equality. */
  surveyConsent(company: string): string;
  /** To be told of other jobs. */
  marketingConsent(company: string): string;
  /** Agreement with a privacy policy whose link stands beside it. */
  privacyPolicyConsent(company: string): string;
  /** Said where a survey is answered and its consent is not given. */
  readonly surveyNeedsConsent: string;
  readonly privacyPolicy: string;
  /** Of a link: how not to be assessed by a program. */
  readonly aiOptOut: string;
}
