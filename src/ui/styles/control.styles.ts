import { css } from 'lit';

/** What is typed in, chosen from and pressed. */
export const control = css`
  .control {
    display: block;
    inline-size: 100%;
    min-block-size: max(var(--_field-height), 44px);
    padding: var(--_space) calc(var(--_space) * 1.5);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_field);
    color: var(--_text);
    font: inherit;
  }

  [aria-invalid='true']:is(.control, .box) {
    border-color: var(--_error);
    border-width: 2px;
  }

  .control:focus-visible {
    outline-offset: 0;
    border-color: var(--_focus);
    border-radius: var(--_radius);
  }

  .control--short {
    inline-size: min(100%, 12rem);
  }

  .options {
    display: grid;
    gap: calc(var(--_space) * 0.25);
  }

  .options--inline {
    grid-auto-flow: column;
    justify-content: start;
    gap: calc(var(--_space) * 4);
  }

  .option {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    column-gap: calc(var(--_space) * 1.25);
    align-items: start;
  }

  /* Drawn here, so that in the dark it looks like the fields beside it and not like what is switched off. */
  .box {
    appearance: none;
    inline-size: 1.5rem;
    block-size: 1.5rem;
    margin: 10px 0;
    border: 1px solid var(--_border);
    border-radius: 50%;
    background: var(--_field);
    print-color-adjust: exact;
  }

  .box[type='checkbox'] {
    border-radius: min(var(--_radius), 4px);
  }

  .box:checked {
    border-color: var(--_accent);
    background: var(--_accent);
  }

  .box:checked::before {
    content: '';
    display: block;
    block-size: 100%;
    background: var(--_on-accent);
    clip-path: circle(25%);
  }

  .box[type='checkbox']:checked::before {
    clip-path: polygon(20% 52%, 29% 43%, 42% 56%, 71% 26%, 80% 35%, 42% 74%);
  }

  /* Above what is said about the option, which comes nearer than the target's edge. */
  .option-label {
    position: relative;
    min-block-size: 44px;
    padding-block: calc((44px - 1lh) / 2);
    font-weight: 400;
    cursor: pointer;
  }

  .option-about {
    grid-column: 2;
    margin-block: calc(var(--_space) * -1) var(--_space);
  }

  /* Its words stand in line with what is above them. */
  .button--quiet {
    min-inline-size: 44px;
    padding-inline: var(--_space);
    margin-inline: calc(var(--_space) * -1);
    border-color: transparent;
    text-align: start;
    line-height: inherit;
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 0.2em;
    text-decoration-thickness: 1px;
  }

  [part='submit'] {
    display: inline-grid;
  }

  /* What it says idle and busy stands in one place, so that the button keeps its width. */
  [part='submit'] > * {
    grid-area: 1 / 1;
  }

  [part='submit'] > [aria-hidden] {
    visibility: hidden;
  }

  @media (forced-colors: active) {
    .control {
      border-color: FieldText;
    }

    .box {
      appearance: auto;
    }

    .box:checked::before {
      display: none;
    }

    /* Its edge is seen. */
    .button--quiet {
      margin-inline: 0;
    }

    .bone {
      background: GrayText;
    }
  }
`;
