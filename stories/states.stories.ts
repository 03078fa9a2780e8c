import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, spyOn, userEvent, waitFor } from 'storybook/test';
import type { CaptchaProvider, ElementState, JobApplication } from '../src/index.js';
import { drawElement, type ElementArgs } from './support/draw-element.js';
import {
  answersWithPage,
  breaksDown,
  confirms,
  findsErrors,
  isBusy,
  neverAnswers,
  refuses,
  suspectsBot,
  type Endpoint,
} from './support/endpoint.js';
import { answerAll, inside, submitUntil } from './support/inside.js';
import { postingToSend } from './support/postings.js';

const meta: Meta<ElementArgs> = {
  title: 'States',
  args: { action: '/applications', posting: postingToSend },
  render: (args) => drawElement(args),
};
export default meta;

type Story = StoryObj<ElementArgs>;

/** On another origin, where the element sends by `fetch`. */
const awayAction = 'https://applications.example.org/';

/** A story that fills in the form and sends it to an endpoint that answers so. */
function sentTo(endpoint: Endpoint, state: ElementState, args: ElementArgs = {}): Story {
  return {
    args,
    render: (all) => drawElement(all, { endpoint }),
    play: async ({ canvasElement }) => {
      const drawn = await inside(canvasElement);
      await answerAll(drawn);
      await submitUntil(state, drawn);
    },
  };
}

/** A skeleton holds the space. */
export const Loading: Story = {
  tags: ['!autodocs'],
  args: { posting: undefined, src: 'postings/never.json' },
  beforeEach: () => {
    const { fetch } = window;
    spyOn(window, 'fetch').mockImplementation((input, init) =>
      input instanceof Request || !String(input).endsWith('never.json') ? fetch(input, init) : new Promise(() => {}),
    );
  },
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector<JobApplication>('job-application');
    await expect(element?.state).toBe('loading');
  },
};

/** The element says so, and shows what stands between its tags and in the slot `error`. The console says what is wrong. */
export const ErrorState: Story = {
  tags: ['!autodocs'],
  args: { posting: { title: 'A posting without questions', form: { sections: [{ fields: [{ type: 'text' }] }] } } },
  render: (args) =>
    drawElement(args, {
      children: html`
        <p slot="error">Our postings are back in a few minutes.</p>
        <p><a href="mailto:jobs@example.org">Apply by e-mail</a></p>
      `,
    }),
  beforeEach: () => {
    spyOn(console, 'error').mockImplementation(() => {});
  },
  play: async ({ canvas, canvasElement }) => {
    const { element } = await inside(canvasElement);
    await expect(element.state).toBe('error');
    await expect(canvas.getByRole('link', { name: 'Apply by e-mail' })).toBeVisible();
    await expect(console.error).toHaveBeenCalled();
  },
};

/** A story of a posting that does not come: the words for it, the children, and a way to try again. */
function notLoaded(answer: (init?: RequestInit) => Promise<Response>, title: string, prepare?: () => void): Story {
  return {
    tags: ['!autodocs'],
    args: { posting: undefined, src: 'postings/gone.json' },
    render: (args) =>
      drawElement(args, { children: html`<p><a href="mailto:jobs@example.org">Apply by e-mail</a></p>` }),
    beforeEach: () => {
      const { fetch } = window;
      spyOn(console, 'error').mockImplementation(() => {});
      spyOn(window, 'fetch').mockImplementation((input, init) =>
        input instanceof Request || !String(input).endsWith('gone.json') ? fetch(input, init) : answer(init),
      );
      prepare?.();
    },
    play: async ({ canvas, canvasElement }) => {
      const { element, view } = await inside(canvasElement);
      await expect(element.state).toBe('error');
      await expect(await view.findByRole('heading', { name: title })).toBeVisible();
      await expect(view.getByRole('button', { name: 'Try again' })).toBeVisible();
      await expect(canvas.getByRole('link', { name: 'Apply by e-mail' })).toBeVisible();
    },
  };
}

/** Filled or taken down: the server answers 404 or 410, or `null`, as some systems do. */
export const NotFound = notLoaded(() => Promise.resolve(new Response('', { status: 404 })), 'This job was not found');

/** So some systems say that a job is gone: 200, and `null`. */
export const NotFoundInOtherWords = notLoaded(() => Promise.resolve(Response.json(null)), 'This job was not found');

/** A web page, half a file: what came is no posting. */
export const Malformed = notLoaded(
  () =>
    Promise.resolve(
      new Response('<!doctype html><title>Welcome</title>', { headers: { 'Content-Type': 'text/html' } }),
    ),
  'This job could not be shown',
);

/** Nothing has come for fifteen seconds; here, sooner. */
export const TimedOut = notLoaded(
  (init) => new Promise((_, reject) => init?.signal?.addEventListener('abort', () => reject(new Error('given up')))),
  'This job takes too long to load',
  () => {
    const timeout = AbortSignal.timeout.bind(AbortSignal);
    spyOn(AbortSignal, 'timeout').mockImplementation((ms) => timeout(ms / 300));
  },
);

/** It loads by itself once there is a connection. */
export const OfflineAtFirst = notLoaded(
  () => Promise.reject(new TypeError('Failed to fetch')),
  'You are offline',
  () => void spyOn(navigator, 'onLine', 'get').mockReturnValue(false),
);

/** Nothing is judged before the first submit. */
export const Empty: Story = {
  play: async ({ canvasElement }) => {
    const { element } = await inside(canvasElement);
    await expect(element.state).toBe('ready');
    await expect(element.answers).toEqual({});
  },
};

/** Submitted blank: a summary takes the focus, and each question says what is missing. */
export const Invalid: Story = {
  play: async ({ canvasElement }) => {
    const drawn = await inside(canvasElement);
    await submitUntil('invalid', drawn);
    await userEvent.click(await drawn.view.findByRole('link', { name: /full name/i }));
    await expect(drawn.element.shadowRoot?.activeElement).toBe(drawn.view.getByLabelText(/^Full name/));
  },
};

/** A message goes as soon as its answer is right. */
export const Mended: Story = {
  play: async ({ canvasElement }) => {
    const drawn = await inside(canvasElement);
    await submitUntil('invalid', drawn);
    await answerAll(drawn);
    await waitFor(() => expect(drawn.element.state).toBe('ready'));
    await expect(drawn.element.issues).toEqual([]);
  },
};

/** What the endpoint found wrong stands at its field. */
export const InvalidForTheEndpoint = sentTo(findsErrors, 'invalid');

/** A second press of the button does nothing. */
export const Sending = sentTo(neverAnswers, 'sending');

/** Turned away for now: it is sent again by itself, unless somebody stops it. */
export const Waiting: Story = {
  tags: ['!autodocs'],
  args: { action: awayAction },
  render: (args) => drawElement(args, { endpoint: null }),
  beforeEach: () => {
    const { fetch } = window;
    spyOn(window, 'fetch').mockImplementation(async (input, init) =>
      input instanceof URL && input.href === awayAction ? isBusy() : fetch(input, init),
    );
  },
  play: async ({ canvasElement }) => {
    const drawn = await inside(canvasElement);
    await answerAll(drawn);
    await submitUntil('waiting', drawn);
    await expect(drawn.view.getByText(/^Trying again in/)).toBeVisible();
    await expect(drawn.view.getByRole('button', { name: 'Stop' })).toBeVisible();
  },
};

/** It is sent as soon as there is a connection. */
export const Offline: Story = {
  tags: ['!autodocs'],
  args: { action: awayAction },
  render: (args) => drawElement(args, { endpoint: null }),
  play: async ({ canvasElement }) => {
    const drawn = await inside(canvasElement);
    await answerAll(drawn);
    spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    await submitUntil('waiting', drawn);
    await expect(drawn.view.getByText(/^Your application will be sent as soon as/)).toBeVisible();
  },
};

/** Not stored, and said so. Every answer and file is still there. */
export const Failed = sentTo(refuses, 'failed');

/** Taken for a program: what to try, a copy of the answers to save, and where to find help. */
export const Bot = sentTo(suspectsBot, 'failed');

/** Not stored for now. */
export const Busy = sentTo(isBusy, 'failed');

/** A page that says nowhere where applications go: its author reads so on the console, the applicant in other words. */
export const EndpointMissing: Story = {
  args: { action: undefined },
  render: ({ posting }) => html`<job-application .posting=${posting}></job-application>`,
  beforeEach: () => {
    spyOn(console, 'error').mockImplementation(() => {});
  },
  play: async ({ canvasElement }) => {
    const drawn = await inside(canvasElement);
    await answerAll(drawn);
    await submitUntil('failed', drawn);
    await expect(console.error).toHaveBeenCalled();
  },
};

/** The check against programs is left to do: a problem like any other, which the summary leads to. */
export const CaptchaLeftUndone: Story = {
  render: ({ posting, action }) => {
    const box = document.createElement('input');
    const provider: CaptchaProvider = {
      fieldName: 'box',
      load: () => Promise.resolve(),
      render: (container, _key, onSolved) => {
        const label = document.createElement('label');
        box.type = 'checkbox';
        box.addEventListener('change', onSolved);
        label.append(box, ' I am a person');
        container.append(label);
      },
      token: () => Promise.resolve(box.checked ? 'token' : undefined),
      reset: () => (box.checked = false),
    };
    return html`<job-application
      action=${action ?? ''}
      captcha="box"
      .captchaProviders=${{ box: provider }}
      .posting=${posting}
    ></job-application>`;
  },
  play: async ({ canvas, canvasElement }) => {
    const drawn = await inside(canvasElement);
    await answerAll(drawn);
    await submitUntil('invalid', drawn);
    await userEvent.click(await drawn.view.findByRole('link', { name: /you are a person/ }));
    await userEvent.click(await canvas.findByLabelText('I am a person'));
    await waitFor(() => expect(drawn.element.state).toBe('ready'));
  },
};

/** The check against programs does not load: a blocker, say. Nothing is sent, and nothing is lost. */
export const CaptchaMissing: Story = {
  render: ({ posting, action }) => {
    const missing = (): Promise<never> => Promise.reject(new Error('blocked'));
    const provider = { fieldName: 'box', load: missing, render: missing, token: missing, reset: () => {} };
    return html`<job-application
      action=${action ?? ''}
      captcha="box"
      .captchaProviders=${{ box: provider }}
      .posting=${posting}
    ></job-application>`;
  },
  beforeEach: () => {
    spyOn(console, 'error').mockImplementation(() => {});
  },
  play: async ({ canvasElement }) => {
    const drawn = await inside(canvasElement);
    await answerAll(drawn);
    await submitUntil('failed', drawn);
    await expect(drawn.view.getByText(/^The check that you are a person could not be loaded/)).toBeVisible();
  },
};

/** It may have arrived: nobody is told that it was sent, nor that it was not. */
export const Unconfirmed = sentTo(breaksDown, 'unconfirmed');

/** A web page is no confirmation. */
export const WebPage = sentTo(answersWithPage, 'unconfirmed');

/** Unless `success-html` says that it is one. */
export const WebPageThatConfirms = sentTo(answersWithPage, 'sent', { 'success-html': true });

/** What was sent, to print or to save, and what the slot `sent` adds. */
export const Sent: Story = {
  ...sentTo(confirms, 'sent'),
  render: (args) => drawElement(args, { children: html`<p slot="sent">You will hear from us within two weeks.</p>` }),
};

export const Closed: Story = {
  args: { posting: undefined, src: 'postings/closed.json' },
  render: (args) =>
    drawElement(args, {
      children: html`<p slot="closed">Look at <a href="https://www.example.org/jobs">our open jobs</a>.</p>`,
    }),
};

export const PastDeadline: Story = { args: { posting: undefined, src: 'postings/past-deadline.json' } };
