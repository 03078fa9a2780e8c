import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import { drawElement, type ElementArgs } from './support/draw-element.js';
import { inside } from './support/inside.js';

const fields = [
  { name: 'full_name', type: 'text', label: 'Full name' },
  { name: 'letter', type: 'textarea', label: 'Why do you want to work here?' },
  { name: 'resume', type: 'file', label: 'CV' },
];

const meta: Meta<ElementArgs> = {
  title: 'Drafts',
  args: { action: '/applications', show: 'form', draft: 'device', 'draft-days': 14 },
  render: (args) => drawElement(args),
};
export default meta;

type Story = StoryObj<ElementArgs>;

/** A draft for each story: they share this browser. */
function posting(id: string): ElementArgs {
  return { posting: { id: `drafts-${id}`, title: 'Lens Grinder', form: { sections: [{ fields }] } } };
}

/** Whoever shares a device has to know beforehand what stays on it. */
export const OnThisDevice: Story = {
  args: posting('ready'),
  play: async ({ canvasElement }) => {
    const { element, view } = await inside(canvasElement);
    await element.clearDraft();
    await expect(view.getByText(/^Your answers are saved on this device as you type, for 14 days/)).toBeVisible();
  },
};

/** As long as something is there, it says so, and until when. */
export const Saved: Story = {
  args: posting('saved'),
  play: async ({ canvasElement }) => {
    const { view } = await inside(canvasElement);
    await userEvent.type(view.getByLabelText('Full name'), 'Example Applicant');
    await expect(await view.findByText(/^Saved on this device until/, {}, { timeout: 4000 })).toBeVisible();
    await expect(view.getByRole('button', { name: 'Delete' })).toBeVisible();
  },
};

/** Deleted by the applicant, it is not saved again; the answers stay in the form. */
export const Deleted: Story = {
  args: posting('deleted'),
  play: async ({ canvasElement }) => {
    const { view } = await inside(canvasElement);
    await userEvent.type(view.getByLabelText('Full name'), 'Example Applicant');
    await userEvent.click(await view.findByRole('button', { name: 'Delete' }, { timeout: 4000 }));
    await expect(await view.findByText(/^Deleted from this device/, { selector: '.draft-status p' })).toBeVisible();
    await waitFor(() => expect(view.queryByRole('button', { name: 'Delete' })).toBeNull());
    await expect(view.getByLabelText('Full name')).toHaveValue('Example Applicant');
  },
};

/** On a later visit: open this story twice. Only the applicant knows whose answers these are. */
export const Restored: Story = {
  args: posting('restored'),
  play: async ({ canvasElement }) => {
    const { element, view } = await inside(canvasElement);
    await userEvent.type(view.getByLabelText('Full name'), ' Example');
    await view.findByText(/^Saved on this device until/, {}, { timeout: 4000 });
    const again = document.createElement('job-application');
    Object.assign(again, { draft: 'device', show: 'form', action: '/applications', posting: element.posting });
    element.replaceWith(again);
    const { view: later } = await inside(canvasElement);
    await expect(await later.findByText(/^Your answers are back/, { selector: '.notice p' })).toBeVisible();
    await expect(later.getByRole('button', { name: 'Discard' })).toBeVisible();
  },
};
