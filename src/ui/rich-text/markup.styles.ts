import { css } from 'lit';

/** What only texts with markup have. */
export const markupStyles = css`
  .rich > * + :is(h2, h3) {
    margin-block-start: calc(var(--_space) * 4.5);
  }

  .rich > * + :is(h4, h5, h6) {
    margin-block-start: calc(var(--_space) * 3);
  }

  .rich > :is(h2, h3, h4, h5, h6) + * {
    margin-block-start: var(--_space);
  }

  .rich h2 {
    font-size: 1.375em;
  }

  .rich h3 {
    font-size: 1.25em;
  }

  .rich h4 {
    font-size: 1.0625em;
  }

  .rich :is(h5, h6) {
    font-size: 1em;
  }

  .rich :is(ul, ol) {
    padding-inline-start: 1.5em;
  }

  .rich :is(ul, ol) :is(ul, ol),
  .rich li + li,
  .rich li > p + p {
    margin-block: calc(var(--_space) * 0.75) 0;
  }

  .rich li > p {
    margin-block: 0;
  }

  .rich ::marker {
    color: var(--_muted);
  }

  .rich dt {
    font-weight: 600;
  }

  .rich dd {
    margin-inline-start: 1.5em;
  }

  .rich blockquote {
    padding-inline-start: calc(var(--_space) * 2);
    border-inline-start: 3px solid var(--_hairline);
    margin-inline: 0;
  }

  .rich :is(sub, sup) {
    line-height: 0;
  }

  .rich hr {
    border: 0;
    border-block-start: 1px solid var(--_hairline);
  }

  .rich img {
    max-inline-size: 100%;
    block-size: auto;
  }

  .rich pre {
    overflow-x: auto;
  }

  .rich figure {
    margin-inline: 0;
  }

  .rich mark {
    background: var(--_tint);
    color: inherit;
  }

  .scroll {
    overflow-x: auto;
  }

  .rich table {
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }

  .rich :is(th, td) {
    padding: var(--_space) calc(var(--_space) * 2) var(--_space) 0;
    border-block-end: 1px solid var(--_hairline);
    text-align: start;
    vertical-align: top;
  }
`;
