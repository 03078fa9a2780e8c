import { html, type TemplateResult } from 'lit';

interface HeadingOptions {
  readonly part: string;
  readonly className: string;
}

/** A heading of a level known only now; a level past 6 is 6. Written out, because a tag name cannot be bound. */
export function headingView(
  level: number,
  words: TemplateResult | string,
  { part, className }: HeadingOptions,
): TemplateResult {
  switch (level) {
    case 1:
      return html`<h1 part=${part} class=${className}>${words}</h1>`;
    case 2:
      return html`<h2 part=${part} class=${className}>${words}</h2>`;
    case 3:
      return html`<h3 part=${part} class=${className}>${words}</h3>`;
    case 4:
      return html`<h4 part=${part} class=${className}>${words}</h4>`;
    case 5:
      return html`<h5 part=${part} class=${className}>${words}</h5>`;
    default:
      return html`<h6 part=${part} class=${className}>${words}</h6>`;
  }
}
