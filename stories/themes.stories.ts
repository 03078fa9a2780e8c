import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { drawElement, type ElementArgs } from './support/draw-element.js';
import { confirms } from './support/endpoint.js';
import { answerAll, inside, submitUntil } from './support/inside.js';
import { postingToSend } from './support/postings.js';
import './themes/themes.css';

const meta: Meta<ElementArgs> = {
  title: 'Themes',
  args: { action: '/applications', src: 'postings/open-application.json' },
  parameters: { layout: 'fullscreen' },
};
export default meta;

type Story = StoryObj<ElementArgs>;

type Theme = 'dark' | 'journal' | 'bold';

function onGround(theme: Theme, element: TemplateResult): TemplateResult {
  return html`<div class="ground ground--${theme}">${element}</div>`;
}

function themed(theme: Theme): Story {
  return { render: (args) => onGround(theme, drawElement(args)) };
}

/** The same, with everything that is wrong in view. */
function themedInvalid(theme: Theme): Story {
  return {
    ...themed(theme),
    play: async ({ canvasElement }) => submitUntil('invalid', await inside(canvasElement)),
  };
}

/** The page sets `color-scheme: dark` and a dark ground, and nothing else. */
export const Dark = themed('dark');

export const DarkInvalid = themedInvalid('dark');

/** A quiet page, like a printed journal. */
export const Journal = themed('journal');

export const JournalInvalid = themedInvalid('journal');

/** A loud brand, by tokens and two parts. */
export const Bold = themed('bold');

export const BoldInvalid = themedInvalid('bold');

export const BoldEveryQuestion: Story = { ...themed('bold'), args: { src: 'postings/field-types.json', show: 'form' } };

export const DarkEveryQuestion: Story = { ...themed('dark'), args: { src: 'postings/field-types.json', show: 'form' } };

export const DarkSent: Story = {
  args: { posting: postingToSend },
  render: (args) => onGround('dark', drawElement(args, { endpoint: confirms })),
  play: async ({ canvasElement }) => {
    const drawn = await inside(canvasElement);
    await answerAll(drawn);
    await submitUntil('sent', drawn);
  },
};
