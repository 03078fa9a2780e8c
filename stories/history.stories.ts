import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import { drawElement, type ElementArgs } from './support/draw-element.js';
import { inside } from './support/inside.js';

const meta: Meta<ElementArgs> = {
  title: 'Employment and education',
  args: { src: 'postings/lens-maker.json', action: '/applications', show: 'form' },
  render: (args) => drawElement(args),
};
export default meta;

type Story = StoryObj<ElementArgs>;

/** A list of entries that begins with one, and a list that may stay empty. */
export const Entries: Story = {};

/** Whoever still works there is not asked when they left. */
export const Left: Story = {
  play: async ({ canvasElement }) => {
    const { view } = await inside(canvasElement);
    await expect(view.queryByText('Month you left')).toBeNull();
    await userEvent.click(view.getByRole('radio', { name: 'No' }));
    await expect(await view.findByText('Month you left')).toBeVisible();
    await userEvent.click(view.getByRole('radio', { name: 'Yes' }));
    await waitFor(() => expect(view.queryByText('Month you left')).toBeNull());
  },
};
