import { css } from 'lit';

/** Texts of the author, wherever they stand; what only markup can make has `markup.styles.ts`. */
export const rich = css`
  .rich {
    max-inline-size: var(--_measure);
  }

  .rich > * {
    margin-block: 0;
  }

  .rich > * + * {
    margin-block-start: calc(var(--_space) * 2);
  }

  .lines {
    white-space: pre-line;
  }

  .lines--many {
    content-visibility: auto;
    contain-intrinsic-size: auto 100lh;
  }
`;
