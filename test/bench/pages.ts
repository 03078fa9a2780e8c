import { readFileSync } from 'node:fs';
import { snippet } from '../support/readme.js';
import type { BenchField, BenchPosting } from './postings.js';

const script = readFileSync(new URL('native-form.js', import.meta.url), 'utf8');

/**
 * The page that embeds the element as README advises; the posting stands in it, or is loaded from an address.
 * @param announced the name of a chunk that the page asks for at once
 */
export function ourPage(posting: BenchPosting | string, announced?: string): string {
  const inline = JSON.stringify(posting).replaceAll('<', '\\u003c');
  const source = typeof posting === 'string' ? `src="${posting}"` : '';
  return page(
    `<job-application ${source} action="/applications">${
      source ? '' : `<script type="application/json">${inline}</script>`
    }</job-application>`,
    `${
      announced === undefined ? '' : `<link rel="modulepreload" href="/dist/chunks/${announced}">`
    }<script type="module" src="/dist/job-application.js"></script><style>${snippet('css', 'reserve')}</style>`,
  );
}

/** The floor: the same posting and the same fields as static HTML, judged by the browser. */
export function nativePage({ title, description, form }: BenchPosting): string {
  const texts = description.map(({ heading, text }) => `<h2>${escape(heading)}</h2><p>${escape(text)}</p>`);
  const sections = form.sections.map(
    (section) => `<section><h3>${escape(section.title)}</h3>${section.fields.map(fieldHtml).join('\n')}</section>`,
  );
  return page(
    `<h1>${escape(title)}</h1>${texts.join('\n')}
    <form novalidate>${sections.join('\n')}<button type="submit">Submit</button></form><script>${script}</script>`,
    '<style>.field{margin:1em 0}label,legend{font-weight:bold;display:block}.control{width:100%;padding:.5em;border:1px solid;border-radius:4px;box-sizing:border-box}.field-error{color:#b00}</style>',
  );
}

function page(body: string, head: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
    <title>Bench</title><style>body{max-width:42em;margin:auto;font-family:sans-serif}</style>${head}</head><body>${body}<footer>What comes after must not jump.</footer></body></html>`;
}

function fieldHtml(field: BenchField): string {
  const { name, label, description } = field;
  const hint = description === undefined ? '' : `<p id="${name}-hint">${escape(description)}</p>`;
  if (field.type === 'boolean') {
    const radio = (value: string): string =>
      `<label><input type="radio" name="${name}" value="${value}"${field.required ? ' required' : ''}> ${value}</label>`;
    return `<fieldset class="field"><legend>${escape(label)}</legend>${hint}${radio('Yes')}${radio('No')}</fieldset>`;
  }
  const attributes = `id="${name}" name="${name}"${field.required ? ' required' : ''}${
    hint ? ` aria-describedby="${name}-hint"` : ''
  }${field.default === undefined ? '' : ` value="${escape(field.default)}"`}`;
  const condition = field.showIf ? ` data-show-if="${escape(JSON.stringify(field.showIf))}"` : '';
  return `<div class="field"${condition}><label for="${name}">${escape(label)}</label>${hint}${control(field, attributes)}</div>`;
}

function control({ type, options = [] }: BenchField, attributes: string): string {
  switch (type) {
    case 'textarea':
      return `<textarea class="control" rows="5" ${attributes}></textarea>`;
    case 'choice':
      return `<select class="control" ${attributes}><option></option>${options
        .map(({ value, label }) => `<option value="${escape(value)}">${escape(label)}</option>`)
        .join('')}</select>`;
    case 'consent':
      return `<input type="checkbox" ${attributes}>`;
    default:
      return `<input class="control" type="${type}" ${attributes}>`;
  }
}

function escape(text = ''): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
