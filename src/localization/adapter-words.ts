import { formatNumber } from './format.js';
import { str, type Translator } from './translator.js';

/** Words that applicant tracking systems leave to the page that shows their postings. `company` may be empty. */
export function adapterWords(translator: Translator) {
  const { msg } = translator;
  const us = (company: string): string => company || msg('the company', { id: 'ats-company' });
  return {
    name: msg('Full name', { id: 'ats-name' }),
    firstName: msg('First name', { id: 'ats-first-name' }),
    lastName: msg('Last name', { id: 'ats-last-name' }),
    email: msg('Email', { id: 'ats-email' }),
    phone: msg('Phone', { id: 'ats-phone' }),
    resume: msg('Résumé or CV', { id: 'ats-resume' }),
    coverLetter: msg('Cover letter', { id: 'ats-cover-letter' }),
    photo: msg('Photo', { id: 'ats-photo' }),
    currentCompany: msg('Current company', { id: 'ats-current-company' }),
    location: msg('Location', { id: 'ats-location' }),
    preferredLocation: msg('Preferred location', { id: 'ats-preferred-location' }),
    links: msg('Links', { id: 'ats-links' }),
    otherLink: msg('Other link', { id: 'ats-other-link' }),
    comments: msg('Additional information', { id: 'ats-comments' }),
    message: msg('Message to the hiring team', { id: 'ats-message' }),
    education: msg('Education', { id: 'ats-education' }),
    school: msg('School', { id: 'ats-school' }),
    degree: msg('Degree', { id: 'ats-degree' }),
    discipline: msg('Discipline', { id: 'ats-discipline' }),
    employment: msg('Employment', { id: 'ats-employment' }),
    employer: msg('Employer', { id: 'ats-employer' }),
    jobTitle: msg('Job title', { id: 'ats-job-title' }),
    currentJob: msg('I work here now', { id: 'ats-current-job' }),
    startDate: msg('Start', { id: 'ats-start' }),
    endDate: msg('End', { id: 'ats-end' }),
    minimum: msg('Minimum', { id: 'ats-minimum' }),
    maximum: msg('Maximum', { id: 'ats-maximum' }),
    currency: msg('Currency', { id: 'ats-currency' }),
    equality: msg('Voluntary questions about equality', { id: 'ats-equality' }),
    consent: msg('Consent', { id: 'ats-consent' }),
    processingConsent: (company: string) =>
      msg(str`I allow ${us(company)} to read and store my application while it is considered.`, {
        id: 'ats-processing-consent',
      }),
    retentionConsent: (company: string, days: number | undefined) =>
      days === undefined
        ? msg(str`I allow ${us(company)} to keep my application for other jobs.`, { id: 'ats-retention-consent' })
        : msg(str`I allow ${us(company)} to keep my application for ${formatNumber(days, translator)} days.`, {
            id: 'ats-retention-consent-days',
          }),
    surveyConsent: (company: string) =>
      msg(str`I allow ${us(company)} to use my answers to the questions about equality.`, { id: 'ats-survey-consent' }),
    marketingConsent: (company: string) =>
      msg(str`I allow ${us(company)} to tell me of other jobs.`, { id: 'ats-marketing-consent' }),
    privacyPolicyConsent: (company: string) =>
      msg(str`I agree with the privacy policy of ${us(company)}.`, { id: 'ats-policy-consent' }),
    surveyNeedsConsent: msg('To answer the questions about equality, allow their use, or leave them blank.', {
      id: 'ats-survey-needs-consent',
    }),
    privacyPolicy: msg('Privacy policy', { id: 'privacy-policy' }),
    aiOptOut: msg('How not to be assessed by a program', { id: 'ats-ai-opt-out' }),
  };
}
