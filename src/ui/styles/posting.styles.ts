import { css } from 'lit';

/** The posting before the form. Columns come where there is room; only the title asks for the width of the window. */
export const posting = css`
  .posting,
  .header {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }

  .posting {
    gap: calc(var(--_space) * 4);
  }

  .header {
    gap: calc(var(--_space) * 2.5);
  }

  .company {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) calc(var(--_space) * 1.5);
    margin-block-end: calc(var(--_space) * -1);
    color: var(--_muted);
    font-weight: 500;
  }

  .company a {
    color: inherit;
  }

  .logo {
    inline-size: 3rem;
    block-size: 3rem;
    object-fit: contain;
    border-radius: var(--_radius);
  }

  .title {
    font-size: clamp(1.5em, 1.2em + 1.75vw, 1.875em);
    letter-spacing: -0.01em;
    line-height: 1.15;
  }

  .title,
  .fact {
    hyphens: auto;
  }

  .facts,
  .compensation {
    display: grid;
    gap: calc(var(--_space) * 2);
    padding-block: calc(var(--_space) * 2);
    border-block: 1px solid var(--_hairline);
  }

  /* Wide enough for a long word: where two would stand side by side too narrowly for one, each has the whole width. Three at most, so that a date keeps to its line. */
  .facts {
    grid-template-columns: repeat(auto-fit, minmax(min(100%, max(9.25rem, 25%)), 1fr));
  }

  .fact dt {
    color: var(--_muted);
    font-size: 0.875em;
  }

  .fact dd {
    font-weight: 500;
    font-variant-numeric: tabular-nums;
  }

  .fact .note {
    color: var(--_muted);
    font-size: 0.875em;
    font-weight: 400;
  }

  .compensation {
    max-inline-size: var(--_measure);
    margin-block: calc(var(--_space) * 3);
  }

  .compensation dd:first-of-type {
    font-size: 1.125em;
    font-weight: 600;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) calc(var(--_space) * 3);
  }

  .actions .button {
    padding-inline: calc(var(--_space) * 4);
  }

  .description > .heading {
    font-size: 1.375em;
  }

  .description > * + .heading {
    margin-block-start: calc(var(--_space) * 4.5);
  }

  .description > * + .rich {
    margin-block-start: calc(var(--_space) * 2);
  }

  .description > .heading + .rich {
    margin-block-start: var(--_space);
  }

  .notice {
    padding: calc(var(--_space) * 2);
    border-inline-start: 4px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_tint);
  }

  .notice .rich {
    max-inline-size: none;
  }

  .notice p + p {
    margin-block-start: calc(var(--_space) * 0.5);
  }

  .privacy {
    font-size: 0.875em;
  }

  @media print {
    .actions,
    .privacy {
      display: none;
    }

    .facts,
    .compensation,
    .notice {
      break-inside: avoid;
    }
  }
`;
