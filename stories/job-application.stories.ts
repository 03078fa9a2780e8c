import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent } from 'storybook/test';
import { drawElement, type ElementArgs } from './support/draw-element.js';
import { inside, submitUntil } from './support/inside.js';
import { arabicPosting, postingToSend } from './support/postings.js';

const meta: Meta<ElementArgs> = {
  title: 'Job application',
  component: 'job-application',
  args: { action: '/applications' },
  render: (args) => drawElement(args),
};
export default meta;

type Story = StoryObj<ElementArgs>;

/** The posting of the demo, with everything that a posting usually has. */
export const Demo: Story = { args: { src: 'postings/instrument-scientist.json' } };

/** A title and one question are enough. */
export const Least: Story = { args: { src: 'postings/minimal.json' } };

/** The posting can stand in the page, as a child of the element. */
export const PostingInThePage: Story = {
  render: (args) =>
    drawElement(args, {
      children: html`<script type="application/json">
        {
          "title": "Workshop Assistant",
          "form": { "sections": [{ "fields": [{ "name": "email", "type": "email", "label": "Email" }] }] }
        }
      </script>`,
    }),
};

/** A posting with every type of field and every setting of each. */
export const EveryFieldType: Story = { args: { src: 'postings/field-types.json' } };

/** Descriptions can be written in Markdown. */
export const Markdown: Story = { args: { src: 'postings/markdown.json' } };

/** The posting has its texts in two languages, and the element's own words follow `lang`. */
export const German: Story = {
  args: { src: 'postings/werkstudent-optik.json', lang: 'de' },
  play: async ({ canvasElement }) => {
    const { view } = await inside(canvasElement);
    await expect(await view.findByRole('button', { name: 'Bewerbung abschicken' })).toBeVisible();
  },
};

/** On a page that is written from right to left; words that the element has in no such language keep their own direction. */
export const RightToLeft: Story = {
  args: { posting: arabicPosting },
  render: (args) => html`<div dir="rtl" lang="ar">${drawElement(args)}</div>`,
  play: async ({ canvasElement }) => {
    const drawn = await inside(canvasElement);
    await submitUntil('invalid', drawn);
    await expect(drawn.view.getByRole('heading', { name: 'مهندس معايرة' })).toBeVisible();
  },
};

/** Two elements on a page share nothing. */
export const TwoAtOnce: Story = {
  parameters: { controls: { disable: true } },
  render: (args) => html`
    ${drawElement({ ...args, src: 'postings/open-application.json' })}
    ${drawElement({ ...args, src: 'postings/werkstudent-optik.json', lang: 'de' })}
  `,
};

/** Shown until the script has run, and where the posting can't be shown; the other slots stand where their names say. */
export const Slots: Story = {
  args: { posting: postingToSend },
  render: (args) =>
    drawElement(args, {
      children: html`
        <p slot="header">Wetherfield Instruments is made up, and so is this job.</p>
        <p slot="before-form">It takes about five minutes to answer these questions.</p>
        <p slot="captcha">A check against programs would stand here.</p>
        <p slot="help">Something went wrong? <a href="mailto:jobs@example.org">Write to us</a>.</p>
        <p slot="footer">We answer every application.</p>
        <p><a href="mailto:jobs@example.org">Apply by e-mail</a></p>
      `,
    }),
};

/** Conditions show questions as answers ask for them. */
export const Conditions: Story = {
  args: { src: 'postings/field-types.json', show: 'form' },
  play: async ({ canvasElement }) => {
    const { view } = await inside(canvasElement);
    await expect(view.queryByText('Moving to Colorado')).not.toBeVisible();
    await userEvent.click(view.getByLabelText('Boulder'));
    await expect(view.getByText('Moving to Colorado')).toBeVisible();
  },
};
