/** A small posting in which one text stands wherever a posting has one text for the whole of it. */
export function postingAllOf(words: string): Record<string, unknown> {
  return {
    id: words,
    locale: words,
    title: words,
    notice: words,
    company: { name: words, url: words, logo: words },
    department: words,
    employmentType: words,
    workplace: words,
    locations: [{ name: words }, { city: words, region: words, country: words }],
    compensation: [{ label: words, min: 1, max: 2, currency: 'EUR', interval: 'year', note: words }],
    description: [{ heading: words, html: words }, { markdown: words }, { text: words }, 'compensation'],
    links: { allJobs: words, privacyPolicy: words, help: words, self: words },
    'x-unknown': { [words]: words },
    form: {
      action: words,
      title: words,
      description: { html: words },
      submitLabel: words,
      sections: [{ id: words, title: { en: words }, description: { markdown: words }, fields: [aboutYou] }],
    },
  };
}

const aboutYou = { name: 'about', type: 'text', label: 'About you', default: 'Lenses' };

/** A form in which each of these texts stands wherever a field or a section has one. */
export function formOfAll(payloads: readonly string[]): Record<string, unknown> {
  return {
    title: 'Lens grinder',
    form: {
      sections: [
        {
          fields: [
            { name: 'gate', type: 'text', label: 'Gate' },
            { ...files, maxFiles: 1000 },
          ],
        },
        ...payloads.map((words, index) => sectionOf(words, index)),
      ],
      rules: payloads.map((words, index) => ({
        assert: { '==': [{ var: 'gate' }, 'open'] },
        fields: [`text-${index}`],
        message: words,
      })),
    },
  };
}

const files = { name: 'files', type: 'file', label: 'Files', accept: ['.txt'] };

function sectionOf(words: string, index: number): Record<string, unknown> {
  const named = (name: string, type: string, more: object): Record<string, unknown> => ({
    name: `${name}-${index}`,
    type,
    label: words,
    ...more,
  });
  const options = ['', '2'].map((suffix) => ({ value: words + suffix, label: { en: words }, description: words }));
  const besides = options.map((option, place) => ({ ...option, freeText: `beside-${index}-${place}` }));
  return {
    title: words,
    description: words,
    fields: [
      named('text', 'text', { description: { html: words }, pattern: 'digits', patternMessage: words, default: words }),
      named('radios', 'choice', {
        description: { markdown: words },
        options: besides,
        display: 'radios',
        default: words,
      }),
      named('list', 'choice', { description: { text: words }, options, display: 'select', autocomplete: words }),
      named('agreed', 'consent', { text: { html: words }, version: words }),
      { type: 'content', label: words, content: words },
      named('size', 'number', { unit: words, default: words }),
      named('kind', words, {}),
      named('hidden', 'hidden', { value: words }),
      named('group', 'repeat', {
        itemLabel: words,
        min: 1,
        fields: [{ name: words || 'x', type: 'text', label: words }],
      }),
    ],
  };
}

/**
 * JSON of another system in which every text for people, and every address, is one of the payloads, in turn as it is and
 * as the HTML that such systems escape once more.
 */
export function inEveryText(json: unknown, payloads: readonly string[]): unknown {
  let used = 0;
  const next = (): string => {
    const words = payloads[used % payloads.length] ?? '';
    used += 1;
    return used % 2 === 0 ? words : words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  };
  const put = (value: unknown): unknown => {
    if (typeof value === 'string') return /\s|^https?:|</.test(value) ? next() : value;
    if (Array.isArray(value)) return value.map(put);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, put(each)]));
  };
  return put(json);
}
