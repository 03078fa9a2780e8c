import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import greenhouse from '../demo/postings/systems/greenhouse-job.json';
import { drawElement, type ElementArgs } from './support/draw-element.js';
import { answersWithPage } from './support/endpoint.js';
import { answerAll, inside, submitUntil } from './support/inside.js';
import { fieldNamed, postingToSend, postingWith } from './support/postings.js';

const meta: Meta<ElementArgs> = {
  title: 'Settings',
  args: { action: '/applications', posting: postingToSend },
  render: (args) => drawElement(args),
};
export default meta;

type Story = StoryObj<ElementArgs>;

/** Every attribute that says how and where to send, and the extra headers. */
export const Sending: Story = {
  args: {
    format: 'posting',
    action: 'https://applications.example.org/bench-technician',
    method: 'put',
    enctype: 'application/json',
    credentials: 'include',
    headers: { 'X-Careers-Site': 'wetherfield' },
    idempotency: 'header',
    'success-html': true,
  },
  render: (args) => drawElement(args, { endpoint: answersWithPage }),
  play: async ({ canvasElement }) => {
    const drawn = await inside(canvasElement);
    await answerAll(drawn);
    await submitUntil('sent', drawn);
  },
};

/** A list of jobs as Greenhouse serves it; the application is written for an endpoint that passes it on. */
export const System: Story = {
  args: { posting: { jobs: [greenhouse], 'x-adapter': { conditions: true } }, format: 'greenhouse', payload: 'plain' },
  play: async ({ canvasElement }) => {
    const { view } = await inside(canvasElement);
    await expect(view.getByLabelText(/^First Name/)).toBeVisible();
  },
};

/** The posting stands in the page's head, too. */
export const SearchEngines: Story = {
  args: { 'json-ld': true },
  play: async ({ canvasElement }) => {
    await inside(canvasElement);
    await waitFor(() => expect(document.head.querySelector('script[type="application/ld+json"]')).not.toBeNull());
  },
};

/** A link to the form may bring answers along: here, `?referral_code=WI2041`. */
export const Prefill: Story = {
  args: {
    prefill: true,
    posting: postingWith([fieldNamed('referral_code'), { name: 'why', type: 'text', label: 'Why?' }]),
  },
  render: (args) => {
    history.replaceState(history.state, '', withParameter('referral_code', 'WI2041'));
    return drawElement(args);
  },
  play: async ({ canvasElement }) => {
    const { view } = await inside(canvasElement);
    await expect(view.getByLabelText(/^Referral code/)).toHaveValue('WI2041');
  },
};

/** Where a posting names another origin itself, the page has to trust that origin. */
export const TrustedOrigins: Story = {
  args: {
    action: undefined,
    posting: {
      title: 'Bench Technician',
      form: {
        action: 'https://applications.example.org/bench-technician',
        sections: [{ fields: [{ name: 'email', type: 'email', label: 'Email' }] }],
      },
    },
    'trusted-origins': 'https://applications.example.org',
  },
  play: async ({ canvasElement }) => submitUntil('sent', await inside(canvasElement)),
};

/** A confirmed submit leads to another page; here, to another place of this one. */
export const SuccessHref: Story = {
  args: { 'success-href': '#thank-you', posting: postingWith([{ name: 'email', type: 'email', label: 'Email' }]) },
  play: async ({ canvasElement }) => {
    await submitUntil('sent', await inside(canvasElement));
    await expect(location.hash).toBe('#thank-you');
  },
};

/** The posting alone; Apply leads to the page that has the form. */
export const PostingOnly: Story = {
  args: { show: 'posting', 'apply-href': 'https://www.example.org/apply', src: 'postings/open-application.json' },
  argTypes: { posting: { control: false } },
  render: ({ posting: _posting, ...args }) => drawElement(args),
  play: async ({ canvasElement }) => {
    const { view } = await inside(canvasElement);
    await expect(view.getByRole('link', { name: 'Apply' })).toHaveAttribute('href', 'https://www.example.org/apply');
    await expect(view.queryByRole('textbox')).toBeNull();
  },
};

/** The form alone, its title in the place of the posting's. */
export const FormOnly: Story = {
  args: { show: 'form' },
  play: async ({ canvasElement }) => {
    const { view } = await inside(canvasElement);
    await expect(view.getByRole('heading', { level: 2, name: 'Apply as a bench technician' })).toBeVisible();
  },
};

/** An answer is judged as its field is left, not with the whole form. */
export const ValidateOnBlur: Story = {
  args: { 'validate-on': 'blur' },
  play: async ({ canvasElement }) => {
    const { element, view } = await inside(canvasElement);
    await userEvent.type(view.getByLabelText(/^Email/), 'nobody');
    await expect(element.state).toBe('ready');
    await userEvent.tab();
    await expect(element.issues).toMatchObject([{ field: 'email', code: 'email' }]);
  },
};

/** For a page that has a first-level heading only, or one that has three levels above the element. */
export const HeadingLevel: Story = {
  args: { 'heading-level': 4 },
  play: async ({ canvasElement }) => {
    const { view } = await inside(canvasElement);
    await expect(view.getByRole('heading', { level: 4, name: 'Bench Technician' })).toBeVisible();
    await expect(view.getByRole('heading', { level: 5, name: 'Apply as a bench technician' })).toBeVisible();
  },
};

/** The element's own words in German, around a posting in English. */
export const Language: Story = { args: { lang: 'de' } };

/** The page's address with this parameter beside its own. */
function withParameter(name: string, value: string): string {
  const url = new URL(location.href);
  url.searchParams.set(name, value);
  return url.href;
}
