import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import {
  JobApplication,
  type JobApplicationErrorEvent,
  type JobApplicationFailedEvent,
  type JobApplicationInvalidEvent,
  type JobApplicationLoadEvent,
  type JobApplicationProgressEvent,
  type JobApplicationSentEvent,
  type JobApplicationSubmitEvent,
} from '../src/index.js';
import { drawElement, type ElementArgs } from './support/draw-element.js';
import { breaksDown, confirms } from './support/endpoint.js';
import { answerAll, inside, submitUntil } from './support/inside.js';
import { postingToSend } from './support/postings.js';

const meta: Meta<ElementArgs> = {
  title: 'Scripting',
  args: { action: '/applications', posting: postingToSend, show: 'form' },
};
export default meta;

type Story = StoryObj<ElementArgs>;

/** Adds a line to the list above the element, which stands in the same frame. */
function tell(event: Event, words: string): void {
  const item = document.createElement('li');
  item.textContent = `${event.type}: ${words}`;
  (event.currentTarget as HTMLElement).querySelector('ol')?.append(item);
}

/** The events as they come. They bubble, so that a page can listen anywhere above the element. */
export const Events: Story = {
  render: (args) => {
    let attempts = 0;
    return html`<div
      @job-application-load=${(event: JobApplicationLoadEvent) =>
        tell(event, `${event.posting.id}, ${event.coverage.length} parts not understood`)}
      @job-application-error=${(event: JobApplicationErrorEvent) => tell(event, event.error.message)}
      @job-application-invalid=${(event: JobApplicationInvalidEvent) =>
        tell(event, event.issues.map(({ field, code }) => `${field} ${code}`).join(', '))}
      @job-application-submit=${(event: JobApplicationSubmitEvent) =>
        tell(event, Object.keys(event.application.answers).join(', '))}
      @job-application-progress=${(event: JobApplicationProgressEvent) =>
        tell(event, `${event.sentBytes} of ${event.totalBytes} bytes`)}
      @job-application-sent=${(event: JobApplicationSentEvent) => tell(event, event.receipt.id ?? 'no number')}
      @job-application-failed=${(event: JobApplicationFailedEvent) =>
        tell(event, `${event.failure.fate}, ${event.failure.reason}`)}
    >
      <ol aria-label="Events"></ol>
      ${drawElement(args, { endpoint: () => ((attempts += 1) === 1 ? breaksDown() : confirms()) })}
    </div>`;
  },
  play: async ({ canvas, canvasElement }) => {
    const drawn = await inside(canvasElement);
    await submitUntil('invalid', drawn);
    await answerAll(drawn);
    await submitUntil('unconfirmed', drawn);
    await userEvent.click(drawn.view.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(drawn.element.state).toBe('sent'));
    await expect(canvas.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'job-application-load: bench-technician, 0 parts not understood',
      'job-application-invalid: full_name required, email required, on_site required',
      'job-application-submit: full_name, email, on_site, cv',
      'job-application-failed: unknown, server-error',
      'job-application-submit: full_name, email, on_site, cv',
      'job-application-sent: WI-2041',
    ]);
  },
};

/** A page can keep an application back, for a question of its own, say. */
export const Cancelled: Story = {
  render: (args) => html`<job-application
    action=${args.action!}
    .posting=${args.posting}
    @job-application-submit=${(event: JobApplicationSubmitEvent) => event.preventDefault()}
  ></job-application>`,
  play: async ({ canvasElement }) => {
    const drawn = await inside(canvasElement);
    await answerAll(drawn);
    await expect(await drawn.element.submit()).toEqual({ status: 'cancelled' });
    await expect(drawn.element.state).toBe('ready');
  },
};

/** The methods, and what the element says of itself. */
export const Methods: Story = {
  render: (args) => html`
    <div>
      <p>
        ${Object.keys(methods).map((name) => html`<button name=${name} @click=${callMethod}>${name}</button>`)}
        <output aria-label="Result"></output>
      </p>
      ${drawElement(args)}
    </div>
  `,
  play: async ({ canvas, canvasElement }) => {
    const { element } = await inside(canvasElement);
    const result = canvas.getByRole('status', { name: 'Result' });
    await userEvent.click(canvas.getByRole('button', { name: 'fill' }));
    await expect(element.answers).toEqual({ full_name: 'Example Applicant', email: 'applicant@example.org' });
    await userEvent.click(canvas.getByRole('button', { name: 'validate' }));
    await waitFor(() => expect(result).toHaveTextContent('on_site required'));
    await userEvent.click(canvas.getByRole('button', { name: 'submit' }));
    await waitFor(() => expect(result).toHaveTextContent('invalid'));
    await userEvent.click(canvas.getByRole('button', { name: 'reset' }));
    await expect(element.answers).toEqual({});
  },
};

/** What each button calls, and what it then tells. */
const methods: Readonly<Record<string, (element: JobApplication) => string | Promise<string>>> = {
  fill(element) {
    element.fill({ full_name: 'Example Applicant', email: 'applicant@example.org' });
    return Object.keys(element.answers).join(', ');
  },
  validate: (element) =>
    element
      .validate()
      .map(({ field, code }) => `${field} ${code}`)
      .join(', '),
  submit: async (element) => (await element.submit()).status,
  reset(element) {
    element.reset();
    return element.state;
  },
};

async function callMethod({ currentTarget }: Event): Promise<void> {
  const button = currentTarget as HTMLButtonElement;
  const frame = button.closest('div')!;
  const words = await methods[button.name]!(frame.querySelector('job-application')!);
  frame.querySelector('output')!.value = words;
}

/** The class can be registered under another name, for a page that has two versions. */
export const AnotherTag: Story = {
  render: (args) => {
    JobApplication.define('wetherfield-application');
    return html`
      <p>Version ${JobApplication.version}</p>
      <wetherfield-application action=${args.action!} .posting=${args.posting}></wetherfield-application>
    `;
  },
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector<JobApplication>('wetherfield-application')!;
    await waitFor(() => expect(element.state).toBe('ready'));
  },
};
