import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent } from 'storybook/test';
import { rating } from './custom-field-type/rating-type.js';
import { salary } from './custom-field-type/salary-type.js';
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
  render: (args) => drawElement(args, { fieldTypes: { rating, salary } }),
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

/** A slider between two ends. Its amount is written and spoken as money, in the applicant's language. */
export const Salary: Story = {
  args: {
    posting: postingWith([
      { name: 'full_name', type: 'text', label: 'Full name' },
      {
        name: 'salary',
        type: 'salary',
        label: 'What salary do you expect?',
        description: { text: { en: 'A year, before tax.', de: 'Im Jahr, brutto.' } },
        required: true,
        min: 38000,
        max: 56000,
        step: 500,
        currency: 'GBP',
        unanswered: { en: 'Not chosen yet', de: 'Noch nicht gewählt' },
      },
    ]),
  },
  play: async ({ canvasElement }) => {
    const { element, view } = await inside(canvasElement);
    const slider = view.getByRole('slider', { name: /^What salary/ });
    await expect(slider).toHaveAttribute('aria-valuetext', 'Not chosen yet');
    await userEvent.click(slider);
    await expect(slider).toHaveAttribute('aria-valuetext', '£47,000');
    await expect(element.answers).toMatchObject({ salary: 47000 });
  },
};
