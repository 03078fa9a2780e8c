import { css } from 'lit';

/** What every view stands on: the box of the element, words, links, focus, buttons. */
export const base = css`
  :host {
    display: block;
    box-sizing: border-box;
    max-inline-size: var(--_width);
    margin-inline: auto;
    background: var(--_surface);
    color: var(--_text);
    font-family: var(--_font-family);
    font-size: var(--_font-size);
    line-height: var(--_line-height);
    text-align: start;
    overflow-wrap: anywhere;
  }

  :host([hidden]),
  [hidden] {
    display: none !important;
  }

  /* A page's fixed header must not hide what has the focus, or what one is led to; a page adds its own scroll-padding. */
  *,
  ::before,
  ::after {
    box-sizing: inherit;
    scroll-margin-block: 6rem 2rem;
  }

  h1,
  h2,
  h3,
  h4,
  h5,
  h6 {
    margin: 0;
    font-family: var(--_heading-font-family);
    font-weight: var(--_heading-weight);
    line-height: 1.25;
    text-wrap: balance;
  }

  p,
  dl,
  dd,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }

  p,
  li,
  .label {
    text-wrap: pretty;
  }

  /* Words need not run in the direction of the page around them: "Up to 5 MB." keeps its end. Rich text has its own. */
  :is(h1, h2, h3, h4, h5, h6, p, li, dt, dd, summary, .label, .option-label):not(.rich *) {
    unicode-bidi: plaintext;
    /* Chromium and WebKit know it by the first name alone. */
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }

  a {
    color: var(--_accent);
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }

  a:hover {
    text-decoration-thickness: 2px;
  }

  :focus {
    outline: none;
  }

  :focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
    border-radius: 2px;
  }

  /* What is told, and is given the focus so that it is heard, has an edge of its own: it grows, and gets no second one. */
  [tabindex='-1']:focus-visible {
    outline-color: transparent;
    outline-offset: 0;
    border-radius: var(--_radius);
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    padding: 0;
    border: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .button,
  .action {
    display: inline-flex;
    align-items: center;
    min-block-size: max(2.75rem, 44px);
    font: inherit;
  }

  .button {
    justify-content: center;
    padding: var(--_space) calc(var(--_space) * 2.5);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: transparent;
    color: var(--_text);
    font-weight: 600;
    line-height: 1.25;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
  }

  .button:where(:hover) {
    background: var(--_tint);
  }

  .button:focus-visible {
    border-radius: var(--_radius);
  }

  .button--primary {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .button--primary:hover {
    text-decoration: underline;
  }

  /* Not faded: its words are read while it is busy, and it may have the focus. */
  .button[aria-disabled] {
    border-color: var(--_hairline);
    background: transparent;
    color: var(--_muted);
    cursor: default;
    text-decoration: none;
  }

  @media (forced-colors: active) {
    :focus-visible {
      outline-color: Highlight;
    }

    .button--primary {
      border-color: ButtonText;
      background: ButtonFace;
      color: ButtonText;
    }

    .button[aria-disabled] {
      border-color: GrayText;
      color: GrayText;
    }
  }

  @media print {
    :host {
      max-inline-size: none;
      background: none;
      color: #000;
      /* The page may be dark; paper is not. */
      color-scheme: light;
    }

    button {
      display: none !important;
    }

    h1,
    h2,
    h3,
    h4,
    h5,
    h6 {
      break-after: avoid;
    }
  }
`;
