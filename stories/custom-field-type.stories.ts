import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent } from 'storybook/test';
import { rating } from './custom-field-type/rating-type.js';
import './custom-field-type/custom-field-type.css';
import { drawElement, type ElementArgs } from './support/draw-element.js';
import { inside, submitUntil } from './support/inside.js';
import { postingWith } from './support/postings.js';

const meta: Meta<ElementArgs> = {
  title: 'Custom field type',
  args: {
    action: '/applications',
    show: 'form',
    posting: postingWith([
      { name: 'python', type: 'rating', label: 'How well do you know Python?', required: true },
      { name: 'soldering', type: 'rating', label: 'And soldering?', highest: 3 },
    ]),
  },
  render: (args) => drawElement(args, { fieldTypes: { rating } }),
};
export default meta;

type Story = StoryObj<ElementArgs>;

/** A type of the page's own, given to the property `fieldTypes`. */
export const Rating: Story = {
  play: async ({ canvasElement }) => {
    const { element, view } = await inside(canvasElement);
    await userEvent.click(view.getAllByRole('radio', { name: '3' })[0]!);
    await expect(element.answers).toEqual({ python: 3 });
  },
};

/** It is judged like any other. */
export const RatingMissing: Story = {
  play: async ({ canvasElement }) => submitUntil('invalid', await inside(canvasElement)),
};
