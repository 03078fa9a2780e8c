import { expect, userEvent, waitFor, within, type queries } from 'storybook/test';
import type { ElementState, JobApplication } from '../../src/index.js';

interface Inside {
  readonly element: JobApplication;
  /** Queries for what the element draws in its shadow root. */
  readonly view: ReturnType<typeof within<typeof queries>>;
}

/** The story's first element, as soon as it has drawn its posting or said why it can't. */
export async function inside(canvas: HTMLElement): Promise<Inside> {
  const element = canvas.querySelector<JobApplication>('job-application');
  if (!element) throw new Error('The story has no <job-application>.');
  await waitFor(() => expect(element.state).not.toBe('loading'));
  await element.updateComplete;
  return { element, view: within(element.renderRoot.firstElementChild as HTMLElement) };
}

/** The questions that `postingToSend` asks, answered as an applicant would. */
export async function answerAll({ element, view }: Inside): Promise<void> {
  await userEvent.type(view.getByLabelText(/^Full name/), 'Example Applicant');
  await userEvent.type(view.getByLabelText(/^Email/), 'applicant@example.org');
  await userEvent.click(view.getByLabelText('Yes'));
  const cv = new File(['A page about the applicant.'], 'cv.txt', { type: 'text/plain' });
  await userEvent.upload(element.renderRoot.querySelector<HTMLInputElement>('input[type=file]')!, cv);
  await view.findByText('cv.txt');
}

/** Presses Submit and waits until the element stands there and has led to what it says of it. */
export async function submitUntil(state: ElementState, { element, view }: Inside): Promise<void> {
  await userEvent.click(view.getByRole('button', { name: 'Submit application' }));
  await waitFor(() => expect(element.state).toBe(state));
  const part = parts[state];
  if (part) await waitFor(() => expect(element.shadowRoot?.activeElement).toHaveAttribute('part', part));
}

/** Where the focus goes. */
const parts: Partial<Record<ElementState, string>> = {
  invalid: 'error-summary',
  failed: 'status',
  unconfirmed: 'status',
};
