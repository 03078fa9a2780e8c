import { toApplication, type Application } from '../../src/form/application.js';
import { planForm, type FormPlan } from '../../src/form/form-plan.js';
import { kindsWith } from '../../src/posting/kinds/index.js';
import { parsePosting } from '../../src/posting/parse-posting.js';
import { submit, type SubmitRequest } from '../../src/transport/submit.js';
import type { SendOptions } from '../../src/transport/send.js';
import type { Outcome } from '../../src/form/submission.js';

export const key = '8e03978e-40d5-43dd-bc93-6894a57f9324';

export const plan: FormPlan = planForm(
  parsePosting({
    id: 'instrument-maker',
    title: 'Instrument Maker',
    form: {
      sections: [
        {
          fields: [
            { name: 'email', type: 'email', label: 'E-mail' },
            { name: 'résumé', type: 'file', label: 'Résumé', textName: 'resume_text', maxFiles: 2 },
            {
              name: 'skills',
              type: 'choice',
              label: 'Skills',
              multiple: true,
              options: [{ value: 'lathe' }, { value: 'mill' }, { value: 'other', freeText: 'skills_other' }],
            },
            {
              name: 'education',
              type: 'repeat',
              label: 'Education',
              fields: [
                { name: 'school', type: 'text', label: 'School' },
                { name: 'proof', type: 'file', label: 'Proof' },
              ],
            },
            { name: 'custom.4[a]', type: 'text', label: 'A name with a dot and brackets' },
            { name: 'nickname', type: 'text', label: 'Nickname', showIf: { '==': [{ var: 'email' }, 'nobody'] } },
            { name: 'source', type: 'hidden', value: 'careers page' },
          ],
        },
      ],
    },
  }),
  kindsWith(),
);

export const resume = new File(['%PDF-1.7\r\n\u0000ÿ'], 'Ré "sumé".pdf', { type: 'application/pdf' });

export const answers = {
  email: 'ada@example.org',
  résumé: [resume],
  skills: ['lathe', 'mill'],
  education: [{ school: 'First school', proof: [new File(['proof'], 'proof.txt')] }, { school: 'Second\nschool' }],
  source: 'careers page',
};

export function application(
  given: Readonly<Record<string, unknown>> = answers,
  parts: Partial<Application> = {},
): Application {
  const made = toApplication(plan, given, {
    locale: 'en-GB',
    now: new Date('2026-11-22T10:00:00Z'),
    idempotencyKey: key,
    hints: { elapsedMs: 61_000, honeypot: '' },
  });
  return { ...made, ...parts };
}

/** Sends the sample as the element does by default. */
export function submitTo(url: URL, request: Partial<SubmitRequest> = {}, options: SendOptions = {}): Promise<Outcome> {
  return submit(
    {
      plan,
      application: application(),
      url,
      method: 'post',
      enctype: 'multipart/form-data',
      credentials: 'same-origin',
      headers: {},
      idempotency: 'auto',
      successHtml: false,
      ...request,
    },
    options,
  );
}
