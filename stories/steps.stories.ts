import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import { drawElement, type ElementArgs } from './support/draw-element.js';
import { inside } from './support/inside.js';

const meta: Meta<ElementArgs> = {
  title: 'Steps',
  args: { src: 'postings/calibration-engineer.json', action: '/applications', show: 'form', layout: 'steps' },
  render: (args) => drawElement(args),
};
export default meta;

type Story = StoryObj<ElementArgs>;
type Drawn = Awaited<ReturnType<typeof inside>>;

/** One section, where it stands among the others, and a button that goes on. */
export const FirstStep: Story = {
  play: async ({ canvasElement }) => {
    const { view } = await inside(canvasElement);
    await expect(await view.findByRole('heading', { name: 'Section 1 of 3 About you' })).toBeVisible();
    await expect(view.queryByRole('button', { name: 'Back' })).toBeNull();
  },
};

/** A step is judged as it is left. */
export const ErrorOnContinue: Story = {
  play: async ({ canvasElement }) => {
    const drawn = await inside(canvasElement);
    await userEvent.click(await drawn.view.findByRole('button', { name: 'Continue' }));
    await waitFor(() => expect(drawn.element.shadowRoot?.activeElement).toHaveAttribute('part', 'error-summary'));
    await expect(drawn.view.getByRole('heading', { name: /About you$/ })).toBeVisible();
  },
};

/** An answer adds a section, the count says so, and going back loses nothing. */
export const BackLosesNothing: Story = {
  play: async ({ canvasElement }) => {
    const drawn = await inside(canvasElement);
    await answerFirst(drawn, 'Yes');
    await goOn(drawn, 'Section 2 of 4 Your right to work');
    await userEvent.type(drawn.view.getByLabelText(/^Which visa/), 'None yet');
    await userEvent.click(drawn.view.getByRole('button', { name: 'Back' }));
    await waitFor(() => arrived(drawn, 'Section 1 of 4 About you'));
    await expect(drawn.view.getByLabelText(/^Full name/)).toHaveValue('Example Applicant');
    await goOn(drawn, 'Section 2 of 4 Your right to work');
    await expect(drawn.view.getByLabelText(/^Which visa/)).toHaveValue('None yet');
  },
};

/** Every answer, and a way to each that comes back here. */
export const Review: Story = {
  play: async ({ canvasElement }) => {
    const drawn = await inside(canvasElement);
    await toReview(drawn);
    await userEvent.click(drawn.view.getByRole('button', { name: 'Change Full name' }));
    const name = drawn.view.getByLabelText(/^Full name/);
    await waitFor(() => expect(drawn.element.shadowRoot?.activeElement).toBe(name));
    await userEvent.type(name, ' the Younger');
    await goOn(drawn, 'Check your answers');
    await expect(drawn.view.getByText('Example Applicant the Younger')).toBeVisible();
  },
};

/** Set apart, after the review and before the end, with the document that stands beside the questions. */
export const Equality: Story = {
  play: async ({ canvasElement }) => {
    const drawn = await inside(canvasElement);
    await toReview(drawn);
    await goOn(drawn, 'Section 3 of 3 Equal opportunities');
    await expect(drawn.view.getByText(/^This notice is made up/)).toBeVisible();
    await userEvent.click(drawn.view.getByRole('button', { name: 'Submit application' }));
    await waitFor(() => expect(drawn.element.state).toBe('sent'));
  },
};

/** The page keeps the step in view, with `preventDefault()` on `job-application-step`. */
export const CancelledByThePage: Story = {
  play: async ({ canvasElement }) => {
    const drawn = await inside(canvasElement);
    const moves: unknown[] = [];
    drawn.element.addEventListener('job-application-step', (event) => {
      moves.push({ from: event.from, to: event.to });
      event.preventDefault();
    });
    await answerFirst(drawn, 'No');
    await userEvent.click(drawn.view.getByRole('button', { name: 'Continue' }));
    await waitFor(() => expect(moves).toEqual([{ from: 'you', to: 'experience' }]));
    await expect(drawn.view.getByRole('heading', { name: /About you$/ })).toBeVisible();
  },
};

/** On one page, questions about equality stand last, set apart, beside their document. */
export const EqualityOnOnePage: Story = {
  args: { layout: 'page' },
  play: async ({ canvasElement }) => {
    const { view } = await inside(canvasElement);
    await expect(await view.findByRole('heading', { name: 'Equal opportunities' })).toBeVisible();
    await expect(view.getByText(/^This notice is made up/)).toBeVisible();
  },
};

async function toReview(drawn: Drawn): Promise<void> {
  await answerFirst(drawn, 'No');
  await goOn(drawn, 'Section 2 of 3 Experience');
  await userEvent.type(drawn.view.getByRole('textbox', { name: /^Employer/ }), 'A maker of clocks');
  const cv = new File(['A page about the applicant.'], 'cv.txt', { type: 'text/plain' });
  await userEvent.upload(drawn.element.renderRoot.querySelector<HTMLInputElement>('input[type=file]')!, cv);
  await drawn.view.findByText('cv.txt');
  await goOn(drawn, 'Check your answers');
}

async function answerFirst({ view }: Drawn, visa: 'Yes' | 'No'): Promise<void> {
  await userEvent.type(await view.findByLabelText(/^Full name/), 'Example Applicant');
  await userEvent.type(view.getByLabelText(/^Email/), 'applicant@example.org');
  await userEvent.click(view.getByLabelText(visa));
}

/** Presses Continue, and waits until the focus is at the heading of what comes next. */
async function goOn(drawn: Drawn, heading: string): Promise<void> {
  await userEvent.click(drawn.view.getByRole('button', { name: 'Continue' }));
  await waitFor(() => arrived(drawn, heading));
}

async function arrived({ element, view }: Drawn, heading: string): Promise<void> {
  await expect(element.shadowRoot?.activeElement).toBe(view.getByRole('heading', { name: heading }));
}
