import { css } from 'lit';

/** The form: its rhythm, its questions, and what is said of them. */
export const form = css`
  .form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 4);
    margin-block-start: calc(var(--_space) * 8);
    padding-block-start: calc(var(--_space) * 6);
    border-block-start: 1px solid var(--_hairline);
  }

  /* With nothing above it, there is nothing to part it from. */
  .root--form .form {
    margin-block-start: 0;
    padding-block-start: 0;
    border: 0;
  }

  .form-head {
    display: grid;
    gap: calc(var(--_space) * 2);
  }

  .form-title,
  .receipt-title {
    font-size: 1.625em;
  }

  /* Nothing is wrong, and nothing takes up room. */
  .summary:empty {
    display: none;
  }

  .legend {
    color: var(--_muted);
  }

  .section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 4);
  }

  .section + .section {
    margin-block-start: calc(var(--_space) * 2);
    padding-block-start: calc(var(--_space) * 5);
    border-block-start: 1px solid var(--_hairline);
  }

  /* A part of a long form; laid out as one comes near it. The margin is for what stands out, such as the ring of the focus. */
  .far {
    content-visibility: auto;
    overflow-clip-margin: 1rem;
    contain-intrinsic-block-size: auto 60rem;
  }

  .field.far {
    contain-intrinsic-block-size: auto 6rem;
  }

  /* Questions about equality are set apart from the application. */
  .section[part~='section-equality'] {
    padding: calc(var(--_space) * 3);
    border: 1px solid var(--_hairline);
    border-radius: var(--_radius);
  }

  .section-title,
  .error-summary-title,
  .failure-title {
    font-size: 1.25em;
  }

  .section-about,
  .content {
    max-inline-size: var(--_measure);
  }

  .section-title + .section-about,
  .section-about + .section-about {
    margin-block-start: calc(var(--_space) * -2.5);
  }

  .field {
    max-inline-size: var(--_measure);
  }

  .label {
    display: block;
    padding: 0;
    margin-block-end: calc(var(--_space) * 0.5);
    font-weight: 600;
    line-height: 1.35;
  }

  .label--part {
    font-weight: 400;
  }

  .required {
    color: var(--_error);
  }

  .hint {
    margin-block-end: calc(var(--_space) * 0.75);
    color: var(--_muted);
    font-size: 0.9375em;
  }

  .error {
    margin-block-end: calc(var(--_space) * 0.75);
    color: var(--_error);
    font-weight: 600;
  }

  .field--invalid {
    padding-inline-start: calc(var(--_space) * 2);
    border-inline-start: 4px solid var(--_error);
  }

  .group {
    min-inline-size: 0;
  }

  .error-summary,
  .failure {
    padding: calc(var(--_space) * 3);
    border: 2px solid var(--_error);
    border-radius: var(--_radius);
    max-inline-size: var(--_measure);
  }

  .error-summary:focus-visible,
  .failure:focus-visible {
    outline-color: var(--_error);
  }

  .failure p {
    margin-block-start: var(--_space);
  }

  .buttons {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 1.5) calc(var(--_space) * 3);
  }

  * + .buttons {
    margin-block-start: calc(var(--_space) * 3);
  }

  .skeleton {
    display: grid;
    gap: calc(var(--_space) * 2);
    /* What stands below the element is not to be seen, and so is not seen to jump. */
    min-block-size: 100vh;
    align-content: start;
  }

  .bone {
    block-size: 1em;
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_border) 22%, transparent);
  }

  .bone--title {
    block-size: 2em;
    inline-size: 70%;
  }

  .bone--block {
    block-size: 12em;
  }

  @media print {
    .buttons {
      display: none;
    }

    .far {
      content-visibility: visible;
    }

    .field,
    .failure,
    .error-summary {
      break-inside: avoid;
    }
  }
`;
