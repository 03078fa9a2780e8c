import { toApplication, toParts, type Application } from '../../src/form/application.js';
import { planForm, type FormPlan } from '../../src/form/form-plan.js';
import type { Answers } from '../../src/posting/answers.js';
import { kindsWith } from '../../src/posting/kinds/index.js';
import type { Posting } from '../../src/posting/posting.js';

export const moment = new Date('2026-11-22T10:00:00.000Z');

export function planOf(posting: Posting): FormPlan {
  return planForm(posting, kindsWith());
}

/** The application as it would be sent with these answers. */
export function applicationOf(posting: Posting, answers: Answers, keys: Partial<Application> = {}): Application {
  return toApplication(planOf(posting), answers, {
    locale: 'en',
    now: moment,
    hints: { elapsedMs: 1200, honeypot: '' },
    ...keys,
  });
}

/** Its parts, each as `[name, value]`. */
export function partsOf(posting: Posting, answers: Answers, keys: Partial<Application> = {}): [string, unknown][] {
  return toParts(planOf(posting), applicationOf(posting, answers, keys)).map(({ name, value }) => [name, value]);
}
