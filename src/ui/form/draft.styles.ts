import { css } from 'lit';

/** What is told of a draft. */
export const draftStyles = css`
  .drafts {
    display: grid;
    gap: calc(var(--_space) * 2);
    max-inline-size: var(--_measure);
  }

  .draft-status {
    color: var(--_muted);
  }

  /* As high as with the button, so that nothing moves below the first word that is saved. */
  .draft-status > p:first-child {
    align-content: center;
    min-block-size: 3rem;
  }

  @media (width < 30rem) {
    .draft-status > p:first-child {
      min-block-size: 6.25rem;
    }
  }

  @media print {
    .drafts {
      display: none;
    }
  }
`;
