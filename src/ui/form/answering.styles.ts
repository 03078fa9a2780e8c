import { css } from 'lit';

/**
 * What is wrong, and what came of an application: on its way, waiting, failed or sent. What is drawn without their code,
 * too, is in `form.styles.ts`.
 */
export const answeringStyles = css`
  .error-summary ul,
  .failure ul {
    margin: calc(var(--_space) * 1.5) 0 0;
    padding-inline-start: 1.25em;
  }

  /* As far from each other on one line as on two. */
  .error-summary a {
    padding-block: calc((44px - 1lh) / 2);
    color: var(--_error);
    font-weight: 600;
  }

  .receipt:focus-visible {
    outline-color: var(--_success);
  }

  .failure li + li {
    margin-block-start: calc(var(--_space) * 0.5);
  }

  .waiting {
    padding: calc(var(--_space) * 3);
    border: 1px solid var(--_border);
    border-inline-start: 6px solid var(--_accent);
    border-radius: var(--_radius);
    max-inline-size: var(--_measure);
  }

  .waiting-title {
    font-size: 1.25em;
    font-weight: 600;
  }

  .waiting-note {
    color: var(--_muted);
    font-size: 0.9375em;
  }

  /* The words after it stay where they are. */
  .countdown {
    font-variant-numeric: tabular-nums;
  }

  .waiting-title ~ p {
    margin-block-start: var(--_space);
  }

  .receipt {
    margin-block-start: calc(var(--_space) * 6);
    padding: min(calc(var(--_space) * 4), 5vw);
    border: 2px solid var(--_success);
    border-radius: var(--_radius);
  }

  .root--form .receipt {
    margin-block-start: 0;
  }

  .receipt > * + * {
    margin-block-start: calc(var(--_space) * 1.5);
  }

  .receipt summary {
    min-block-size: max(2.75rem, 44px);
    align-content: center;
    cursor: pointer;
    font-weight: 600;
  }

  .answers > div {
    padding-block: calc(var(--_space) * 1.5);
    border-block-start: 1px solid var(--_hairline);
  }

  .answers dt {
    color: var(--_muted);
    font-size: 0.9375em;
  }

  .answers dd {
    white-space: pre-line;
  }

  .progress {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space);
    margin-block-start: calc(var(--_space) * 2);
    color: var(--_muted);
  }

  .progress progress {
    inline-size: min(20rem, 100%);
    accent-color: var(--_accent);
  }

  @media print {
    .waiting {
      break-inside: avoid;
    }

    /* On a page of its own, which can be printed alone; its edge is closed on each of them. */
    .receipt {
      break-before: page;
      outline: none !important;
      -webkit-box-decoration-break: clone;
      box-decoration-break: clone;
    }

    .answers dt {
      break-after: avoid;
    }
  }
`;
