import { css } from 'lit';

/** What an answer says of itself: how long it is, and how it is read. */
export const answer = css`
  .grow {
    display: grid;
  }

  .control--long {
    min-block-size: 7.5rem;
    max-block-size: 70vh;
    resize: vertical;
    field-sizing: content;
  }

  @supports not (field-sizing: content) {
    .grow > .control--long,
    .grow::after {
      grid-area: 1 / 1;
      min-inline-size: 0;
    }

    .grow::after {
      content: attr(data-text);
      max-block-size: 70vh;
      padding: var(--_space) calc(var(--_space) * 1.5);
      border: 1px solid transparent;
      overflow: hidden;
      overflow-wrap: break-word;
      visibility: hidden;
      white-space: pre-wrap;
    }
  }

  .count,
  .reading {
    min-block-size: 1lh;
    margin-block-start: calc(var(--_space) * 0.5);
    color: var(--_muted);
    font-size: 0.9375em;
    font-variant-numeric: tabular-nums;
  }

  .reading {
    min-block-size: 0;
    overflow-wrap: anywhere;
  }

  .reading:empty {
    margin: 0;
  }

  .count[data-state='within'] {
    color: var(--_success);
  }

  .count[data-state='past-guide'] {
    color: var(--_text);
    font-weight: 600;
  }

  .count[data-state='over'] {
    color: var(--_error);
    font-weight: 600;
  }

  /* A consent whose text is its label. */
  .agreed {
    display: flex;
    min-block-size: 44px;
    padding-block: calc((44px - 1lh) / 2);
  }

  @media print {
    /* Nor cut to the size that it was given by its handle. */
    .control--long {
      inline-size: 100% !important;
      block-size: auto !important;
      max-block-size: none;
    }

    .grow::after {
      max-block-size: none;
    }
  }
`;
