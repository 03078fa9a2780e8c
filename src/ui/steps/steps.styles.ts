import { css } from 'lit';

/** One step at a time, and the review. On paper the whole form stands. */
export const stepsStyles = css`
  @media screen {
    .section--away,
    .form--under-way .form-head > :not(.form-title),
    .form--under-way slot[name='before-form'],
    .form--steps:not(.form--at-end) slot[name='captcha'],
    .form--steps:not(.form--at-end) .foot > .failure {
      display: none;
    }

    .form--steps > .section {
      margin-block-start: 0;
      padding: 0;
      border: 0;
    }
  }

  .step-count {
    display: block;
    margin-block-end: calc(var(--_space) * 0.5);
    color: var(--_muted);
    font-family: var(--_font-family);
    font-size: 0.75em;
    font-weight: 400;
  }

  .form--steps .section-title:focus-visible {
    outline: none;
  }

  .review-section-title {
    font-size: 1.0625em;
  }

  .review {
    max-inline-size: var(--_measure);
  }

  .review > div {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 calc(var(--_space) * 2);
    padding-block: calc(var(--_space) * 1.5);
    border-block-end: 1px solid var(--_hairline);
  }

  .review dt {
    font-weight: 600;
  }

  .review dt,
  .review dd {
    grid-column: 1;
  }

  .review dd {
    white-space: pre-line;
  }

  .review-blank {
    color: var(--_muted);
  }

  .review .review-change {
    grid-column: 2;
    grid-row: 1 / span 2;
    white-space: nowrap;
  }

  /* In line with the question, though it can be pressed above and below it. */
  .review-change > .button {
    margin-block: calc((1lh - 44px) / 2);
  }

  @media print {
    .section--review {
      display: none;
    }
  }
`;
