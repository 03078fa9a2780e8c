import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, spyOn, userEvent, waitFor } from 'storybook/test';
import { drawElement, type ElementArgs } from './support/draw-element.js';
import { inside } from './support/inside.js';
import { fieldNamed, postingWith } from './support/postings.js';

const meta: Meta<ElementArgs> = {
  title: 'Field types',
  args: { action: '/applications', show: 'form' },
  render: (args) => drawElement(args),
};
export default meta;

type Story = StoryObj<ElementArgs>;

/** A form that asks what these fields of the demo ask. */
function asking(...names: readonly string[]): Partial<ElementArgs> {
  return { posting: postingWith(names.map(fieldNamed)) };
}

/** One line, optionally with a pattern and a length. */
export const TextField: Story = {
  args: asking('full_name', 'referral_code', 'badge_number'),
  play: async ({ canvasElement }) => {
    const { element, view } = await inside(canvasElement);
    await userEvent.type(view.getByLabelText(/^Referral code/), 'WI2041');
    await expect(element.answers).toEqual({ referral_code: 'WI2041' });
  },
};

/** Several lines, with limits that guide or that hold, in characters or in words. */
export const TextareaField: Story = { args: asking('headline', 'motivation', 'haiku') };

export const EmailField: Story = { args: asking('email') };

/** Kept as it is typed. */
export const TelField: Story = { args: asking('phone') };

export const UrlField: Story = { args: asking('portfolio') };

/** With a unit or a currency; decimals are read as the applicant's language writes them. */
export const NumberField: Story = {
  args: asking('hours_least', 'salary'),
  play: async ({ canvasElement }) => {
    const { element, view } = await inside(canvasElement);
    await userEvent.type(view.getByLabelText(/^Fewest hours/), '7.5');
    await expect(element.answers).toEqual({ hours_least: 7.5 });
  },
};

/** As a picker or as three fields: a day that one remembers is typed, not looked for. */
export const DateField: Story = { args: asking('start_date', 'first_bench', 'interview_day') };

export const MonthField: Story = { args: asking('contract_end') };

export const ChoiceAsRadios: Story = { args: asking('site') };

/** Several of them, with words beside “Something else” and one that excludes the others. */
export const ChoiceAsCheckboxes: Story = {
  args: asking('techniques'),
  play: async ({ canvasElement }) => {
    const { element, view } = await inside(canvasElement);
    await userEvent.click(view.getByLabelText('Microscopy'));
    await userEvent.click(view.getByLabelText('None of these yet'));
    await expect(view.getByLabelText('Microscopy')).not.toBeChecked();
    await expect(element.answers).toEqual({ techniques: ['none'] });
  },
};

export const ChoiceAsSelect: Story = { args: asking('shift') };

/** Found by typing, without regard to accents; the whole list is a press away. */
export const ChoiceAsCombobox: Story = {
  args: asking('travel_from'),
  play: async ({ canvasElement }) => {
    const { view } = await inside(canvasElement);
    // Until its code has come, a native list serves.
    await waitFor(() => expect(view.getByRole('combobox', { name: /^Country/ })).toHaveAttribute('aria-expanded'));
    const country = view.getByRole('combobox', { name: /^Country/ });
    country.focus();
    write(country, 'an');
    await waitFor(() => expect(country).toHaveAttribute('aria-expanded', 'true'));
    await expect(view.getAllByRole('option').length).toBeGreaterThan(5);
    write(country, 'turk');
    await waitFor(() => expect(view.getAllByRole('option').map(words)).toContain('Türkiye'));
    write(country, 'land');
    await waitFor(() => expect(view.getAllByRole('option').map(words)).toContain('Poland'));
  },
};

/** Several answers: each stands above the field, with a button that takes it away. */
export const ChoiceOfSeveralAsCombobox: Story = {
  args: asking('languages'),
  play: async ({ canvasElement }) => {
    const { element, view } = await inside(canvasElement);
    const languages = await view.findByRole('combobox', { name: /^Languages/ });
    await userEvent.type(languages, 'dut{Enter}');
    await expect(element.answers).toEqual({ languages: ['nl'] });
    await userEvent.click(view.getByRole('button', { name: 'Remove Dutch' }));
    await expect(element.answers).toEqual({});
  },
};

/** Places are offered while one types; the one that is taken brings its coordinates. */
export const LocationSuggested: Story = {
  args: { posting: postingWith([{ ...fieldNamed('home'), suggest: '/places?q={query}' }]) },
  beforeEach: () =>
    answerAt('/places', () =>
      Response.json([
        { text: 'Leeds, England, United Kingdom', latitude: 53.8, longitude: -1.55 },
        { text: 'Leeds, Alabama, United States', latitude: 33.55, longitude: -86.54 },
      ]),
    ),
  play: async ({ canvasElement }) => {
    const { element, view } = await inside(canvasElement);
    const home = await view.findByRole('combobox', { name: /^Where do you live/ });
    home.focus();
    write(home, 'Leeds');
    await userEvent.click(await view.findByRole('option', { name: /England/ }));
    const place = { text: 'Leeds, England, United Kingdom', latitude: 53.8, longitude: -1.55 };
    await waitFor(() => expect(element.answers).toEqual({ home: place }));
  },
};

/** From Dropbox and Google Drive, where the page has a key. A stand-in takes the place of Dropbox's script here. */
export const FilesFromClouds: Story = {
  args: {
    posting: postingWith([
      { name: 'cv', type: 'file', label: 'CV', sources: ['device', 'dropbox', 'google-drive', 'text'] },
    ]),
    'dropbox-key': 'stand-in',
    'google-key': 'stand-in',
    'google-client-id': 'stand-in',
  },
  beforeEach: () => {
    const link = 'https://dl.dropboxusercontent.com/cv.txt';
    const choose = ({ success }: { success(files: object[]): void }): void => success([{ name: 'cv.txt', link }]);
    Object.assign(window, { Dropbox: { choose } });
    answerAt('/cv.txt', () => new Response('A page about the applicant.'));
    return () => Reflect.deleteProperty(window, 'Dropbox');
  },
  play: async ({ canvasElement }) => {
    const { view } = await inside(canvasElement);
    await userEvent.click(await view.findByRole('button', { name: /Dropbox/ }));
    await expect(await view.findByText('cv.txt')).toBeVisible();
  },
};

/** A range that is being approached, one that is reached, and a limit that is passed. */
export const TextareaCounted: Story = {
  args: asking('motivation', 'headline', 'haiku'),
  play: async ({ canvasElement }) => {
    const { view } = await inside(canvasElement);
    write(view.getByLabelText(/^What brings you here/), 'I have read your instruments for years. '.repeat(5));
    write(view.getByLabelText(/^You in a nutshell/), 'Twelve years at a bench, four of them in the dark.');
    write(view.getByLabelText(/^Your work in at most/), 'One two three four five. '.repeat(5));
    await expect(await view.findByText(/35 words so far/)).toBeVisible();
    await expect(await view.findByText(/5 words too many/)).toBeVisible();
  },
};

/** Yes and no, neither chosen beforehand; an acknowledgement takes yes alone. */
export const BooleanField: Story = { args: asking('right_to_work', 'laser_rules') };

/** Permission to use data: never ticked beforehand, sent with the text that was agreed to. */
export const ConsentField: Story = {
  args: asking('process_application', 'talent_pool'),
  play: async ({ canvasElement }) => {
    const { view } = await inside(canvasElement);
    const permission = view.getByRole('checkbox', { name: /^This application/ });
    await expect(permission).not.toBeChecked();
    await userEvent.click(permission);
    await expect(permission).toBeChecked();
  },
};

/** Chosen from the device, or written in where the posting allows that. */
export const FileField: Story = {
  args: asking('cv', 'figures', 'transcript'),
  play: async ({ canvasElement }) => {
    const { element, view } = await inside(canvasElement);
    await userEvent.click(view.getByRole('button', { name: /instead.*CV|CV.*instead/i }));
    await userEvent.type(await view.findByRole('textbox', { name: /CV/ }), 'Twelve years at a bench.');
    await expect(element.answers).toEqual({ cv: { text: 'Twelve years at a bench.' } });
  },
};

/** Each file that can't be taken is refused alone, by its name and with the reason; the good ones stay. */
export const FilesRefused: Story = {
  args: asking('figures', 'transcript'),
  play: async ({ canvasElement }) => {
    const { element, view } = await inside(canvasElement);
    const [figures, transcript] = [...element.renderRoot.querySelectorAll('[part~=field]')].map((field) =>
      field.querySelector<HTMLInputElement>('input[type=file]'),
    );
    const pixel = await (await fetch(onePixel)).blob();
    hand(figures!, [
      new File([pixel], 'fringes.png', { type: 'image/png' }),
      new File(['Not a picture'], 'measurements.xlsx', { type: 'application/octet-stream' }),
      new File([], 'nothing-in-it.jpg', { type: 'image/jpeg' }),
    ]);
    hand(transcript!, [new File([new Uint8Array(2_000_001)], 'all-twelve-terms.pdf', { type: 'application/pdf' })]);
    await expect(await view.findByText('fringes.png')).toBeVisible();
    await expect(await view.findByText(/measurements\.xlsx: not added/)).toBeVisible();
    await expect(await view.findByText(/nothing-in-it\.jpg: not added/)).toBeVisible();
    await expect(await view.findByText(/all-twelve-terms\.pdf/)).toBeVisible();
  },
};

export const LocationField: Story = { args: asking('home') };

/** The same questions again for each entry. */
export const RepeatField: Story = {
  args: asking('education'),
  play: async ({ canvasElement }) => {
    const { element, view } = await inside(canvasElement);
    await userEvent.click(view.getByRole('button', { name: /^Add/ }));
    await userEvent.type(await view.findByLabelText(/^School or university/), 'A school in Leeds');
    await userEvent.click(view.getByRole('button', { name: /^Add another/ }));
    await waitFor(() => expect(view.getAllByLabelText(/^School or university/)).toHaveLength(2));
    await expect(element.answers).toMatchObject({ education: [{ school: 'A school in Leeds' }, {}] });
  },
};

/** Never drawn; here it stands before a question that is. */
export const HiddenField: Story = {
  args: asking('campaign', 'email'),
  play: async ({ canvasElement }) => {
    const { element, view } = await inside(canvasElement);
    await expect(view.getAllByRole('textbox')).toHaveLength(1);
    await expect(element.answers).toEqual({ campaign: 'demo' });
  },
};

/** Words between the questions, such as a notice that has to stand verbatim. */
export const ContentField: Story = {
  args: { posting: postingWith([fieldNamed('data_notice'), fieldNamed('email')], { title: 'Before you begin' }) },
};

/** A type that this version does not know is asked as a text, so that no question is lost. */
export const UnknownField: Story = {
  args: { posting: postingWith([{ name: 'signature', type: 'signature', label: 'Sign with your full name' }]) },
  play: async ({ canvasElement }) => {
    const { view } = await inside(canvasElement);
    await expect(view.getByRole('textbox', { name: 'Sign with your full name' })).toBeVisible();
  },
};

/** What the rules ask is said beforehand, at each of their questions. */
export const Rules: Story = {
  args: {
    posting: {
      title: 'Bench Technician',
      form: {
        sections: [{ fields: [fieldNamed('portfolio'), { name: 'linkedin', type: 'url', label: 'LinkedIn profile' }] }],
        rules: [
          {
            rule: 'at-least-one',
            fields: ['portfolio', 'linkedin'],
            message: 'Give us your portfolio or your LinkedIn profile: at least one of the two',
          },
        ],
      },
    },
  },
};

const onePixel =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** What typing does at its end; user-event does not reach through the shadow root in all of it. */
function write(control: HTMLElement, text: string): void {
  (control as HTMLInputElement | HTMLTextAreaElement).value = text;
  control.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

function hand(input: HTMLInputElement, files: readonly File[]): void {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

function words({ textContent }: HTMLElement): string {
  return textContent.trim();
}

/** In place of a server, for as long as the story is shown. */
function answerAt(path: string, answer: () => Response): void {
  const { fetch } = window;
  spyOn(window, 'fetch').mockImplementation((input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, location.href);
    return url.pathname.endsWith(path) ? Promise.resolve(answer()) : fetch(input, init);
  });
}
